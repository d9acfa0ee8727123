/** What a caller might pass. */
import fc from 'fast-check';

/** Anything a caller might pass, sensible or hostile. */
export function anything(): fc.Arbitrary<unknown> {
  const numbers = fc.array(fc.oneof(fc.double(), fc.integer({ min: -5, max: 5 })), { maxLength: 8 });
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  const odd: unknown[] = [
    undefined,
    null,
    NaN,
    Infinity,
    -0,
    1e308,
    5e-324,
    Symbol('s'),
    10n,
    () => 1,
    new Date(),
    /x/,
    cycle,
    { length: 4294967295 },
    { length: -1 },
    { length: 2.5 },
    new BigInt64Array(2),
    'x'.repeat(1000),
    '\ud800',
    '\0',
    Object.create(null),
    new Map(),
    [[1], [2]],
    { valueOf: () => 1 },
    { toString: () => 'himmelblau' },
    ['__proto__'],
  ];
  return fc.oneof(numbers, fc.constantFrom(...odd), fc.anything({ maxDepth: 3 }));
}

/** A record whose entries are sensible, missing or anything at all. */
export function halfSensible(shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const loose = Object.fromEntries(
    Object.entries(shape).map(([key, value]) => [
      key,
      fc.oneof({ arbitrary: value, weight: 12 }, { arbitrary: anything(), weight: 1 }),
    ]),
  );
  return fc.oneof(
    { arbitrary: fc.record(loose), weight: 3 },
    { arbitrary: fc.record(loose, { requiredKeys: [] }), weight: 1 },
  );
}
