/** Sharpness, planes of networks, neurons matched, paths between two ends, and trainings by width: the real module. */
import { afterAll, describe, expect, test } from 'vitest';

import type { NetworkOptions, Objective } from '../../../web/engine/engine.d.ts';
import { numbers } from './reference-network.ts';
import { engine, finished, withObjective, withRun } from './support.ts';

afterAll(() => expect(engine.liveHandles()).toBe(0));

const draw = numbers(5);
const list = (count: number): number[] => Array.from({ length: count }, () => draw());
const inputs = list(2 * 40);
const targets = inputs.filter((_, i) => i % 2 === 0).map((x, e) => Math.sign(x * inputs[2 * e + 1]!));

const network = (hidden: readonly number[], seed = 1): NetworkOptions => ({
  network: { layers: [2, ...hidden, 1], activation: 'tanh', inputs, targets, seed },
});
const startOf = (options: NetworkOptions): Float64Array =>
  withRun({ objective: options }, (run) => run.at(0).parameters);
const along = (at: ArrayLike<number>, by: number, direction: ArrayLike<number>): Float64Array =>
  Float64Array.from(at, (w, i) => w + by * direction[i]!);
const length = (v: ArrayLike<number>): number => Math.hypot(...Array.from(v));

describe('sharpness', () => {
  test('is the largest of all eigenvalues, and half of it a half of the largest rate', () => {
    for (const loss of ['mse', 'squared_error', 'binary_cross_entropy'] as const) {
      const options = {
        network: { layers: [2, 6, 5, 1], activation: 'tanh', loss, inputs, targets: targets.map((t) => (t + 1) / 2) },
      } as const;
      const at = startOf(options);
      withObjective(options, (objective) => {
        const found = objective.sharpness(at, { tolerance: 1e-11, products: 1000 });
        const { largest, threshold } = objective.curvature(at);
        expect(found.error).toBeNull();
        expect(Math.abs(found.value / largest - 1)).toBeLessThan(1e-8);
        expect(Math.abs(found.threshold / threshold - 1)).toBeLessThan(1e-8);
        expect(found.exact).toBe(true);
        expect(length(found.direction)).toBeCloseTo(1, 12);
        // Its direction bends by as much.
        const width = 1e-4;
        const ahead = objective.evaluate(along(at, width, found.direction)).gradient;
        const behind = objective.evaluate(along(at, -width, found.direction)).gradient;
        const bend = ahead.reduce((sum, g, i) => sum + ((g - behind[i]!) / (2 * width)) * found.direction[i]!, 0);
        expect(bend).toBeCloseTo(found.value, 5);
      });
    }
  });

  test('begins where it is told, and takes fewer products from there', () => {
    const options = network([8, 8]);
    const at = startOf(options);
    withObjective(options, (objective) => {
      const cold = objective.sharpness(at);
      const near = along(at, 0.05, objective.evaluate(at).gradient);
      const warm = objective.sharpness(near, { from: cold.direction, tolerance: 1e-3 });
      expect(warm.products).toBeLessThan(cold.products);
      expect(Math.abs(warm.value / objective.curvature(near).largest - 1)).toBeLessThan(2e-3);
    });
  });

  test('of anything else it is by differences of gradients', () => {
    withObjective({ name: 'rosenbrock' }, (objective) => {
      const found = objective.sharpness([1, 1]);
      expect(found.exact).toBe(false);
      expect(found.value).toBeCloseTo(objective.curvature([1, 1]).largest, 2);
    });
  });

  test('refuses by field', () => {
    const options = network([3]);
    const at = startOf(options);
    withObjective(options, (objective) => {
      expect(objective.sharpness([1]).error?.field).toBe('at');
      expect(objective.sharpness(at, { from: [1, 2] }).error?.field).toBe('options.from');
      expect(objective.sharpness(at, { tolerance: 0 }).error?.field).toBe('options.tolerance');
      expect(objective.sharpness(at, { products: 0 }).error?.field).toBe('options.products');
      expect(objective.sharpness(at, { odd: 1 } as never).error?.field).toBe('options.odd');
    });
    const refused = engine.createObjective({ name: 'bowel' });
    expect(refused.sharpness([0, 0]).error).toEqual(refused.error);
  });
});

describe('the edge', () => {
  const run = { objective: network([6]), optimizer: { name: 'gradient_descent', learningRate: 0.8 }, stepLimit: 60 };

  test('is the run itself, with the sharpness of every row that was asked for', () => {
    const edge = finished(engine.createEdge({ ...run, every: 7, sharpnessTolerance: 1e-8 }), [1, 300, 17]);
    expect(edge.error).toBeNull();
    withRun(run, (same) => {
      same.advance(60);
      const trace = same.trace();
      expect(edge.loss).toEqual(trace.loss);
      expect(edge.parameters).toEqual(same.at(60).parameters);
      expect(edge).toMatchObject({ dimension: 25, reason: 'step_limit' });
      expect(Array.from(edge.steps)).toEqual([0, 7, 14, 21, 28, 35, 42, 49, 56]);
      withObjective(run.objective, (objective) => {
        edge.steps.forEach((step, k) => {
          const { largest } = objective.curvature(same.at(step).parameters);
          expect(Math.abs(edge.sharpness[k]! / largest - 1)).toBeLessThan(1e-6);
          expect(edge.threshold[k]).toBe(2 / 0.8);
        });
      });
    });
  });

  test('says how far it is, and goes over when the run does', () => {
    const task = engine.createEdge({ ...run, optimizer: { name: 'gradient_descent', learningRate: 1e3 } });
    expect(task.progress()).toEqual({ done: 1, total: 61 });
    while (task.advance(5).done < 61);
    expect(task.result().reason).not.toBe('running');
    task.dispose();
    expect(engine.createEdge({ ...run, every: 0 }).error?.field).toBe('every');
    expect(engine.createEdge({ ...run, places: 3 } as never).error?.field).toBe('places');
  });
});

