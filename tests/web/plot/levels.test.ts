/** Lines of one level: the same that d3-contour draws, and closed around all that is as high. */
import { contours } from 'd3-contour';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tracer } from '../../../web/plot/levels';

type Line = readonly (readonly number[])[];

const area = (line: Line): number =>
  line.slice(1).reduce((sum, [x = 0, y = 0], k) => sum + ((line[k]![0]! - x) * (line[k]![1]! + y)) / 2, 0);
const length = (line: Line): number =>
  line.slice(1).reduce((sum, [x = 0, y = 0], k) => sum + Math.hypot(x - line[k]![0]!, y - line[k]![1]!), 0);

/** Points of closed lines, from which a line starts or which way it runs being left out. */
const pointsOf = (lines: readonly Line[]): string[] =>
  lines
    .flatMap((line) => line.slice(1))
    .map(([x, y]) => `${x!.toFixed(9)} ${y!.toFixed(9)}`)
    .sort();

const grids = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).chain(([columns, rows]) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.constant(rows),
    values: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: columns * rows, maxLength: columns * rows }),
  }),
);
/** Between the values, where no corner lies on a line. */
const level = fc
  .tuple(fc.integer({ min: -5, max: 4 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }))
  .map(([whole, share]) => whole + share);

describe('lines of one level', () => {
  test('are those of d3-contour: as many, as long, through the same points, around the same ground', () => {
    fc.assert(
      fc.property(grids, level, (grid, at) => {
        const ours = tracer(grid)(at);
        const theirs = contours().size([grid.columns, grid.rows]).smooth(true).contour(grid.values, at);
        const rings = theirs.coordinates.flat();
        expect(pointsOf(ours)).toEqual(pointsOf(rings));
        const sum = (measure: (line: Line) => number, lines: readonly Line[]): number =>
          lines.map(measure).reduce((a, b) => a + b, 0);
        expect(sum(length, ours)).toBeCloseTo(sum(length, rings), 9);
        expect(Math.abs(sum(area, ours))).toBeCloseTo(Math.abs(sum(area, rings)), 9);
      }),
    );
  });

  test('end in their first point, and nothing is left of one for the next', () => {
    fc.assert(
      fc.property(grids, level, level, (grid, first, second) => {
        const trace = tracer(grid);
        for (const line of trace(first)) expect(line.at(-1)).toEqual(line[0]);
        expect(trace(second)).toEqual(tracer(grid)(second));
      }),
    );
  });

  test('run one way round high ground and the other way round a hole in it', () => {
    const values = [1, 1, 1, 1, 0, 1, 1, 1, 1];
    const areas = tracer({ values, columns: 3, rows: 3 })(0.5).map(area);
    expect(areas.map(Math.sign).sort()).toEqual([-1, 1]);
    // One square of 3, but for its corners, less a diamond whose corners lie halfway to the neighbours.
    expect(Math.abs(areas[0]! + areas[1]!)).toBeCloseTo(9 - 4 / 8 - 0.5, 12);
  });

  test('lie where the height is reached between two values', () => {
    const [line] = tracer({ values: [0, 3, 0, 0], columns: 4, rows: 1 })(1);
    expect(line?.map(([x]) => x)).toContainEqual(expect.closeTo(0.5 + 1 / 3, 12));
  });

  test('are none where all is lower', () => {
    expect(tracer({ values: [0, 0, 0, 0], columns: 2, rows: 2 })(1)).toEqual([]);
  });
});
