/** Questions asked through the engine's memory, which must answer as if every caller's list had been copied. */
import { afterAll, expect, test } from 'vitest';

import { engine } from './support.ts';

const objective = engine.createObjective({ formula: 'x^2 + 3y' });

afterAll(() => {
  objective.dispose();
  expect(engine.liveHandles()).toBe(0);
});

const places = (count: number): Float64Array => Float64Array.from({ length: 2 * count }, (_, i) => (i % 1009) / 100);

test('more points than fit at once are answered one like the other', () => {
  const points = places(30_000);
  const { values, gradients } = objective.gradients(points);
  expect(objective.values(points).values).toEqual(values);
  for (let k = 0; k < 30_000; k += 7) {
    const at = points.subarray(2 * k, 2 * k + 2);
    const { value, gradient } = objective.evaluate(at);
    expect([value, ...gradient]).toEqual([values[k], gradients[2 * k], gradients[2 * k + 1]]);
    expect([value, ...gradient]).toEqual([at[0]! ** 2 + 3 * at[1]!, 2 * at[0]!, 3]);
  }
});

test('an answer stays what it is when the next question is asked', () => {
  const first = objective.gradients(places(10));
  const copy = { values: first.values.slice(), gradients: first.gradients.slice() };
  const { gradient } = objective.evaluate([1, 2]);
  objective.gradients(places(20).map((x) => -x));
  expect(first).toMatchObject(copy);
  expect([...gradient]).toEqual([2, 3]);
});

test('the number that is not finite is named by its place, however far back it stands', () => {
  const points = places(30_000);
  points[50_001] = Infinity;
  for (const answer of [objective.values(points), objective.gradients(points)]) {
    expect(answer.error).toMatchObject({ field: 'points', message: expect.stringContaining('50001') as string });
    expect(answer.values).toHaveLength(0);
  }
});

test('any list of numbers will do, and nothing else', () => {
  const buffer = new Float64Array([9, 1, 2, 9]);
  for (const at of [[1, 2], buffer.subarray(1, 3), new Float32Array([1, 2]), { length: 2, 0: 1, 1: 2 }]) {
    expect(objective.evaluate(at)).toMatchObject({ error: null, value: 7 });
    expect([...objective.values(at).values]).toEqual([7]);
  }
  for (const at of [
    ['1', 2],
    [1],
    [1, 2, 3],
    [],
    [1, NaN],
    null,
    7,
    'ab',
    new BigInt64Array(2),
    new DataView(buffer.buffer),
  ]) {
    expect(objective.evaluate(at as never).error?.field).toBe('at');
  }
});

test('a list that asks the engine while it is read changes nobody else’s answer', () => {
  const list = [3, 0];
  Object.defineProperty(list, 1, {
    get: () => {
      objective.evaluate([100, 100]);
      return 1;
    },
  });
  expect(objective.evaluate(list).value).toBe(12);
});

test('answers outlive a memory that grows in between', () => {
  const before = engine.heapBytes();
  const large = Array.from({ length: 4 }, () =>
    engine.createObjective({ regression: { inputs: new Float64Array(1 << 20), targets: new Float64Array(1 << 20) } }),
  );
  expect(engine.heapBytes()).toBeGreaterThan(before);
  expect(objective.evaluate([3, 1]).value).toBe(12);
  expect(objective.gradients([3, 1]).gradients).toEqual(Float64Array.of(6, 3));
  for (const one of large) one.dispose();
});

test('what was disposed of says so', () => {
  const gone = engine.createObjective({ formula: 'x^2' });
  gone.dispose();
  for (const answer of [gone.evaluate([1]), gone.values([1]), gone.gradients([1])]) {
    expect(answer.error?.field).toBe('handle');
  }
});

test('one point where a formula has no value is refused, among many it is marked', () => {
  const inverse = engine.createObjective({ formula: '1/x' });
  expect(inverse.evaluate([0]).error?.field).toBe('at');
  const { values, gradients } = inverse.gradients(Float64Array.from({ length: 40 }, (_, i) => i));
  expect(values[0]).toBeNaN();
  expect(gradients[0]).toBeNaN();
  expect(values[39]).toBe(1 / 39);
  inverse.dispose();
});
