/**
 * Downhill's descent engine, as seen from JavaScript.
 *
 * Conventions that hold for every call:
 *
 * - **Nothing throws.** Every answer carries `error`: `null` when all went well, otherwise an
 *   {@link EngineError} that names the field, says what was wrong and what would be right. An answer
 *   with an error holds empty arrays, so reading it is harmless.
 * - **Arrays are copies.** A returned typed array belongs to the caller and stays valid.
 * - **Handles are owned.** {@link Run} and {@link Objective} live in the engine's memory until
 *   `dispose()`; using one afterwards answers with an error.
 * - **Deterministic.** The same options give the same bits in every browser and in Node.
 */

/** A list of numbers on its way into the engine. */
export type Numbers = ArrayLike<number>;

/** Why a request was refused. */
export interface EngineError {
  /** Dotted path of the offending option, for example `optimizer.learningRate` or `objective.regression.inputs`. */
  readonly field: string;
  /** What is wrong, as a sentence for a reader. */
  readonly message: string;
  /** What would be right, as a sentence for a reader. */
  readonly remedy: string;
  /** 0-based character offset in a text, or -1 where it has no meaning. */
  readonly position: number;
  /** 1-based row of a table, or -1 where it has no meaning. */
  readonly row: number;
}

/** Anything the engine answers. */
export interface Answer {
  readonly error: EngineError | null;
}

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

/** A one-line description of a number a caller may set; enough to draw a control for it. */
export interface ParameterInfo {
  /** Name of the option, for example `learningRate`. */
  readonly name: string;
  /** For a label, for example `learning rate`. */
  readonly label: string;
  readonly default: number;
  /** Smallest and largest accepted values, both included. */
  readonly min: number;
  readonly max: number;
  /** How a slider should run between them; `flag` is a switch (true or false), `whole` takes whole numbers only. */
  readonly scale: 'linear' | 'log' | 'flag' | 'whole';
}

/** A built-in function, described as data. */
export interface ObjectiveInfo {
  /** Name to ask for it by, for example `himmelblau`. */
  readonly name: string;
  readonly label: string;
  /** The formula as TeX. */
  readonly formula: string;
  readonly dimension: number;
  /** Range worth drawing: `dimension` pairs of lower and upper bound, one after the other. */
  readonly domain: Float64Array;
  /** A start that shows something. */
  readonly start: Float64Array;
  /** Known minima, one after the other, `dimension` numbers each; global ones first. */
  readonly minima: Float64Array;
  /** The value at each of `minima`. */
  readonly minimumValues: Float64Array;
  /** Numbers that shape it, for example the condition number of a bowl. */
  readonly parameters: readonly ParameterInfo[];
  /** Where it is from. */
  readonly source: string;
}

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

/** What to minimise: exactly one of the keys below says which kind. */
export type ObjectiveOptions =
  /** A function of the registry; further keys set its parameters. */
  | ({ readonly name: string } & { readonly [parameter: string]: number | string })
  /** A typed formula, see {@link Engine.parseFormula}. Default start: 1 in every variable. */
  | { readonly formula: string }
  /**
   * Linear regression, `prediction = inputs . weights + bias`. The flat parameter vector is
   * `[weight_1 ... weight_d, bias]`.
   */
  | {
      readonly regression: {
        /** n x d, row by row. */
        readonly inputs: Numbers;
        /** n. */
        readonly targets: Numbers;
        /** d; default 1. */
        readonly features?: number;
        /** `mean_squares` (default): sum of squared residuals over n. `sum_squares`: without the division. */
        readonly loss?: 'mean_squares' | 'sum_squares';
      };
    };

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

/** Extremes of the second derivative at a point, and what they say about plain gradient descent there. */
export interface Curvature extends Answer {
  /** Smallest and largest eigenvalue of the Hessian. */
  readonly smallest: number;
  readonly largest: number;
  /** `2 / largest`, the rate from which plain descent on this quadratic diverges; 0 where `largest <= 0`. */
  readonly threshold: number;
  /** `largest / smallest` where both are positive, otherwise 0. */
  readonly conditionNumber: number;
}

