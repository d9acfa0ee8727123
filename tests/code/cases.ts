/** A broad sample of runs: every optimizer, function, schedule and kind of objective, from starts where nothing is decided by rounding. */
import type { ObjectiveOptions, OptimizerOptions, RunOptions, ScheduleOptions } from '../../web/engine/engine';

/** Eight examples of two features on different scales. */
const INPUTS = [0.5, -1, 1.5, 0.25, -0.75, 2, 2, 1.5, -1.25, -0.5, 0.25, 1, 1, -2, -2, 0.75];
const TARGETS = [1.5, 0.2, -2.1, 1.1, -0.4, 0.3, 3.2, -2.9];
export const regression = { regression: { inputs: INPUTS, targets: TARGETS, features: 2 } } as const;
const line = { regression: { inputs: [1, 2, 3, 4.5], targets: [2.1, 3.9, 6.2, 8.8], loss: 'sum_squares' } } as const;

/** Weights that no two neurons share, away from where a squash bends. */
const weights = (count: number): number[] => Array.from({ length: count }, (_, i) => Math.sin(2.1 * i + 0.4));

/** Every squash, loss and depth, and every way to ask only some of the examples. */
export function networks(): RunOptions[] {
  const activations = ['linear', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'gelu'] as const;
  const two = { inputs: INPUTS, parameters: weights(3 * 3 + 4) };
  const signs = TARGETS.map((y) => (y > 0 ? 1 : 0));
  const ends = { stepLimit: 12, tolerance: 0 } as const;
  const descent = { name: 'gradient_descent', learningRate: 0.1 } as const;
  const network = (more: object, layers = [2, 3, 1]): ObjectiveOptions => ({
    network: { layers, ...two, targets: TARGETS, ...more },
  });
  return [
    ...activations.map((activation) => ({ objective: network({ activation }), optimizer: descent, ...ends })),
    { objective: network({ activation: 'tanh', outputActivation: 'gelu' }), optimizer: descent, ...ends },
    {
      objective: network({ loss: 'binary_cross_entropy', activation: 'relu', targets: signs }),
      optimizer: { name: 'lbfgs', learningRate: 0.2 },
      ...ends,
    },
    {
      // Given as class numbers.
      objective: network(
        { loss: 'cross_entropy', activation: 'gelu', targets: [0, 1, 2, 1, 0, 2, 2, 0], parameters: weights(33) },
        [2, 3, 3, 3],
      ),
      optimizer: { name: 'adam', learningRate: 0.05 },
      ...ends,
    },
    {
      // No hidden layer, and targets that are no probabilities alone.
      objective: network(
        { loss: 'cross_entropy', targets: TARGETS.flatMap((y) => [y > 0 ? 0.8 : 0.3, 0.4]), parameters: weights(6) },
        [2, 2],
      ),
      optimizer: descent,
      ...ends,
    },
    {
      objective: network(
        {
          loss: 'squared_error',
          activation: 'tanh',
          targets: TARGETS.flatMap((y) => [y / 4, y > 0 ? 1 : -1]),
          parameters: weights(17),
        },
        [2, 3, 2],
      ),
      optimizer: { name: 'nesterov', learningRate: 0.05, momentum: 0.8 },
      batch: { size: 3, seed: 5 },
      ...ends,
    },
    { objective: network({}), optimizer: descent, start: weights(13).reverse(), batch: { size: 8 }, ...ends },
    {
      objective: network({}),
      optimizer: { name: 'adamw', learningRate: 0.05 },
      batch: { size: 5, shuffle: false },
      ...ends,
    },
    {
      objective: network({}),
      optimizer: { name: 'nadam', learningRate: 0.05 },
      batch: { size: 1, seed: 2147483647 },
      ...ends,
    },
    { objective: regression, optimizer: descent, batch: { size: 3, seed: 0 }, ...ends },
    {
      objective: line,
      optimizer: { name: 'momentum', learningRate: 0.004, momentum: 0.5 },
      schedule: { name: 'inverse_time', decay: 0.2 },
      batch: { size: 2, shuffle: false },
      ...ends,
    },
    {
      objective: regression,
      optimizer: { name: 'momentum', learningRate: 2 },
      batch: { size: 2 },
      ...ends,
      stepLimit: 60,
      divergenceLimit: 1e6,
    },
  ];
}

const formula = (text: string): ObjectiveOptions => ({ formula: text });

