/**
 * How long one pointer move takes while a ball, a coast or a weight is dragged: everything that follows computed again by
 * the engine, every part of the figure drawn again, and the page laid out. The bar is one frame at 60 per second.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { launch, open } from '../../web/tools/lib/browser.mjs';
import { dist } from '../../web/tools/lib/paths.mjs';

const FRAME = 1000 / 60;
const MOVES = 60;

/** What is dragged, by its label where it is not the figure's first ball. @type {readonly (readonly [name: string, label?: string])[]} */
const DRAGGED = [
  ['start'],
  ['model'],
  ['one-weight'],
  ['learning-rate'],
  ['batches', 'The ball: where'],
  ['batches', 'The edge of the batch'],
  ['neuron', 'Bias of neuron 3: slide'],
  ['neuron', 'Weights of neuron 3'],
  ['backprop', 'Weight v1'],
];

/**
 * Runs in the page.
 * @param {{ name: string, label: string, moves: number }} task
 */
async function dragged({ name, label, moves }) {
  const figure = /** @type {HTMLElement & { updateComplete: Promise<unknown> }} */ (
    document.querySelector(`gd-figure[name="${name}"]`)
  );
  const handles = /** @type {SVGGElement[]} */ ([...(figure.shadowRoot?.querySelectorAll('.handle') ?? [])]);
  const named = handles.find((b) => label !== '' && b.getAttribute('aria-label')?.startsWith(label));
  const ball = named ?? handles.find((b) => b.querySelector('.gd-ball')) ?? handles[0];
  const box = ball?.querySelector('.grip')?.getBoundingClientRect();
  if (!ball || !box) throw new Error(`figure ${name} has nothing to drag`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const tell = (/** @type {string} */ type, /** @type {number} */ dx) =>
    ball.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        button: 0,
        bubbles: true,
        composed: true,
        clientX: x + dx,
        clientY: y + dx / 2,
      }),
    );
  // A pointer that no device moves cannot be captured.
  ball.setPointerCapture = () => undefined;
  tell('pointerdown', 0);
  const times = [];
  for (let i = 1; i <= moves; i++) {
    const before = performance.now();
    tell('pointermove', -i);
    await figure.updateComplete;
    figure.getBoundingClientRect();
    times.push(performance.now() - before);
  }
  tell('pointerup', -moves);
  return times;
}

export async function bench() {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await open(page, pathToFileURL(path.join(dist, 'index.html')).href);
    const rows = [];
    for (const [name, label = ''] of DRAGGED) {
      await page.$eval(`gd-figure[name="${name}"]`, (f) => f.scrollIntoView({ behavior: 'instant' }));
      await page.waitForSelector(`gd-figure[name="${name}"] >>> .live`);
      const times = (await page.evaluate(dragged, { name, label, moves: MOVES })).sort((a, b) => a - b);
      const at = (/** @type {number} */ q) => times[Math.floor((times.length - 1) * q)] ?? 0;
      const what = label ? `${name}: ${label.toLowerCase().replace(/:.*/, '')}` : name;
      rows.push({ name: `drag in ${what}, median move`, value: at(0.5), unit: 'ms', bar: { atMost: FRAME } });
      rows.push({ name: `drag in ${what}, 95th percentile`, value: at(0.95), unit: 'ms' });
    }
    return rows;
  } finally {
    await browser.close();
  }
}
