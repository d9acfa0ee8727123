/**
 * The schedules: which share of the optimizer's own learning rate update `k` gets, `k` from 0. One entry a
 * schedule, in the language of formulas; numbers stand in place of the parameters.
 */
import type { Options } from './rules';
import { expression } from './statements';
import type { Node, Pool } from './expression/tree';

export interface Schedule {
  /** Updates of linear warm-up that come first; 0 for none. */
  readonly warmup: number;
  /** The share in update `k`, counted from the end of the warm-up; undefined where it is always 1. */
  readonly share: Node | undefined;
}

const shares: Readonly<Record<string, (o: Options) => string | undefined>> = {
  constant: () => undefined,
  step: ({ interval, factor }) => `${factor}^floor(k / ${interval})`,
  exponential: ({ factor }) => `${factor}^k`,
  cosine: ({ steps, end }) => {
    const fall = `(1 + cos(pi min(k, ${steps}) / ${steps})) / 2`;
    return end ? `${end} + (1 - ${end}) ${fall}` : fall;
  },
  warmup: () => undefined,
  inverse_time: ({ decay }) => `1 / (1 + ${decay} k)`,
};

/** Whether programs can be written for it: in closed form, or the line search that shortens gradient steps. */
export const isKnownSchedule = (name: string): boolean => Object.hasOwn(shares, name) || name === 'backtracking';

/** A schedule in closed form; undefined for a rate that never changes. */
export function schedule(pool: Pool, name: string, o: Options): Schedule | undefined {
  const share = shares[name]?.(o);
  const warmup = o['warmup'] ?? 0;
  if (share === undefined && warmup === 0) return undefined;
  return { warmup, share: share === undefined ? undefined : expression(pool, share) };
}
