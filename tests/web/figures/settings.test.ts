/** Settings as they travel in links and attributes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { tuning } from '../../../web/figures/optimizers/tuning';
import { number, numbers, optionalNumber, type Setting } from '../../../web/figures/settings';

const limits = { label: 'n', min: -1e9, max: 1e9 };
/** Places that handles reach, and any others. */
const values = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1e6),
  fc.double({ min: limits.min, max: limits.max, noNaN: true }),
);
const again = <T>(setting: Setting<T>, value: T): unknown => setting.read(setting.write(value));

describe('a number in a link', () => {
  test('comes back exactly where it has at most twelve digits, and to twelve where it has more', () => {
    fc.assert(
      fc.property(values, (value) => {
        const back = Number(value.toPrecision(12));
        expect(again(number({ ...limits, initial: 0 }), value)).toBe(back);
        expect(again(optionalNumber(limits), value)).toBe(back);
        expect(again(numbers({ ...limits, initial: [], fewest: 0, most: 3 }), [value, 1, value])).toEqual([
          back,
          1,
          back,
        ]);
        expect(again(tuning('dials'), { 'adam.beta1': value })).toEqual({ 'adam.beta1': back });
      }),
    );
  });

  test('may be absent where that means something', () => {
    expect(again(optionalNumber(limits), null)).toBeNull();
  });
});
