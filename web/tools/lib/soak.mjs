/** Long use of every figure, and what it leaves behind. */
import { open, watch } from './browser.mjs';
import { grown, weigh } from './heap.mjs';
import { Problem } from './problem.mjs';
import { readerScript } from './reader.mjs';

/** Milliseconds that a figure, and the worker, wait before they let go; and how long they wait here, so that they do. */
const [PATIENCE, HERE] = [20_000, 500];

/**
 * Runs in the page, before anything else.
 * @param {number} patience
 * @param {number} here
 */
function hurry(patience, here) {
  const wait = globalThis.setTimeout;
  const sooner = (/** @type {TimerHandler} */ work, /** @type {number | undefined} */ time) =>
    wait(work, time === patience ? here : time);
  Object.assign(globalThis, { setTimeout: sooner });
}

/**
 * Runs in the page, before anything else: keeps count of templates. Each is made where it is first drawn from, and kept for
 * as long as the script that it is written in.
 */
function countTemplates() {
  /** @type {WeakRef<HTMLTemplateElement>[]} */
  const made = [];
  const create = document.createElement.bind(document);
  document.createElement = (/** @type {string} */ name, /** @type {ElementCreationOptions} */ options) => {
    const element = create(name, options);
    if (element instanceof HTMLTemplateElement) made.push(new WeakRef(element));
    return element;
  };
  const within = (/** @type {HTMLTemplateElement} */ { content }) => {
    const walker = document.createTreeWalker(content);
    let nodes = 2;
    while (walker.nextNode()) nodes++;
    return nodes;
  };
  const templates = () => {
    const kept = made.map((ref) => ref.deref()).filter((template) => template !== undefined);
    return { templates: kept.length, nodes: kept.reduce((sum, template) => sum + within(template), 0) };
  };
  Object.assign(globalThis, { templates });
}

/** How many things are done in a figure before the next one's turn. */
const USES = 25;
const PORTION = 5;

/**
 * @typedef {object} Left what there is when every figure has been put back
 * @property {import('./heap.mjs').Heap} heap of JavaScript
 * @property {number} objects bytes that scripts hold: objects, lists, texts, functions
 * @property {number} buffers bytes in typed arrays, without WebAssembly's memory
 * @property {number} code bytes that V8 compiled
 * @property {number} figures that were taken away, and that something still holds
 * @property {number} nodes of the document, and whatever else still holds on to one; without those of templates
 * @property {number} templates
 * @property {number} listeners
 * @property {number} handles in the engine
 * @property {number} memory bytes of WebAssembly's
 *
 * @typedef {object} Soaked
 * @property {Left} before after the first rounds, in which everything is loaded and compiled
 * @property {Left} after
 * @property {number} rounds without the first
 * @property {number} uses without the first round's
 * @property {string[]} problems errors on the page, what was not a number, requests to other sites
 */

/**
 * Seconds from which a soak is long, and how many rounds then come before the first look, after a tour of all that figures
 * can show: who tries at random has not been everywhere before that.
 */
const [LONG, WARM] = [120, 5];

/** Nodes and listeners of the largest figure, with everything in it open. */
const ONE = { nodes: 3000, listeners: 150 };

/** Bytes of the largest single demand: a wide network trained on digits, with what it was at every epoch. */
const DEMAND = 16e6;

/**
 * Bytes of what figures keep for a next question, should none have been asked before: a bounded number of answers each, of
 * which a traced map, as text, takes a hundred thousand, and a run that a slice is cut along two million.
 */
const KEPT = { objects: 1.25e6, buffers: 8e6 };

/**
 * What may be more than before. Handles may not. Two things grow for long, though nothing leaks, and are held apart: V8
 * compiles whatever is used often once more, for speed; and a template is made when it is first drawn from. Neither is
 * made twice, so both end with the script. WebAssembly's memory never shrinks, so it may grow once more, by one
 * demand larger than any in the first rounds. One figure may be held, with what is in it: Chromium, to fill in forms,
 * watches the field that was changed last.
 * @param {Left} before
 * @param {number} figures held afterwards
 * @returns {Omit<Left, 'heap'>}
 */
export const limits = (before, figures) => {
  const more = figures > before.figures ? 1 : 0;
  return {
    figures: 1,
    objects: before.objects * 1.05 + KEPT.objects,
    buffers: before.buffers * 1.05 + KEPT.buffers,
    code: before.code * 1.5 + 1.5e6,
    nodes: before.nodes * 1.01 + 200 + more * ONE.nodes,
    templates: before.templates * 1.25 + 100,
    listeners: before.listeners * 1.03 + 20 + more * ONE.listeners,
    handles: before.handles,
    memory: before.memory * 1.2 + DEMAND,
  };
};

