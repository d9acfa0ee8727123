/** The levels of a bowl as ellipses: held against the bowl itself. */
import { describe, expect, test } from 'vitest';
import { bowlTerrain } from '../../../web/plot/contours';

const UNITS = 5000;
const range = [-6, 6] as const;

const corners = (path: string): [number, number][] =>
  [...path.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [
    range[0] + (12 * Number(x)) / UNITS,
    range[0] + (12 * (UNITS - Number(y))) / UNITS,
  ]);

describe('a bowl’s terrain', () => {
  test.each([
    [1, 0, 1],
    [0.5, 0, 5],
    [12.75, -12.25, 12.75],
    [3, 1, 2],
  ])('has its loss equal to the level all around: %d, %d, %d', (xx, xy, yy) => {
    const { bands, tinted } = bowlTerrain({ xx, xy, yy }, range, range, [0.5, 2, 9]);
    expect(tinted).toBe(3);
    expect(bands.map((b) => b.level)).toEqual([9, 2, 0.5]);
    for (const { level, path } of bands)
      for (const [x, y] of corners(path)) {
        // A unit of the map is 12 / 5000; a slope of at most about 100 makes of that what is allowed here.
        expect(Math.abs(xx * x * x + 2 * xy * x * y + yy * y * y - level)).toBeLessThan(0.01 + 0.06 * Math.sqrt(level));
      }
  });

  test('leaves out a level that is not above the bottom', () => {
    expect(bowlTerrain({ xx: 1, xy: 0, yy: 1 }, range, range, [0, 1]).bands.map((b) => b.path === '')).toEqual([
      false,
      true,
    ]);
  });
});
