import { describe, expect, test } from 'vitest';
import { nearest } from '../../../web/parts/nearest';

describe('the nearest of several handles', () => {
  const beads = [10, 60, 99, 120].map((x) => ({ x, y: 50 }));

  test('is taken, however much their targets overlap', () => {
    expect(nearest(beads, [108, 50])).toBe(2);
    expect(nearest(beads, [111, 50])).toBe(3);
    expect(nearest(beads, [0, 80])).toBe(0);
  });

  test('of two in one place is the favourite', () => {
    const together = [...beads, { x: 60, y: 50 }];
    expect(nearest(together, [60, 50], 4)).toBe(4);
    expect(nearest(together, [60, 50], 1)).toBe(1);
    // A favourite further off is not.
    expect(nearest(beads, [102, 50], 3)).toBe(2);
  });
});