/** What is more than it may be, in words. @param {Soaked} soaked */
export function leaks({ before, after }) {
  const most = limits(before, after.figures);
  const keys = /** @type {(keyof typeof most)[]} */ (Object.keys(most));
  return keys
    .filter((key) => !(after[key] <= most[key]))
    .map((key) => {
      const more = key === 'objects' ? `; grown are ${grown(before.heap, after.heap)}` : '';
      return `${key}: ${after[key]} after, ${before[key]} before, at most ${Math.floor(most[key])}${more}`;
    });
}

/**
 * Chromium keeps styles it has worked out, with them the clip paths that they name, and with those the whole figure
 * that such a path was drawn in. It lets go of them when the look changes, so the look is changed here and back.
 * @param {import('puppeteer-core').Page} page
 */
async function forgetStyles(page) {
  for (const value of ['dark', 'light']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.evaluate('reader.rest()');
  }
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {readonly string[]} figures
 * @returns {Promise<Left>}
 */
async function measure(page, figures) {
  for (const name of figures) await page.evaluate(`reader.renew(${JSON.stringify(name)})`);
  await page.evaluate('scrollTo({ top: 0, behavior: "instant" }); reader.rest()');
  await forgetStyles(page);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const heap = await weigh(session);
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const engine = /** @type {{ handles: number, memory: number }} */ (await page.evaluate('reader.handles()'));
  const held = /** @type {number} */ (await page.evaluate('reader.held()'));
  const kept = /** @type {{ templates: number, nodes: number }} */ (await page.evaluate('templates()'));
  await session.detach();
  return {
    heap,
    objects: heap.objects,
    buffers: heap.buffers - engine.memory,
    code: heap.code,
    figures: held,
    nodes: value('Nodes') - kept.nodes,
    templates: kept.templates,
    listeners: value('JSEventListeners'),
    ...engine,
  };
}

/**
 * Uses every figure, round after round.
 * @param {import('puppeteer-core').Browser} browser
 * @param {object} options
 * @param {string} options.url
 * @param {number} options.seconds how long; the round that is under way then is finished
 * @param {number} options.seed
 * @param {number} [options.uses] in each figure and round
 * @param {(left: Left, round: number) => void} [options.told]
 * @returns {Promise<Soaked>}
 */
export async function soak(browser, { url, seconds, seed, uses = USES, told = () => undefined }) {
  const page = await browser.newPage();
  const seen = watch(page, url.startsWith('file:') ? undefined : new URL(url).origin);
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(hurry, PATIENCE, HERE);
  await page.evaluateOnNewDocument(countTemplates);
  await open(page, url);
  await page.evaluate(readerScript);
  const figures = await page.$$eval('gd-figure', (all) => [...new Set(all.map((f) => f.getAttribute('name') ?? ''))]);
  /** @type {string[]} */
  const nonsense = [];
  const round = async (/** @type {number} */ number) => {
    for (const [place, figure] of figures.entries()) {
      // A few at a time, so that no single call to the page takes long.
      for (let done = 0; done < uses; done += PORTION) {
        const use = { figure, uses: Math.min(PORTION, uses - done), seed: seed + 1e6 * place + 1000 * number + done };
        const call = `reader.tryOut(${JSON.stringify(use)})`;
        const found = await page.evaluate(call).catch((/** @type {Error} */ error) => {
          throw new Problem(
            `Figure ${figure} stopped answering in ${call}.`,
            'The same seed does the same again.',
            error.message,
          );
        });
        nonsense.push(.../** @type {string[]} */ (found));
      }
      await page.evaluate(`reader.renew(${JSON.stringify(figure)})`);
    }
  };
  const warm = seconds >= LONG ? WARM : 1;
  if (seconds >= LONG) for (const figure of figures) await page.evaluate(`reader.tour(${JSON.stringify(figure)})`);
  for (let i = 0; i < warm; i++) await round(-i);
  const before = await measure(page, figures);
  told(before, 0);
  let rounds = 0;
  const end = Date.now() + 1000 * seconds;
  do {
    rounds += 1;
    await round(rounds);
    if (seconds >= LONG && rounds % 5 === 0) told(await measure(page, figures), rounds);
  } while (Date.now() < end);
  const after = await measure(page, figures);
  await page.close();
  const problems = [...seen.problems, ...seen.foreign.map((address) => `asked for ${address}`), ...nonsense];
  return { before, after, rounds, uses: rounds * figures.length * uses, problems: [...new Set(problems)] };
}
