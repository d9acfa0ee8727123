import type { Answer, Numbers } from './base.d.ts';
import type { Data } from './data.d.ts';

/** What a neuron makes of its weighted sum `z`. Rectifiers have the slope of their left side at 0, as in PyTorch. */
export type Activation = 'linear' | 'sigmoid' | 'tanh' | 'relu' | 'leaky_relu' | 'gelu';

/**
 * How far outputs `a` are from targets `y`, over `n` examples with `m` outputs each.
 *
 * - `mse`: sum of squares over `n m`, PyTorch's `MSELoss`.
 * - `squared_error`: sum of squares over `n`.
 * - `cross_entropy`: on logits, with softmax, over `n`: PyTorch's `CrossEntropyLoss`.
 * - `binary_cross_entropy`: on logits, with the sigmoid, over `n m`: PyTorch's `BCEWithLogitsLoss`.
 *
 * The last two squash the outputs themselves, so their last layer is `linear`, predictions are
 * probabilities, and targets are from 0 to 1.
 */
export type NetworkLoss = 'mse' | 'squared_error' | 'cross_entropy' | 'binary_cross_entropy';

/** Examples given outright: at most 16,777,216 numbers, inputs and targets together. */
export interface OwnExamples {
  /** n x features, row by row; n >= 1. */
  readonly inputs: Numbers;
  /** n x outputs, row by row. With cross-entropy also n class numbers, each from 0 to outputs - 1. */
  readonly targets: Numbers;
  readonly data?: never;
}

/** Examples in the engine's memory, which others may learn from as well: nothing is copied. */
export interface SharedExamples {
  /**
   * With as many features as the network has inputs, and as many targets as outputs; two classes also fit
   * one output, whose target then is one of `classTargets`.
   */
  readonly data: Data;
  readonly inputs?: never;
  readonly targets?: never;
  /**
   * What one output is told of the first and of the second class; default `[0, 1]`, or `[-1, 1]` where that
   * output is a `tanh`. From 0 to 1 where the loss works on logits.
   */
  readonly classTargets?: readonly [number, number];
}

/**
 * Fully connected layers. The flat parameter vector goes layer by layer; a layer's part is `[W | b]`,
 * outputs x (inputs + 1), column by column: the weight from input `k` to neuron `i` of layer `l` is number
 * `offsets[l] + k * layers[l + 1] + i`, its bias `offsets[l] + layers[l] * layers[l + 1] + i`, with the
 * `offsets` of {@link NetworkInfo}. (In PyTorch: `layer.weight.T.flatten()`, then `layer.bias`.)
 */
export interface NetworkOptions {
  readonly network: {
    /**
     * Inputs, neurons of each hidden layer, outputs: 2 to 64 whole numbers from 1 to 65,536. At most 16,384
     * neurons and 1,000,000 parameters altogether.
     */
    readonly layers: Numbers;
    /** Of hidden neurons; default `sigmoid`. */
    readonly activation?: Activation;
    /** Of outputs; default as `activation`, or `linear` (and nothing else) where the loss works on logits. */
    readonly outputActivation?: Activation;
    /** Default `mse`. */
    readonly loss?: NetworkLoss;
    /** The start, one number per parameter, instead of one that is drawn. */
    readonly parameters?: Numbers;
    /**
     * How wide first weights are drawn; biases begin at 0. `glorot`: uniform within `sqrt(6 / (in + out))`;
     * `he`: within `sqrt(6 / in)`. Default `he` for `relu`, `leaky_relu` and `gelu`, otherwise `glorot`.
     */
    readonly initial?: 'glorot' | 'he';
    /** Of the first weights, whole, 0 to 2,147,483,647; default 1. */
    readonly seed?: number;
  } & (OwnExamples | SharedExamples);
}

/**
 * Logistic regression: one output, `p = sigmoid(inputs . weights + bias)`, mean binary cross-entropy. A
 * network without hidden layers; parameters `[weight_1 ... weight_d, bias]`, all 0 by default.
 */
export interface LogisticOptions {
  readonly logistic:
    | {
        /** n x d, row by row. */
        readonly inputs: Numbers;
        /** n, each 0 or 1 (or a probability between). */
        readonly targets: Numbers;
        /** d, 1 to 65,536; default 1. */
        readonly features?: number;
      }
    /** Data with two classes, or one target from 0 to 1. */
    | { readonly data: Data };
}

