/** The piece of the plane that is drawn: the same scale both ways, so that an arrow across a coast is square to it. */

type Range = readonly [number, number];

export interface Ground {
  readonly x: Range;
  readonly y: Range;
}

/** Width of every map to its height. */
export const ASPECT = 1.4;

/** Places of the maps' grid; one more than even numbers, so that every second one makes the small maps. */
export const GRID = { columns: 61, rows: 45 } as const;

/** The smallest ground of the right shape around a range, with its middle in the middle. */
export function around(x: Range, y: Range, margin = 0): Ground {
  const [w, h] = [(x[1] - x[0]) * (1 + margin), (y[1] - y[0]) * (1 + margin)];
  const height = Math.max(h, w / ASPECT, 1e-6);
  const ranged = (middle: number, half: number): Range => [middle - half, middle + half];
  return { x: ranged((x[0] + x[1]) / 2, (height * ASPECT) / 2), y: ranged((y[0] + y[1]) / 2, height / 2) };
}

/** Places x, y, x, y, ... row by row, lowest first, as maps are drawn. */
export function gridOf({ x, y }: Ground, { columns, rows }: { columns: number; rows: number } = GRID): Float64Array {
  const places = new Float64Array(2 * columns * rows);
  for (let r = 0, k = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      places[k++] = x[0] + ((x[1] - x[0]) * c) / (columns - 1);
      places[k++] = y[0] + ((y[1] - y[0]) * r) / (rows - 1);
    }
  return places;
}