/** A rate at which each optimizer makes its way on every ground below. */
const RATES: Readonly<Record<string, number>> = {
  adagrad: 0.3,
  rmsprop: 0.02,
  adadelta: 1,
  adam: 0.05,
  adamw: 0.05,
  amsgrad: 0.05,
  adamax: 0.05,
  nadam: 0.05,
  radam: 0.05,
  lion: 0.01,
  conjugate_gradient: 1,
  lbfgs: 1,
  newton: 1,
};

/** Switches and numbers that change what a program looks like. */
const VARIANTS: readonly OptimizerOptions[] = [
  { name: 'momentum', dampening: 0.3, weightDecay: 0.01 },
  { name: 'momentum', momentum: 0, dampening: 0.3 },
  { name: 'nesterov', momentum: 0.8, weightDecay: 0.02 },
  { name: 'nesterov', momentum: 0 },
  { name: 'adagrad', weightDecay: 0.1 },
  { name: 'rmsprop', centered: true, momentum: 0.5, weightDecay: 0.01 },
  { name: 'rmsprop', momentum: 0.9, alpha: 0.9 },
  { name: 'adadelta', rho: 0.8, weightDecay: 0.1 },
  { name: 'adam', biasCorrection: false },
  { name: 'adam', beta1: 0.8, beta2: 0.99, weightDecay: 0.1 },
  { name: 'adamw', weightDecay: 0.3 },
  { name: 'adamw', weightDecay: 0 },
  { name: 'amsgrad', biasCorrection: false, beta2: 0.9 },
  { name: 'adamax', biasCorrection: false, weightDecay: 0.1 },
  { name: 'nadam', momentumDecay: 0.1, weightDecay: 0.1 },
  { name: 'nadam', biasCorrection: false },
  { name: 'radam', weightDecay: 0.1, beta2: 0.9 },
  { name: 'lion', weightDecay: 0.3 },
  { name: 'conjugate_gradient', decrease: 0.01, curvature: 0.4, learningRate: 0.5 },
  { name: 'lbfgs', lineSearch: true },
  { name: 'lbfgs', lineSearch: true, history: 2 },
  { name: 'lbfgs', learningRate: 0.3, history: 1 },
  { name: 'newton', safeguard: false, learningRate: 0.5 },
];

const SCHEDULES: readonly ScheduleOptions[] = [
  { name: 'constant' },
  { name: 'step', interval: 7, factor: 0.5 },
  { name: 'step', interval: 4, factor: 0.3, warmup: 3 },
  { name: 'exponential', factor: 0.93 },
  { name: 'exponential', factor: 0.9, warmup: 5 },
  { name: 'cosine', steps: 12 },
  { name: 'cosine', steps: 15, end: 0.2, warmup: 4 },
  { name: 'warmup', warmup: 6 },
  { name: 'inverse_time', decay: 0.2 },
  { name: 'inverse_time', decay: 0.2, warmup: 2 },
];

/** Typed formulas with every function and sign that there is. */
export const FORMULAS: readonly (readonly [text: string, start: readonly number[]])[] = [
  ['(x^2 - 1)^2 + 0.3x + 2(y - sin(2x))^2', [-0.5, 0.96]],
  ['w^4/4 - 2w²', [0.7]],
  ['(w₁ − 3)² + 10·(w_2 + 1)^2 + w1 w2', [0.5, 0.5]],
  ['x^2 + e^(-x) + pi y^2 / 2', [2, 1]],
  ['log(1 + x^2) + sqrt(1 + y^2)', [2, -1.5]],
  ['log2(3 + x^2) + log10(2 + y^2) + x y/10', [1.2, 0.8]],
  ['cosh(x/2) + sinh(y)^2 + tanh(x - y)', [1, -0.6]],
  ['softplus(x) + softplus(-x) + sigmoid(y) + y^2/3', [1.5, 2]],
  ['gauss(x - 1) + |y - 0.3| + x^2/4 + max(x, y, 0) + min(x, 2)/3', [2.5, -2]],
  ['relu(x - 0.2) + step(y) + sign(x) + 0.3 (x^2 + y^2)', [1.4, 1.7]],
  ['atan(x) + acos(y/4) + asin(y/5) + atan2(y, x + 9) + x^2', [1.1, 1.3]],
  ['tan(x/3)^2 + (y^2 + 1)^1.5 / 3 + 2^(x/2)', [1.2, 0.7]],
  ['(x^2 + 1)^(y/3) + y^2 - cos(x + 1) (2 - sin(y))', [0.4, 0.9]],
  ['-cos(x) cos(y) √(1 + x²) / (2 + y^2) ** 2', [1.2, 0.5]],
  ['1/3 x^2 + 2 / (x^2 + 1) - -y^2', [2, 1]],
];

