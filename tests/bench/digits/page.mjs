/** What is measured in a page: reading MNIST's files, and a network that learns from them. */

/** @typedef {import('../../../web/engine/engine.d.ts').Engine} Engine */
/** @typedef {import('../../../web/engine/engine.d.ts').Data} Data */
/** @typedef {import('../../../web/engine/engine.d.ts').Run} Run */
/**
 * @typedef {object} Setting
 * @property {number[]} layers
 * @property {import('../../../web/engine/engine.d.ts').OptimizerOptions} optimizer
 * @property {import('../../../web/engine/engine.d.ts').ScheduleOptions} [schedule]
 * @property {number} batch
 * @property {number} seed
 * @property {number} updates most that will be asked for
 */

/** @type {typeof import('../../../web/engine/engine.d.ts')} */
const { loadEngine } = await import(new URL('engine.mjs', import.meta.url).href);
const engine = await loadEngine();

/** @param {'train' | 't10k'} set @returns {Promise<{ images: Uint8Array, labels: Uint8Array }>} */
async function filesOf(set) {
  const [images, labels] = await Promise.all(
    [`${set}-images-idx3-ubyte`, `${set}-labels-idx1-ubyte`].map(
      async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer()),
    ),
  );
  if (!images || !labels) throw new Error('There are no digits.');
  return { images, labels };
}

/**
 * @template {{ error: import('../../../web/engine/engine.d.ts').EngineError | null }} T
 * @param {T} answer
 */
function sound(answer) {
  if (answer.error) throw new Error(`${answer.error.field}: ${answer.error.message} ${answer.error.remedy}`);
  return answer;
}

/** @type {{ images: Uint8Array, labels: Uint8Array } | undefined} */
let files;
/** @type {Data | undefined} */
let training;
/** @type {Data | undefined} */
let test;
/** @type {Run | undefined} */
let run;
let step = 0;

/** @template T @param {T | undefined} value */
function there(value) {
  if (value === undefined) throw new Error('This comes later.');
  return value;
}

const digits = {
  async load() {
    files = await filesOf('train');
    test = sound(engine.createData(await filesOf('t10k')));
  },

  read() {
    training = sound(engine.createData(there(files)));
    files = undefined;
  },

  /** @param {Setting} setting */
  begin({ layers, optimizer, schedule, batch, seed, updates }) {
    run?.dispose();
    step = 0;
    const data = there(training);
    run = sound(
      engine.createRun({
        objective: { network: { layers, activation: 'relu', loss: 'cross_entropy', seed, data } },
        optimizer,
        ...(schedule ? { schedule } : {}),
        batch: { size: batch, seed },
        precision: 'single',
        stepLimit: updates,
        tolerance: 0,
      }),
    );
  },

  /** @param {number} updates @returns {number} how many it has made */
  train(updates) {
    ({ step } = there(run).advance(updates));
    return step;
  },

  /** @returns {number} share of the test set that is read right */
  accuracy() {
    const [learned, seen] = [there(run), there(test)];
    let correct = 0;
    for (let from = 0; from < seen.count; from += 5000)
      correct += sound(learned.assess({ step }, seen, { from, count: 5000 })).correct;
    return correct / seen.count;
  },
};

Object.assign(window, { digits });
