import type { Answer, Numbers } from './base.d.ts';
import type { OptimizerOptions } from './optimizer.d.ts';
import type { RunOptions, StopReason } from './run.d.ts';

export interface SweepOptions extends Omit<RunOptions, 'optimizer' | 'precision'> {
  readonly optimizer?: OptimizerOptions;
  /**
   * The learning rates to try, 1 to 10,000 of them. Rates times `stepLimit` is bounded so that an answer
   * takes about a second at most: 20 million for a function, fewer for what has examples (of which only a
   * `batch` counts).
   */
  readonly rates: Numbers;
}

/** One entry per learning rate of a sweep. */
export interface Sweep extends Answer {
  readonly rates: Float64Array;
  /** Loss after the run; NaN where it diverged. */
  readonly finalLoss: Float64Array;
  /** Updates made. */
  readonly steps: Float64Array;
  readonly reasons: readonly StopReason[];
  /**
   * What the run did, told from the trace itself and not from theory: `monotone` - no step went past the
   * bottom of the slope it followed; `swinging` - some did, yet it ended lower than it began;
   * `divergent` - left its bounds, or overshot and ended no lower than it began.
   */
  readonly behaviours: readonly ('monotone' | 'swinging' | 'divergent')[];
}

/** The closed-form line (or plane) of ordinary least squares. */
export interface LeastSquares extends Answer {
  /** `[weight_1 ... weight_d, bias]`, as in the regression objective. */
  readonly parameters: Float64Array;
  readonly sumOfSquares: number;
  readonly meanOfSquares: number;
}

export interface QuestionCalls {
  sweepRates(options: SweepOptions): Sweep;
  leastSquares(inputs: Numbers, targets: Numbers, features?: number): LeastSquares;
}
