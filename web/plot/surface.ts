/**
 * A landscape as a block of ground, looked at from above and aside: heights, the way they are seen, and
 * lines laid on them. Pure geometry; {@link ./surface-pixels} paints it.
 *
 * The drawing is axonometric, as block diagrams in survey reports are: parallel lines stay parallel, and
 * looked at from straight above it is the contour map.
 */
import { logLevels, type Field } from './contours';
import type { Look } from './look';

type Pair = readonly [number, number];

export interface GroundOptions {
  readonly field: Field;
  /** What the field covers. */
  readonly x: Pair;
  readonly y: Pair;
  /** Where contour lines run, ascending; default: 26 that suit the field, those a map has by default. */
  readonly levels?: readonly number[];
  /** Over how many of the levels the tints are spread; default all. */
  readonly tinted?: number;
  /**
   * How much high ground is pressed together, 0 to 1: 0 draws heights in proportion, 1 as contour
   * lines are spaced. Default 0.7: valleys keep their floors and mountains leave them visible.
   */
  readonly compression?: number;
  /** Height of the block over half its longer side; default 0.75. */
  readonly relief?: number;
}

/** Ground, ready to be looked at from anywhere. */
export interface Ground {
  readonly columns: number;
  readonly rows: number;
  readonly x: Pair;
  readonly y: Pair;
  /** Half the block's sides, the longer being 1. */
  readonly half: Pair;
  /** Drawn height of the highest ground; 0 is the lowest. */
  readonly relief: number;
  /** Drawn height of each grid point, row by row, lowest y first. */
  readonly height: Float32Array;
  /** Place of each grid point among the contour lines: `k` exactly on line `k`. */
  readonly rank: Float32Array;
  /** How many contour lines there are. */
  readonly lines: number;
  readonly tinted: number;
  /** Slope of the drawn ground at each grid point, along x and along y. */
  readonly slopeX: Float32Array;
  readonly slopeY: Float32Array;
}

/** Continuous index among ascending levels; beyond their ends it goes on at the last spacing. */
function rankAmong(levels: readonly number[]): (value: number) => number {
  const last = levels.length - 1;
  const between = (value: number, i: number): number => {
    const [a, b] = [levels[i]!, levels[i + 1]!];
    return i + (value - a) / (b - a || 1);
  };
  return (value) => {
    if (!(value < levels[last]!)) return last < 1 ? 0 : Math.min(last + 0.6, between(value, last - 1));
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (value < levels[middle]!) high = middle;
      else low = middle;
    }
    return Math.max(-1, between(value, low));
  };
}

/** Heights 0 to 1 by a logarithm whose bend lies where `compression` puts it. */
function lifting(values: Float64Array, compression: number): (value: number) => number {
  const finite = values.filter(Number.isFinite).sort();
  const low = finite[0] ?? 0;
  const span = (finite[finite.length - 1] ?? 1) - low;
  if (!(span > 0)) return () => 0;
  const typical = ((finite[finite.length >> 2] ?? low) - low) / 8 || span * 1e-3;
  // From far above all ground, where the logarithm is a straight line, down to where the lines are even.
  const bend = Math.exp(
    Math.log(span * 30) * (1 - compression) + Math.log(Math.max(typical, span * 1e-6)) * compression,
  );
  const top = Math.log1p(span / bend);
  return (value) => (Number.isFinite(value) ? Math.log1p(Math.max(0, value - low) / bend) / top : 1);
}

export function ground(o: GroundOptions): Ground {
  const { values, columns, rows } = o.field;
  const levels = o.levels ?? logLevels(values, 26);
  const [width, depth] = [o.x[1] - o.x[0], o.y[1] - o.y[0]];
  const longer = Math.max(width, depth);
  const half: Pair = [width / longer, depth / longer];
  const relief = o.relief ?? 0.75;
  const lift = lifting(values, o.compression ?? 0.7);
  const height = Float32Array.from(values, (v) => lift(v) * relief);
  const rank = Float32Array.from(values, rankAmong(levels));
  const [stepX, stepY] = [(2 * half[0]) / (columns - 1), (2 * half[1]) / (rows - 1)];
  const slopeX = new Float32Array(height.length);
  const slopeY = new Float32Array(height.length);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const [w, e] = [Math.max(0, i - 1), Math.min(columns - 1, i + 1)];
      const [s, n] = [Math.max(0, j - 1), Math.min(rows - 1, j + 1)];
      const here = j * columns + i;
      slopeX[here] = (height[j * columns + e]! - height[j * columns + w]!) / ((e - w) * stepX);
      slopeY[here] = (height[n * columns + i]! - height[s * columns + i]!) / ((n - s) * stepY);
    }
  const { x, y } = o;
  return {
    columns,
    rows,
    x,
    y,
    half,
    relief,
    height,
    rank,
    lines: levels.length,
    tinted: o.tinted ?? levels.length,
    slopeX,
    slopeY,
  };
}

