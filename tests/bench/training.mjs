/**
 * Samples per second of training three networks: by this engine and by other libraries in one page, and by the
 * same C++ compiled natively. All take turns, and all are timed by processor time, so that whatever else the
 * machine does, and however its speed wanders, a ratio of one round compares like with like.
 */
import path from 'node:path';

import { buildEngine, made } from '../../web/tools/lib/engine.mjs';
import { capture } from '../../web/tools/lib/exec.mjs';
import { Problem } from '../../web/tools/lib/problem.mjs';
import { median } from '../../web/tools/lib/rows.mjs';
import { openLibraries } from './lib/libraries.mjs';

/** @typedef {import('../../web/tools/lib/rows.mjs').Row} Row */
/** @typedef {import('./lib/libraries.mjs').PlainTask} PlainTask */
/**
 * @typedef {object} Held
 * @property {PlainTask} task
 * @property {number} bar times the best other library, or the rival
 * @property {string} [rival] the one library that the bar is about
 * @property {number} [nativeBar] share of the native program's speed
 */

const ROUNDS = 7;
/** Milliseconds of one measurement. */
const SLICE = 150;

/** @type {Held} */
const digits = {
  task: { name: 'digits', layers: [784, 16, 16, 10], activation: 'sigmoid', batch: 32, rate: 0.1, count: 2048 },
  bar: 6,
  nativeBar: 0.85,
};
/** @type {Held} */
const small = {
  task: { name: 'small', layers: [2, 4, 2, 1], activation: 'tanh', batch: 10, rate: 0.1, count: 1000 },
  bar: 8,
};

/** The network of chapter 8, as small as networks are: here the loop around the numbers decides. @type {Held} */
const coast = {
  task: { name: 'coast', layers: [2, 4, 1], activation: 'tanh', batch: 10, rate: 0.1, count: 200 },
  rival: 'ConvNetJS',
  bar: 20,
};

/**
 * Floating-point operations per sample, as they are usually counted: a multiplication and an addition for every
 * weight forwards, for every weight's derivative, and for every weight that hands blame back to a neuron (none
 * does to the inputs). Biases, activations and the update are not counted.
 * @param {number[]} layers
 */
function operations(layers) {
  const weights = layers.slice(1).map((outputs, layer) => outputs * (layers[layer] ?? 0));
  const all = weights.reduce((sum, count) => sum + count, 0);
  return 2 * (3 * all - (weights[0] ?? 0));
}

/** @type {Promise<string> | undefined} */
let program;

/** The same networks in the native program: samples per second, and the core's peak in operations per second. */
async function nativeProgram() {
  program ??= buildEngine('bench', ['bench_training']).then((folder) => made(path.join(folder, 'bench_training')));
  const file = await program;
  return () => {
    const { ok, stdout } = capture(file, [String(SLICE / 1000)]);
    if (!ok) throw new Problem(`${file} failed.`);
    return /** @type {{ peak: number, digits: number, small: number }} */ (JSON.parse(stdout));
  };
}

/** Samples per second, round by round, of everyone who takes part in a task. */
class Rates {
  /** @type {Map<string, number[]>} */
  #all = new Map();

  /** @param {string} task @param {string} who @param {number} rate */
  note(task, who, rate) {
    const key = `${task} ${who}`;
    this.#all.set(key, [...(this.#all.get(key) ?? []), rate]);
  }

  /** @param {string} task @param {string} who */
  of(task, who) {
    return this.#all.get(`${task} ${who}`) ?? [];
  }

  /**
   * How many times as fast one is as the fastest of others, round by round.
   * @param {string} task
   * @param {string} who
   * @param {string[]} others
   */
  ratio(task, who, others) {
    return median(
      this.of(task, who).map((rate, round) => rate / Math.max(...others.map((o) => this.of(task, o)[round] ?? NaN))),
    );
  }
}

