/** Paths of more rows than a picture has pixels: fewer points, and yet every extreme. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimate, linePath, type Series } from '../../../web/plot/curve';
import { linearAxis, stepAxis, type Axis } from '../../../web/plot/scales';

interface Plot {
  readonly s: Series;
  readonly x: Axis;
  readonly columns: number;
}

/** Dense curves: noise of any kind over 5 to 40 steps for each pixel, which need not fill the axis. */
const dense: fc.Arbitrary<Plot> = fc
  .record({
    columns: fc.integer({ min: 20, max: 120 }),
    each: fc.integer({ min: 5, max: 40 }),
    empty: fc.nat({ max: 3 }),
    values: fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 40, maxLength: 400 }),
    left: fc.double({ min: 0, max: 60, noNaN: true }),
  })
  .map(({ columns, each, empty, values, left }) => {
    const length = columns * each;
    const y = Float64Array.from({ length }, (_, i) => values[(i * 7919) % values.length]!);
    const x = Float64Array.from({ length }, (_, i) => i);
    return { s: { x, y }, x: stepAxis(length * (1 + empty / 10), [left, left + columns]), columns };
  });

const byColumn = ({ s, x }: Plot, rows: Iterable<number>): Map<number, [number, number]> => {
  const found = new Map<number, [number, number]>();
  for (const i of rows) {
    const column = Math.floor(x.at(s.x[i]!));
    const [low, high] = found.get(column) ?? [Infinity, -Infinity];
    found.set(column, [Math.min(low, s.y[i]!), Math.max(high, s.y[i]!)]);
  }
  return found;
};

describe('a dense curve', () => {
  test('keeps the lowest and the highest value of every pixel column', () => {
    fc.assert(
      fc.property(dense, (plot) => {
        const kept = decimate(plot.s, plot.x, 0, plot.s.x.length - 1);
        expect(byColumn(plot, kept)).toEqual(byColumn(plot, Array.from(plot.s.x)));
      }),
    );
  });

  test('costs at most four points for each pixel column, in order, with both ends', () => {
    fc.assert(
      fc.property(dense, (plot) => {
        const last = plot.s.x.length - 1;
        const kept = decimate(plot.s, plot.x, 0, last);
        expect(kept.length).toBeLessThanOrEqual(4 * (plot.columns + 1));
        expect([kept[0], kept.at(-1)]).toEqual([0, last]);
        for (let k = 1; k < kept.length; k++) expect(kept[k]!).toBeGreaterThan(kept[k - 1]!);
      }),
    );
  });

  test('shows a spike of a single step, wherever it is', () => {
    const y = new Float64Array(100_000);
    const x = Float64Array.from(y, (_, i) => i);
    const axes = [stepAxis(y.length, [0, 400]), linearAxis([0, 1], [100, 0])] as const;
    const plain = linePath({ x, y }, ...axes);
    fc.assert(
      fc.property(fc.nat({ max: y.length - 1 }), (at) => {
        y[at] = 1;
        const path = linePath({ x, y }, ...axes);
        y[at] = 0;
        expect(path).toMatch(/[ML][\d.]+ 0(?=[LZ]|$)/);
        expect(path.length).toBeLessThan(plain.length + 60);
      }),
      { numRuns: 40 },
    );
  });

  test('does not change behind the time line as that moves on', () => {
    fc.assert(
      fc.property(dense, fc.double({ min: 0.4, max: 1, noNaN: true }), (plot, share) => {
        const last = plot.s.x.length - 1;
        const now = Math.floor(last * share);
        const whole = new Set(decimate(plot.s, plot.x, 0, last));
        const column = Math.floor(plot.x.at(now));
        const walked = decimate(plot.s, plot.x, 0, now).filter((i) => Math.floor(plot.x.at(i)) < column);
        // A shorter part may be sparse enough to be kept whole.
        if (now + 1 > 4 * plot.columns) for (const i of walked) expect(whole.has(i)).toBe(true);
      }),
    );
  });

  test('keeps its gaps, and the extremes beside them', () => {
    fc.assert(
      fc.property(dense, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (plot, holes) => {
        const { s, x } = plot;
        const y = Float64Array.from(s.y);
        for (const hole of holes) y[hole % y.length] = NaN;
        const full = Array.from(s.x).filter((i) => Number.isFinite(y[i]));
        const kept = decimate({ x: s.x, y }, x, 0, y.length - 1);
        expect(
          byColumn(
            { ...plot, s: { x: s.x, y } },
            kept.filter((i) => Number.isFinite(y[i])),
          ),
        ).toEqual(byColumn({ ...plot, s: { x: s.x, y } }, full));
        const pieces = full.filter((i) => !full.includes(i - 1)).length;
        expect(linePath({ x: s.x, y }, x, linearAxis([-1e6, 1e6], [100, 0])).match(/M/g)?.length ?? 0).toBe(pieces);
      }),
      { numRuns: 25 },
    );
  });
});

test('a sparse curve keeps every point', () => {
  const length = 97;
  const s = { x: Float64Array.from({ length }, (_, i) => i), y: new Float64Array(length) };
  expect(decimate(s, linearAxis([0, 96], [0, 60]), 0, 96)).toHaveLength(length);
});
