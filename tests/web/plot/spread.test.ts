import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spread } from '../../../web/plot/spread';

describe('spread(items, low, high)', () => {
  const item = fc.record({
    at: fc.double({ min: 0, max: 400, noNaN: true }),
    size: fc.double({ min: 1, max: 40, noNaN: true }),
  });

  test('leaves alone what does not touch', () => {
    expect(
      spread(
        [
          { at: 20, size: 10 },
          { at: 60, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([20, 60]);
  });

  test('moves labels apart, keeps their order, and stays within bounds while there is room', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 10 }), (items) => {
        const centres = spread(items, 0, 400);
        const order = items.map((_, i) => i).sort((a, b) => items[a]!.at - items[b]!.at);
        order.forEach((i, k) => {
          const half = items[i]!.size / 2;
          expect(centres[i]! - half).toBeGreaterThan(-1e-9);
          expect(centres[i]! + half).toBeLessThan(400 + 1e-9);
          if (k === 0) return;
          const before = order[k - 1]!;
          expect(centres[i]! - half).toBeGreaterThan(centres[before]! + items[before]!.size / 2 - 1e-9);
        });
      }),
    );
  });
});
