import type { Answer, EngineError, Numbers, ParameterInfo, Values } from './base.d.ts';
import type { Data } from './data.d.ts';
import type {
  Assessment,
  Inspection,
  LogisticOptions,
  Matching,
  NetworkInfo,
  NeuronMaps,
  NetworkOptions,
  OwnExamples,
  Part,
  SoftmaxOptions,
} from './network.d.ts';
import type { BatchQuestions } from './batches.d.ts';
import type { SliceQuestions } from './slices.d.ts';
import type { BigramOptions } from './text.d.ts';

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

/** A function of the registry; further keys set its parameters. */
export type FunctionOptions = { readonly name: string } & { readonly [parameter: string]: number | string };

/** A typed formula, see {@link Engine.parseFormula}. Default start: 1 in every variable. */
export interface FormulaOptions {
  readonly formula: string;
}

/**
 * Linear regression, `prediction = inputs . weights + bias`. The flat parameter vector is
 * `[weight_1 ... weight_d, bias]`.
 */
export interface RegressionOptions {
  readonly regression: (
    | {
        /** n x d, row by row. */
        readonly inputs: Numbers;
        /** n. */
        readonly targets: Numbers;
        /** d, 1 to 64; default 1. */
        readonly features?: number;
      }
    /** Data with one target and at most 64 features. */
    | { readonly data: Data }
  ) & {
    /** `mean_squares` (default): sum of squared residuals over n. `sum_squares`: without the division. */
    readonly loss?: 'mean_squares' | 'sum_squares';
  };
}

/**
 * Another objective whose gradient is never quite right: to every slope a normal number of mean 0 and standard
 * deviation `size` is added. It depends on `seed` and on the place alone, to the last bit, so that a run can be made
 * again; a hair beside a place it is drawn anew. Losses are without noise.
 */
export interface NoisyOptions {
  readonly noisy: {
    /** Any other than a noisy one. */
    readonly objective: ObjectiveOptions;
    /** 0 (default) to 1e12. */
    readonly size?: number;
    /** Whole, 0 to 2,147,483,647; default 1. */
    readonly seed?: number;
  };
}

/** What to minimise: exactly one key (`name`, `formula`, `regression`, `network` and so on) says which kind. */
export type ObjectiveOptions =
  | FunctionOptions
  | FormulaOptions
  | RegressionOptions
  | BigramOptions
  | NoisyOptions
  | NetworkOptions
  | LogisticOptions
  | SoftmaxOptions;

export interface Evaluation extends Answer {
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Gradients extends Values {
  /** `dimension` numbers for each point; non-finite ones are reported as NaN. */
  readonly gradients: Float64Array;
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

export interface SharpnessOptions {
  /** Where to begin looking, such as `direction` of a place nearby: `dimension` numbers. Default: one that is drawn. */
  readonly from?: Numbers;
  /** How well `value` is to be known, relative to itself: 1e-12 to 1; default 1e-6. */
  readonly tolerance?: number;
  /**
   * Products of the Hessian with a vector at the most, 1 to 1,000; default 100, or as many as take about a second. Go on
   * from the direction that was found where they are not enough.
   */
  readonly products?: number;
}

/** The steepest bend at a point, without all the others that {@link Curvature} needs. */
export interface Sharpness extends Answer {
  /** Largest eigenvalue of the Hessian. */
  readonly value: number;
  /** `2 / value`, the rate from which plain descent on this quadratic diverges; 0 where `value <= 0`. */
  readonly threshold: number;
  /** Its eigenvector, of length 1. */
  readonly direction: Float64Array;
  /** How far `value` may be off. */
  readonly doubt: number;
  /** Products that it took. */
  readonly products: number;
  /** Whether these were exact, as a network's are; otherwise differences of gradients, good to about 1e-5. */
  readonly exact: boolean;
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

/**
 * A function to ask questions of. What looks at many places at once is refused where it would take longer
 * than about a second: examples times parameters times places at most 1,000,000,000.
 */
export interface Objective extends BatchQuestions, SliceQuestions {
  readonly error: EngineError | null;
  readonly dimension: number;
  /** Examples behind the loss; 0 for a plain function. */
  readonly sampleCount: number;
  /** The network whose loss this is, `network`, `logistic` and `softmax` alike; otherwise null. */
  readonly network: NetworkInfo | null;
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
  /** By Lanczos' method, for any number of parameters. Refused in the smaller engine. */
  sharpness(at: Numbers, options?: SharpnessOptions): Sharpness;
  /**
   * Error of forward and central difference quotients of parameter `coordinate` against the exact
   * derivative, for each step width.
   */
  differenceQuotients(at: Numbers, coordinate: number, widths: Numbers): DifferenceQuotients;
  /**
   * What the network makes of inputs, n x features, row by row: n x outputs, probabilities where the loss
   * works on logits. n times the parameters at most 1,000,000,000. Refused where there is no network.
   */
  predict(at: Numbers, inputs: Numbers): Values;
  /**
   * Every neuron's weighted sum and activation for inputs, n x features, row by row. n times the parameters at most
   * 1,000,000,000, n times the neurons at most 8,388,608. Refused where there is no network.
   */
  activations(at: Numbers, inputs: Numbers): NeuronMaps;
  /** Every number of the network for one example: `input` has one per feature, `target` one per output. */
  inspect(at: Numbers, input: Numbers, target: Numbers): Inspection;
  /**
   * Orders the hidden neurons of `other`, parameters of this network too, so that layer by layer they are most like
   * those of `at`: the correlations over the first 2,000 examples are the largest in sum. At most 256 neurons a layer.
   */
  matchNeurons(at: Numbers, other: Numbers): Matching;
  /** How well the network does on examples; default: on those it learns from. At most 1,024 outputs. */
  assess(at: Numbers, data?: Data | OwnExamples, part?: Part): Assessment;
  dispose(): void;
}

export interface ObjectiveCalls {
  /** Every built-in function, in the order of the registry. */
  objectives(): readonly ObjectiveInfo[];
  createObjective(options: ObjectiveOptions): Objective;
}
