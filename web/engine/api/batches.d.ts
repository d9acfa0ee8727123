import type { Answer, Numbers } from './base.d.ts';

export interface CloudRequest {
  /** `dimension` numbers. */
  readonly at: Numbers;
  /** Examples in a batch, 1 to all of them; default 1. */
  readonly size?: number;
  /** How many batches, 1 to 10,000; default 100. Bounded so that an answer takes about a second at most. */
  readonly count?: number;
  /** 0 to 2,147,483,647; default 1. */
  readonly seed?: number;
  /** Default true. */
  readonly shuffle?: boolean;
}

/** The batches are those of the first `count` updates of a run with the same size, shuffle and seed. */
export interface GradientCloud extends Answer {
  /** The loss over all examples. */
  readonly loss: number;
  /** Its gradient: `dimension` numbers. */
  readonly full: Float64Array;
  /** The loss of each batch. */
  readonly losses: Float64Array;
  /** count x `dimension`: the gradient of each batch. */
  readonly gradients: Float64Array;
  /**
   * Root mean square of the guesses' distances from `full`. An epoch's smaller last batch does not count, unless
   * there is no other.
   */
  readonly spread: number;
}

export interface SpreadRequest {
  /** `dimension` numbers. */
  readonly at: Numbers;
  /** Batch sizes, 1 to 10,000 of them, each a whole number from 1 to all examples. */
  readonly sizes: Numbers;
}

/**
 * What drawing without putting back makes of batches, without drawing any: N examples whose own gradients lie around the
 * full one with variance sigma^2 give batches of B a spread of `sqrt(sigma^2 / B (N - B) / (N - 1))` (Cochran 1977,
 * theorem 2.2), 0 for all. For losses that average over their examples.
 */
export interface GradientSpread extends Answer {
  /** sigma^2: the mean of the squared distances of each example's own gradient from the full one. */
  readonly variance: number;
  /** One per size: the root of the mean of the squared distances of such batches' gradients from the full one. */
  readonly spreads: Float64Array;
}

export interface BatchesRequest {
  /** Examples in a batch, 1 to all of them; default 1. */
  readonly size?: number;
  /** Default true. */
  readonly shuffle?: boolean;
  /** 0 to 2,147,483,647; default 1. */
  readonly seed?: number;
  /** The first update asked about, counted from 0, to 1,000,000; default 0. */
  readonly first?: number;
  /** How many updates, 1 to 1,000,000, with at most 4,194,304 examples together; default 1. */
  readonly count?: number;
}

/** Which examples the updates of a run with the same size, shuffle and seed look at. */
export interface Batches extends Answer {
  /** Numbers of examples from 0 on, one batch after the other. `perEpoch` batches hold every example once. */
  readonly examples: Float64Array;
  /** One per batch: where it ends in `examples`, and the next one begins. */
  readonly ends: Float64Array;
  /** Updates in an epoch, a smaller last one included. */
  readonly perEpoch: number;
}

/** Questions about the examples that a loss learns from. */
export interface BatchQuestions {
  /** Gradients of mini-batches around the full one, for an objective with examples. */
  gradientCloud(request: CloudRequest): GradientCloud;
  /** How wide such a cloud is by the theory of sampling, for an objective that averages over examples. */
  gradientSpread(request: SpreadRequest): GradientSpread;
  /** Which examples each batch holds, for an objective with examples. */
  batches(request: BatchesRequest): Batches;
}