export interface Evaluation extends Answer {
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Values extends Answer {
  /** Non-finite values are reported as NaN. */
  readonly values: Float64Array;
}

export interface Gradients extends Values {
  /** `dimension` numbers for each point; non-finite ones are reported as NaN. */
  readonly gradients: Float64Array;
}

/** A typed formula as it was understood. */
export interface ParsedFormula extends Answer {
  /** 1 or 2. */
  readonly dimension: number;
  /** Their names, in the order of the parameters: `x`; `x`, `y`; `w`; or `w1`, `w2`. */
  readonly variables: readonly string[];
  /** The formula as TeX; empty where it would be longer than 4,000 characters. */
  readonly tex: string;
  /** Its derivative by each variable as TeX; empty where it would be too long to read. */
  readonly gradientTex: readonly string[];
}

/** A function to ask questions of. */
export interface Objective {
  readonly error: EngineError | null;
  readonly dimension: number;
  evaluate(at: Numbers): Evaluation;
  /** Values at many points: `points` holds `dimension` numbers each. */
  values(points: Numbers): Values;
  /** Values and gradients at many points: `points` holds `dimension` numbers each. */
  gradients(points: Numbers): Gradients;
  /**
   * Values on a regular grid over two parameters, `columns` x `rows` (2 to 2,048 each), row by row with
   * the lowest `y` first; other parameters stay as in `at` (default: all zero). `axes` default `[0, 1]`.
   */
  grid(request: {
    readonly x: readonly [number, number];
    readonly y: readonly [number, number];
    readonly columns: number;
    readonly rows: number;
    readonly at?: Numbers;
    readonly axes?: readonly [number, number];
  }): Values;
  curvature(at: Numbers): Curvature;
  /**
   * Error of forward and central difference quotients of parameter `coordinate` against the exact
   * derivative, for each step width.
   */
  differenceQuotients(at: Numbers, coordinate: number, widths: Numbers): DifferenceQuotients;
  dispose(): void;
}

export interface DifferenceQuotients extends Answer {
  readonly exact: number;
  readonly widths: Float64Array;
  /** The quotients themselves. */
  readonly forward: Float64Array;
  readonly central: Float64Array;
  /** Magnitudes of their errors. */
  readonly forwardError: Float64Array;
  readonly centralError: Float64Array;
}

export interface SweepOptions extends Omit<RunOptions, 'optimizer'> {
  readonly optimizer?: OptimizerOptions;
  /**
   * The learning rates to try, 1 to 10,000 of them. Rates times `stepLimit` is bounded so that an answer
   * takes about a second at most: 20 million for a function, fewer for a regression.
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

/** A table of numbers read from text. */
export interface Table extends Answer {
  readonly columns: number;
  readonly rows: number;
  /** Header names, empty strings where there was no header. */
  readonly names: readonly string[];
  /** rows x columns, row by row. */
  readonly values: Float64Array;
}

export interface CsvOptions {
  /** How many numeric columns there must be; 0 (default) accepts any number. */
  readonly columns?: number;
  /** Fewest and most data rows; default 1 and 100,000. */
  readonly minRows?: number;
  readonly maxRows?: number;
}

export interface Engine {
  /** Version of the project, for example `0.1.0`. */
  readonly version: string;
  /** Every built-in function, in the order of the registry. */
  objectives(): readonly ObjectiveInfo[];
  /** Every update rule, in the order of the registry. */
  optimizers(): readonly OptimizerInfo[];
  /** Every schedule of the learning rate, in the order of the registry; the first is the default. */
  schedules(): readonly ScheduleInfo[];
  createObjective(options: ObjectiveOptions): Objective;
  /**
   * Reads a formula in one or two variables: `x` and `y`, or `w`, or `w1` and `w2`; the names it uses
   * decide how many. `+ - * / ^`, parentheses, `|x|`, the constants `pi` and `e`, and the functions
   * `abs acos asin atan atan2 cos cosh exp gauss log log10 log2 max min relu sigmoid sign sin sinh
   * softplus sqrt step tan tanh` (`log` and `ln` are natural, `gauss(x)` is `exp(-x^2)`).
   *
   * As on paper, `-x^2` is `-(x^2)`, `a^b^c` is `a^(b^c)`, and a product needs no sign: `2x`,
   * `3(x + 1)`, `2 pi x`, `xy`. A name is never a function of what follows unless it is one of the
   * above, so `x(y + 1)` is a product; and such a product is no different from one with a sign, so
   * `1/2x` is `(1/2)x`. What people paste is read too: `x²`, `−`, `·`, `×`, `√`, `π`, `w₁`, `**`.
   *
   * At most 1,000 characters, nested at most 100 deep. An error's `position` is the place in the text.
   */
  parseFormula(text: string): ParsedFormula;
  createRun(options: RunOptions): Run;
  sweepRates(options: SweepOptions): Sweep;
  leastSquares(inputs: Numbers, targets: Numbers, features?: number): LeastSquares;
  /**
   * Reads comma-, semicolon-, tab- or space-separated numbers with an optional header line. Blank lines
   * and lines that begin with `#` are passed over. An error names the row (counting every line from 1).
   */
  readCsv(text: string, options?: CsvOptions): Table;
  /** Runs and objectives made and not yet disposed of. */
  liveHandles(): number;
  /** Size of the engine's memory in bytes; it grows with the largest demand and is used again, never given back. */
  heapBytes(): number;
}

/** Loads the engine; the module is instantiated once however often this is called. */
export declare function loadEngine(): Promise<Engine>;
