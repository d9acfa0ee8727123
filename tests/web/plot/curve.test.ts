/** Paths of more rows than a picture has pixels: fewer points, and yet every extreme. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaPath,
  decimate,
  discPath,
  linePath,
  linspace,
  logspace,
  round,
  type Series,
} from '../../../web/plot/curve';
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

describe('a path', () => {
  const across = linearAxis([0, 10], [0, 100]);
  const up = linearAxis([0, 10], [100, 0]);
  const s = { x: [0, 1, 2, 3, 4, 5, 6], y: [1, 2, NaN, 4, NaN, 5, 6] };

  test('joins neighbours, parts at gaps, and shows one that stands alone as a dot', () => {
    expect(linePath(s, across, up)).toBe('M0 90L10 80M30 60ZM50 50L60 40');
    expect(linePath(s, across, up, 5)).toBe('M50 50L60 40');
    expect(linePath(s, across, up, 0, 1)).toBe('M0 90L10 80');
    expect(linePath({ x: [], y: [] }, across, up)).toBe('');
  });

  test('round an area goes down to its foot on either side', () => {
    expect(areaPath(s, across, up, 100, 3)).toBe('M0 100L0 90L10 80V100ZM30 100L30 60V100Z');
  });

  test('takes places far beyond the picture for the edge of the paper', () => {
    expect([round(1e9), round(-1e9), round(12.34), round(-0.06)]).toEqual([1e5, -1e5, 12.3, -0.1]);
  });
});

test('a disc is two half circles, so that it is as high as it is wide', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.3, max: 40, noNaN: true }), (radius) => {
      const [, r, other, across] = /^M\S+ \S+a(\S+) (\S+) 0 1 0 (\S+) 0/.exec(discPath(100, 50, radius))!;
      const [a, b] = [Number(r), Number(across)];
      expect(Number(other)).toBe(a);
      expect(b).toBe(2 * a);
      expect(Math.abs(a - radius)).toBeLessThanOrEqual(0.0051);
    }),
  );
});

describe('evenly spaced numbers', () => {
  const ends = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

  test('begin and end where they are told, in steps or factors that are all alike', () => {
    fc.assert(
      fc.property(ends, ends, fc.integer({ min: 2, max: 50 }), (from, to, count) => {
        const [even, factors] = [linspace(from, to, count), logspace(from, to, count)];
        const size = Math.max(from, to);
        for (const numbers of [even, factors]) {
          expect(numbers).toHaveLength(count);
          expect((numbers[0]! - from) / size).toBeCloseTo(0, 9);
          expect((numbers.at(-1)! - to) / size).toBeCloseTo(0, 9);
        }
        for (let i = 1; i < count; i++) {
          expect((even[i]! - even[i - 1]!) / size).toBeCloseTo((to - from) / (count - 1) / size, 9);
          expect(factors[i]! / factors[i - 1]! / (to / from) ** (1 / (count - 1))).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});
