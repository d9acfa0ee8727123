/** Counting test cases in what the test programs report. */
import { plainText } from './exec.mjs';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [note] why the count is not simply what was reported
 */

/**
 * The summary line of doctest, or nothing when it never came to writing one.
 * @param {string} output
 * @returns {Count | undefined}
 */
export function readDoctest(output) {
  const summaries = [
    ...plainText(output).matchAll(
      /test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed\s*(?:\|\s*(\d+) skipped)?/g,
    ),
  ];
  const last = summaries.at(-1);
  if (!last) return undefined;
  return { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) };
}

/**
 * @typedef {{ status: string, assertionResults: { status: string }[] }} VitestFile
 */

/**
 * Vitest's JSON report. A file that could not be loaded has no cases, but counts as one that failed.
 * @param {{ testResults?: VitestFile[] }} report
 * @returns {Count}
 */
export function readVitest(report) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults ?? []) {
    const failedBefore = count.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') count.passed += 1;
      else if (status === 'failed') count.failed += 1;
      else count.skipped += 1;
    }
    if (file.status === 'failed' && count.failed === failedBefore) count.failed += 1;
  }
  return count;
}

/**
 * What a suite counts for, given how its program ended: silence, a crash and an empty suite are
 * failures, never passes.
 * @param {Count | undefined} count
 * @param {{ ok: boolean, ending: string }} outcome
 * @returns {Count}
 */
export function judge(count, outcome) {
  if (!count) return { passed: 0, failed: 1, skipped: 0, note: `it reported nothing and ${outcome.ending}` };
  if (!outcome.ok && count.failed === 0)
    return { ...count, failed: 1, note: `no test failed, yet it ${outcome.ending}` };
  if (count.passed + count.failed === 0) return { ...count, failed: 1, note: 'it ran no tests' };
  return count;
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  const add = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    counts.reduce((total, count) => total + count[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}
