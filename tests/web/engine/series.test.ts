/** Basins of attraction and many starts, asked of the real module. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import type {
  BasinMap,
  BasinsOptions,
  ObjectiveOptions,
  StartsOptions,
  StartsSurvey,
  Task,
} from '../../../web/engine/engine.d.ts';
import { engine, finished, withObjective } from './support.ts';

afterAll(() => expect(engine.liveHandles()).toBe(0));

const basins = (options: BasinsOptions, slices?: number[]): BasinMap => finished(engine.createBasins(options), slices);
const starts = (options: StartsOptions, slices?: number[]): StartsSurvey =>
  finished(engine.createStarts(options), slices);

/** The middle of a cell, as BasinsOptions says. */
const middle = ([low, high]: readonly [number, number], k: number, count: number): number =>
  (low * (2 * count - 2 * k - 1) + high * (2 * k + 1)) / (2 * count);

const gradientDescent = (learningRate: number) => ({ name: 'gradient_descent', learningRate });

describe('basins of attraction', () => {
  test("Himmelblau's function has four, at the minima that its description lists", () => {
    const map = basins({
      objective: { name: 'himmelblau' },
      optimizer: gradientDescent(0.01),
      columns: 64,
      rows: 48,
    });
    expect(map.error).toBeNull();
    expect([map.columns, map.rows, map.end.length, map.steps.length]).toEqual([64, 48, 64 * 48, 64 * 48]);
    expect(new Set(map.end)).toEqual(new Set([0, 1, 2, 3]));
    const info = engine.objectives().find(({ name }) => name === 'himmelblau')!;
    expect(map.minima).toEqual(info.minima);
    for (const value of map.minimumValues) expect(value).toBeCloseTo(0, 25);
  });

  test('every cell says what a run from its middle does', () => {
    const x = [-3, 2.5] as const;
    const y = [-1, 2] as const;
    const objectives: ObjectiveOptions[] = [
      { name: 'beale' },
      { name: 'rosenbrock' },
      { name: 'double_well_2d' },
      { formula: '(x^2 - 1)^2 + sin(3y) + x y' },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...objectives),
        fc.constantFrom(...engine.optimizers().map(({ name }) => name)),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.double({ min: 0.1, max: 400, noNaN: true }), { minLength: 1, maxLength: 4 }),
        (objective, name, columns, rows, slices) => {
          const shared = { objective, optimizer: { name, learningRate: 0.02 }, stepLimit: 300, tolerance: 1e-6 };
          const map = basins({ ...shared, x, y, columns, rows }, slices);
          expect(map.error).toBeNull();
          for (let cell = 0; cell < columns * rows; cell++) {
            const start = [middle(x, cell % columns, columns), middle(y, Math.floor(cell / columns), rows)];
            const run = engine.createRun({ ...shared, start });
            const { step, reason } = run.advance(300);
            const [endX, endY] = run.trace().parameters.slice(-2) as unknown as [number, number];
            run.dispose();
            expect(map.steps[cell]).toBe(step);
            const end = map.end[cell]!;
            if (reason === 'diverged' || reason === 'refused') expect(end).toBe(-2);
            if (reason === 'step_limit') expect(end).toBe(-3);
            if (reason === 'converged') expect([-4, 0, 1, 2, 3, 4, 5, 6, 7]).toContain(end);
            if (end < 0) continue;
            const off = Math.hypot(map.minima[2 * end]! - endX, map.minima[2 * end + 1]! - endY);
            expect(off).toBeLessThanOrEqual(0.06);
          }
        },
      ),
      { numRuns: 150, seed: 31 },
    );
  });

  test('a complete picture is there after one run in 256, and refines', () => {
    const task = engine.createBasins({ objective: { name: 'himmelblau' }, optimizer: gradientDescent(0.01) });
    expect(task.progress()).toEqual({ done: 0, total: 65536 });
    expect(task.result().end.every((end) => end === -1)).toBe(true);
    while (task.progress().done < 256) task.advance(50);
    const coarse = task.result().end;
    expect(coarse.every((end) => end >= 0)).toBe(true);
    task.advance(Infinity);
    const fine = task.result().end;
    // The middles of the blocks were their own runs already.
    for (let row = 8; row < 256; row += 16)
      for (let column = 8; column < 256; column += 16)
        expect(coarse[row * 256 + column]).toBe(fine[row * 256 + column]);
    const wrong = coarse.filter((end, cell) => end !== fine[cell]).length;
    expect(wrong).toBeGreaterThan(0);
    expect(wrong).toBeLessThan(0.2 * fine.length);
    task.dispose();
    expect(task.result().error?.field).toBe('handle');
    expect(task.advance(1)).toEqual({ done: 0, total: 0 });
  });

  test('a rate too large for the curvature diverges wherever it is tried', () => {
    const bowl = { objective: { name: 'bowl', conditionNumber: 10 }, columns: 16, rows: 16 };
    const small = basins({ ...bowl, optimizer: gradientDescent(0.19) });
    expect(small.end.every((end) => end === 0)).toBe(true);
    const large = basins({ ...bowl, optimizer: gradientDescent(2.1) });
    expect(large.end.every((end) => end === -2)).toBe(true);
  });

  test('wrong options are refused by name, and go on answering', () => {
    const right: BasinsOptions = { objective: { name: 'himmelblau' }, columns: 4, rows: 4 };
    const refusals: [unknown, string][] = [
      [undefined, 'options'],
      [{ ...right, objective: { name: 'parabola' } }, 'objective'],
      [{ ...right, objective: { formula: 'x y' } }, 'x'],
      [{ ...right, x: [1, 1] }, 'x'],
      [{ ...right, y: [1, NaN] }, 'y'],
      [{ ...right, columns: 1 }, 'columns'],
      [{ ...right, rows: 1e6 }, 'rows'],
      [{ ...right, radius: -1 }, 'radius'],
      [{ ...right, start: [1, 1] }, 'start'],
      [{ ...right, optimizer: { name: 'adam', beta1: 3 } }, 'optimizer.beta1'],
      [{ ...right, optimizer: { name: 'adam' }, schedule: { name: 'backtracking' } }, 'schedule.name'],
    ];
    for (const [options, field] of refusals) {
      const task = engine.createBasins(options as never);
      expect(task.error?.field).toBe(field);
      expect(task.advance(10)).toEqual({ done: 0, total: 0 });
      expect(task.result()).toMatchObject({ error: task.error, columns: 0, end: new Int16Array(0) });
      task.dispose();
    }
  });
});

