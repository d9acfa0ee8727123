import type { ParameterInfo } from './base.d.ts';

/** An update rule, described as data. */
export interface OptimizerInfo {
  /** Every update is minus the rate times the gradient. */
  readonly gradientStep: boolean;
  /** Most parameters it takes; 0 for any number. */
  readonly mostParameters: number;
  /** Name to ask for it by, for example `gradient_descent`. */
  readonly name: string;
  readonly label: string;
  readonly parameters: readonly ParameterInfo[];
  /** The update as TeX. */
  readonly formula: string;
  readonly source: string;
}

/** A way to choose every update's learning rate, described as data. */
export interface ScheduleInfo {
  /** It searches along minus the gradient, so it serves only optimizers with `gradientStep`. */
  readonly gradientStepOnly: boolean;
  /** Name to ask for it by, for example `cosine`. */
  readonly name: string;
  readonly label: string;
  readonly parameters: readonly ParameterInfo[];
  /** The rate as TeX. */
  readonly formula: string;
  readonly source: string;
}

/**
 * Which update rule, with its hyper-parameters. Names and defaults are PyTorch's, in camel case, wherever
 * PyTorch has the rule; `optimizers()` gives ranges, formulas and sources.
 *
 * | name | options and defaults |
 * |---|---|
 * | `gradient_descent` | `learningRate` 0.001 |
 * | `momentum` | `learningRate` 0.001, `momentum` 0.9, `dampening` 0, `weightDecay` 0 |
 * | `nesterov` | `learningRate` 0.001, `momentum` 0.9, `weightDecay` 0 |
 * | `adagrad` | `learningRate` 0.01, `epsilon` 1e-10, `weightDecay` 0 |
 * | `rmsprop` | `learningRate` 0.01, `alpha` 0.99, `epsilon` 1e-8, `momentum` 0, `centered` false, `weightDecay` 0 |
 * | `adadelta` | `learningRate` 1, `rho` 0.9, `epsilon` 1e-6, `weightDecay` 0 |
 * | `adam`, `amsgrad` | `learningRate` 0.001, `beta1` 0.9, `beta2` 0.999, `epsilon` 1e-8, `weightDecay` 0, `biasCorrection` true |
 * | `adamw` | as `adam`, with `weightDecay` 0.01, decoupled |
 * | `adamax` | as `adam`, with `learningRate` 0.002 |
 * | `nadam` | as `adamax`, and `momentumDecay` 0.004 |
 * | `radam` | as `adam`, without `biasCorrection` |
 * | `lion` | `learningRate` 1e-4, `beta1` 0.9, `beta2` 0.99, `weightDecay` 0, decoupled |
 * | `conjugate_gradient` | `learningRate` 1, `decrease` 1e-4, `curvature` 0.1: Polak-Ribière+, strong Wolfe line search |
 * | `lbfgs` | `learningRate` 1, `history` 100, `lineSearch` false (strong Wolfe; without it the rate must be small) |
 * | `newton` | `learningRate` 1, `safeguard` true (magnitudes of eigenvalues, then backtracking); at most 100 parameters |
 *
 * `conjugate_gradient`, `lbfgs` and `newton` choose a direction; `learningRate` (as scheduled) is the first
 * length they try along it, and the trace's rate is the length they took.
 */
export type OptimizerOptions = { readonly name: string } & { readonly [parameter: string]: number | string | boolean };

/**
 * How the learning rate changes from update to update. The rate of update `t` (0 for the first), with
 * `r` the optimizer's own `learningRate`, and the defaults:
 *
 * | name | rate | parameters |
 * |---|---|---|
 * | `constant` | `r` | |
 * | `step` | `r * factor^floor(t / interval)` | `interval` 30, `factor` 0.1 |
 * | `exponential` | `r * factor^t` | `factor` 0.98 |
 * | `cosine` | from `r` to `end * r` along half a cosine in `steps` updates, then constant | `steps` 100, `end` 0 |
 * | `warmup` | `r * min(1, (t + 1) / warmup)` | `warmup` 10 |
 * | `inverse_time` | `r / (1 + decay * t)` | `decay` 0.1 |
 * | `backtracking` | tries `first`, then `shrink` times as much and so on, until the loss is lower by at least `decrease` times rate times squared gradient norm; 0 where nothing passes, which stalls the run. Needs no `learningRate`; serves `gradient_descent` only | `first` 1, `shrink` 0.5, `decrease` 1e-4 |
 *
 * `step`, `exponential`, `cosine` and `inverse_time` also take `warmup` (default 0): that many updates
 * of linear warm-up come first, and `t` counts from their end.
 */
export type ScheduleOptions = { readonly name: string } & { readonly [parameter: string]: number | string | boolean };

export interface OptimizerCalls {
  /** Every update rule, in the order of the registry. */
  optimizers(): readonly OptimizerInfo[];
  /** Every schedule of the learning rate, in the order of the registry; the first is the default. */
  schedules(): readonly ScheduleInfo[];
}