/**
 * Softmax regression: one linear output per class, mean cross-entropy. A network without hidden layers;
 * parameters as there (a column of `classes` weights per feature, then the biases), all 0 by default.
 */
export interface SoftmaxOptions {
  readonly softmax:
    | {
        /** n x d, row by row. */
        readonly inputs: Numbers;
        /** n class numbers from 0 to classes - 1, or n x classes probabilities, row by row. */
        readonly targets: Numbers;
        /** d, 1 to 65,536; default 1. */
        readonly features?: number;
        /** 2 to 16,384. */
        readonly classes: number;
      }
    /** Data with classes. */
    | { readonly data: Data };
}

/** A network's shape. */
export interface NetworkInfo {
  /** Inputs, neurons of each hidden layer, outputs. */
  readonly layers: Float64Array;
  readonly activation: Activation;
  readonly outputActivation: Activation;
  readonly loss: NetworkLoss;
  readonly parameterCount: number;
  /** Where each layer's parameters begin; one entry more, `parameterCount`, ends the list. */
  readonly offsets: Float64Array;
}

/** One layer's numbers for one example, one per neuron in each list. `L` is the loss of that example alone. */
export interface LayerView {
  /** Weighted sums `z`, before the activation. */
  readonly sums: Float64Array;
  /** `a = f(z)` */
  readonly activations: Float64Array;
  /** `f'(z)` */
  readonly slopes: Float64Array;
  /** `dL/dz = slope * blame`, to the last bit. */
  readonly deltas: Float64Array;
  /** `dL/da` */
  readonly blames: Float64Array;
}

/** Every neuron's numbers for many examples; where those are places on a grid, every neuron's map. */
export interface NeuronMaps extends Answer {
  /** Of all layers together, outputs included. */
  readonly neurons: number;
  /** Examples. */
  readonly count: number;
  /** Weighted sums `z`, neurons x count, neuron by neuron, layer after layer. */
  readonly sums: Float64Array;
  /** `a = f(z)` in the same order; of the outputs, what {@link Objective.predict} answers. */
  readonly activations: Float64Array;
}

/** Everything a network computes for one example, forwards and backwards. */
export interface Inspection extends Answer {
  /** First hidden layer first, outputs last. */
  readonly layers: readonly LayerView[];
  /** The outputs, or the probabilities that a loss on logits makes of them. */
  readonly prediction: Float64Array;
  readonly loss: number;
  /** `dL/dw` for every parameter. */
  readonly gradient: Float64Array;
}

/**
 * How well a network does on examples. An example's class is its largest target's number, the predicted
 * class its largest prediction's, the first of equals. With one output there are two classes: 1 for more
 * than one half, otherwise 0; where any target is negative, the border is 0 instead.
 */
export interface Assessment extends Answer {
  /** Mean over the examples, in double precision, as the network's loss has it. */
  readonly loss: number;
  /** `correct / count` */
  readonly accuracy: number;
  readonly correct: number;
  readonly count: number;
  readonly classes: number;
  /** classes x classes, row by row: how many examples of the row's class were taken for the column's. */
  readonly confusion: Float64Array;
  /** Numbers of the examples that were taken for another class, in ascending order, counted from the data's first. */
  readonly wrong: Float64Array;
  /** What each of them was taken for. */
  readonly taken: Float64Array;
  /** Of every example, the largest number of its prediction. */
  readonly confidence: Float64Array;
}

/** Some of the examples only, for long work in pieces: losses add up weighted by `count`. */
export interface Part {
  /** Number of the first example, from 0; default 0. */
  readonly from?: number;
  /** Default all from there on. Times the parameters at most 1,000,000,000. */
  readonly count?: number;
}

/** A network with its hidden neurons in the order that is most like another's. */
export interface Matching extends Answer {
  /** The same function as `other`. */
  readonly parameters: Float64Array;
  /** Of every hidden neuron, layer after layer: which neuron of its layer in `other` it is. */
  readonly order: Float64Array;
  /** Correlation of its activations with those of the first network's neuron at this place, -1 to 1. */
  readonly correlation: Float64Array;
  /** The same of the neuron that stands at this place in `other`. */
  readonly before: Float64Array;
}
