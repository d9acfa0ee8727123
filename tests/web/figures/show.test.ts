/** What a text asks of a figure: when it stands there already, and when not. */
import { describe, expect, test } from 'vitest';

import { stands } from '../../../web/figures/host/show';
import { near, number, type SettingTable } from '../../../web/figures/settings';

describe('near', () => {
  test('a number is near another within a hundredth of what is said', () => {
    expect([near(0.2019, 0.2), near(0.2021, 0.2), near(0.1981, 0.2), near(0.1979, 0.2)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([near(-3.02, -3), near(3, -3)]).toEqual([true, false]);
  });

  test('nought is hit by a hand that misses it by a hundredth', () => {
    expect([near(0.01, 0), near(-0.011, 0), near(0, 0.001)]).toEqual([true, false, false]);
  });

  test('lists are near each other where all their numbers are', () => {
    expect([near([1, 2], [1, 2.01]), near([1, 2], [1, 2.1]), near([1], [1, 2]), near([1, 2], [1])]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('everything else is the same, or not', () => {
    expect([near('bowl', 'bowl'), near('bowl', 'wells'), near(null, null), near(null, 0), near(true, false)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

test('a figure stands where a text would have it when every setting named does, whatever the others are', () => {
  const table = {
    rate: number({ label: 'rate', initial: 1, min: 0, max: 9 }),
    start: number({ label: 'start', initial: 1, min: 0, max: 9 }),
    tuned: { label: 't', initial: {}, accepts: '', read: () => ({}), write: (value: object) => JSON.stringify(value) },
  } as unknown as SettingTable;
  expect(stands(table, { rate: 0.2 }, { rate: 0.2, start: 5 })).toBe(true);
  expect(stands(table, { rate: 0.2, start: 3 }, { rate: 0.2, start: 5 })).toBe(false);
  expect(stands(table, {}, { rate: 0.2 })).toBe(true);
  // Another object with the same in it.
  expect(stands(table, { tuned: { a: 1 } }, { tuned: { a: 1 } })).toBe(true);
  expect(stands(table, { tuned: { a: 1 } }, { tuned: {} })).toBe(false);
});
