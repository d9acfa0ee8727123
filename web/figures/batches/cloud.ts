/** At one place: every example's own gradient, the guesses that batches make of their mean, and what theory says of both. */
import type { Objective } from '../../engine/engine';
import { EXAMPLES } from './geyser';
import type { Pair } from './survey';

export interface Needles {
  /** Gradient of each example alone: one number for the weight, one for the bias, example by example. */
  readonly gradients: Float64Array;
  /** How far the line misses each, in tens of minutes, never negative. */
  readonly misses: Float64Array;
}

export interface Cloud {
  /** The gradient over all, and its loss. */
  readonly full: Pair;
  readonly loss: number;
  /** Gradients of drawn batches. */
  readonly gradients: Float64Array;
  readonly draws: number;
  /** Root mean square of their distances from `full`. */
  readonly spread: number;
}

export interface Theory {
  /** Mean square of the needles' distances from the gradient over all. */
  readonly variance: number;
  /** sqrt(variance / B (N - B) / (N - 1)) for any batch size B. */
  readonly spread: (size: number) => number;
}

export interface Drawn {
  readonly size: number;
  readonly shuffle: boolean;
  readonly seed: number;
}

/** As many as settle the second digit of the spread; of large batches fewer, so that a drag never waits. */
const MOST_DRAWS = 2000;
const MOST_ASKED = 120_000;
const drawsOf = (size: number): number => Math.round(Math.min(MOST_DRAWS, Math.max(200, MOST_ASKED / size)));

export function needlesAt(objective: Objective, at: Pair): Needles {
  const { gradients, losses } = objective.gradientCloud({ at, size: 1, shuffle: false, count: EXAMPLES });
  return { gradients, misses: losses.map(Math.sqrt) };
}

export function cloudAt(objective: Objective, at: Pair, drawn: Drawn, draws = drawsOf(drawn.size)): Cloud {
  const { full, loss, gradients, spread } = objective.gradientCloud({ at, ...drawn, count: draws });
  return { full: [full[0] ?? 0, full[1] ?? 0], loss, gradients, draws, spread };
}

const ALL = Float64Array.from({ length: EXAMPLES }, (_, i) => i + 1);

export function theoryAt(objective: Objective, at: Pair): Theory {
  const { variance, spreads } = objective.gradientSpread({ at, sizes: ALL });
  return { variance, spread: (size) => spreads[size - 1] ?? 0 };
}

/** The arrow of a batch: the mean of its examples' needles. */
export function meanOf({ gradients }: Needles, examples: ArrayLike<number>): Pair {
  let [x, y] = [0, 0];
  for (let k = 0; k < examples.length; k++) {
    x += gradients[2 * examples[k]!] ?? 0;
    y += gradients[2 * examples[k]! + 1] ?? 0;
  }
  return [x / examples.length, y / examples.length];
}
