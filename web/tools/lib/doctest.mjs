/** A doctest program, run in parts side by side: one process knows one core only. */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import { run } from './exec.mjs';
import { root } from './paths.mjs';
import { judge, readDoctest } from './results.mjs';

/**
 * @typedef {import('./results.mjs').Count} Count
 * @typedef {import('./exec.mjs').Outcome} Outcome
 * @typedef {{ name: string, filter: string }} Part
 */

/**
 * One part for every folder, and one for whatever stands in none of them: together every test, each once.
 * @param {readonly string[]} folders below tests/engine
 * @returns {Part[]}
 */
export function partsOf(folders) {
  const sources = (/** @type {string} */ folder) => `*tests/engine/${folder}/*`;
  return [
    ...folders.map((folder) => ({ name: folder, filter: `--source-file=${sources(folder)}` })),
    { name: 'rest', filter: `--source-file-exclude=${folders.map(sources).join(',')}` },
  ];
}

/**
 * The counts of all parts as one. A part counts the tests of the others as skipped.
 * @param {readonly Count[]} parts
 * @returns {Count | undefined} nothing where they are not parts of the same program
 */
export function together(parts) {
  const all = parts.map(({ passed, failed, skipped }) => passed + failed + skipped);
  const passed = parts.reduce((total, part) => total + part.passed, 0);
  const failed = parts.reduce((total, part) => total + part.failed, 0);
  const skipped = (all[0] ?? 0) - passed - failed;
  if (all.some((count) => count !== all[0]) || skipped < 0) return undefined;
  return { passed, failed, skipped };
}

/**
 * Calls `work` for every item, as many at a time as there are cores.
 * @template Item, Answer
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<Answer>} work
 */
async function sideBySide(items, work) {
  /** @type {Answer[]} */
  const answers = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const mine = next++;
      answers[mine] = await work(/** @type {Item} */ (items[mine]));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return answers;
}

/**
 * Runs all tests of a program.
 * @param {string} name of the logs
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ count: Count, outcome: Outcome }>} the outcome of the first part that went badly, or of any
 */
export async function runDoctest(name, command, env) {
  const begun = performance.now();
  const [program = '', ...args] = command;
  const folders = readdirSync(path.join(root, 'tests/engine'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const done = await sideBySide(partsOf(folders), async (part) => {
    const outcome = await run(program, [...args, part.filter], {
      log: `test-${name}-${part.name}`,
      env,
      timeout: 600,
    });
    return { outcome, count: readDoctest(readFileSync(outcome.log, 'utf8')) };
  });
  const bad = done.find(({ outcome, count }) => !outcome.ok || !count || count.failed > 0);
  const last = /** @type {typeof done[number]} */ (bad ?? done.at(-1));
  const counts = done.flatMap(({ count }) => count ?? []);
  const whole = counts.length === done.length ? together(counts) : undefined;
  const seconds = (performance.now() - begun) / 1000;
  return { count: judge(whole, last.outcome), outcome: { ...last.outcome, seconds } };
}
