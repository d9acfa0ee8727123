/**
 * What Lighthouse says of the served page on a phone: its four scores, and the numbers its performance score is
 * made of. It loads the page at this machine's full speed and then computes how long the same work would have
 * taken on a phone four times as slow behind a slow network ("simulated throttling"). The work is counted in
 * processor time here, so that what else the machine does counts as little as it can.
 */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { launch } from '../../web/tools/lib/browser.mjs';
import { ensurePackages } from '../../web/tools/lib/packages.mjs';
import { dist, filesBelow, inBuild, root } from '../../web/tools/lib/paths.mjs';
import { Problem } from '../../web/tools/lib/problem.mjs';
import { serve } from '../../web/tools/lib/serve.mjs';
import { onProcessorTime } from './lib/processor-time.mjs';

/** @typedef {import('../../web/tools/lib/rows.mjs').Row} Row */
/**
 * What is read of Lighthouse's result.
 * @typedef {object} Audit
 * @property {string} title
 * @property {number | null} score from 0 to 1; null where the audit does not apply
 * @property {number} [numericValue]
 * @property {string} [displayValue]
 *
 * @typedef {object} Category
 * @property {string} title
 * @property {number | null} score from 0 to 1
 * @property {{ id: string, weight: number }[]} auditRefs
 *
 * @typedef {object} Result
 * @property {Record<string, Category>} categories
 * @property {Record<string, Audit>} audits
 * @property {{ code: string, message: string }} [runtimeError]
 */

/** The least score of each category, of 100. */
const bars = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };

/** What the performance score is made of: its audits, the unit to show them in, and how many of theirs make one. */
const timings = /** @type {const} */ ([
  ['first-contentful-paint', 's', 1000],
  ['largest-contentful-paint', 's', 1000],
  ['speed-index', 's', 1000],
  ['total-blocking-time', 'ms', 1],
  ['cumulative-layout-shift', '', 1],
]);

/**
 * What is used of Lighthouse.
 * @typedef {object} Artifacts
 * @property {{ artifacts: { Trace: { traceEvents: import('./lib/processor-time.mjs').TraceEvent[] } } }[]} gatherSteps
 *
 * @typedef {object} Lighthouse
 * @property {(page: import('puppeteer-core').Page, options: object) => Promise<{
 *   navigate: (url: string) => Promise<void>, createArtifactsJson: () => Artifacts }>} startFlow
 * @property {(artifacts: Artifacts, config: object) => Promise<{ steps: { lhr: Result }[] }>} auditFlowArtifacts
 */

/** @type {Promise<Lighthouse> | undefined} */
let installed;

/**
 * Lighthouse, installed where nothing else sees it.
 * @returns {Promise<Lighthouse>}
 */
async function install() {
  const folder = inBuild('bench/lighthouse');
  cpSync(path.join(root, 'tests/bench/lighthouse'), folder, { recursive: true });
  await ensurePackages(folder);
  return import(pathToFileURL(path.join(folder, 'node_modules/lighthouse/core/index.js')).href);
}

/**
 * Has the server compress what the page is made of: a static host sends what it compressed long ago, and here the
 * time that it takes would count as the network's.
 * @param {string} url
 */
async function warm(url) {
  const pieces = filesBelow(path.join(dist, 'pieces'), dist).filter((file) => !file.endsWith('.mjs'));
  for (const file of ['', 'downhill.css', 'first.js', 'page.js', 'downhill.js', ...pieces]) {
    await (await fetch(url + file, { headers: { 'accept-encoding': 'br' } })).arrayBuffer();
  }
}

/**
 * One look at one page, judged by how long its tasks kept the processor.
 * @param {Lighthouse} lighthouse
 * @returns {Promise<Result>}
 */
async function look({ startFlow, auditFlowArtifacts }) {
  const server = await serve(dist, { port: 0 });
  const browser = await launch();
  try {
    await warm(server.url);
    const config = { extends: 'lighthouse:default', settings: { onlyCategories: Object.keys(bars) } };
    const flow = await startFlow(await browser.newPage(), { config, flags: { logLevel: 'error' } });
    await flow.navigate(server.url);
    const gathered = flow.createArtifactsJson();
    for (const { artifacts } of gathered.gatherSteps) {
      artifacts.Trace.traceEvents = onProcessorTime(artifacts.Trace.traceEvents);
    }
    const result = (await auditFlowArtifacts(gathered, config)).steps[0]?.lhr;
    if (!result || result.runtimeError) {
      throw new Problem('Lighthouse could not judge the page.', undefined, result?.runtimeError?.message);
    }
    return result;
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * What a category lost points for.
 * @param {Result} result
 * @param {Category} category
 */
function complaints({ audits }, category) {
  return category.auditRefs.flatMap(({ id, weight }) => {
    const audit = audits[id];
    if (!audit || weight === 0 || audit.score === null || audit.score >= 0.9) return [];
    return [`  ${category.title}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`];
  });
}

/** @returns {Promise<Row[]>} */
export async function bench() {
  installed ??= install();
  const result = await look(await installed);
  const scores = Object.entries(bars).map(([id, bar]) => {
    const category = result.categories[id];
    const score = category?.score ?? NaN;
    const row = { name: category?.title ?? id, value: 100 * score, unit: 'of 100', bar };
    return { row, complaints: category && 100 * score < bar ? complaints(result, category) : [] };
  });
  const said = scores.flatMap((score) => score.complaints);
  if (said.length > 0) process.stdout.write(`Lighthouse found:\n${said.join('\n')}\n`);
  const measured = timings.map(([id, unit, divisor]) => {
    const audit = result.audits[id];
    return { name: audit?.title ?? id, value: (audit?.numericValue ?? NaN) / divisor, unit };
  });
  return [...scores.map(({ row }) => row), ...measured];
}
