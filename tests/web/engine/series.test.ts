/** Basins, many starts, slices and clouds, asked of the real module. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type {
  BasinMap,
  BasinsOptions,
  Engine,
  Objective,
  ObjectiveOptions,
  PlaneValues,
  Portion,
  StartsOptions,
  StartsSurvey,
  Task,
} from '../../../web/engine/engine.d.ts';

let engine: Engine;

beforeAll(async () => {
  const file = new URL('../../../dist/engine.mjs', import.meta.url).href;
  engine = await ((await import(/* @vite-ignore */ file)) as { loadEngine: () => Promise<Engine> }).loadEngine();
});

afterAll(() => expect(engine.liveHandles()).toBe(0));

/** A task's result after slices of the given sizes, over and over. */
function finished<Result extends { error: unknown }>(
  task: Task<Result & { error: null }>,
  slices = [Infinity],
): Result {
  let portion: Portion = task.progress();
  for (let k = 0; portion.done < portion.total; k++) portion = task.advance(slices[k % slices.length]!);
  const result = task.result();
  task.dispose();
  return result;
}

const basins = (options: BasinsOptions, slices?: number[]): BasinMap =>
  finished(engine.createBasins(options) as never, slices);
const starts = (options: StartsOptions, slices?: number[]): StartsSurvey =>
  finished(engine.createStarts(options) as never, slices);

function withObjective<T>(options: ObjectiveOptions, use: (objective: Objective) => T): T {
  const objective = engine.createObjective(options);
  try {
    return use(objective);
  } finally {
    objective.dispose();
  }
}

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
});

describe('slices', () => {
  test('a line and a plane hold the losses at their places', () => {
    withObjective({ name: 'rosenbrock' }, (objective) => {
      const { values } = objective.line({ at: [1, 1], direction: [1, 2], from: -1, to: 3, count: 5 });
      expect(values).toEqual(objective.values([0, -1, 1, 1, 2, 3, 3, 5, 4, 7]).values);
      const plane = finished(
        objective.createPlane({
          at: [0, 0],
          directions: [1, 0, 0, 1],
          x: [-2, 2],
          y: [-1, 3],
          columns: 20,
          rows: 30,
        }) as never,
        [7],
      );
      expect(plane).toEqual({
        columns: 20,
        rows: 30,
        ...objective.grid({ x: [-2, 2], y: [-1, 3], columns: 20, rows: 30 }),
      });
    });
  });

  test('a plane whose objective is gone says so', () => {
    const objective = engine.createObjective({ name: 'rosenbrock' });
    const plane = objective.createPlane({ at: [0, 0], directions: [1, 0, 0, 1] });
    objective.dispose();
    expect(plane.advance(10)).toEqual({ done: 0, total: 0 });
    expect(plane.result().error?.field).toBe('handle');
    plane.dispose();
  });

  test("a descent's path is drawn in the plane of its principal directions", () => {
    const run = engine.createRun({
      objective: { name: 'rosenbrock' },
      optimizer: gradientDescent(0.001),
      stepLimit: 200,
    });
    run.advance(200);
    const { parameters, loss } = run.trace();
    run.dispose();
    const found = engine.principalDirections({ points: parameters, dimension: 2 });
    expect(found.explained[0]! + found.explained[1]!).toBeCloseTo(1, 12);
    const at = parameters.slice(-2);
    withObjective({ name: 'rosenbrock' }, (objective) => {
      for (const row of [0, 50, 199]) {
        const [x, y] = found.coordinates.slice(2 * row, 2 * row + 2) as unknown as [number, number];
        const [a, b, c, d] = found.directions as unknown as [number, number, number, number];
        const { value } = objective.evaluate([at[0]! + x * a + y * c, at[1]! + x * b + y * d]);
        expect(value).toBeCloseTo(loss[row]!, 9);
      }
    });
  });

  test('a network is sliced along directions as long as its weights, and along its path', () => {
    const data = engine.createData({ set: 'circle', count: 40, seed: 1 });
    const objective = { network: { layers: [2, 3, 1], loss: 'binary_cross_entropy' as const, data } };
    const run = engine.createRun({ objective, optimizer: { name: 'adam', learningRate: 0.1 }, stepLimit: 60 });
    run.advance(60);
    const { parameters, loss } = run.trace();
    const dimension = run.dimension;
    run.dispose();
    withObjective(objective, (asked) => {
      const at = parameters.slice(-dimension);
      const { directions } = asked.randomDirections({ at, seed: 4 });
      // The first layer: weights from input k to neuron i at 3 k + i, biases at 6 + i.
      for (let neuron = 0; neuron < 3; neuron++) {
        const length = (numbers: Float64Array): number => Math.hypot(numbers[neuron]!, numbers[3 + neuron]!);
        expect(length(directions)).toBeCloseTo(length(at), 12);
        expect(directions[6 + neuron]).toBe(0);
      }
      const path = asked.createPlane({ at, directions, columns: 5, rows: 5 });
      const plane = finished<PlaneValues>(path as never, [2]);
      expect(plane.values[12]).toBeCloseTo(loss.at(-1)!, 12);
      expect(plane.values.every((value) => value > 0)).toBe(true);
      const found = engine.principalDirections({ points: parameters, dimension });
      expect(found.explained[0]).toBeGreaterThan(found.explained[1]!);
      const cloud = asked.gradientCloud({ at, size: 10, count: 4 });
      expect(cloud.losses.reduce((sum, one) => sum + one / 4, 0)).toBeCloseTo(cloud.loss, 12);
      for (let i = 0; i < dimension; i++) {
        const mean = [0, 1, 2, 3].reduce((sum, k) => sum + cloud.gradients[k * dimension + i]! / 4, 0);
        expect(mean).toBeCloseTo(cloud.full[i]!, 12);
      }
    });
    data.dispose();
  });

  test('requests that do not fit are refused by name', () => {
    withObjective({ name: 'rosenbrock' }, (objective) => {
      const at = [1, 1];
      expect(objective.line({ at, direction: [1] }).error?.field).toBe('direction');
      expect(objective.line({ at, direction: [1, 0], count: 1 }).error?.field).toBe('count');
      expect(objective.createPlane({ at, directions: [1, 0] }).error?.field).toBe('directions');
      expect(objective.createPlane({ at: [], directions: [1, 0, 0, 1] }).error?.field).toBe('at');
      expect(objective.randomDirections({ at, filterNormalized: true }).error?.field).toBe('filterNormalized');
      expect(objective.randomDirections({ at, count: 0 }).error?.field).toBe('count');
      expect(objective.gradientCloud({ at }).error?.field).toBe('objective');
    });
    expect(engine.principalDirections({ points: [1, 2, 3], dimension: 2 }).error?.field).toBe('points');
    expect(engine.principalDirections({ points: [1, 2], dimension: 2, count: 3 }).error?.field).toBe('count');
    const many = engine.principalDirections({ points: new Float64Array(90_000), dimension: 300 });
    expect(many.error?.field).toBe('points');
  });
});

