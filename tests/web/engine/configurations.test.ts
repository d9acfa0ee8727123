/**
 * Random configurations never throw, hang, leak or disturb another run: ten thousand of them with
 * `npm test -- --whole web`, and the first two thousand where half a minute must do.
 */
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';

import type { RunOptions } from '../../../web/engine/engine.d.ts';
import { anyRun, anything, objectiveOptions } from './anything.ts';
import { engine, withObjective, withRun } from './support.ts';

afterAll(() => expect(engine.liveHandles()).toBe(0));

const seed = 20260101;

const whole = process.env.DOWNHILL_WHOLE !== undefined;
const runs = whole ? 10_000 : 2000;
const sweeps = whole ? 3000 : 600;

/** Runs whose bits must not depend on what happened before: a function, and a network in batches. */
const fixed: RunOptions[] = [
  { objective: { name: 'himmelblau' }, optimizer: { name: 'adam', learningRate: 0.1 } },
  {
    objective: {
      network: { layers: [2, 4, 1], activation: 'tanh', inputs: [0, 0, 0, 1, 1, 0, 1, 1], targets: [0, 1, 1, 0] },
    },
    optimizer: { name: 'momentum', learningRate: 0.2 },
    batch: { size: 3, seed: 5 },
    precision: 'single',
  },
];
const traces = (): unknown[] => fixed.map((options) => withRun(options, (run) => (run.advance(60), run.trace())));

const finite = (numbers: Float64Array): void => expect(numbers.every(Number.isFinite)).toBe(true);

/** Lets the test runner hear from its worker now and then: a minute of silence counts as a failure. */
const breathe = async (count: number): Promise<void> => {
  if (count % 250 === 0) await new Promise((resolve) => setTimeout(resolve));
};

test('runs', { timeout: 900_000 }, async () => {
  const before = traces();
  let made = 0;
  let networks = 0;
  let settled = 0;
  const moons = engine.createData({ set: 'moons', count: 12 });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(anyRun(engine, moons), anything(), anything(), async (options, a, b) => {
      await breathe(++count);
      withRun(options as never, (run) => {
        if (!run.error) made++;
        if (run.network) networks++;
        run.advance(25);
        const { loss, parameters, gradients, gradientNorm, rate, epochs } = run.trace();
        for (const numbers of [loss, parameters, gradients, gradientNorm, rate, epochs]) finite(numbers);
        const { step } = run.progress();
        const row = run.at(step >> 1);
        finite(row.parameters);
        finite(row.gradient);
        run.at(a as never);
        run.explain(step, 0);
        run.explain(a as never, b as never);
        for (const where of [{ step }, { at: row.parameters }, a]) {
          run.assess(where as never);
          run.predict(where as never, b as never);
          run.inspect(where as never, [0.5, 1], b as never);
        }
        run.assess({ step }, b as never, a as never);
        return run;
      }).at(0);
      expect(engine.liveHandles()).toBe(1);
      // What the largest configuration needed is there after the first half.
      if (count === runs / 2) settled = engine.heapBytes();
    }),
    { numRuns: runs, seed },
  );
  moons.dispose();
  expect(made).toBeGreaterThan(0.4 * runs);
  expect(networks).toBeGreaterThan(0.35 * runs);
  expect(engine.heapBytes() - settled).toBeLessThan(8 * 2 ** 20);
  expect(traces()).toEqual(before);
});

test('objectives and sweeps', { timeout: 120_000 }, async () => {
  const before = traces();
  const moons = engine.createData({ set: 'moons', count: 12 });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(objectiveOptions(engine, moons), anything(), anything(), async (options, a, b) => {
      await breathe(++count);
      withObjective(options as never, (objective) => {
        const at = new Float64Array(objective.dimension).fill(0.3);
        objective.evaluate(at);
        objective.assess(at);
        objective.assess(at, a as never, b as never);
        objective.predict(at, a as never);
        objective.predict(a as never, b as never);
        objective.inspect(at, a as never, b as never);
        objective.differenceQuotients(at, 0, [0.1, 1e-5]);
        if (objective.dimension <= 20) objective.curvature(at);
      });
      engine.sweepRates({ objective: options, rates: [0.01, 1], stepLimit: 20, batch: a } as never);
      engine.sweepRates({ objective: options, rates: [0.01, 1], stepLimit: 20 } as never);
      expect(engine.liveHandles()).toBe(1);
    }),
    { numRuns: sweeps, seed },
  );
  moons.dispose();
  expect(traces()).toEqual(before);
});
