/**
 * Scales: data to pixels, with ticks that suit the room there is. The tick values are d3's; its scales would
 * bring colours, dates and formats along, and pages that load one figure pay for every byte.
 */
import { ticks } from 'd3-array';
import { brief, count } from './format';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One axis: where a value lies, which value lies there, and what to write beside it. */
export interface Axis {
  readonly kind: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** Pixel of a value; values off the scale give pixels outside the range, never NaN. */
  at(value: number): number;
  /** Value at a pixel. */
  value(pixel: number): number;
  readonly ticks: readonly { readonly value: number; readonly at: number; readonly text: string }[];
}

function checked(domain: readonly [number, number]): [number, number] {
  const [a, b] = domain;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return [0, 1];
  return a === b ? [a - 0.5, b + 0.5] : [a, b];
}

const tickText = (value: number): string =>
  Math.abs(value) >= 1e4 && Math.abs(value) < 1e6 ? count(value).replace('-', '\u2212') : brief(value, 4);

/** What lies at the same share of `range` as `value` does of `domain`. */
function between([a, b]: readonly [number, number], [c, d]: readonly [number, number], value: number): number {
  const share = (value - a) / (b - a);
  return c * (1 - share) + d * share;
}

/** A linear axis with about one tick every `spacing` pixels. */
export function linearAxis(domain: readonly [number, number], range: readonly [number, number], spacing = 56): Axis {
  const safe = checked(domain);
  const at = (value: number): number => between(safe, range, value);
  const wanted = Math.max(2, Math.round(Math.abs(range[1] - range[0]) / spacing));
  return {
    kind: 'linear',
    domain: safe,
    range,
    at: (value) => at(Number.isFinite(value) ? value : safe[1]),
    value: (pixel) => between(range, safe, pixel),
    ticks: ticks(safe[0], safe[1], wanted).map((value) => ({ value, at: at(value), text: tickText(value) })),
  };
}

/** A linear axis of steps from 0, ticked at whole ones: there is no step 0.5. */
export function stepAxis(steps: number, range: readonly [number, number], spacing = 56): Axis {
  const axis = linearAxis([0, Math.max(1, steps)], range, spacing);
  return { ...axis, ticks: axis.ticks.filter(({ value }) => Number.isInteger(value)) };
}

/** A logarithmic axis; `domain` must be positive, and values below it are drawn at its foot. */
export function logAxis(domain: readonly [number, number], range: readonly [number, number]): Axis {
  const low = Math.max(Number.MIN_VALUE, domain[0]);
  const high = Math.max(low * 10, domain[1]);
  const powers = [Math.log(low), Math.log(high)] as const;
  const at = (value: number): number => between(powers, range, Math.log(value));
  const decades = Math.log10(high / low);
  const every = Math.max(1, Math.ceil(decades / Math.max(2, Math.abs(range[1] - range[0]) / 34)));
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const marks: { value: number; at: number; text: string }[] = [];
  // Within less than two decades the powers alone would leave the axis nearly bare.
  const mantissas = decades < 2 ? [1, 2, 5] : [1];
  for (let power = mantissas.length > 1 ? first - 1 : first; power <= Math.log10(high) + 1e-9; power += every)
    for (const mantissa of mantissas) {
      const value = mantissa * 10 ** power;
      if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
      // A bare power of ten is shorter than one times it.
      marks.push({ value, at: at(value), text: brief(value, 1).replace(/^1 × /, '') });
    }
  return {
    kind: 'log',
    domain: [low, high],
    range,
    at: (value) => at(Math.max(low, Number.isFinite(value) ? value : high)),
    value: (pixel) => Math.exp(between(range, powers, pixel)),
    ticks: marks,
  };
}

/** As fine as a pixel, and short to read: for places that a hand chooses. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100;
/** The same on maps that can be drawn large. */
export const thousandths = (value: number): number => Math.round(value * 1000) / 1000;

/** `value` held between `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