export interface Case {
  readonly title: string;
  readonly run: RunOptions;
}

function titled(run: RunOptions): Case {
  const { objective, optimizer, schedule } = run;
  const what = Object.keys(objective).find((key) => key === 'regression') ?? JSON.stringify(objective).slice(0, 300);
  return { title: [what, JSON.stringify(optimizer), schedule ? JSON.stringify(schedule) : ''].join(' '), run };
}

const withRate = (optimizer: OptimizerOptions, rate = 0.01): OptimizerOptions => ({
  learningRate: RATES[optimizer.name] ?? rate,
  ...optimizer,
});

/** A slope below this, and what a line search finds is decided by rounding. */
const LEVEL = 1e-3;
const ends = { stepLimit: 30, tolerance: LEVEL } as const;

export function sample(optimizers: readonly string[], functions: readonly string[]): Case[] {
  const plain = optimizers.map((name): OptimizerOptions => ({
    name,
    ...(name === 'lbfgs' ? { learningRate: 0.1 } : {}),
  }));
  const himmelblau = { name: 'himmelblau' } as const;
  const adam = { name: 'adam', learningRate: 0.05 } as const;
  const descent = { name: 'gradient_descent', learningRate: 0.001 } as const;
  return [
    ...[...plain, ...VARIANTS].flatMap((optimizer) => [
      { objective: himmelblau, optimizer: withRate(optimizer), start: [-1, 0.5], ...ends },
      { objective: { name: 'double_well' }, optimizer: withRate(optimizer), start: [1.6], ...ends },
    ]),
    ...plain.map((optimizer) => ({
      objective: regression,
      optimizer: withRate(optimizer),
      start: [0.5, -0.5, 1],
      ...ends,
    })),
    ...functions.flatMap((name) =>
      [descent, adam, { name: 'newton' }].map((optimizer) => ({ objective: { name }, optimizer, ...ends })),
    ),
    ...['bowl', 'ravine', 'parabola'].map((name) => ({
      objective: name === 'parabola' ? { name, curvature: 3 } : { name, conditionNumber: 7.5 },
      optimizer: { name: 'momentum', learningRate: 0.05 },
      ...ends,
    })),
    ...FORMULAS.flatMap(([text, start]) => [
      { objective: formula(text), optimizer: { name: 'gradient_descent', learningRate: 0.03 }, start, ...ends },
      { objective: formula(text), optimizer: { name: 'newton', learningRate: 0.5 }, start, ...ends, stepLimit: 4 },
    ]),
    ...SCHEDULES.flatMap((schedule) => [
      {
        objective: himmelblau,
        optimizer: { name: 'momentum', learningRate: 0.003 },
        schedule,
        start: [-1, 0.5],
        ...ends,
      },
      { objective: { name: 'linex' }, optimizer: { name: 'lion', learningRate: 0.2 }, schedule, start: [3], ...ends },
    ]),
    ...networks(),
    { objective: himmelblau, schedule: { name: 'backtracking' }, start: [-1, 0.5], ...ends },
    { objective: line, schedule: { name: 'backtracking', first: 3, shrink: 0.7, decrease: 0.3 }, ...ends },
    // Each way to end: level ground, a loss out of bounds, an update that changes nothing, the limit.
    { objective: { name: 'parabola' }, optimizer: { name: 'gradient_descent', learningRate: 0.4 }, start: [3] },
    {
      objective: { name: 'parabola' },
      optimizer: { name: 'gradient_descent', learningRate: 1.1 },
      divergenceLimit: 1e4,
    },
    { objective: line, optimizer: { name: 'gradient_descent', learningRate: 2 } },
    { objective: formula('3 + 0 x'), optimizer: { name: 'gradient_descent' } },
    { objective: formula('x + 1'), optimizer: { name: 'gradient_descent', learningRate: 1e-8 }, start: [1e11] },
    { objective: line, optimizer: { name: 'adam' }, stepLimit: 3 },
  ].map(titled);
}
