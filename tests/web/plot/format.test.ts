/** Numbers as a reader sees them: what is written reads back as the number, to as many digits as were asked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { brief, count, exact, fixed, grouped, significant } from '../../../web/plot/format';
import { readBack } from './read-back';

const from = (least: number, most: number): fc.Arbitrary<number> =>
  fc
    .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: least, max: most }), fc.boolean())
    .map(([mantissa, power, below]) => (below ? -1 : 1) * Number(`${mantissa}e${power}`));
const numbers = fc.oneof(from(-30, 30), from(-5, 7));
const digits = fc.integer({ min: 1, max: 12 });

const decimals = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
const NOT_FINITE = [NaN, Infinity, -Infinity];

describe('significant digits', () => {
  test('are as many as were asked for, and all that stand before the point', () => {
    fc.assert(
      fc.property(numbers, digits, (value, n) => {
        const text = significant(value, n);
        const nearest = Number(value.toPrecision(n));
        if (text.includes('×')) {
          expect(readBack(text)).toBe(nearest);
          expect(decimals(text)).toBe(n - 1);
        } else {
          const before = Math.floor(Math.log10(Math.abs(nearest))) + 1;
          expect(decimals(text)).toBe(Math.max(0, n - before));
          expect(readBack(text)).toBe(before > n ? Math.sign(value) * Math.round(Math.abs(value)) : nearest);
        }
      }),
    );
  });

  test('take a power of ten from a million on and below a thousandth, as rounded', () => {
    fc.assert(
      fc.property(numbers, digits, (value, n) => {
        const rounded = Math.abs(Number(value.toPrecision(n)));
        expect(significant(value, n).includes('×')).toBe(rounded >= 1e6 || rounded < 1e-3);
      }),
    );
    expect(['999_400', '999_600', '1e6'].map((text) => significant(Number(text.replace('_', ''))))).toEqual([
      '999400',
      '1.00 × 10⁶',
      '1.00 × 10⁶',
    ]);
    expect([0.000999, 0.0009996, 0.001].map((value) => significant(value))).toEqual([
      '9.99 × 10⁻⁴',
      '0.00100',
      '0.00100',
    ]);
  });

  test('of zero are zeros, without a sign', () => {
    expect([significant(0), significant(-0), significant(0, 1)]).toEqual(['0.00', '0.00', '0']);
  });

  test('said briefly are the same number without zeros at the end', () => {
    fc.assert(
      fc.property(numbers, digits, (value, n) => {
        const text = brief(value, n);
        expect(readBack(text)).toBe(readBack(significant(value, n)));
        expect(text).not.toMatch(/\.\d*0( ×|$)|\.( ×|$)/);
      }),
    );
    expect([0.1, 250, 2, -1e-7].map((value) => brief(value))).toEqual(['0.1', '250', '2', '−1 × 10⁻⁷']);
  });
});

describe('fixed decimals', () => {
  test('are as many as were asked for below a million, and powers of ten from there on', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 8 }), (value, places) => {
        const text = fixed(value, places);
        if (Math.abs(value) >= 1e6) {
          expect(text).toBe(significant(value, 4));
        } else {
          expect(text).toMatch(/^−?\d+(\.\d+)?$/);
          expect(decimals(text)).toBe(places);
          expect(Math.abs(readBack(text) - value)).toBeLessThanOrEqual(0.5000001 * 10 ** -places);
        }
      }),
    );
    expect([999_999, 1e6, -1e6].map((value) => fixed(value, 0))).toEqual(['999999', '1.000 × 10⁶', '−1.000 × 10⁶']);
  });

  test('give nothing a sign that reads as zero', () => {
    expect([fixed(-0.0004), fixed(-0), fixed(-0.0006)]).toEqual(['0.000', '0.000', '−0.001']);
  });
});

describe('whole and large numbers', () => {
  test('are counted with their thousands apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), (value) => {
        expect(count(value)).toMatch(/^\d{1,3}(\u202f\d{3})*$/);
        expect(readBack(count(value))).toBe(value);
      }),
    );
  });

  test('are grouped where they have five digits or more, up to a million millions', () => {
    fc.assert(
      fc.property(from(-5, 14), (value) => {
        const size = Math.abs(value);
        const whole = size >= 9999.5 && size < 1e12;
        expect(grouped(value)).toBe(
          whole ? `${value < 0 ? '−' : ''}${count(Math.abs(Math.round(value)))}` : significant(value, 4),
        );
      }),
    );
    expect([9999.4, 9999.5, 123_456, 1e12].map((value) => grouped(value))).toEqual([
      '9999',
      '10\u202f000',
      '123\u202f456',
      '1.000 × 10¹²',
    ]);
  });
});

test('an exact value is what is read back, bit for bit', () => {
  fc.assert(
    fc.property(numbers, (value) => {
      expect(Number(exact(value))).toBe(value);
    }),
  );
});

test('what is no number is said in words, or not at all where it would be read back', () => {
  for (const value of NOT_FINITE) {
    for (const text of [significant(value), fixed(value), brief(value), grouped(value)])
      expect(text).toBe('beyond reach');
    expect(exact(value)).toBe('');
  }
});