/** Drawn height above a place of the domain, between the grid's points; NaN outside it. */
export function heightAt(g: Ground, x: number, y: number): number {
  const i = ((x - g.x[0]) / (g.x[1] - g.x[0])) * (g.columns - 1);
  const j = ((y - g.y[0]) / (g.y[1] - g.y[0])) * (g.rows - 1);
  if (!(i >= 0 && j >= 0 && i <= g.columns - 1 && j <= g.rows - 1)) return NaN;
  const [a, b] = [Math.min(g.columns - 2, Math.floor(i)), Math.min(g.rows - 2, Math.floor(j))];
  const [u, v] = [i - a, j - b];
  const at = (p: number, q: number): number => g.height[(b + q) * g.columns + a + p]!;
  // On the same two triangles that are painted, so that what lies on the ground never dips below it.
  return u + v <= 1
    ? at(0, 0) + u * (at(1, 0) - at(0, 0)) + v * (at(0, 1) - at(0, 0))
    : at(1, 1) + (1 - u) * (at(0, 1) - at(1, 1)) + (1 - v) * (at(1, 0) - at(1, 1));
}

/** Pixels of a picture, and how near the viewer a point is. */
export interface Seen {
  readonly x: number;
  readonly y: number;
  /** Larger is nearer. */
  readonly near: number;
}

/** A look at a block in a picture of some size. */
export interface Lens {
  readonly look: Look;
  /** Where a point of the block appears: `u`, `v` in block units (see {@link Ground.half}), `h` its height. */
  block(u: number, v: number, h: number): Seen;
  /** Where a place of the domain appears, lifted to height `h`. */
  place(x: number, y: number, h: number): Seen;
  /** The first place of the ground that the line of sight through a pixel meets; undefined beside the block. */
  strike(x: number, y: number): Pair | undefined;
  /** Direction to the viewer in block units, along u, v and height. */
  readonly viewer: readonly [number, number, number];
  /** Pixels per block unit. */
  readonly scale: number;
}

/** How far below the lowest ground the block reaches. */
export const BASE = -0.07;

/** Places tried along a line of sight: finer than a grid cell. */
const SIGHTS = 600;

/** Sees the whole block from any side without its size changing as it is turned. */
export function lens(g: Ground, look: Look, width: number, height: number): Lens {
  const [turn, tilt] = [(look.turn * Math.PI) / 180, (look.tilt * Math.PI) / 180];
  const [cosT, sinT, cosE, sinE] = [Math.cos(turn), Math.sin(turn), Math.cos(tilt), Math.sin(tilt)];
  const reach = Math.hypot(...g.half);
  const tall = 2 * reach * sinE + (g.relief - BASE) * cosE;
  const scale = Math.min(width / (2 * reach), height / tall) * 0.985;
  // The block's middle stands in the middle of the room it needs.
  const middle = ((g.relief + BASE) / 2) * cosE * scale;
  const block = (u: number, v: number, h: number): Seen => {
    const across = u * cosT + v * sinT;
    const away = v * cosT - u * sinT;
    return {
      x: width / 2 + across * scale,
      y: height / 2 + middle - (away * sinE + h * cosE) * scale,
      near: h * sinE - away * cosE,
    };
  };
  const strike = (x: number, y: number): Pair | undefined => {
    const across = (x - width / 2) / scale;
    const up = (height / 2 + middle - y) / scale;
    const domain = (away: number): Pair => [
      g.x[0] + (((across * cosT - away * sinT) / g.half[0] + 1) / 2) * (g.x[1] - g.x[0]),
      g.y[0] + (((across * sinT + away * cosT) / g.half[1] + 1) / 2) * (g.y[1] - g.y[0]),
    ];
    // From the viewer inwards, until the line of sight is at the ground or below it.
    for (let k = 0; k <= SIGHTS; k++) {
      const away = cosE < 1e-6 ? up / sinE : reach * ((2 * k) / SIGHTS - 1);
      const at = domain(away);
      if (heightAt(g, ...at) >= (cosE < 1e-6 ? -Infinity : (up - away * sinE) / cosE)) return at;
    }
    return undefined;
  };
  return {
    look,
    scale,
    block,
    strike,
    place: (x, y, h) =>
      block(
        ((2 * (x - g.x[0])) / (g.x[1] - g.x[0]) - 1) * g.half[0],
        ((2 * (y - g.y[0])) / (g.y[1] - g.y[0]) - 1) * g.half[1],
        h,
      ),
    viewer: [sinT * cosE, -cosT * cosE, sinE],
  };
}

/**
 * A line over the domain (x, y, x, y, ...) laid on the ground, in pieces short enough to follow it.
 * Points outside the domain leave gaps.
 */
export function laid(g: Ground, l: Lens, points: ArrayLike<number>, piece = 4): Seen[][] {
  const runs: Seen[][] = [];
  let run: Seen[] = [];
  const end = (): void => {
    if (run.length > 1) runs.push(run);
    run = [];
  };
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x1, y1] = [points[i]!, points[i + 1]!];
    const [x0, y0] = i ? [points[i - 2]!, points[i - 1]!] : [x1, y1];
    const [from, to] = [l.place(x0, y0, 0), l.place(x1, y1, 0)];
    const pieces = i ? Math.min(400, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / piece) || 1) : 1;
    for (let k = 1; k <= pieces; k++) {
      const [x, y] = [x0 + ((x1 - x0) * k) / pieces, y0 + ((y1 - y0) * k) / pieces];
      const h = heightAt(g, x, y);
      if (Number.isFinite(h)) run.push(l.place(x, y, h));
      else end();
    }
  }
  end();
  return runs;
}
