/** Paths from arrays. */
import type { Axis } from './scales';

export interface Series {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

const finite = (s: Series, i: number): boolean => Number.isFinite(s.x[i]) && Number.isFinite(s.y[i]);

/**
 * At most about `2 * columns` of the indices `from..to`: per pixel column the first, the smallest, the
 * largest and the last, so that no spike is lost and thousands of steps cost no more than hundreds.
 */
export function decimate(y: ArrayLike<number>, from: number, to: number, columns: number): number[] {
  const total = to - from + 1;
  if (total <= columns * 4) return Array.from({ length: Math.max(0, total) }, (_, i) => from + i);
  const kept: number[] = [];
  for (let c = 0; c < columns; c++) {
    const a = from + Math.floor((c * total) / columns);
    const b = Math.min(to, from + Math.floor(((c + 1) * total) / columns) - 1);
    let low = a;
    let high = a;
    for (let i = a; i <= b; i++) {
      if ((y[i] ?? NaN) < (y[low] ?? NaN)) low = i;
      if ((y[i] ?? NaN) > (y[high] ?? NaN)) high = i;
    }
    for (const i of [a, Math.min(low, high), Math.max(low, high), b]) if (kept[kept.length - 1] !== i) kept.push(i);
  }
  return kept;
}

/** The rows that are drawn, as runs of neighbours without a gap, in pixels. */
function runs(s: Series, x: Axis, y: Axis, from: number, to: number): (readonly [number, number])[][] {
  const all: (readonly [number, number])[][] = [[]];
  for (const i of decimate(s.y, from, to, Math.max(50, Math.ceil(Math.abs(x.range[1] - x.range[0]))))) {
    if (finite(s, i)) all[all.length - 1]?.push([round(x.at(s.x[i] ?? 0)), round(y.at(s.y[i] ?? 0))]);
    else all.push([]);
  }
  return all.filter((run) => run.length > 0);
}

const joined = (run: readonly (readonly [number, number])[]): string => run.map(([px, py]) => `${px} ${py}`).join('L');

/** A polyline through the rows `from..to` (both included); gaps where a value is not finite. */
export function linePath(s: Series, x: Axis, y: Axis, from = 0, to = s.x.length - 1): string {
  // A point without neighbours is a line of no length, which round ends make visible.
  return runs(s, x, y, from, to)
    .map((run) => `M${joined(run)}${run.length === 1 ? 'Z' : ''}`)
    .join('');
}

/** The area between a curve and the pixel `foot`. */
export function areaPath(s: Series, x: Axis, y: Axis, foot: number, to = s.x.length - 1): string {
  return runs(s, x, y, 0, to)
    .map((run) => `M${run[0]?.[0] ?? 0} ${foot}L${joined(run)}V${foot}Z`)
    .join('');
}

/** Pixels to a tenth: enough for any screen, and short markup. */
export function round(pixel: number): number {
  return Math.round(Math.max(-1e5, Math.min(1e5, pixel)) * 10) / 10;
}

/** `count` numbers from `from` to `to`, both included. */
export function linspace(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** `count` numbers from `from` to `to`, evenly spaced in their logarithm. */
export function logspace(from: number, to: number, count: number): Float64Array {
  return linspace(Math.log(from), Math.log(to), count).map(Math.exp);
}
