/** Lines, planes, directions and clouds of gradients, asked of the real module. */
import { afterAll, describe, expect, test } from 'vitest';

import { engine, finished, withObjective } from './support.ts';

afterAll(() => expect(engine.liveHandles()).toBe(0));

const gradientDescent = (learningRate: number) => ({ name: 'gradient_descent', learningRate });

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
        }),
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
      const plane = finished(path, [2]);
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

  test('says which examples each batch holds: those of a run with the same options', () => {
    withObjective(regression, (objective) => {
      const at = [0.5, -0.5];
      const options = { size: 64, seed: 9 };
      const { examples, ends, perEpoch } = objective.batches({ ...options, first: 3, count: 17 });
      // 600 = 9 x 64 + 24: the tenth of an epoch is smaller, and two of them are among these.
      expect(perEpoch).toBe(10);
      expect(ends[0]).toBe(64);
      expect(ends.at(-1)).toBe(17 * 64 - 80);
      const cloud = objective.gradientCloud({ at, ...options, count: 20 });
      const single = objective.gradientCloud({ at, size: 1, shuffle: false, count });
      ends.forEach((end, k) => {
        const batch = examples.slice(k ? ends[k - 1] : 0, end);
        for (const i of [0, 1]) {
          const mean = batch.reduce((sum, e) => sum + single.gradients[2 * e + i]!, 0) / batch.length;
          expect(mean).toBeCloseTo(cloud.gradients[2 * (k + 3) + i]!, 12);
        }
      });
      const epoch = objective.batches({ ...options, first: 10, count: 10 });
      expect(Array.from(epoch.examples).sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, k) => k));
      const plain = objective.batches({ size: 4, shuffle: false, count: 2 });
      expect(Array.from(plain.examples)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    });
  });

  test('is as wide as the theory of sampling says, without a draw', () => {
    withObjective(regression, (objective) => {
      const at = [0.5, -0.5];
      const { variance, spreads } = objective.gradientSpread({ at, sizes: [1, 20, 300, 600] });
      const single = objective.gradientCloud({ at, size: 1, shuffle: false, count });
      expect(Math.sqrt(variance)).toBeCloseTo(single.spread, 12);
      expect(spreads[0]).toBeCloseTo(single.spread, 12);
      expect(spreads[1]).toBeCloseTo(Math.sqrt(((variance / 20) * 580) / 599), 12);
      expect(spreads[3]).toBe(0);
      for (const [k, size] of [20, 300].entries()) {
        const drawn = objective.gradientCloud({ at, size, count: 3000, seed: 7 });
        expect(drawn.spread / spreads[k + 1]!).toBeCloseTo(1, 1);
      }
    });
  });

  test('refuses by field what has no batches, adds its examples up, or holds no such size', () => {
    withObjective({ name: 'bowl' }, (plain) => {
      expect(plain.gradientSpread({ at: [1, 1], sizes: [1] }).error?.field).toBe('objective');
      expect(plain.batches({}).error?.field).toBe('objective');
    });
    withObjective({ regression: { inputs, targets, loss: 'sum_squares' } }, (sums) => {
      expect(sums.gradientSpread({ at: [1, 1], sizes: [1] }).error?.field).toBe('objective');
    });
    withObjective(regression, (objective) => {
      for (const sizes of [[], [0], [601], [1.5]])
        expect(objective.gradientSpread({ at: [1, 1], sizes }).error?.field).toBe('sizes');
      expect(objective.gradientSpread({ at: [1], sizes: [1] }).error?.field).toBe('at');
      expect(objective.batches({ size: 601 }).error?.field).toBe('size');
      expect(objective.batches({ size: 600, count: 1e6 }).error?.field).toBe('count');
    });
  });
});
