import type { Answer, EngineError, Numbers } from './base.d.ts';
import type { ObjectiveOptions } from './objective.d.ts';
import type { OptimizerOptions, ScheduleOptions } from './optimizer.d.ts';

/**
 * Why a run stands where it stands.
 *
 * - `running`: it can go on.
 * - `converged`: the gradient's Euclidean norm fell to `tolerance` or below.
 * - `diverged`: the loss or a parameter stopped being finite or grew beyond `divergenceLimit`.
 *   The last recorded row is the last one that was still within bounds.
 * - `stalled`: an update no longer changed any parameter, though the gradient is above `tolerance`.
 * - `step_limit`: `stepLimit` updates were made.
 * - `refused`: the run was never made; see `error`.
 */
export type StopReason = 'running' | 'converged' | 'diverged' | 'stalled' | 'step_limit' | 'refused';

export interface RunOptions {
  readonly objective: ObjectiveOptions;
  /** Default `{ name: 'gradient_descent' }`. */
  readonly optimizer?: OptimizerOptions;
  /** Default `{ name: 'constant' }`. */
  readonly schedule?: ScheduleOptions;
  /** One number per parameter; default: the objective's own start. */
  readonly start?: Numbers;
  /** At most this many updates, 1 to 1,000,000; default 1,000. */
  readonly stepLimit?: number;
  /** Converged when the gradient's norm is at most this, >= 0; default 1e-8. */
  readonly tolerance?: number;
  /** Diverged when the loss's or a parameter's magnitude is beyond this, > 0; default 1e12. */
  readonly divergenceLimit?: number;
}

/** Where a run stands; for a run that was refused or disposed of `{ step: 0, loss: NaN, reason: 'refused' }`. */
export interface Progress {
  /** Updates made so far. The one that diverged is not among them. */
  readonly step: number;
  /** Loss at the current parameters; with batches, of the batch that the next update looks at. */
  readonly loss: number;
  readonly reason: StopReason;
}

/**
 * A run's history: one row per visited point, row 0 being the start, so that `step.length` is the
 * number of updates plus one.
 */
export interface Trace extends Answer {
  /** 0, 1, 2, ... */
  readonly step: Float64Array;
  readonly loss: Float64Array;
  /** Euclidean norm of the gradient at that row's parameters. */
  readonly gradientNorm: Float64Array;
  /**
   * Learning rate of the update that *leaves* this row (the last row: of the one that would): as scheduled,
   * or as long as a line search found.
   */
  readonly rate: Float64Array;
  /**
   * How often the loss had been evaluated when the run stood at this row, its own evaluation and those
   * of any line search included. An evaluation of loss and gradient together counts as one of each.
   */
  readonly valueCount: Float64Array;
  /** The same for gradients. */
  readonly gradientCount: Float64Array;
  /** The same for Hessians, which only Newton's method asks for. */
  readonly hessianCount: Float64Array;
  /** rows x dimension, row by row. */
  readonly parameters: Float64Array;
  /** rows x dimension, row by row: the gradient at that row's parameters. */
  readonly gradients: Float64Array;
  readonly dimension: number;
}

/** What a number in an update stands for; figures colour by it. */
export type TermRole = 'parameter' | 'gradient' | 'rate' | 'hyperparameter' | 'state' | 'step' | 'result';

/** One quantity of an update. */
export interface Term {
  /** Name used in other terms' expressions, for example `m`, `beta1`, `w`. Unique within an explanation. */
  readonly symbol: string;
  /** The same as TeX. */
  readonly tex: string;
  /** A few words, for example `was at`. */
  readonly label: string;
  readonly role: TermRole;
  readonly value: number;
  /**
   * How the engine computed `value` from the symbols before it, empty for an input. Grammar:
   * numbers, symbols, `+ - * / ^`, parentheses, `sqrt( )`, `abs( )`, `max( , )`, `min( , )`, `sign( )`.
   * Evaluated left to right in double precision it gives `value` to the last bit.
   */
  readonly expression: string;
}

/** One update of one parameter, term by term. The last term is the parameter's new value. */
export interface Explanation extends Answer {
  /** The update that made row `step` of the trace, from row `step - 1`. */
  readonly step: number;
  readonly coordinate: number;
  readonly terms: readonly Term[];
}

/** A descent: an objective, an update rule and a history. */
export interface Run {
  readonly error: EngineError | null;
  readonly dimension: number;
  /** Makes up to `steps` further updates (rounded down; none for what is no number); fewer when the run ends. */
  advance(steps: number): Progress;
  /** Where the run stands now. */
  progress(): Progress;
  trace(): Trace;
  /** The arithmetic of the update into row `step` (1 or more), for one parameter. */
  explain(step: number, coordinate: number): Explanation;
  dispose(): void;
}

export interface RunCalls {
  createRun(options: RunOptions): Run;
}
