/**
 * How steadily the page draws while it trains: the network of chapter 8 (2-4-1, tanh, batches of 10, 200 points) at its
 * highest speed, every neuron's map drawn anew in each frame; and that of chapter 10 (784-16-16-10), with its first row's
 * maps, its curves, or what it mixes up of the digits that it never saw. Frames are counted by the browser's own clock, as a reader
 * sees them, so a busy machine loses some; what the page's main thread works for a frame is processor time, and is held
 * to one frame at 60 per second.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { launch, open } from '../../web/tools/lib/browser.mjs';
import { dist } from '../../web/tools/lib/paths.mjs';

/** @typedef {import('./lib/processor-time.mjs').TraceEvent} TraceEvent */

const FRAME = 1000 / 60;
const MANY = 240;
/**
 * @typedef {object} Subject
 * @property {string} figure
 * @property {Record<string, string>} state
 * @property {readonly string[]} panels beside which somebody watches it learn
 * @property {string} drawn the lines that are drawn anew while it learns
 * @property {number} before frames until everything is there that it learns from
 */

/** @type {readonly Subject[]} */
const SUBJECTS = [
  {
    figure: 'neuron',
    state: { count: '200', updates: '24000' },
    panels: ['neuron', 'learning', 'dials'],
    drawn: '.gd-coast-line',
    before: 0,
  },
  {
    figure: 'digits',
    state: { batch: '8', epochs: '40' },
    panels: ['learning', 'row', 'mixups'],
    drawn: '.first-row path, .gd-loss-line',
    before: 60,
  },
];

/**
 * Runs in the page: plays for so many frames.
 * @param {Pick<Subject, 'state' | 'drawn' | 'before'> & { many: number }} task
 * @returns {Promise<{ gaps: number[], fresh: number, updates: number }>} ms between frames, share of frames whose maps
 *   are new, and updates per second
 */
async function played({ state, drawn: lines, before, many }) {
  const figure =
    /** @type {import('../../web/figures/host/downhill.d.ts').GdFigure & { updateComplete: Promise<unknown> }} */ (
      document.querySelector('gd-figure')
    );
  const root = /** @type {ShadowRoot} */ (figure.shadowRoot);
  figure.state = state;
  figure.step = 0;
  await figure.updateComplete;
  const speed = () => /** @type {HTMLElement} */ (root.querySelector('.pill.speed'));
  for (let i = 0; i < 8 && !speed().textContent?.includes('1000'); i++) {
    speed().click();
    await figure.updateComplete;
  }
  const coasts = () => [...root.querySelectorAll(lines)].map((line) => line.getAttribute('d')).join();
  const frame = () => /** @type {Promise<number>} */ (new Promise(requestAnimationFrame));
  figure.play();
  for (let i = 0; i <= before; i++) await frame();
  let [last, drawn, fresh] = [await frame(), coasts(), 0];
  const [begun, from] = [last, figure.step];
  const gaps = [];
  while (gaps.length < many) {
    const now = await frame();
    gaps.push(now - last);
    last = now;
    const next = coasts();
    if (next !== drawn) fresh += 1;
    drawn = next;
  }
  const updates = (1000 * (figure.step - from)) / (last - begun);
  figure.pause();
  return { gaps, fresh: fresh / many, updates };
}

/**
 * What the page's main thread worked between a frame's beginning and the next one's, in ms.
 * @param {TraceEvent[]} events
 */
function workOf(events) {
  const begun = events.filter(({ name }) => name === 'FireAnimationFrame').sort((a, b) => a.ts - b.ts);
  const main = begun[0]?.tid;
  const tasks = events.filter(({ name, tid, ph }) => tid === main && ph === 'X' && name.endsWith('RunTask'));
  const work = begun.map(() => 0);
  let k = 0;
  for (const { ts, dur = 0, tdur = 0 } of tasks.sort((a, b) => a.ts - b.ts)) {
    while (k + 1 < begun.length && (begun[k + 1]?.ts ?? 0) < ts + dur) k += 1;
    work[k] = (work[k] ?? 0) + tdur / 1000;
  }
  return work.slice(1, -1).sort((a, b) => a - b);
}

export async function bench() {
  const browser = await launch();
  try {
    /** @type {import('../../web/tools/lib/rows.mjs').Row[]} */
    const rows = [];
    const all = SUBJECTS.flatMap((subject) => subject.panels.map((panel) => ({ ...subject, panel })));
    for (const { figure, state, panel, drawn, before } of all) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      await open(page, pathToFileURL(path.join(dist, `figures/${figure}.html`)).href);
      await page.waitForSelector('gd-figure >>> .live');
      const task = { state: { ...state, panel }, drawn, before, many: MANY };
      const { gaps, fresh, updates } = await page.evaluate(played, task);
      // Writing a trace costs frames itself, so it is written of another run.
      await page.tracing.start({ categories: ['toplevel', 'devtools.timeline'] });
      await page.evaluate(played, task);
      const traced = /** @type {{ traceEvents: TraceEvent[] }} */ (
        JSON.parse(Buffer.from((await page.tracing.stop()) ?? new Uint8Array()).toString())
      );
      const work = workOf(traced.traceEvents);
      const named = `${figure} beside "${panel}"`;
      const within = gaps.filter((gap) => gap <= 17).length / gaps.length;
      rows.push(
        { name: `${named}: frames within 17 ms`, value: 100 * within, unit: '%' },
        { name: `${named}: frames with something new`, value: 100 * fresh, unit: '%' },
        {
          name: `${named}: work of 95 % of frames`,
          value: work[Math.floor((work.length - 1) * 0.95)] ?? NaN,
          unit: 'ms',
          bar: { atMost: FRAME },
        },
        { name: `${named}: updates`, value: updates, unit: '/s' },
      );
      await page.close();
    }
    return rows;
  } finally {
    await browser.close();
  }
}