describe('a cloud of batch gradients', () => {
  const count = 600;
  const inputs = Array.from({ length: count }, (_, k) => Math.sin(k * 1.7));
  const targets = inputs.map((x, k) => 3 * x + Math.cos(k * k));
  const regression = { regression: { inputs, targets } };

  test('lies around the full gradient, and narrows as one over the root of the batch', () => {
    withObjective(regression, (objective) => {
      const at = [0.5, -0.5];
      const epoch = objective.gradientCloud({ at, size: 20, count: 30, seed: 2 });
      const { value, gradient } = objective.evaluate(at);
      expect(epoch.loss).toBe(value);
      expect(epoch.full).toEqual(gradient);
      const mean = (offset: number): number =>
        epoch.gradients.reduce((sum, number, k) => (k % 2 === offset ? sum + number / 30 : sum), 0);
      expect(mean(0)).toBeCloseTo(gradient[0]!, 12);
      expect(mean(1)).toBeCloseTo(gradient[1]!, 12);

      const spread = (size: number): number => {
        const { gradients, full } = objective.gradientCloud({ at, size, count: 3000, seed: 7 });
        return Math.sqrt(gradients.reduce((sum, number, k) => sum + (number - full[k % 2]!) ** 2, 0) / 3000);
      };
      expect(spread(1) / spread(4)).toBeCloseTo(2, 1);
      expect(spread(4) / spread(16)).toBeCloseTo(2, 1);
    });
  });
});

test('whatever is passed, nothing throws and nothing is left behind', { timeout: 60_000 }, () => {
  const number = fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.double(), fc.integer({ min: -2, max: 40 }));
  const value = fc.oneof(number, fc.array(number, { maxLength: 5 }), fc.anything());
  const request = fc.dictionary(
    fc.constantFrom(
      ...['x', 'y', 'columns', 'rows', 'radius', 'count', 'seed', 'within', 'at', 'direction', 'directions'],
      ...['from', 'to', 'size', 'shuffle', 'points', 'dimension', 'filterNormalized'],
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
        use(asked.createPlane({ at, directions: [1, 0, 0, 1], ...wrong }) as never, work);
      });
      engine.principalDirections({ points: [1, 2, 3, 4], dimension: 2, ...wrong });
      engine.principalDirections(wrong as never);
      expect(engine.liveHandles()).toBe(0);
    }),
    { numRuns: 1500, seed: 32 },
  );
});
