/** What a caller might pass. */
import fc from 'fast-check';

import type { Engine } from '../../../web/engine/engine.d.ts';

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

const names = (list: readonly { readonly name: string }[]): fc.Arbitrary<string> =>
  fc.constantFrom(...list.map(({ name }) => name));

/** Lists of numbers from a small range, mostly of a given length. */
const list = (length: number, low: number, high: number): fc.Arbitrary<unknown> =>
  fc.array(fc.double({ min: low, max: high, noNaN: true }), { minLength: length, maxLength: length });

const classNumbers = (count: number, classes: number): fc.Arbitrary<unknown> =>
  fc.array(fc.integer({ min: 0, max: classes - 1 }), { minLength: count, maxLength: count });

/** A network with its examples; the lengths that go together are chosen together. */
const network = (held: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 6 }))
    .chain(([layers, count]) => {
      const sizes = layers.slice(1).map((out, l) => out * (layers[l]! + 1));
      const loss = fc.constantFrom('mse', 'squared_error', 'cross_entropy', 'binary_cross_entropy');
      const given = {
        activation: fc.constantFrom('linear', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'gelu'),
        loss,
        inputs: list(count * layers[0]!, -3, 3),
        targets: list(count * layers.at(-1)!, 0, 1),
      };
      return fc.oneof(
        { arbitrary: fc.record({ layers: fc.constant(layers), ...given }), weight: 4 },
        {
          arbitrary: fc.record({
            layers: fc.constant(layers),
            parameters: list(
              sizes.reduce((sum, size) => sum + size, 0),
              -9,
              9,
            ),
            ...given,
          }),
          weight: 2,
        },
        {
          arbitrary: fc.record({ layers: fc.constant([2, ...layers, 2]), loss, data: fc.constant(held) }),
          weight: 2,
        },
        {
          arbitrary: halfSensible({
            layers: fc.oneof(fc.constant(layers), anything()),
            outputActivation: given.activation,
            initial: fc.constantFrom('he', 'glorot'),
            seed: fc.integer(),
            ...given,
          }),
          weight: 2,
        },
      );
    });

/** Every kind of objective, mostly described soundly. `held` is data with two features and two classes. */
export function objectiveOptions(engine: Engine, held: unknown): fc.Arbitrary<unknown> {
  const under = (key: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.record({ [key]: value });
  const either = (lists: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
    fc.oneof(
      { arbitrary: fc.record(lists), weight: 3 },
      { arbitrary: halfSensible({ ...lists, data: fc.constant(held) }), weight: 1 },
      { arbitrary: fc.record({ data: fc.constant(held) }), weight: 1 },
    );
  const features = fc.constant(2);
  return fc.oneof(
    { arbitrary: under('name', names(engine.objectives())), weight: 3 },
    { arbitrary: halfSensible({ name: names(engine.objectives()) }), weight: 1 },
    {
      arbitrary: under('formula', fc.oneof(fc.constantFrom('x^2 + 5', 'w1^2 + sin w2', '1/x'), fc.string())),
      weight: 1,
    },
    {
      arbitrary: under(
        'regression',
        either({ inputs: list(6, -3, 3), targets: list(3, -1, 1), features, loss: fc.constantFrom('sum_squares') }),
      ),
      weight: 1,
    },
    {
      arbitrary: under('logistic', either({ inputs: list(8, -3, 3), targets: classNumbers(4, 2), features })),
      weight: 2,
    },
    {
      arbitrary: under(
        'softmax',
        either({ inputs: list(8, -3, 3), targets: classNumbers(4, 3), features, classes: fc.constant(3) }),
      ),
      weight: 2,
    },
    {
      arbitrary: under(
        'bigram',
        halfSensible({ text: fc.oneof(fc.constant('abracadabra'), fc.string()), symbols: fc.nat(9) }),
      ),
      weight: 1,
    },
    {
      arbitrary: under(
        'noisy',
        halfSensible({
          objective: fc.constant({ name: 'himmelblau' }),
          size: fc.double({ min: 0, max: 9, noNaN: true }),
        }),
      ),
      weight: 1,
    },
    { arbitrary: under('network', network(held)), weight: 6 },
  );
}

/** Options of a run, mostly sound, over every objective, optimizer, schedule, batch and precision. */
export function anyRun(engine: Engine, held: unknown): fc.Arbitrary<unknown> {
  const rule = (infos: readonly { readonly name: string }[]): fc.Arbitrary<unknown> =>
    fc.oneof(
      { arbitrary: fc.record({ name: names(infos) }), weight: 3 },
      {
        arbitrary: halfSensible({ name: names(infos), learningRate: fc.double({ min: 1e-8, max: 1000, noNaN: true }) }),
        weight: 1,
      },
    );
  const some = {
    objective: objectiveOptions(engine, held),
    optimizer: rule(engine.optimizers()),
    stepLimit: fc.constantFrom(1, 50, 500, 200_000, 1_000_000),
  };
  const rarely = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ arbitrary: fc.constant(undefined), weight: 6 }, { arbitrary: value, weight: 1 });
  const more = {
    schedule: rarely(rule(engine.schedules())),
    start: rarely(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 3 })),
    tolerance: fc.constantFrom(0, 1e-8),
    divergenceLimit: fc.constantFrom(1e9, 1e12, 1e308),
  };
  const batch = fc.oneof(
    fc.constant(undefined),
    fc.record({ size: fc.nat(8), shuffle: fc.boolean(), seed: fc.nat(3) }),
    halfSensible({ size: fc.nat(8), shuffle: fc.boolean(), seed: fc.nat(3) }),
  );
  const precision = fc.constantFrom('double', 'single');
  const learning = { ...some, objective: fc.record({ network: network(held) }), batch, precision };
  return fc.oneof(
    { arbitrary: fc.record({ ...some, ...more }), weight: 4 },
    { arbitrary: fc.record({ ...learning, ...more }), weight: 4 },
    { arbitrary: fc.record({ ...some, ...more, batch, precision }), weight: 1 },
    { arbitrary: halfSensible({ ...some, ...more, batch, precision }), weight: 1 },
  );
}
