/** Loops as paths: what a browser can read, whatever is left of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loopPath } from '../../../web/plot/tracing';

/** A path of one loop: where it begins, moves of two numbers each, and its end. */
function isReadable(path: string): boolean {
  const moves = /^M-?\d+ -?\d+l([-\d ]+)z$/.exec(path)?.[1]?.match(/-?\d+/g) ?? [];
  return moves.length > 0 && moves.length % 2 === 0;
}

describe('a loop', () => {
  test('that is smaller than can be seen is no path at all', () => {
    const tiny = [0, 0.00001, 0.00002, 0].map((more) => [5 + more, 5 - more] as const);
    expect(loopPath(tiny, 40, 40)).toBe('');
    expect(loopPath([[5, 5]], 40, 40)).toBe('');
  });

  test('is a path that can be read, or none', () => {
    const place = fc.tuple(fc.double({ min: 0, max: 40, noNaN: true }), fc.double({ min: 0, max: 40, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 12 }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (some, size) => {
          const loop = some.map(([x, y]) => [20 + (x - 20) * size, 20 + (y - 20) * size]);
          const path = loopPath([...loop, loop[0]!], 41, 41);
          expect(path === '' || isReadable(path), path).toBe(true);
        },
      ),
    );
  });
});
