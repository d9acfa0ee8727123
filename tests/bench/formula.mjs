/**
 * A typed formula with its derivatives, against math.js: compiled value and compiled symbolic
 * derivatives, evaluated at the same points. Both sides fill the same arrays, one value and one gradient
 * per point. What a call costs is part of the figure on either side: math.js is called once per point and
 * derivative, the engine once for a thousand points, as a figure that plots does (`gradients`), or, in a row
 * of its own, once per point (`evaluate`). Both have been warmed up; processor time is counted.
 */
import { all, create } from 'mathjs';

/** @type {typeof import('../../web/engine/engine.d.ts')} */
const { loadEngine } = await import(new URL('../../dist/engine.mjs', import.meta.url).href);

const POINTS = 1000;
const ROUNDS = 25;
const WARM_UP = 25;
/** How long one measurement takes at least, in nanoseconds. */
const LEAST = 4e6;

const FORMULAS = [
  'x^2 + 5',
  '(x^2 - 1)^2 + 0.3x + 0.5',
  'exp(-x) + x - 1',
  'sin(3x) + x^2/10',
  'log(1 + exp(-2x)) + tanh(x)^2',
  '(1 - x)^2 + 100(y - x^2)^2',
  '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
  'sin(x) cos(y) + x*y/10',
  '20 + x^2 - 10cos(2 pi x) + y^2 - 10cos(2 pi y)',
  'sqrt(x^2 + y^2 + 1) * exp(-(x - y)^2/4)',
];

const math = create(/** @type {import('mathjs').FactoryFunctionMap} */ (all));

/** @typedef {{ values: Float64Array, gradients: Float64Array }} Answer */

/**
 * @param {string} formula
 * @param {readonly string[]} variables
 * @param {Float64Array} points
 * @returns {() => Answer}
 */
function withMath(formula, variables, points) {
  const value = math.compile(formula);
  const slopes = variables.map((variable) => math.derivative(formula, variable).compile());
  const n = variables.length;
  return () => {
    const values = new Float64Array(POINTS);
    const gradients = new Float64Array(POINTS * n);
    // A Map is the fastest scope that math.js takes.
    /** @type {Map<string, number>} */
    const scope = new Map();
    for (let i = 0; i < POINTS; i += 1) {
      for (let k = 0; k < n; k += 1) scope.set(/** @type {string} */ (variables[k]), points[i * n + k] ?? NaN);
      values[i] = value.evaluate(scope);
      for (let k = 0; k < n; k += 1) gradients[i * n + k] = slopes[k]?.evaluate(scope);
    }
    return { values, gradients };
  };
}

/**
 * @param {import('../../web/engine/engine.d.ts').Objective} objective
 * @param {Float64Array} points
 * @returns {() => Answer}
 */
function pointByPoint(objective, points) {
  const n = objective.dimension;
  return () => {
    const values = new Float64Array(POINTS);
    const gradients = new Float64Array(POINTS * n);
    for (let i = 0; i < POINTS; i += 1) {
      const { value, gradient } = objective.evaluate(points.subarray(i * n, i * n + n));
      values[i] = value;
      gradients.set(gradient, i * n);
    }
    return { values, gradients };
  };
}

/** @param {readonly number[]} list */
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? NaN;

/** Processor time so far, in nanoseconds: other work on the machine takes wall time, but not this. */
const now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

/**
 * Nanoseconds per point, the median of many rounds; all take turns, so that whatever else the machine
 * does slows all alike.
 * @param {(() => Answer)[]} works
 */
function times(works) {
  const seen = works.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    works.forEach((work, k) => {
      const begin = now();
      let calls = 0;
      while (calls === 0 || now() - begin < LEAST) {
        work();
        calls += 1;
      }
      if (round >= WARM_UP) seen[k]?.push((now() - begin) / calls / POINTS);
    });
  }
  return seen.map(median);
}

/**
 * Refuses to time two things that do not compute the same.
 * @param {string} formula
 * @param {Answer} a
 * @param {Answer} b
 */
function compare(formula, a, b) {
  for (const key of /** @type {const} */ (['values', 'gradients'])) {
    a[key].forEach((x, i) => {
      const y = b[key][i] ?? NaN;
      if (!(Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x))))
        throw new Error(`${formula}: ${key} differ at ${i}: ${x} and ${y}`);
    });
  }
}

export async function bench() {
  const engine = await loadEngine();
  const results = FORMULAS.map((formula) => {
    const { variables } = engine.parseFormula(formula);
    const objective = engine.createObjective({ formula });
    const points = Float64Array.from({ length: POINTS * variables.length }, (_, i) => ((i * 7919) % 6007) / 1500 - 2);
    const theirs = withMath(formula, variables, points);
    const ours = () => objective.gradients(points);
    const single = pointByPoint(objective, points);
    compare(formula, ours(), theirs());
    compare(formula, single(), theirs());
    const [mathTime = NaN, time = NaN, singleTime = NaN] = times([theirs, ours, single]);
    objective.dispose();
    return { mathTime, time, singleTime };
  });
  const of = (/** @type {(result: typeof results[number]) => number} */ key) => results.map(key);
  return [
    {
      name: `value and gradient against math.js, least of ${FORMULAS.length}`,
      value: Math.min(...of(({ mathTime, time }) => mathTime / time)),
      unit: 'x',
      bar: 25,
    },
    { name: 'the same, median', value: median(of(({ mathTime, time }) => mathTime / time)), unit: 'x' },
    { name: 'the same, one point per call', value: median(of((r) => r.mathTime / r.singleTime)), unit: 'x' },
    { name: 'math.js, median', value: median(of(({ mathTime }) => mathTime)), unit: 'ns per point' },
    { name: 'engine, median', value: median(of(({ time }) => time)), unit: 'ns per point' },
    { name: 'engine, one point per call', value: median(of(({ singleTime }) => singleTime)), unit: 'ns per point' },
  ];
}
