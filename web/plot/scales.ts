/** Scales: data to pixels, with ticks that suit the room there is. */
import { scaleLinear, scaleLog } from 'd3-scale';
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

/** A linear axis with about one tick every `spacing` pixels. */
export function linearAxis(domain: readonly [number, number], range: readonly [number, number], spacing = 56): Axis {
  const safe = checked(domain);
  const scale = scaleLinear().domain(safe).range(range);
  const wanted = Math.max(2, Math.round(Math.abs(range[1] - range[0]) / spacing));
  return {
    kind: 'linear',
    domain: safe,
    range,
    at: (value) => scale(Number.isFinite(value) ? value : safe[1]),
    value: (pixel) => scale.invert(pixel),
    ticks: scale.ticks(wanted).map((value) => ({ value, at: scale(value), text: tickText(value) })),
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
  const scale = scaleLog().domain([low, high]).range(range);
  const decades = Math.log10(high / low);
  const every = Math.max(1, Math.ceil(decades / Math.max(2, Math.abs(range[1] - range[0]) / 34)));
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const ticks: { value: number; at: number; text: string }[] = [];
  // Within less than two decades the powers alone would leave the axis nearly bare.
  const mantissas = decades < 2 ? [1, 2, 5] : [1];
  for (let power = mantissas.length > 1 ? first - 1 : first; power <= Math.log10(high) + 1e-9; power += every)
    for (const mantissa of mantissas) {
      const value = mantissa * 10 ** power;
      if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
      // A bare power of ten is shorter than one times it.
      ticks.push({ value, at: scale(value), text: brief(value, 1).replace(/^1 × /, '') });
    }
  return {
    kind: 'log',
    domain: [low, high],
    range,
    at: (value) => scale(Math.max(low, Number.isFinite(value) ? value : high)),
    value: (pixel) => scale.invert(pixel),
    ticks,
  };
}

/** `value` held between `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
