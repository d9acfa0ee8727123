import type { Answer, Numbers } from './base.d.ts';
import type { RunOptions, StopReason } from './run.d.ts';
import type { Task } from './task.d.ts';

/** What every run of a series has in common; the starts are the series' own. */
export type SeriesOptions = Pick<
  RunOptions,
  'objective' | 'optimizer' | 'schedule' | 'stepLimit' | 'tolerance' | 'divergenceLimit'
>;

export interface BasinsOptions extends SeriesOptions {
  /**
   * Bounds of the first and of the second parameter, lower and upper; default: a named function's own
   * domain. Every run starts in the middle of a cell: the one of column `c` of `n` at
   * `(x[0] * (2n - 2c - 1) + x[1] * (2c + 1)) / 2n`.
   */
  readonly x?: readonly [number, number];
  readonly y?: readonly [number, number];
  /** Cells, 2 to 1,024 each way; default 256. */
  readonly columns?: number;
  readonly rows?: number;
  /** Ends this near to a minimum belong to it, >= 0; default: a hundredth of the wider side. */
  readonly radius?: number;
}

/**
 * Where runs end. An `end` of 0 or more is a number of `minima`; others are
 *
 * - -1: the run was not made yet,
 * - -2: it diverged, or its start has no finite loss,
 * - -3: `stepLimit` was reached, or updates became too small, before it came to rest,
 * - -4: it came to rest where there is no minimum: a saddle, a top or a plateau, by the second derivatives,
 * - -5: it came to rest in a minimum beyond the 1,000 that are told apart.
 */
export interface Endings extends Answer {
  readonly end: Int16Array;
  /**
   * The minima, `dimension` numbers each: first the known ones of a named function, in its own order,
   * whether a run ended there or not; then others in the order in which runs found them, placed by
   * Newton's method.
   */
  readonly minima: Float64Array;
  /** The loss at each of them. */
  readonly minimumValues: Float64Array;
}

/** A picture of basins of attraction: one entry per cell, row by row with the lowest `y` first. */
export interface BasinMap extends Endings {
  readonly columns: number;
  readonly rows: number;
  /**
   * Where the run from each cell ends. A cell whose own run is to come answers as the nearest one that
   * was made: the picture is complete, in blocks of 16 x 16 cells, after one run in 256.
   */
  readonly end: Int16Array;
  /** The updates that run made. */
  readonly steps: Uint32Array;
}

/** Units of work: every start and every update is one. `done` and `total` count cells. */
export type Basins = Task<BasinMap>;

export interface StartsOptions extends SeriesOptions {
  /** As in {@link RunOptions}: every run takes the same batches. */
  readonly batch?: RunOptions['batch'];
  /** How many runs, 1 to 10,000; default 100. */
  readonly count?: number;
  /** 0 to 2,147,483,647; default 1. The first runs of a larger `count` are the same. */
  readonly seed?: number;
  /**
   * Starts are drawn evenly between these lower and upper bounds: two numbers for all parameters, or two
   * for each, one pair after the other, as in {@link ObjectiveInfo.domain}. Default: a named function's own
   * domain; for a network, run `k` starts with the weights that its own `seed` would give were it `seed + k`.
   */
  readonly within?: Numbers;
  /** Ends this near to a minimum belong to it, >= 0; default: a hundredth of the widest pair of bounds. */
  readonly radius?: number;
  /**
   * Updates between two looks at each run, the first at its start; default 0: none. `count` times the looks of a run,
   * `1 + floor(stepLimit / every)`, is at most 1,048,576.
   */
  readonly every?: number;
}

/**
 * The runs of a series that are over, one entry each. `end`, `minima` and `minimumValues` are empty for
 * what has examples or more than 16 parameters.
 */
export interface StartsSurvey extends Endings {
  readonly dimension: number;
  /** Loss at the end, over all examples; NaN where it diverged. */
  readonly finalLoss: Float64Array;
  /** Updates made. */
  readonly steps: Float64Array;
  readonly reasons: readonly StopReason[];
  /**
   * Of each run that is over its looks, one run after the other: the loss over all examples, and `dimension` numbers.
   * A run that ended before its step limit keeps its last; the run that is under way has the ones it has come to.
   * NaN where a start's own loss or slope was out of bounds.
   */
  readonly lookLosses: Float64Array;
  readonly lookPlaces: Float64Array;
  /**
   * Where each began and ended (the last place within bounds; NaN where the start was out of them), `dimension`
   * numbers each; the run that is under way has a start already. Empty, as `lookPlaces` is, where `count` times `dimension`, times the looks of a run
   * where there are some, is above 1,048,576.
   */
  readonly starts: Float64Array;
  readonly places: Float64Array;
}

/** Units of work: every start and every update is one. `done` and `total` count runs. */
export type Starts = Task<StartsSurvey>;

export interface SeriesCalls {
  /** The basins of attraction of an optimizer on an objective of two parameters. */
  createBasins(options: BasinsOptions): Basins;
  /** Runs from many random starts, and where they end. */
  createStarts(options: StartsOptions): Starts;
}
