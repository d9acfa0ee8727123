import type { Answer, Numbers } from './base.d.ts';

/**
 * Boxes that each hold one number: `f(sum of what their wires carry + bias)`. The last box is compared with the
 * target, `loss = (value - target)^2`. A value may be used by any number of boxes, and a dial by any number of
 * wires. Nodes are numbered inputs first, then boxes, then the loss.
 */
export interface CircuitOptions {
  readonly inputs: Numbers;
  /** Weights and biases, in any order. */
  readonly dials: Numbers;
  /** What the last box should hold; default 0. */
  readonly target?: number;
  /** Names of activations, one per box, 1 to 256, with spaces between them: `linear sigmoid linear`. */
  readonly functions: string;
  /**
   * Three numbers per wire, grouped by box: the box it leads into (from 0), the node it comes from (before its box),
   * and the dial that what it carries is multiplied by, or -1.
   */
  readonly wires: Numbers;
  /** One per box: the dial that is added, or -1. */
  readonly biases: Numbers;
  /**
   * Nodes to ask backwards, in that order, up to 4,096; any box or the loss, any number of times. Default: the loss, then
   * the boxes, last built first.
   */
  readonly order?: Numbers;
  /** Of the difference quotients, 1e-12 to 1; default 1e-5. */
  readonly width?: number;
}

/**
 * All numbers of a circuit forwards, and backwards as far as the order goes. Who is asked takes what has been sent to it
 * since it was asked last, multiplies it by its own slope, and hands the products on; so nothing is handed on twice, and
 * who is asked too early hands on too little. `L` is the loss.
 */
export interface CircuitState extends Answer {
  /** One per node. */
  readonly values: Float64Array;
  /** Weighted sums, one per box; then how far the last box is from the target. */
  readonly sums: Float64Array;
  /** `f'(sum)`, one per box; then the loss's own slope, `2 (value - target)`. */
  readonly slopes: Float64Array;
  /** Multiplications forwards, one entry per box; then the loss's. */
  readonly forwards: Float64Array;
  /** Who was asked. */
  readonly order: Float64Array;
  /** Multiplications backwards, one entry per question. */
  readonly backwards: Float64Array;
  /** Blame sent along each wire, in their order; then along the one into the loss. */
  readonly delivered: Float64Array;
  /** Of that, what its receiver had when it was last asked. */
  readonly taken: Float64Array;
  /** 1 where anything was sent, otherwise 0. */
  readonly arrived: Float64Array;
  /** How often each node was asked. */
  readonly asked: Float64Array;
  /** What each node has taken in altogether: `dL/dvalue` once all is there. */
  readonly passed: Float64Array;
  /** `dL/ddial`, as far as it has arrived. */
  readonly gradient: Float64Array;
  /** 1 where anything of it has, otherwise 0. */
  readonly reached: Float64Array;
  /** Central difference quotients of the loss by every dial, in double precision. */
  readonly nudged: Float64Array;
  /** The same in single precision. */
  readonly nudgedInSingle: Float64Array;
  /**
   * How often each node would be asked if everyone handed every share on by itself, the moment it arrives: once for
   * every way from it to the loss.
   */
  readonly ways: Float64Array;
}

export interface CircuitCalls {
  circuit(options: CircuitOptions): CircuitState;
}