describe('many starts', () => {
  const options: StartsOptions = {
    objective: { name: 'styblinski_tang' },
    optimizer: gradientDescent(0.01),
    count: 200,
    seed: 5,
  };

  test('are the same for the same seed, however they are sliced', () => {
    const whole = starts(options);
    expect(whole.error).toBeNull();
    expect(whole).toEqual(starts(options, [1, 77, 0.5]));
    expect(whole.starts).not.toEqual(starts({ ...options, seed: 6 }).starts);
    expect(starts({ ...options, count: 20 }).starts).toEqual(whole.starts.slice(0, 40));
  });

  test('are runs, and end in the minima that the function has', () => {
    const survey = starts(options);
    expect(new Set(survey.end)).toEqual(new Set([0, 1, 2, 3]));
    for (let k = 0; k < 200; k += 9) {
      const run = engine.createRun({
        objective: options.objective,
        optimizer: gradientDescent(0.01),
        start: survey.starts.slice(2 * k, 2 * k + 2),
      });
      const { loss, step, reason } = run.advance(1000);
      expect([survey.finalLoss[k], survey.steps[k], survey.reasons[k]]).toEqual([loss, step, reason]);
      expect(survey.places.slice(2 * k, 2 * k + 2)).toEqual(run.trace().parameters.slice(-2));
      expect(loss).toBeCloseTo(survey.minimumValues[survey.end[k]!]!, 9);
      run.dispose();
    }
  });

  test('of a network are its initial weights by seed, and its losses are over all examples', () => {
    const data = engine.createData({ set: 'moons', count: 60, noise: 0.1, seed: 3 });
    for (const more of [{}, { activation: 'relu' as const }, { initial: 'he' as const }]) {
      const network = { layers: [2, 4, 1], loss: 'binary_cross_entropy' as const, data, ...more };
      const shared = { optimizer: { name: 'adam', learningRate: 0.05 }, stepLimit: 30, batch: { size: 10 } };
      const survey = starts({ objective: { network }, ...shared, count: 3, seed: 40 }, [11]);
      expect(survey.error).toBeNull();
      expect([survey.end.length, survey.starts.length]).toEqual([0, 3 * survey.dimension]);
      for (let k = 0; k < 3; k++) {
        const run = engine.createRun({ objective: { network: { ...network, seed: 40 + k } }, ...shared });
        run.advance(30);
        const at = run.at(30).parameters;
        expect(survey.starts.slice(k * survey.dimension, (k + 1) * survey.dimension)).toEqual(run.at(0).parameters);
        expect(survey.places.slice(k * survey.dimension, (k + 1) * survey.dimension)).toEqual(at);
        withObjective({ network }, (objective) => expect(survey.finalLoss[k]).toBe(objective.evaluate(at).value));
        run.dispose();
      }
    }
    data.dispose();
  });

  test('need bounds where nothing says where', () => {
    const regression = { regression: { inputs: [1, 2, 3], targets: [1, 2, 4] } };
    const refused = engine.createStarts({ objective: regression });
    expect(refused.error?.field).toBe('within');
    const survey = starts({ objective: regression, optimizer: gradientDescent(0.1), within: [-1, 1], count: 5 });
    expect(survey.error).toBeNull();
    expect([survey.dimension, survey.starts.length, survey.end.length]).toEqual([2, 10, 0]);
    expect(starts({ objective: { formula: 'x^2 + y^2' }, within: [0, 1, 5, 6], count: 9 }).starts[1]).toBeGreaterThan(
      5,
    );
    for (const within of [[1], [1, 0], [0, 1, 2, 3, 4, 5], 'no']) {
      const wrong = engine.createStarts({ ...options, within: within as never });
      expect(wrong.error?.field).toBe('within');
    }
  });

  test('looked at on their way, are where a run of their own was', () => {
    const options = { objective: { name: 'beale' }, optimizer: gradientDescent(0.01), stepLimit: 95 } as const;
    const survey = starts({ ...options, count: 3, seed: 4, every: 10 }, [7, 130]);
    expect([survey.lookLosses.length, survey.lookPlaces.length]).toEqual([3 * 10, 3 * 10 * 2]);
    for (let k = 0; k < 3; k++) {
      const run = engine.createRun({ ...options, start: survey.starts.slice(2 * k, 2 * k + 2) });
      run.advance(95);
      const { loss, parameters, step } = run.trace();
      for (let look = 0; look < 10; look++) {
        const row = Math.min(10 * look, step.length - 1);
        expect(survey.lookLosses[10 * k + look]).toBe(loss[row]);
        expect(survey.lookPlaces[2 * (10 * k + look)]).toBe(parameters[2 * row]);
      }
      run.dispose();
    }
    expect(starts({ ...options, count: 3 }).lookLosses).toHaveLength(0);
    const wrong = engine.createStarts({ ...options, stepLimit: 1_000_000, count: 10_000, every: 1 });
    expect(wrong.error).toMatchObject({ field: 'every', remedy: expect.stringContaining('less often') as string });
  });
});

