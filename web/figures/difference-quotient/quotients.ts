/** Two difference quotients of one function at one place, for every step width. */
import type { Engine } from '../../engine/engine';
import { logspace } from '../../plot/curve';
import { clamp } from '../../plot/scales';
import type { Model } from '../figure';
import { profile, type CurveName, type Profile } from '../profile';

export const WIDTHS = { min: 1e-16, max: 1 } as const;
const PER_DECADE = 12;

/** One quotient: its value and error at the chosen width, and its errors at all the others. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  readonly errors: Float64Array;
  /** Index of the width at which it does best. */
  readonly best: number;
}

export interface Quotients extends Model {
  readonly ground: Profile;
  readonly at: number;
  readonly h: number;
  readonly slope: number;
  /** Evenly spaced in their logarithm. */
  readonly widths: Float64Array;
  readonly forward: Estimate;
  readonly central: Estimate;
}

/**
 * Where the error is smallest. Among the scatter of rounding a single width may do well by luck, so each
 * is judged by the worst of its neighbours within half a decade.
 */
function bestOf(errors: Float64Array): number {
  const reach = PER_DECADE / 2;
  const worst = errors.map((_, i) => Math.max(...errors.slice(Math.max(0, i - reach), i + reach + 1)));
  return worst.reduce((best, e, i) => (e < (worst[best] ?? Infinity) ? i : best), 0);
}

/** Error at the swept width nearest to `h`. */
export function errorAt({ widths }: Quotients, { errors }: Estimate, h: number): number {
  const i = Math.round(((widths.length - 1) * Math.log(h / WIDTHS.min)) / Math.log(WIDTHS.max / WIDTHS.min));
  return errors[i] ?? 0;
}

export function quotients(
  engine: Engine,
  o: { readonly function: CurveName; readonly at: number; readonly h: number },
): Quotients {
  const ground = profile(engine, { name: o.function });
  const at = clamp(o.at, ground.domain[0], ground.domain[1]);
  const decades = Math.log10(WIDTHS.max / WIDTHS.min);
  const widths = logspace(WIDTHS.min, WIDTHS.max, Math.round(decades * PER_DECADE) + 1);
  const all = ground.quotients(at, widths);
  const now = ground.quotients(at, [o.h]);
  const estimate = (kind: 'forward' | 'central'): Estimate => {
    const errors = all[`${kind}Error`];
    return { value: now[kind][0] ?? 0, error: now[`${kind}Error`][0] ?? 0, errors, best: bestOf(errors) };
  };
  return {
    ground,
    at,
    h: o.h,
    slope: all.exact,
    widths,
    forward: estimate('forward'),
    central: estimate('central'),
    steps: 0,
    dispose: () => ground.dispose(),
  };
}
