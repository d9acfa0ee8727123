/** Paths from arrays. */
import type { Axis } from './scales';

export interface Series {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

const finite = (s: Series, i: number): boolean => Number.isFinite(s.x[i]) && Number.isFinite(s.y[i]);

/** A curve with fewer points than this for each pixel across is drawn as it is. */
const DENSE = 4;

/**
 * Which of the rows `from..to` are drawn: where they are dense, of neighbours in one pixel column only the first, the
 * lowest, the highest and the last (Jugel et al. 2014, "M4"). Columns are the picture's own: no spike is lost,
 * thousands of steps cost no more than the picture is wide, and nothing flickers as the time line moves on.
 */
export function decimate(s: Series, x: Axis, from: number, to: number): number[] {
  const total = Math.max(0, to - from + 1);
  if (total <= DENSE * Math.abs(x.range[1] - x.range[0])) return Array.from({ length: total }, (_, i) => from + i);
  const columnOf = (i: number): number => (finite(s, i) ? Math.floor(x.at(s.x[i] ?? 0)) : NaN);
  const kept: number[] = [];
  let first = from;
  while (first <= to) {
    const column = columnOf(first);
    let [low, high, next] = [first, first, first + 1];
    for (; next <= to && columnOf(next) === column; next++) {
      if ((s.y[next] ?? 0) < (s.y[low] ?? 0)) low = next;
      if ((s.y[next] ?? 0) > (s.y[high] ?? 0)) high = next;
    }
    for (const i of [first, Math.min(low, high), Math.max(low, high), next - 1])
      if (kept[kept.length - 1] !== i) kept.push(i);
    first = next;
  }
  return kept;
}

/** The rows that are drawn, as runs of neighbours without a gap, in pixels. */
function runs(s: Series, x: Axis, y: Axis, from: number, to: number): (readonly [number, number])[][] {
  const all: (readonly [number, number])[][] = [[]];
  for (const i of decimate(s, x, from, to)) {
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

/** A disc as a piece of a path: many of them are one element. An arc whose radius and chord do not fit is no circle. */
export function discPath(x: number, y: number, radius: number): string {
  const r = Math.round(radius * 100) / 100;
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** `count` numbers from `from` to `to`, both included. */
export function linspace(from: number, to: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** `count` numbers from `from` to `to`, evenly spaced in their logarithm. */
export function logspace(from: number, to: number, count: number): Float64Array {
  return linspace(Math.log(from), Math.log(to), count).map(Math.exp);
}
