import type { Answer, Numbers } from './base.d.ts';
import type { RunOptions, StopReason } from './run.d.ts';
import type { Task } from './task.d.ts';

export interface EdgeOptions extends Omit<RunOptions, 'precision'> {
  /** Updates between two looks at the sharpness, at least 1; default 1. */
  readonly every?: number;
  /** How well it is to be known, relative to itself: 1e-12 to 1; default 1e-3. */
  readonly sharpnessTolerance?: number;
}

/** A run and its sharpness along the way, as far as it came. */
export interface Edge extends Answer {
  readonly dimension: number;
  readonly reason: StopReason;
  /** One per row, row 0 being the start, with the bits of a run with the same options. */
  readonly loss: Float64Array;
  /** The rows at which the sharpness was taken: every `every`-th from 0 on. */
  readonly steps: Float64Array;
  /** Largest eigenvalue of the Hessian over all examples, one per entry of `steps`; NaN where it is not finite. */
  readonly sharpness: Float64Array;
  /** `2 / rate` of the update that leaves each of them: the sharpness from which plain descent swings out. */
  readonly threshold: Float64Array;
  /** The last place: `dimension` numbers. */
  readonly parameters: Float64Array;
  /** Products of the Hessian with a vector that it took altogether. */
  readonly products: number;
}

/** `start`, where it is given, is the first free point; default half way. A rule such as `adam` bends faster. */
export interface BendOptions extends Omit<RunOptions, 'precision'> {
  /** Both ends: `dimension` numbers each. */
  readonly from: Numbers;
  readonly to: Numbers;
  /** Where on the path an update looks: in the middles of so many equal parts, 1 to 64; default 9. */
  readonly places?: number;
  /** Losses of each profile, 2 to 1,001; default 41. */
  readonly columns?: number;
}

/**
 * A path `(1 - t)^2 from + 2 t (1 - t) middle + t^2 to` whose free point is trained so that the mean loss on it is low
 * (Garipov et al. 2018). In the plane through `from` along `middle - from` and `to - from` it runs through
 * `x = 2 t (1 - t)`, `y = t^2`.
 */
export interface Bend extends Answer {
  readonly reason: StopReason;
  /** Mean loss of the path, one per row, row 0 before the first update; with a `batch`, of that. */
  readonly loss: Float64Array;
  /** The free point by now. */
  readonly middle: Float64Array;
  /** The loss over all examples at evenly spaced t, 0 and 1 included: on the straight line, and on the path. */
  readonly straight: Float64Array;
  readonly bent: Float64Array;
}

/** Trainings as tasks. `done` and `total` count rows; a unit of work is some ten thousand multiplications. */
export interface LandscapeCalls {
  /** A run with the sharpness along the way, each look beginning where the last one ended. */
  createEdge(options: EdgeOptions): Task<Edge>;
  createBend(options: BendOptions): Task<Bend>;
}
