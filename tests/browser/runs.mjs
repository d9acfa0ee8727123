/**
 * A fixed set of runs, each reduced to a hash of every bit of its trace. Plain JavaScript that imports
 * nothing, so that a page can load the very file that Node does.
 *
 * @typedef {import('../../web/engine/engine.d.ts').Engine} Engine
 * @typedef {import('../../web/engine/engine.d.ts').RunOptions} RunOptions
 * @typedef {import('../../web/engine/engine.d.ts').Data} Data
 */

const TEXT = 'the bottom of the valley is where the slope is nothing; the slope tells the way to the bottom. ∇🏔';

const FORMULAS = [
  'x^4/20 - 2x^2 + sin(3x) + exp(-x^2)',
  'log(1 + x^2) + tanh(y)^2 + sqrt(1 + y^2) + atan2(y, 1 + x^2)',
  'softplus(w1) + gauss(w2 - 1) + sigmoid(w1 w2) + |w2|^1.7 + cosh(w1 / 4)',
];

/** @param {number} count @returns {number[]} numbers in [-1, 1] with full mantissas, made without sin */
const numbers = (count) => Array.from({ length: count }, (_, i) => (((i + 1) * 0.6180339887498949) % 1) * 2 - 1);

/** @type {(name: string, options: RunOptions) => [string, RunOptions]} */
const named = (name, options) => [name, { stepLimit: 80, tolerance: 0, ...options }];

/** @param {Engine} engine @returns {[string, RunOptions][]} everything that needs no data sets */
function plainRuns(engine) {
  const adam = { name: 'adam', learningRate: 0.03 };
  const himmelblau = { name: 'himmelblau' };
  return [
    ...engine.objectives().map(({ name }) => named(`function ${name}`, { objective: { name }, optimizer: adam })),
    // Long enough to come down into the valley, where AMSGrad leaves Adam.
    ...engine
      .optimizers()
      .map(({ name }) =>
        named(`optimizer ${name}`, { objective: himmelblau, optimizer: { name, learningRate: 0.01 }, stepLimit: 400 }),
      ),
    ...engine
      .schedules()
      .map(({ name }) => named(`schedule ${name}`, { objective: { name: 'rosenbrock' }, schedule: { name } })),
    ...FORMULAS.map((formula) => named(`formula ${formula}`, { objective: { formula }, optimizer: adam })),
    named('regression', {
      objective: { regression: { inputs: numbers(60), targets: numbers(20), features: 3 } },
      batch: { size: 6, seed: 2 },
    }),
    named('bigram', {
      objective: { bigram: { text: TEXT } },
      optimizer: { name: 'gradient_descent', learningRate: 3 },
    }),
    named('bigram in batches', { objective: { bigram: { text: TEXT, symbols: 12 } }, batch: { size: 8, seed: 5 } }),
    named('logistic', {
      objective: { logistic: { inputs: numbers(40), targets: numbers(20).map((x) => +(x > 0)), features: 2 } },
    }),
    ...['linear', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'gelu'].map((activation) =>
      named(`network of ${activation}`, {
        objective: {
          network: {
            layers: [3, 9, 5, 2],
            activation: /** @type {'tanh'} */ (activation),
            inputs: numbers(30),
            targets: numbers(20),
            seed: 4,
          },
        },
        optimizer: adam,
      }),
    ),
  ];
}

/** @param {Data} digits @param {Data} moons @param {Data} spiral @returns {[string, RunOptions][]} */
function dataRuns(digits, moons, spiral) {
  const network = { layers: [784, 16, 10], data: digits, seed: 3 };
  const sgd = { name: 'gradient_descent', learningRate: 0.5 };
  const batch = { size: 32, seed: 7 };
  const points = /** @type {const} */ ({
    network: { layers: [2, 8, 1], activation: 'tanh', loss: 'binary_cross_entropy', data: moons, seed: 2 },
  });
  return [
    named('digits in double precision', { objective: { network }, optimizer: sgd, batch, stepLimit: 30 }),
    named('digits in single precision', { objective: { network }, optimizer: sgd, batch, precision: 'single' }),
    named('digits by cross-entropy', {
      objective: { network: { ...network, activation: 'relu', loss: 'cross_entropy' } },
      optimizer: { name: 'adam' },
      batch,
      precision: 'single',
    }),
    named('moons in double precision', { objective: points, optimizer: sgd, batch }),
    named('moons in single precision', { objective: points, optimizer: sgd, batch, precision: 'single' }),
    named('softmax regression', {
      objective: { softmax: { data: spiral } },
      optimizer: { name: 'lbfgs', lineSearch: true },
    }),
  ];
}

/**
 * FNV-1a over 32-bit words instead of bytes, twice, with two primes and offsets: 64 bits.
 * @param {readonly Float64Array[]} lists
 */
function hash(lists) {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const list of lists) {
    for (const word of new Uint32Array(list.buffer, list.byteOffset, 2 * list.length)) {
      a = Math.imul(a ^ word, 0x01000193);
      b = Math.imul(b ^ (word + 1), 0x5bd1e995);
      b ^= b >>> 15;
    }
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * Every bit of a run: what its trace says of each row, and where it stood at the end.
 * @param {Engine} engine @param {RunOptions} options @param {string} name
 */
export function traceHash(engine, options, name = 'run') {
  const run = engine.createRun(options);
  if (run.error) throw new Error(`${name}: ${run.error.field}: ${run.error.message}`);
  const { step } = run.advance(options.stepLimit ?? 1000);
  const { loss, gradientNorm, rate, epochs, parameters, gradients } = run.trace();
  const end = run.at(step);
  run.dispose();
  if (!(step > 1)) throw new Error(`${name} ends after ${step} updates`);
  return hash([loss, gradientNorm, rate, epochs, parameters, gradients, end.parameters, end.gradient]);
}

/**
 * Calls `use` with every run.
 * @template T
 * @param {Engine} engine
 * @param {(runs: [string, RunOptions][]) => T} use
 * @returns {T}
 */
export function withRuns(engine, use) {
  const digits = engine.createData({ digits: { count: 200, seed: 6 } });
  const moons = engine.createData({ set: 'moons', count: 100, seed: 6 });
  const spiral = engine.createData({ set: 'spiral', count: 100, seed: 6 });
  const answer = use([...plainRuns(engine), ...dataRuns(digits, moons, spiral)]);
  for (const data of [digits, moons, spiral]) data.dispose();
  return answer;
}

/**
 * The hash of every run by its name.
 * @param {Engine} engine
 * @returns {Record<string, string>}
 */
export function traceHashes(engine) {
  return withRuns(engine, (runs) =>
    Object.fromEntries(runs.map(([name, options]) => [name, traceHash(engine, options, name)])),
  );
}