/** A place of the plane, with the loss there. */
function placeOf(objective: Objective, at: ArrayLike<number>, directions: Float64Array, x: number, y: number): number {
  const n = at.length;
  return objective.evaluate(along(along(at, x, directions.subarray(0, n)), y, directions.subarray(n))).value;
}

test("a network's plane and lines hold the losses at their places", () => {
  const options = network([5, 4]);
  const at = startOf(options);
  withObjective(options, (objective) => {
    const { directions } = objective.randomDirections({ at, seed: 3 });
    const plane = finished(objective.createPlane({ at, directions, columns: 9, rows: 5 }), [3]);
    for (const [c, r] of [
      [0, 0],
      [8, 0],
      [3, 2],
      [8, 4],
    ] as const) {
      expect(plane.values[9 * r + c]).toBeCloseTo(placeOf(objective, at, directions, -1 + c / 4, -1 + r / 2), 13);
    }
    const { values } = objective.line({ at, direction: directions.subarray(0, at.length), count: 5 });
    [0, 1, 2, 3, 4].forEach((k) => expect(values[k]).toBeCloseTo(placeOf(objective, at, directions, k / 2 - 1, 0), 13));
  });
});

describe('neurons that are matched', () => {
  test('leave the function as it is, and are more alike than before', () => {
    const [options, other] = [network([7, 6]), network([7, 6], 2)];
    const [at, there] = [startOf(options), startOf(other)];
    withObjective(options, (objective) => {
      const found = objective.matchNeurons(at, there);
      expect(found.error).toBeNull();
      const before = objective.predict(there, inputs).values;
      objective.predict(found.parameters, inputs).values.forEach((p, i) => expect(p).toBeCloseTo(before[i]!, 13));
      const sum = (v: Float64Array): number => v.reduce((s, r) => s + r, 0);
      expect(sum(found.correlation)).toBeGreaterThan(sum(found.before));
      expect(Array.from(found.order.slice(0, 7)).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(Array.from(found.order.slice(7)).sort()).toEqual([0, 1, 2, 3, 4, 5]);
      expect(objective.matchNeurons(at, at).parameters).toEqual(at);
      expect(objective.matchNeurons(at, [1]).error?.field).toBe('other');
    });
    withObjective({ name: 'bowl' }, (objective) => {
      expect(objective.matchNeurons([0, 0], [0, 0]).error?.field).toBe('objective');
    });
  });
});

describe('a bent path', () => {
  const objective = network([4]);
  const [from, to] = [startOf(network([4], 3)), startOf(network([4], 9))];

  test('runs from end to end, and learns to go round what is high', () => {
    const options = { objective, from, to, stepLimit: 200, optimizer: { name: 'adam', learningRate: 0.05 } };
    const task = engine.createBend(options);
    const before = task.result();
    expect(before.error).toBeNull();
    before.bent.forEach((loss, k) => expect(loss).toBeCloseTo(before.straight[k]!, 12));
    const bend = finished(task, [40]);
    expect(bend.loss[200]).toBeLessThan(bend.loss[0]! * 0.9);
    expect(Math.max(...bend.bent)).toBeLessThanOrEqual(Math.max(...bend.straight) + 1e-9);
    withObjective(objective, (asked) => {
      for (const k of [0, 13, 20, 40]) {
        const t = k / 40;
        const place = Float64Array.from(
          from,
          (a, i) => (1 - t) ** 2 * a + 2 * t * (1 - t) * bend.middle[i]! + t ** 2 * to[i]!,
        );
        expect(bend.bent[k]).toBeCloseTo(asked.evaluate(place).value, 12);
        const straight = Float64Array.from(from, (a, i) => (1 - t) * a + t * to[i]!);
        expect(bend.straight[k]).toBeCloseTo(asked.evaluate(straight).value, 12);
      }
    });
    expect(bend.straight).toEqual(before.straight);
  });

  test('refuses by field', () => {
    expect(engine.createBend({ objective, from, to: [1] }).error?.field).toBe('to');
    expect(engine.createBend({ objective, from, to, places: 0 }).error?.field).toBe('places');
    expect(engine.createBend({ objective: { name: 'bowel' }, from, to }).error?.field).toBe('objective.name');
  });
});

test('many trainings of widths 1 to 16 end, in slices, with a loss and a place each', () => {
  for (const width of [1, 2, 4, 8, 16]) {
    const survey = finished(
      engine.createStarts({
        objective: network([width]),
        optimizer: { name: 'adam', learningRate: 0.05 },
        stepLimit: 100,
        count: 6,
      }),
      [50],
    );
    expect(survey.error).toBeNull();
    expect(survey.finalLoss).toHaveLength(6);
    expect(survey.places).toHaveLength(6 * survey.dimension);
    withObjective(network([width]), (objective) => {
      survey.finalLoss.forEach((loss, k) => {
        const at = survey.places.slice(k * survey.dimension, (k + 1) * survey.dimension);
        expect(objective.evaluate(at).value).toBe(loss);
        // The coast around it: a plane whose middle is the end itself.
        const { directions } = objective.randomDirections({ at });
        const coast = finished(objective.createPlane({ at, directions, columns: 3, rows: 3 }), [9]);
        expect(coast.values[4]).toBeCloseTo(loss, 13);
      });
    });
  }
});
