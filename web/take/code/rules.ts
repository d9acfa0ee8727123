/**
 * The update rules that treat every coordinate alike, in the neutral form of `statements.ts`. The names they
 * use: `w` the parameters, `g` their gradient, `rate` this update's learning rate, `t` its number from 1, and
 * the hyper-parameters in snake case. One entry an optimizer; the engine's names, order and arithmetic.
 */
import type { Line } from './statements';

/** Hyper-parameters by the engine's names, switches as 0 and 1. */
export type Options = Readonly<Record<string, number>>;

export interface Rule {
  /** What is kept of each parameter from update to update; 0 before the first. */
  readonly kept?: readonly string[];
  /** What is kept once, with its value before the first update. */
  readonly shared?: Readonly<Record<string, number>>;
  readonly lines: readonly Line[];
}

/** Weight decay as an L2 penalty. */
const penalty = ({ weightDecay }: Options): string[] => (weightDecay ? ['g = g + weight_decay w'] : []);
/** Decoupled weight decay. */
const shrink = ({ weightDecay }: Options): string[] => (weightDecay ? ['w = w (1 - rate weight_decay)'] : []);

const MEAN = 'm = beta1 m + (1 - beta1) g';
const SQUARES = 'v = beta2 v + (1 - beta2) g^2';

/** Adam's kind of step, with the running means corrected for having begun at 0 or not. */
function moments({ biasCorrection }: Options, squares: string): string[] {
  if (!biasCorrection) return [`w = w - rate m / (sqrt(${squares}) + epsilon)`];
  return [
    'm_hat = m / (1 - beta1^t)',
    `v_hat = ${squares} / (1 - beta2^t)`,
    'w = w - rate m_hat / (sqrt(v_hat) + epsilon)',
  ];
}

function momentum(o: Options, step: string): Rule {
  // PyTorch dampens nothing without momentum, and nothing the first time.
  const dampened = o['momentum'] && o['dampening'];
  const velocity = dampened ? ['b = momentum b + share g', 'share = 1 - dampening'] : ['b = momentum b + g'];
  return {
    kept: ['b'],
    ...(dampened ? { shared: { share: 1 } } : {}),
    lines: [...penalty(o), ...velocity, step],
  };
}

function rmsprop(o: Options): Rule {
  const centred = Boolean(o['centered']);
  const root = centred ? 'sqrt(v - a^2) + epsilon' : 'sqrt(v) + epsilon';
  const step = o['momentum'] ? [`b = momentum b + g / (${root})`, 'w = w - rate b'] : [`w = w - rate g / (${root})`];
  const mean = centred ? ['a = alpha a + (1 - alpha) g'] : [];
  return {
    kept: ['v', ...(centred ? ['a'] : []), ...(o['momentum'] ? ['b'] : [])],
    lines: [...penalty(o), 'v = alpha v + (1 - alpha) g^2', ...mean, ...step],
  };
}

function nadam(o: Options): Rule {
  const corrected = Boolean(o['biasCorrection']);
  const ahead = corrected
    ? ['product = product mu', 'ahead = mu_next m / (1 - product mu_next) + (1 - mu) g / (1 - product)']
    : ['ahead = mu_next m + (1 - mu) g'];
  return {
    kept: ['m', 'v'],
    ...(corrected ? { shared: { product: 1 } } : {}),
    lines: [
      ...penalty(o),
      'mu = beta1 (1 - 0.5 * 0.96^(t momentum_decay))',
      'mu_next = beta1 (1 - 0.5 * 0.96^((t + 1) momentum_decay))',
      MEAN,
      SQUARES,
      ...ahead,
      ...(corrected ? ['v_hat = v / (1 - beta2^t)'] : []),
      `w = w - rate ahead / (sqrt(${corrected ? 'v_hat' : 'v'}) + epsilon)`,
    ],
  };
}

const radam = (o: Options): Rule => ({
  kept: ['m', 'v'],
  lines: [
    ...penalty(o),
    MEAN,
    SQUARES,
    'm_hat = m / (1 - beta1^t)',
    'rho_max = 2 / (1 - beta2) - 1',
    'rho = rho_max - 2 t beta2^t / (1 - beta2^t)',
    {
      when: 'rho > 5',
      then: [
        'r = sqrt((rho - 4) (rho - 2) rho_max / ((rho_max - 4) (rho_max - 2) rho))',
        'w = w - rate m_hat r sqrt(1 - beta2^t) / (sqrt(v) + epsilon)',
      ],
      otherwise: ['w = w - rate m_hat'],
    },
  ],
});

export const rules: Readonly<Record<string, (o: Options) => Rule>> = {
  gradient_descent: () => ({ lines: ['w = w - rate g'] }),
  momentum: (o) => momentum(o, 'w = w - rate b'),
  nesterov: (o) => momentum({ ...o, dampening: 0 }, 'w = w - rate (g + momentum b)'),
  adagrad: (o) => ({ kept: ['s'], lines: [...penalty(o), 's = s + g^2', 'w = w - rate g / (sqrt(s) + epsilon)'] }),
  rmsprop,
  adadelta: (o) => ({
    kept: ['v', 'u'],
    lines: [
      ...penalty(o),
      'v = rho v + (1 - rho) g^2',
      'd = sqrt(u + epsilon) / sqrt(v + epsilon) * g',
      'u = rho u + (1 - rho) d^2',
      'w = w - rate d',
    ],
  }),
  adam: (o) => ({ kept: ['m', 'v'], lines: [...penalty(o), MEAN, SQUARES, ...moments(o, 'v')] }),
  adamw: (o) => ({ kept: ['m', 'v'], lines: [...shrink(o), MEAN, SQUARES, ...moments(o, 'v')] }),
  amsgrad: (o) => ({
    kept: ['m', 'v', 'v_max'],
    lines: [...penalty(o), MEAN, SQUARES, 'v_max = max(v_max, v)', ...moments(o, 'v_max')],
  }),
  adamax: (o) => ({
    kept: ['m', 'u'],
    lines: [
      ...penalty(o),
      MEAN,
      'u = max(beta2 u, abs(g) + epsilon)',
      `w = w - rate m / ${o['biasCorrection'] ? '(1 - beta1^t) / ' : ''}u`,
    ],
  }),
  nadam,
  radam,
  lion: (o) => ({
    kept: ['m'],
    lines: ['c = beta1 m + (1 - beta1) g', 'm = beta2 m + (1 - beta2) g', ...shrink(o), 'w = w - rate sign(c)'],
  }),
};
