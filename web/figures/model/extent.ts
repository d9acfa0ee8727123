/** What part of the plane is drawn, and how far the dials turn: all from the points alone. */
import { scaled, TINIEST, type Points, type Scale } from './points';

export type Range = readonly [number, number];

export interface Extent {
  readonly x: Range;
  readonly y: Range;
}

/** The next of 1, 1.2, 1.5, 2 ... 10 times a power of ten: few enough that a range rarely changes. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((s) => s * power >= value * (1 - 1e-9));
  return (step ?? 10) * power;
}

function range(values: Points, first: 0 | 1): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = first; i < values.length; i += 2) {
    const v = values[i] ?? 0;
    if (v < low) low = v;
    if (v > high) high = v;
  }
  return [low, high];
}

/** Room around the values; zero is drawn as well where it is near, since lines are read from there. */
function padded([low, high]: Range, share: number): Range {
  // One value, or values that differ by less than their own rounding.
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (!(high - low > 1e-9 * size + TINIEST)) {
    const half = size > TINIEST ? size / 2 : 1;
    return [low - half, high + half];
  }
  const reach = high - low;
  if (low >= 0 && low < 0.6 * reach) return [0, high + reach * share];
  if (high <= 0 && -high < 0.6 * reach) return [low - reach * share, 0];
  return [low - reach * share, high + reach * share];
}

export function extentOf(points: Points): Extent {
  return { x: padded(range(points, 0), 0.06), y: padded(range(points, 1), 0.08) };
}

const holds = ([low, high]: Range, value: number): boolean => low <= value && value <= high;
const length = ([low, high]: Range): number => high - low;

/** The steepest slope that still crosses the plot from corner to corner. */
export function steepest(extent: Extent, scale: Scale): number {
  return length(extent.y) / (length(extent.x) * scale.factor);
}

export interface Dials {
  readonly weight: Range;
  readonly bias: Range;
}

/**
 * How far each dial turns: the weight from a little beyond zero to about twice the best one, so that the valley stands in
 * the middle; the bias far enough for the best line with room to spare.
 */
export function dialRanges(extent: Extent, scale: Scale, best: { weight: number; bias: number }): Dials {
  const most = steepest(extent, scale);
  const ends = extent.x.map((x) => scaled(x, scale)) as [number, number];
  const middle = holds(extent.y, 0) ? 0 : (extent.y[0] + extent.y[1]) / 2;
  // Where x = 0 is far outside, a line through the points starts far above or below them.
  const lever = holds(ends, 0) ? 0 : most * Math.min(Math.abs(ends[0]), Math.abs(ends[1]));
  const half = roundUp(Math.max(0.16 * length(extent.y) + lever, 1.3 * Math.abs(best.bias - middle)));
  return { weight: weightRange(best.weight, most), bias: [middle - half, middle + half] };
}

function weightRange(best: number, most: number): Range {
  const level = roundUp(0.8 * Math.max(most, Math.abs(best)));
  if (Math.abs(best) < 0.2 * most) return [-level, level];
  const far = roundUp(1.9 * Math.abs(best));
  return best > 0 ? [-0.2 * far, far] : [-far, 0.2 * far];
}

/** Rounds to a ten-thousandth of the range, so that a dragged value is short to read and to link to. */
export function tidy(value: number, range: Range): number {
  const quantum = 10 ** (Math.ceil(Math.log10(length(range) / 2)) - 4);
  const places = Math.max(0, Math.round(-Math.log10(quantum)));
  return places <= 15 ? Number((Math.round(value / quantum) * quantum).toFixed(places)) : value;
}

/** Decimals that suit a range: about four digits across it. */
export function decimalsFor(range: Range): number {
  return Math.min(9, Math.max(0, 4 - Math.floor(Math.log10(length(range)))));
}