test('whatever is passed, nothing throws and nothing is left behind', { timeout: 60_000 }, () => {
  const number = fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.double(), fc.integer({ min: -2, max: 40 }));
  const value = fc.oneof(number, fc.array(number, { maxLength: 5 }), fc.anything());
  const request = fc.dictionary(
    fc.constantFrom(
      ...['x', 'y', 'columns', 'rows', 'radius', 'count', 'seed', 'within', 'at', 'direction', 'directions'],
      ...['from', 'to', 'size', 'shuffle', 'points', 'dimension', 'filterNormalized', 'every'],
    ),
    value,
    { maxKeys: 4 },
  );
  const objective = fc.constantFrom<ObjectiveOptions>(
    { name: 'himmelblau' },
    { formula: 'x/y' },
    { regression: { inputs: [1, 2], targets: [2, 3] } },
  );
  const use = (task: Task<never>, work: unknown): void => {
    task.advance(work as number);
    task.advance(500);
    task.result();
    task.dispose();
  };
  fc.assert(
    fc.property(objective, request, value, (options, wrong, work) => {
      const small = { objective: options, stepLimit: 20, columns: 5, rows: 5, x: [-1, 1], y: [0, 1] };
      for (const base of [small, {}]) use(engine.createBasins({ ...base, ...wrong } as never) as never, work);
      use(engine.createStarts({ objective: options, stepLimit: 20, within: [-1, 1], ...wrong }) as never, work);
      withObjective(options, (asked) => {
        const at = [0.5, 0.5];
        asked.line({ at, direction: at, ...wrong });
        asked.randomDirections({ at, ...wrong });
        asked.gradientCloud({ at, ...wrong });
        asked.gradientSpread({ at, sizes: [1], ...wrong });
        asked.batches(wrong);
        use(asked.createPlane({ at, directions: [1, 0, 0, 1], ...wrong }) as never, work);
      });
      engine.principalDirections({ points: [1, 2, 3, 4], dimension: 2, ...wrong });
      engine.principalDirections(wrong as never);
      expect(engine.liveHandles()).toBe(0);
    }),
    { numRuns: 1500, seed: 32 },
  );
});
