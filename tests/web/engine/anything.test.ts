/** Whatever is passed, the answer is an answer, and nothing is left behind. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { anything, halfSensible } from './anything.ts';
import { engine, parabola, withObjective, withRun } from './support.ts';

afterAll(() => expect(engine.liveHandles()).toBe(0));

describe('whatever is passed', () => {
  const number = fc.oneof(fc.double({ min: -10, max: 10, noNaN: true }), fc.double());
  const point = fc.array(number, { minLength: 1, maxLength: 3 });
  const names = (list: readonly { name: string }[]): fc.Arbitrary<string> =>
    fc.constantFrom(...list.map(({ name }) => name));
  /** Mostly a sound description, sometimes with something wrong in it. */
  const objectiveOptions = (): fc.Arbitrary<unknown> =>
    fc.oneof(
      { arbitrary: fc.record({ name: names(engine.objectives()) }), weight: 6 },
      {
        arbitrary: fc.record({ formula: fc.oneof(fc.constantFrom('x^2 + 5', 'w1^2 + sin w2', '1/x'), fc.string()) }),
        weight: 2,
      },
      { arbitrary: halfSensible({ name: names(engine.objectives()) }), weight: 1 },
      {
        arbitrary: fc.record({
          regression: halfSensible({
            inputs: fc.constantFrom([1, 2, 4], [0, 1, 0], [1e6, -1, 3, 2, 5, 4]),
            targets: fc.constantFrom([1, 2, 3], [0, 0, -1]),
            features: fc.integer({ min: 0, max: 3 }),
            loss: fc.constantFrom('mean_squares', 'sum_squares'),
          }),
        }),
        weight: 2,
      },
    );
  const runOptions = (more: Record<string, fc.Arbitrary<unknown>> = {}): fc.Arbitrary<unknown> =>
    halfSensible({
      objective: objectiveOptions(),
      optimizer: fc.oneof(
        { arbitrary: fc.record({ name: names(engine.optimizers()) }), weight: 3 },
        {
          arbitrary: halfSensible({
            name: names(engine.optimizers()),
            learningRate: fc.double({ min: 1e-8, max: 1000, noNaN: true }),
          }),
          weight: 2,
        },
      ),
      schedule: fc.oneof(
        { arbitrary: fc.record({ name: names(engine.schedules()) }), weight: 3 },
        { arbitrary: halfSensible({ name: names(engine.schedules()) }), weight: 1 },
      ),
      start: point,
      stepLimit: fc.integer({ min: 1, max: 500 }),
      tolerance: fc.constantFrom(0, 1e-8),
      divergenceLimit: fc.constantFrom(1, 1e12, 1e308),
      ...more,
    });

  const seed = 20260101;

  /** A row of a trace is finite, however the run was set up. */
  const finite = (numbers: Float64Array): void => expect(numbers.every(Number.isFinite)).toBe(true);

  test('runs and sweeps never throw, paint no NaN and leave nothing behind', { timeout: 120_000 }, () => {
    let made = 0;
    let swept = 0;
    fc.assert(
      fc.property(
        runOptions(),
        runOptions({
          rates: fc.array(fc.double({ min: 1e-6, max: 100, noNaN: true }), { minLength: 1, maxLength: 4 }),
        }),
        anything(),
        anything(),
        (options, sweep, steps, coordinate) => {
          withRun(options as never, (run) => {
            if (!run.error) made++;
            run.advance(steps as never);
            run.advance(50);
            const { loss, parameters, gradients, gradientNorm, rate } = run.trace();
            for (const numbers of [loss, parameters, gradients, gradientNorm, rate]) finite(numbers);
            run.explain(steps as never, coordinate as never);
            run.explain(1, 0);
            run.progress();
            return run;
          }).explain(1, 0);
          if (!engine.sweepRates(sweep as never).error) swept++;
          expect(engine.liveHandles()).toBe(0);
        },
      ),
      { numRuns: 5000, seed },
    );
    // Not everything was refused at the door.
    expect(made).toBeGreaterThan(300);
    expect(swept).toBeGreaterThan(20);
  });

  test('objectives never throw and leave nothing behind', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(objectiveOptions(), anything(), anything(), anything(), (options, a, b, c) => {
        withObjective(options as never, (objective) => {
          objective.evaluate(a as never);
          objective.values(a as never);
          objective.curvature(a as never);
          objective.differenceQuotients(a as never, b as never, c as never);
          objective.grid(a as never);
          objective.grid({ x: [0, 1], y: b, columns: 3, rows: 3, at: a, axes: c } as never);
          return objective;
        }).evaluate([1]);
        expect(engine.liveHandles()).toBe(0);
      }),
      { numRuns: 3000, seed },
    );
  });

  test('readers and fits never throw', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anything(), anything(), anything(), fc.string({ unit: 'binary' }), (a, b, c, text) => {
        engine.leastSquares(a as never, b as never, c as never);
        engine.readCsv(a as never, b as never);
        engine.readCsv(text, b as never);
        engine.readCsv(text);
      }),
      { numRuns: 3000, seed },
    );
  });

  test('options that throw when read are refused', () => {
    const getter = {
      get name(): string {
        throw new Error('getter');
      },
    };
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('trap');
        },
      },
    );
    for (const hostile of [getter, trap, { objective: getter }, { ...parabola, start: trap }]) {
      expect(withRun(hostile as never, (run) => run.error)).not.toBeNull();
      expect(withObjective(hostile as never, (objective) => objective.error)).not.toBeNull();
      expect(engine.readCsv(hostile as never, hostile as never).error).not.toBeNull();
    }
  });

  test('a list whose memory is gone is refused', () => {
    const gone = new Float64Array(4);
    structuredClone(gone.buffer, { transfer: [gone.buffer] });
    expect(withRun({ ...parabola, start: gone }, (run) => run.error?.field)).toBe('start');
    expect(withObjective({ name: 'himmelblau' }, (objective) => objective.evaluate(gone).error?.field)).toBe('at');
  });

  test('junk does not disturb a run that is under way', () => {
    const alone = withRun(parabola, (run) => (run.advance(30), run.trace().parameters));
    withRun(parabola, (run) => {
      fc.assert(
        fc.property(runOptions(), (options) => {
          engine.createRun(options as never).dispose();
          run.advance(1);
        }),
        { numRuns: 30, seed: 1 },
      );
      expect(run.trace().parameters).toEqual(alone);
    });
  });
});
