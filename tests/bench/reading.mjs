/**
 * What it costs to read the whole tutorial: memory after every chapter was visited, and frames that are lost while a
 * wheel turns through the page. It turns twice: at first figures come to life on the way; then all is loaded, and what is
 * lost all the same is the machine's.
 */
import { existsSync, readFileSync } from 'node:fs';

import { launch, open } from '../../web/tools/lib/browser.mjs';
import { dist } from '../../web/tools/lib/paths.mjs';
import { serve } from '../../web/tools/lib/serve.mjs';

/** Pixels at a turn of the wheel, and milliseconds between two. */
const [TURN, APART] = [100, 50];
/** A frame that lasts longer than two at 60 per second was lost to somebody who watches. */
const LOST = 2000 / 60 + 1;
/** Milliseconds at the top, until nothing moves there any more. */
const REST = 3000;
/** Milliseconds at a figure: what it opens with has been drawn, and what it computes aside begun. */
const STAY = 1500;

/** @param {number} ms */
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Runs in the page, before anything else: notes how long each frame takes in which the page has moved. */
function watchFrames() {
  const frames = /** @type {number[]} */ (/** @type {any} */ (globalThis).frames = []);
  let [last, before] = [0, 0];
  const tick = (/** @type {number} */ now) => {
    if (last && scrollY !== before) frames.push(now - last);
    [last, before] = [now, scrollY];
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** @param {import('puppeteer-core').Page} page */
async function backToTop(page) {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await pause(REST);
}

/** @param {readonly number[]} frames */
const lostOf = (frames) => (1000 * frames.filter((ms) => ms > LOST).length) / frames.length;

/** @param {import('puppeteer-core').Page} page */
async function scrolled(page) {
  await page.evaluate('frames.length = 0');
  await page.mouse.move(300, 400);
  for (let below = Infinity; below > 5;) {
    await page.mouse.wheel({ deltaY: TURN });
    await pause(APART);
    below = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
  }
  return /** @type {number[]} */ (await page.evaluate('frames'));
}

/**
 * Megabytes that the page's process has to itself: what a browser's own task manager shows. Undefined where the system
 * does not tell.
 * @param {import('puppeteer-core').Browser} browser
 */
async function memory(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const own = processInfo
    .filter(({ type, id }) => type === 'renderer' && existsSync(`/proc/${id}/smaps_rollup`))
    .map(({ id }) => {
      const told = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
      const of = (/** @type {string} */ kind) => Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(told)?.[1] ?? 0);
      return (of('Private_Dirty') + of('Private_Clean')) / 1000;
    });
  // Of those that a browser keeps ready, none is as large.
  return own.length > 0 ? Math.max(...own) : undefined;
}

/** @returns {Promise<import('../../web/tools/lib/rows.mjs').Row[]>} */
export async function bench() {
  const server = await serve(dist, { port: 0 });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(watchFrames);
    await open(page, server.url);
    const frames = await scrolled(page);
    await backToTop(page);
    const again = await scrolled(page);
    const figures = await page.$$('.beside > gd-figure');
    for (const figure of figures) {
      await figure.evaluate((f) => f.scrollIntoView({ block: 'start', behavior: 'instant' }));
      await pause(STAY);
    }
    const used = await memory(browser);
    const [first, second] = [lostOf(frames), lostOf(again)];
    return [
      { name: 'frames lost while scrolling through, of 1000', value: first, unit: '' },
      { name: 'the longest of them', value: Math.max(...frames), unit: 'ms' },
      { name: 'lost once all is loaded, of 1000', value: second, unit: '' },
      { name: 'the longest of these', value: Math.max(...again), unit: 'ms' },
      // One in 1,400 frames is as much as a machine loses now and then for reasons of its own.
      { name: 'lost for loading, of 1000', value: Math.max(0, first - second), unit: '', bar: { atMost: 1 } },
      ...(used === undefined
        ? []
        : [{ name: 'memory after all chapters', value: used, unit: 'MB', bar: { atMost: 250 } }]),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
