/** The page in which every library trains the same networks: prepared, warmed up, and measured one at a time. */
import { withExamples } from './data.mjs';
import { brain } from './rivals/brain.mjs';
import { convnet } from './rivals/convnet.mjs';
import { downhill } from './rivals/downhill.mjs';
import { jax } from './rivals/jax.mjs';
import { tensorflow } from './rivals/tensorflow.mjs';

/** @type {Record<string, import('./task.d.ts').Library>} */
const libraries = {
  downhill,
  'jax-js (jit, WebAssembly)': jax,
  'TensorFlow.js (WebAssembly)': tensorflow('wasm'),
  'TensorFlow.js (CPU)': tensorflow('cpu'),
  ConvNetJS: convnet,
  'brain.js': brain,
};

/** @type {Map<string, { trainer: import('./task.d.ts').Trainer, batch: number, updates: number }>} */
const ready = new Map();

const milliseconds = async (/** @type {() => void | Promise<void>} */ work) => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

const bench = {
  libraries: Object.keys(libraries),

  /**
   * Gets a library ready, and finds how many updates take about a fifth of `slice` milliseconds.
   * @param {string} name
   * @param {Omit<import('./task.d.ts').Task, 'inputs' | 'targets'>} plain
   * @param {number} slice
   * @returns {Promise<number[]>} its outputs for the first example after two updates
   */
  async prepare(name, plain, slice) {
    const task = withExamples(plain);
    const make = libraries[name];
    if (!make) throw new Error(`There is no library ${name}.`);
    const trainer = await make(task);
    await trainer.train(2);
    const outputs = [...Array.from(await trainer.outputs())];
    let updates = 1;
    for (const begun = performance.now(); performance.now() - begun < 5 * slice;) {
      const took = await milliseconds(() => trainer.train(updates));
      if (took < slice / 10) updates *= 2;
    }
    ready.set(`${task.name} ${name}`, { trainer, batch: task.batch, updates });
    return outputs;
  },

  /**
   * Trains for about `slice` milliseconds.
   * @param {string} name
   * @param {string} task
   * @param {number} slice
   * @returns {Promise<number>} how many samples it saw
   */
  async train(name, task, slice) {
    const prepared = ready.get(`${task} ${name}`);
    if (!prepared) throw new Error(`${name} was not prepared for ${task}.`);
    const { trainer, batch, updates } = prepared;
    let calls = 0;
    for (const begun = performance.now(); performance.now() - begun < slice; calls += 1) await trainer.train(updates);
    return calls * batch * updates;
  },
};

Object.assign(window, { bench });
