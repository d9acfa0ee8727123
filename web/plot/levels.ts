/**
 * Lines of one level through a grid of values, by marching squares (Lorensen and Cline 1987, in two dimensions): closed,
 * with the higher ground always on the same side, so that a hole in it runs the other way round.
 */
import type { Point } from './corners';

/** Row by row. */
export interface Grid {
  readonly values: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Traces a grid at any level; its value `(i, j)` stands at `(i + 0.5, j + 0.5)`. Beyond the grid all ground is low: lines
 * close along its edge. Where high corners meet only across a cell, they are kept apart. Every line ends in its first
 * point.
 */
export function tracer({ values, columns, rows }: Grid): (level: number) => Point[][] {
  // Nodes with a margin of one around them. Each has two edges: to its right, 2 n, and upwards, 2 n + 1.
  const width = columns + 2;
  const heights = new Float64Array(width * (rows + 2)).fill(-Infinity);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) heights[(j + 1) * width + i + 1] = values[j * columns + i]!;
  const next = new Int32Array(2 * heights.length).fill(-1);

  const crossing = (edge: number, level: number): Point => {
    const node = edge >> 1;
    const up = edge & 1;
    const [from, to] = [heights[node]!, heights[node + (up ? width : 1)]!];
    const share = Number.isFinite(from) && Number.isFinite(to) ? (level - from) / (to - from) : 0.5;
    const [x, y] = [(node % width) - 0.5, Math.floor(node / width) - 0.5];
    return up ? [x, y + share] : [x + share, y];
  };

  // Edges of the cell above and to the right of node 0: below, to the right, above, to the left.
  const around = [0, 3, 2 * width, 1] as const;

  /** Of each line through a node's cell, notes by which edge it goes on: around every run of high corners. */
  const enter = (node: number, high: number, noted: number[]): void => {
    for (let k = 0; k < 4; k++) {
      if ((high >> k) & 1 || !((high >> ((k + 1) & 3)) & 1)) continue;
      let end = k + 1;
      while ((high >> ((end + 1) & 3)) & 1) end++;
      const edge = 2 * node + around[k]!;
      next[edge] = 2 * node + around[end & 3]!;
      noted.push(edge);
    }
  };

  return (level) => {
    const noted: number[] = [];
    for (let row = 0; row <= rows; row++) {
      let [low, up] = [0, 0];
      for (let node = row * width, last = node + columns; node <= last; node++) {
        const right = heights[node + 1]! >= level ? 1 : 0;
        const above = heights[node + 1 + width]! >= level ? 1 : 0;
        const high = low | (right << 1) | (above << 2) | (up << 3);
        if (high > 0 && high < 15) enter(node, high, noted);
        low = right;
        up = above;
      }
    }
    const lines: Point[][] = [];
    for (const first of noted) {
      const line: Point[] = [];
      for (let edge = first; next[edge]! >= 0;) {
        line.push(crossing(edge, level));
        const following = next[edge]!;
        next[edge] = -1;
        edge = following;
      }
      if (line[0]) lines.push([...line, line[0]]);
    }
    return lines;
  };
}
