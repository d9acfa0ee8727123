import type { Answer, EngineError, Numbers } from './base.d.ts';
import type { LogisticOptions, NetworkOptions, SoftmaxOptions } from './network.d.ts';

/** A network as for {@link Engine.createObjective}, its parameters, and which of its examples to look at. */
export type GraphOptions = (NetworkOptions | LogisticOptions | SoftmaxOptions) & {
  /** One number per parameter; default: the network's start. */
  readonly at?: Numbers;
  /** Number of one example, from 0; default: all of them at once. */
  readonly example?: number;
};

/**
 * One node: what it is, what it listens to, and what it holds so far. Matrices are `rows x columns`, column
 * by column, which is how a network's parameters lie.
 */
export interface GraphNode {
  /**
   * In a network's graph `x`; per layer `W1`, `b1`, `z1`, and `a1` where it has an activation; `y`; `loss`.
   * Unique.
   */
  readonly name: string;
  /** `input`, `weights`, `bias` and `target` are given; the others are computed. */
  readonly kind: 'input' | 'weights' | 'bias' | 'target' | 'linear' | 'activation' | 'loss';
  /** Numbers of the nodes it listens to, each less than its own. */
  readonly from: readonly number[];
  /** Name of the activation or loss, such as `sigmoid`; otherwise empty. */
  readonly function: string;
  /** Neurons (of weights: those they lead to). */
  readonly rows: number;
  /** Examples (of weights: the neurons they come from; of a bias and the loss 1). */
  readonly columns: number;
  /** Empty until the sweep has come to it. */
  readonly value: Float64Array;
  /** Derivative of the loss by `value`, as far as it has arrived; empty before. */
  readonly gradient: Float64Array;
}

export interface GraphNodes extends Answer {
  /** In the order in which they are computed. */
  readonly nodes: readonly GraphNode[];
}

/** What one step did. */
export interface GraphStep extends Answer {
  /** Number of the node whose turn it was. */
  readonly node: number;
  readonly name: string;
  /** Whether it computed its value; otherwise it handed its gradient on. */
  readonly forward: boolean;
  /** The local rule as TeX; backwards, what it sends to each side, with its own gradient as `g`. */
  readonly rule: string;
  /** How many multiplications it took. Backwards they add up to about twice those forwards. */
  readonly multiplications: number;
  /** The value that it computed, or backwards its gradient. */
  readonly values: Float64Array;
  /** Backwards: the derivatives that it sent, by number of the node they went to. */
  readonly sends: readonly { readonly to: number; readonly values: Float64Array }[];
}

/**
 * A network as a computation graph that runs forwards and backwards one node at a time. Every number in it
 * equals the network's own to the last bit.
 */
export interface Graph {
  readonly error: EngineError | null;
  /** Steps of a whole sweep: every node forwards, then every computed one backwards. */
  readonly stepCount: number;
  /** Steps made so far. */
  readonly done: number;
  nodes(): GraphNodes;
  /**
   * Makes the next step of the sweep; after the last one refuses. Also refuses (but makes the step) where
   * numbers stop being finite.
   */
  step(): GraphStep;
  /** Back to before the first step. */
  reset(): void;
  dispose(): void;
}

export interface GraphCalls {
  /** At most about a million numbers: of large data choose one `example`. */
  createGraph(options: GraphOptions): Graph;
}
