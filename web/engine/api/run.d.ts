import type { Answer, EngineError, Numbers, Values } from './base.d.ts';
import type { Data } from './data.d.ts';
import type { Assessment, Inspection, NetworkInfo, NeuronMaps, OwnExamples, Part } from './network.d.ts';
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
  /**
   * How many examples each update looks at; default all. Then a row's loss and gradient are those of the
   * batch that the next update looks at, and the run neither converges nor stalls: one batch says nothing
   * about the others. Refused where the objective has no examples.
   */
  readonly batch?: {
    /** 0 to 1,000,000,000; 0 (default), or as many as there are: all of them. An epoch's last batch may be smaller. */
    readonly size?: number;
    /** A new order for every epoch; default true. */
    readonly shuffle?: boolean;
    /** Of those orders, whole, 0 to 2,147,483,647; default 1. */
    readonly seed?: number;
  };
  /**
   * `double` (default), or `single`, about twice as fast: for `network`, `logistic` and `softmax`, without
   * {@link Run.explain}. Answers are doubles either way.
   */
  readonly precision?: 'double' | 'single';
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
  /** Passes over the examples that lie behind that row, a fraction within a pass; 0 for a plain function. */
  readonly epochs: Float64Array;
  /**
   * How often the loss had been evaluated when the run stood at this row, its own evaluation and those
   * of any line search included. An evaluation of loss and gradient together counts as one of each.
   */
  readonly valueCount: Float64Array;
  /** The same for gradients. */
  readonly gradientCount: Float64Array;
  /** The same for Hessians, which only Newton's method asks for. */
  readonly hessianCount: Float64Array;
  /** rows x dimension, row by row; empty unless {@link Run.keepsParameters}. */
  readonly parameters: Float64Array;
  /** rows x dimension, row by row: the gradient at that row's parameters; empty unless the run keeps them. */
  readonly gradients: Float64Array;
  readonly dimension: number;
}

/** One row of a run, in full. */
export interface Row extends Answer {
  readonly step: number;
  readonly loss: number;
  readonly gradientNorm: number;
  readonly rate: number;
  readonly epochs: number;
  readonly parameters: Float64Array;
  /** The gradient at these parameters, of the row's batch where there are batches. */
  readonly gradient: Float64Array;
}

/** A step that the run has reached, or any parameters. */
export type Where = { readonly step: number } | { readonly at: Numbers };

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
  /** Examples behind the loss; 0 for a plain function. */
  readonly sampleCount: number;
  /** The network that learns; null where there is none. */
  readonly network: NetworkInfo | null;
  /**
   * Whether the trace holds every row's parameters and gradient: where all that `stepLimit` allows fit into
   * 64 MB, the most that a run's history takes. Otherwise {@link Run.at} computes them again.
   */
  readonly keepsParameters: boolean;
  /** Makes up to `steps` further updates (rounded down; none for what is no number); fewer when the run ends. */
  advance(steps: number): Progress;
  /** Where the run stands now. */
  progress(): Progress;
  trace(): Trace;
  /**
   * Row `step`, in full, whether the trace holds its parameters or not: those are computed again from the
   * nearest snapshot before it, with the same bits. Refused for a step that was not reached.
   */
  at(step: number): Row;
  /** The arithmetic of the update into row `step` (1 or more), for one parameter. */
  explain(step: number, coordinate: number): Explanation;
  /** As {@link Objective.predict}, with the parameters of a step or any others. */
  predict(where: Where, inputs: Numbers): Values;
  /** As {@link Objective.activations}. */
  activations(where: Where, inputs: Numbers): NeuronMaps;
  /** As {@link Objective.inspect}. */
  inspect(where: Where, input: Numbers, target: Numbers): Inspection;
  /** As {@link Objective.assess}; the examples by default are those that the run learns from. */
  assess(where: Where, data?: Data | OwnExamples, part?: Part): Assessment;
  dispose(): void;
}

export interface RunCalls {
  createRun(options: RunOptions): Run;
}
