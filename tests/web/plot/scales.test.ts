/** Axes: a tick stands where its label says, a rule runs through it, and there are as many as there is room for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { frame } from '../../../web/plot/frame';
import { linearAxis, logAxis, stepAxis, type Axis } from '../../../web/plot/scales';
import { written } from '../figures/stage';
import { readBack } from './read-back';

/** Pixels nobody can see. */
const SUBPIXEL = 0.01;

/** Rightwards, or upwards as values on paper rise. */
const ranges = fc
  .tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 60, max: 1300 }), fc.boolean())
  .map(([from, length, down]): [number, number] => (down ? [from + length, from] : [from, from + length]));
const lengthOf = ([a, b]: readonly [number, number]): number => Math.abs(b - a);
const spans = fc.double({ min: -6, max: 6, noNaN: true }).map((power) => 10 ** power);
/** Not so far from zero that four digits would not tell one tick from the next. */
const domains = fc
  .tuple(fc.double({ min: -50, max: 50, noNaN: true }), spans)
  .map(([from, span]): [number, number] => [from * span, (from + 1) * span]);
const powers = fc
  .tuple(fc.double({ min: -16, max: 8, noNaN: true }), fc.double({ min: 1, max: 24, noNaN: true }))
  .map(([low, decades]): [number, number] => [10 ** low, 10 ** (low + decades)]);

/** Share of the way from the first to the last of two numbers. */
const share = ([a, b]: readonly [number, number], value: number): number => (value - a) / (b - a);

function holds(axis: Axis, place: (value: number) => number): void {
  const [first, last] = [Math.min(...axis.range), Math.max(...axis.range)];
  for (const { value, at, text } of axis.ticks) {
    expect(value).toBeGreaterThanOrEqual(axis.domain[0] - 1e-9 * Math.abs(axis.domain[0]));
    expect(value).toBeLessThanOrEqual(axis.domain[1] + 1e-9 * Math.abs(axis.domain[1]));
    expect(at).toBeGreaterThanOrEqual(first - SUBPIXEL);
    expect(at).toBeLessThanOrEqual(last + SUBPIXEL);
    expect(Math.abs(at - place(readBack(text))), `${text} at ${at}`).toBeLessThan(SUBPIXEL);
    expect(Math.abs(at - axis.at(value))).toBeLessThan(SUBPIXEL);
    expect(Math.abs(axis.at(axis.value(at)) - at)).toBeLessThan(SUBPIXEL);
  }
  expect(new Set(axis.ticks.map(({ text }) => text)).size).toBe(axis.ticks.length);
}

const gaps = ({ ticks }: Axis): number[] => ticks.slice(1).map(({ at }, i) => Math.abs(at - ticks[i]!.at));

describe('a linear axis', () => {
  const straight =
    ({ domain, range }: Axis) =>
    (value: number): number =>
      range[0] + (range[1] - range[0]) * share(domain, value);

  test('has its ticks within its ends, where their labels say', () => {
    fc.assert(
      fc.property(domains, ranges, (domain, range) => {
        const axis = linearAxis(domain, range);
        holds(axis, straight(axis));
      }),
    );
  });

  test('has its ticks evenly, about as far apart as was asked, and leaves no room for another', () => {
    fc.assert(
      fc.property(domains, ranges, fc.integer({ min: 30, max: 120 }), (domain, range, spacing) => {
        const axis = linearAxis(domain, range, spacing);
        const wanted = Math.max(2, Math.round(lengthOf(range) / spacing));
        // Steps are 1, 2 or 5 times a power of ten, the nearest by ratio: at worst √2.5 too wide or too narrow.
        const narrow = lengthOf(range) / wanted / Math.sqrt(2.5);
        const wide = (lengthOf(range) / wanted) * Math.sqrt(2.5);
        for (const gap of gaps(axis)) {
          expect(gap).toBeGreaterThan(narrow - SUBPIXEL);
          expect(gap).toBeLessThan(wide + SUBPIXEL);
          expect(Math.abs(gap - gaps(axis)[0]!)).toBeLessThan(SUBPIXEL);
        }
        expect(axis.ticks.length).toBeGreaterThanOrEqual(Math.floor(lengthOf(range) / wide));
        expect(axis.ticks.length).toBeLessThanOrEqual(lengthOf(range) / narrow + 1);
        const ends = [axis.ticks[0]!.at, axis.ticks.at(-1)!.at].map((at, i) => Math.abs(at - range[i]!));
        for (const end of ends) expect(end).toBeLessThan(wide + SUBPIXEL);
      }),
    );
  });

  test('of steps is ticked at whole ones, from 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), ranges, (steps, range) => {
        const axis = stepAxis(steps, range);
        holds(axis, straight(axis));
        expect(axis.ticks[0]!.value).toBe(0);
        for (const { value } of axis.ticks) expect(Number.isInteger(value)).toBe(true);
      }),
    );
  });
});