/**
 * Gets every library ready. Those that take the first weights as they are given must agree on what they learned.
 * @param {import('./lib/libraries.mjs').LibraryPage} page
 * @param {PlainTask} task
 * @returns {Promise<Map<string, string>>} who does not take part, and why
 */
async function prepare(page, task) {
  const [ours = '', ...others] = page.libraries;
  const expected = await page.prepare(ours, task, SLICE);
  /** @type {Map<string, string>} */
  const absent = new Map();
  for (const library of others) {
    const outputs = await page.prepare(library, task, SLICE).catch((/** @type {Error} */ error) => {
      absent.set(library, error.message.split('\n')[0] ?? '');
      return [];
    });
    const comparable = /jax|TensorFlow/.test(library);
    if (comparable && outputs.some((output, k) => !(Math.abs(output - (expected[k] ?? NaN)) < 1e-4)))
      throw new Problem(`${library} does not train the network that ${ours} trains (${task.name}).`);
  }
  return absent;
}

/**
 * @param {Held} held
 * @param {string[]} libraries
 * @param {Map<string, string>} absent
 * @param {Rates} rates
 * @returns {Row[]}
 */
function rowsOf({ task, bar, rival, nativeBar }, libraries, absent, rates) {
  const [ours = '', ...others] = libraries;
  const label = task.layers.join('-');
  const unit = 'samples/s';
  const all = libraries.map((library) => {
    const reason = absent.get(library);
    return {
      name: `${label}: ${library}${reason ? ` (${reason})` : ''}`,
      value: median(rates.of(task.name, library)),
      unit,
    };
  });
  const present = others.filter((library) => !absent.has(library));
  const gflops = (median(rates.of(task.name, ours)) * operations(task.layers)) / 1e9;
  const peak = median(rates.of('peak', 'native')) / 1e9;
  return [
    ...all,
    {
      name: `${label}: beside ${rival ?? 'the best of the others'}`,
      value: rates.ratio(task.name, ours, rival === undefined ? present : [rival]),
      unit: 'x',
      bar,
    },
    // Of the network that a chapter trains in sight: what its time line counts.
    ...(rival === undefined
      ? []
      : [ours, rival].map((library) => ({
          name: `${label}: ${library}, updates of ${task.batch}`,
          value: median(rates.of(task.name, library)) / task.batch,
          unit: 'updates/s',
        }))),
    ...(rates.of(task.name, 'native').length === 0
      ? []
      : [
          { name: `${label}: the same C++ natively`, value: median(rates.of(task.name, 'native')), unit },
          {
            name: `${label}: share of native`,
            value: rates.ratio(task.name, ours, ['native']),
            unit: '',
            ...(nativeBar === undefined ? {} : { bar: nativeBar }),
          },
        ]),
    ...(nativeBar === undefined
      ? []
      : [
          { name: `${label}: arithmetic`, value: gflops, unit: 'GFLOP/s' },
          { name: `peak of this core, 128-bit`, value: peak > 0 ? peak : NaN, unit: 'GFLOP/s' },
          { name: `${label}: share of the peak`, value: peak > 0 ? (100 * gflops) / peak : NaN, unit: '%' },
        ]),
  ];
}

/** @returns {Promise<Row[]>} */
export async function bench() {
  const native = await nativeProgram();
  const page = await openLibraries();
  const rates = new Rates();
  try {
    const tasks = [];
    for (const held of [digits, small, coast]) tasks.push({ held, absent: await prepare(page, held.task) });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [what, rate] of Object.entries(native())) rates.note(what, 'native', rate);
      for (const { held, absent } of tasks) {
        for (const library of page.libraries.filter((name) => !absent.has(name)))
          rates.note(held.task.name, library, await page.measure(library, held.task.name, SLICE));
      }
    }
    return tasks.flatMap(({ held, absent }) => rowsOf(held, page.libraries, absent, rates));
  } finally {
    await page.close();
  }
}
