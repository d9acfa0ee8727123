/** Any past step of any run: from the trace where it holds everything, computed again where it does not. */
import { afterAll, describe, expect, test } from 'vitest';

import type { RunOptions } from '../../../web/engine/engine.d.ts';
import { numbers, table } from './reference-network.ts';
import { engine, withData, withRun } from './support.ts';

afterAll(() => expect(engine.liveHandles()).toBe(0));

const objective = {
  network: {
    layers: [3, 6, 2],
    activation: 'tanh',
    inputs: table(20, 3, numbers(1)).flat(),
    targets: table(20, 2, numbers(2)).flat(),
  },
} as const;

describe('a past step', () => {
  test.each(['double', 'single'] as const)('of a short run is its row of the trace (%s)', (precision) => {
    for (const { name } of engine.optimizers()) {
      withRun({ objective, precision, optimizer: { name }, batch: { size: 6 }, stepLimit: 200 }, (run) => {
        run.advance(40);
        expect(run.keepsParameters).toBe(true);
        const trace = run.trace();
        for (let step = run.progress().step; step >= 0; step -= 7) {
          const row = run.at(step);
          expect(row).toMatchObject({
            loss: trace.loss[step],
            gradientNorm: trace.gradientNorm[step],
            rate: trace.rate[step],
            epochs: trace.epochs[step],
          });
          const [from, to] = [step * run.dimension, (step + 1) * run.dimension];
          expect(row.parameters).toEqual(trace.parameters.slice(from, to));
          expect(row.gradient).toEqual(trace.gradients.slice(from, to));
        }
      });
    }
  });

  test.each(['double', 'single'] as const)('of a long run is where a fresh one stands then (%s)', (precision) => {
    for (const name of ['momentum', 'adam', 'lbfgs']) {
      const options: RunOptions = {
        objective,
        precision,
        optimizer: { name, learningRate: 0.01 },
        batch: { size: 7, seed: 3 },
        stepLimit: 300_000,
      };
      withRun(options, (run) => {
        run.advance(500);
        expect(run.keepsParameters).toBe(false);
        expect(run.trace().parameters.length).toBe(0);
        expect(run.trace().dimension).toBe(run.dimension);
        for (const step of [499, 0, 250, 16, 17, 500, 1]) {
          const fresh = withRun(options, (other) => (other.advance(step), other.at(step)));
          expect(run.at(step)).toEqual(fresh);
        }
      });
    }
  });

  test('that was not reached is refused', () => {
    withRun({ objective }, (run) => {
      run.advance(3);
      for (const step of [4, -1, 1.5, NaN, 'x', undefined]) {
        const row = run.at(step as number);
        expect(row.error?.field).toBe('step');
        expect(row.parameters.length).toBe(0);
      }
    });
  });

  test('epochs count passes over the examples', () => {
    withRun({ objective, batch: { size: 8 }, stepLimit: 10 }, (run) => {
      run.advance(4);
      expect(run.trace().epochs).toEqual(Float64Array.of(0, 0.4, 0.8, 1, 1.4));
      expect(run.trace().gradientCount).toEqual(Float64Array.of(1, 2, 3, 4, 5));
    });
    withRun({ objective: { name: 'parabola' } }, (run) => {
      run.advance(2);
      expect(run.trace().epochs).toEqual(new Float64Array(3));
    });
  });
});

test('a run that reads digits goes back to any step, and its history stays within 64 MB', { timeout: 120_000 }, () => {
  withData({ digits: { count: 400 } }, (digits) => {
    const options: RunOptions = {
      objective: { network: { layers: [784, 16, 16, 10], loss: 'squared_error', data: digits } },
      optimizer: { name: 'adam', learningRate: 0.003 },
      batch: { size: 32 },
      precision: 'single',
      stepLimit: 100_000,
    };
    const steps = 12_000;
    withRun(options, (run) => {
      const before = engine.heapBytes();
      // Stands the run at steps of its own, which later are gone to again.
      const seen = new Map<number, Float64Array>();
      for (let step = 0; step < steps; step += 1000) {
        run.advance(1000 - (step % 1000));
        seen.set(run.progress().step, run.at(run.progress().step).parameters);
      }
      for (const [step, parameters] of [...seen].reverse()) expect(run.at(step).parameters).toEqual(parameters);
      expect(run.at(5).error).toBeNull();
      expect(run.assess({ step: steps }).accuracy).toBeGreaterThan(0.9);
      // Keyframes of 12,000 steps would be many times that; the allocator grows in strides of its own.
      expect(engine.heapBytes() - before).toBeLessThan(1.3 * 64 * 2 ** 20);
    });
  });
});