describe('a logarithmic axis', () => {
  const byPowers =
    ({ domain, range }: Axis) =>
    (value: number): number =>
      range[0] + (range[1] - range[0]) * share([Math.log10(domain[0]), Math.log10(domain[1])], Math.log10(value));

  test('has its ticks within its ends, where their labels say', () => {
    fc.assert(
      fc.property(powers, ranges, (domain, range) => {
        const axis = logAxis(domain, range);
        holds(axis, byPowers(axis));
      }),
    );
  });

  test('is ticked at powers of ten, and between them only where there are few', () => {
    fc.assert(
      fc.property(powers, ranges, (domain, range) => {
        const axis = logAxis(domain, range);
        const decades = Math.log10(axis.domain[1] / axis.domain[0]);
        const leading = axis.ticks.map(({ value }) => Number(value.toExponential(0).split('e')[0]));
        expect([1, 2, 5]).toEqual(expect.arrayContaining(leading));
        if (decades >= 2.001) expect(new Set(leading)).toEqual(new Set([1]));
        else if (decades < 1.999) expect(axis.ticks.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  test('has as many powers as fit, evenly', () => {
    fc.assert(
      fc.property(powers, ranges, (domain, range) => {
        const axis = logAxis(domain, range);
        const decades = Math.log10(axis.domain[1] / axis.domain[0]);
        fc.pre(decades >= 2.001);
        const decade = lengthOf(range) / decades;
        // Where a decade has room for a label, all of them; where it has not, at least every second that has.
        if (decade >= 34) expect(axis.ticks.length).toBeGreaterThanOrEqual(Math.floor(decades));
        for (const gap of gaps(axis)) {
          expect(Math.abs(gap - gaps(axis)[0]!)).toBeLessThan(SUBPIXEL);
          expect(gap).toBeGreaterThan(Math.min(34, lengthOf(range) / 2) - SUBPIXEL);
          expect(gap).toBeLessThan(Math.max(decade, 34 + decade, lengthOf(range) / 2 + decade) + SUBPIXEL);
        }
        expect(axis.ticks.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what lies beyond an axis', () => {
  const upwards: [number, number] = [200, 0];

  test('is drawn beyond it on a linear one, and at its foot where a logarithmic one has no place for it', () => {
    expect(linearAxis([0, 10], upwards).at(15)).toBe(-100);
    const log = logAxis([1, 100], upwards);
    expect([0.1, 0, -5].map((value) => log.at(value))).toEqual([200, 200, 200]);
    expect(log.at(1000)).toBeCloseTo(-100, 9);
  });

  test('is at its upper end where it is no number', () => {
    for (const value of [NaN, Infinity]) {
      expect(linearAxis([0, 10], upwards).at(value)).toBe(0);
      expect(logAxis([1, 100], upwards).at(value)).toBe(0);
    }
  });
});

describe('an axis of next to nothing', () => {
  test('has a single value in its middle', () => {
    expect(linearAxis([3, 3], [0, 100]).at(3)).toBe(50);
    expect(stepAxis(0, [0, 100]).domain).toEqual([0, 1]);
  });

  test('holds a decade at least if it is logarithmic', () => {
    expect(logAxis([2, 3], [0, 100]).domain).toEqual([2, 20]);
    expect(logAxis([0, 0], [0, 100]).domain[0]).toBeGreaterThan(0);
  });

  test('is from 0 to 1 where its ends are no numbers', () => {
    expect(linearAxis([NaN, 1], [0, 100]).domain).toEqual([0, 1]);
    expect(linearAxis([0, Infinity], [0, 100]).domain).toEqual([0, 1]);
  });
});

test('labels set thousands apart from 10 000 on, and write a million as a power of ten', () => {
  const labels = (to: number): string[] => linearAxis([0, to], [0, 220]).ticks.map(({ text }) => text);
  expect(labels(8000)).toEqual(['0', '2000', '4000', '6000', '8000']);
  expect(labels(40_000)).toEqual(['0', '10\u202f000', '20\u202f000', '30\u202f000', '40\u202f000']);
  expect(labels(2e6)).toEqual(['0', '500\u202f000', '1 × 10⁶', '1.5 × 10⁶', '2 × 10⁶']);
});

describe('the frame of a plot', () => {
  const axes: fc.Arbitrary<readonly [log: boolean, domain: [number, number]]> = fc.oneof(
    fc.tuple(fc.constant(true), powers),
    fc.tuple(fc.constant(false), domains),
  );
  const sides = fc.tuple(fc.integer({ min: 120, max: 1200 }), fc.integer({ min: 100, max: 700 }));
  const made = (kind: readonly [boolean, [number, number]], range: [number, number]): Axis =>
    kind[0] ? logAxis(kind[1], range) : linearAxis(kind[1], range);

  test('rules a line through every tick, to less than a pixel, and none elsewhere', () => {
    fc.assert(
      fc.property(axes, axes, sides, (across, up, [width, height]) => {
        const box = { left: 34, top: 16, right: 34 + width, bottom: 16 + height };
        const x = made(across, [box.left, box.right]);
        const y = made(up, [box.bottom, box.top]);
        const drawing = written(frame({ box, x, y, xName: 'weight', yName: 'loss', vertical: true }));
        const rules = [...drawing.matchAll(/class="gd-grid" d=M(\S+) (\S+?)([HV])([\d.e-]+)/g)];
        const at = (direction: string): number[] =>
          rules
            .filter(([, , , way]) => way === direction)
            .map(([, left, top]) => Number(direction === 'H' ? top : left));
        const labels = (anchor: string): [number, number, string][] =>
          [...drawing.matchAll(/class="gd-tick-text" x=(\S+) y=(\S+) text-anchor="(\w+)">([^<]*)</g)]
            .filter(([, , , how]) => how === anchor)
            .map(([, left, top, , text]) => [Number(left), Number(top), text!]);
        const upright = labels('middle');
        const lying = labels('end');
        expect([at('V').length, at('H').length]).toEqual([upright.length, lying.length]);
        expect([upright.length, lying.length]).toEqual([x.ticks.length, y.ticks.length]);
        for (const [i, [left, , text]] of upright.entries()) {
          expect(Math.abs(at('V')[i]! - x.at(readBack(text)))).toBeLessThan(SUBPIXEL);
          expect(Math.abs(left - at('V')[i]!)).toBeLessThan(SUBPIXEL);
        }
        for (const [i, [, top, text]] of lying.entries()) {
          expect(Math.abs(at('H')[i]! - y.at(readBack(text)))).toBeLessThan(SUBPIXEL);
          // The middle of a figure of 12.5 px lies 4 px above its foot.
          expect(Math.abs(top - 4 - at('H')[i]!)).toBeLessThan(SUBPIXEL);
        }
        for (const [, left, top, way, end] of rules) {
          if (way === 'H') expect([Number(left), Number(end)]).toEqual([box.left, box.right]);
          else expect([Number(top), Number(end)]).toEqual([box.top, box.bottom]);
        }
      }),
    );
  });
});
