/** What a dragged slider gives: few digits, near to where the hand is, and another value after every key press. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { tidy } from '../../../web/parts/slider';

const values = fc.double({ min: -8, max: 8, noNaN: true }).map((power) => 10 ** power);

describe('a tidied value', () => {
  test('lies within one and a quarter per cent of the hand on a log scale, in three digits at most', () => {
    fc.assert(
      fc.property(values, (value) => {
        const near = tidy(value, true);
        expect(Math.abs(near / value - 1)).toBeLessThan(0.0125);
        expect(near).toBe(Number(near.toPrecision(3)));
        expect(tidy(near, true)).toBe(near);
      }),
    );
  });

  test('is another one after each key press of a hundredth of a decade, up or down', () => {
    fc.assert(
      fc.property(values, (value) => {
        const here = tidy(value, true);
        expect(tidy(here * 10 ** 0.01, true)).toBeGreaterThan(here);
        expect(tidy(here * 10 ** -0.01, true)).toBeLessThan(here);
      }),
    );
  });

  test('can be any round number', () => {
    for (const round of [0.001, 0.02, 0.25, 1, 1.5, 2, 2.5, 3, 5, 7, 90]) expect(tidy(round * 1.003, true)).toBe(round);
  });

  test('has three digits on a linear scale, of either sign', () => {
    expect([1.23456, -0.0123456, 0, 98765].map((value) => tidy(value, false))).toEqual([1.23, -0.0123, 0, 98800]);
  });
});
