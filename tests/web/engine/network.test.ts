/** Networks as objectives: their losses, gradients, predictions, and what an inspection shows. */
import { afterAll, describe, expect, test } from 'vitest';

import type { NetworkOptions, Objective } from '../../../web/engine/engine.d.ts';
import { evaluate, numbers, table, type Shape } from './reference-network.ts';
import { engine, withData, withObjective, withRun } from './support.ts';

afterAll(() => expect(engine.liveHandles()).toBe(0));

/** Relative to the largest of the right numbers. */
function near(found: ArrayLike<number>, right: ArrayLike<number>, within: number): void {
  expect(found.length).toBe(right.length);
  const scale = Math.max(1e-3, ...Array.from(right, Math.abs));
  for (let i = 0; i < right.length; i++) expect(Math.abs(found[i]! - right[i]!) / scale).toBeLessThan(within);
}

function slopesByDifferences(objective: Objective, at: Float64Array): number[] {
  return Array.from(at, (w, i) => {
    const width = 1e-5;
    const there = at.slice();
    there[i] = w + width;
    const ahead = objective.evaluate(there).value;
    there[i] = w - width;
    return (ahead - objective.evaluate(there).value) / (2 * width);
  });
}

const draw = numbers(11);
const inputs = table(9, 3, draw);
const parameters = table(1, 32, draw)[0]!;

describe('a network', () => {
  test('works as the documentation shows', () => {
    const targets = table(9, 2, numbers(3, 0, 1));
    const objective = {
      network: {
        layers: [3, 5, 2],
        activation: 'sigmoid',
        loss: 'mse',
        parameters,
        inputs: inputs.flat(),
        targets: targets.flat(),
      },
    } as const;
    withRun({ objective, optimizer: { name: 'gradient_descent', learningRate: 0.5 } }, (run) => {
      expect(run.error).toBeNull();
      expect(run).toMatchObject({ dimension: 32, sampleCount: 9, keepsParameters: true });
      expect(run.network).toEqual({
        layers: Float64Array.of(3, 5, 2),
        activation: 'sigmoid',
        outputActivation: 'sigmoid',
        loss: 'mse',
        parameterCount: 32,
        offsets: Float64Array.of(0, 20, 32),
      });
      expect(run.at(0).parameters).toEqual(Float64Array.from(parameters));
      const before = run.progress().loss;
      expect(run.advance(100).loss).toBeLessThan(before);
    });
  });

  const shapes: Shape[] = (['mse', 'squared_error', 'cross_entropy', 'binary_cross_entropy'] as const).flatMap((loss) =>
    (['linear', 'sigmoid', 'tanh', 'relu'] as const).map((activation) => ({
      layers: [3, 4, 2],
      activation,
      outputActivation: loss.endsWith('entropy') ? ('linear' as const) : activation,
      loss,
    })),
  );
  const examples = { inputs: inputs.flat(), targets: table(9, 2, numbers(4, 0, 1)) };
  const options = (shape: Shape): NetworkOptions => ({
    network: { ...shape, inputs: examples.inputs, targets: examples.targets.flat() },
  });

  test.each(shapes)('$loss with $activation agrees with a second implementation', (shape) => {
    withObjective(options(shape), (objective) => {
      for (let round = 0; round < 20; round++) {
        const at = table(1, 26, numbers(round, -2, 2))[0]!;
        const found = objective.evaluate(at);
        const right = evaluate(shape, at, inputs, examples.targets);
        expect(found.value).toBeCloseTo(right.loss, 12);
        near(found.gradient, right.gradient, 1e-12);
      }
    });
  });

  test.each(shapes.filter(({ activation }) => activation !== 'relu'))(
    '$loss with $activation has the gradient of its difference quotients',
    (shape) => {
      withObjective(options(shape), (objective) => {
        const at = Float64Array.from(table(1, 26, numbers(5))[0]!);
        near(objective.evaluate(at).gradient, slopesByDifferences(objective, at), 1e-8);
      });
    },
  );

  test('in single precision learns as in double, within rounding', () => {
    const objective = options(shapes[1]!);
    const ends = (['double', 'single'] as const).map((precision) =>
      withRun({ objective, precision, optimizer: { name: 'adam', learningRate: 0.01 } }, (run) => {
        expect(run.error).toBeNull();
        run.advance(200);
        return run.at(200);
      }),
    );
    expect(ends[1]!.loss).not.toBe(ends[0]!.loss);
    expect(Math.fround(ends[1]!.loss)).toBe(ends[1]!.loss);
    near(ends[1]!.parameters, ends[0]!.parameters, 1e-3);
  });

  test('explains its updates in double precision, and says so where it cannot', () => {
    withRun({ objective: options(shapes[6]!), optimizer: { name: 'adam' }, batch: { size: 4 } }, (run) => {
      run.advance(7);
      for (const coordinate of [0, 25]) {
        expect(run.explain(7, coordinate).terms.at(-1)?.value).toBe(run.at(7).parameters[coordinate]);
      }
    });
    withRun({ objective: options(shapes[6]!), precision: 'single' }, (run) => {
      run.advance(1);
      expect(run.explain(1, 0).error?.field).toBe('precision');
    });
  });

  test('its first weights depend on the seed, and on how they are drawn', () => {
    const start = (more: object): Float64Array =>
      withRun({ objective: { network: { ...options(shapes[5]!).network, ...more } as never } }, (run) => {
        expect(run.error).toBeNull();
        return run.at(0).parameters;
      });
    expect(start({ seed: 4 })).toEqual(start({ seed: 4 }));
    expect(start({ seed: 4 })).not.toEqual(start({ seed: 5 }));
    expect(start({})).toEqual(start({ initial: 'glorot', seed: 1 }));
    expect(start({})).not.toEqual(start({ initial: 'he' }));
  });
});

describe('an inspection', () => {
  const shape: Shape = { layers: [3, 4, 2], activation: 'tanh', outputActivation: 'linear', loss: 'cross_entropy' };
  const at = Float64Array.from(table(1, 26, numbers(8))[0]!);
  const example = { input: [0.3, -0.8, 0.5], target: [0, 1] };

  test("is the loss of that one example, with the loss's own gradient", () => {
    const alone = { network: { ...shape, inputs: example.input, targets: example.target } };
    withObjective(alone, (objective) => {
      const seen = objective.inspect(at, example.input, example.target);
      const { value, gradient } = objective.evaluate(at);
      expect(seen.loss).toBe(value);
      expect(seen.gradient).toEqual(gradient);
      near(seen.gradient, slopesByDifferences(objective, at), 1e-8);
      expect(seen.prediction).toEqual(objective.predict(at, example.input).values);
      expect(seen.prediction[0]! + seen.prediction[1]!).toBeCloseTo(1, 14);
    });
  });

  test("a neuron's delta is the loss's slope along its sum, and slope times blame to the last bit", () => {
    withObjective({ network: { ...shape, inputs: example.input, targets: example.target } }, (objective) => {
      const seen = objective.inspect(at, example.input, example.target);
      const { offsets, layers } = objective.network!;
      seen.layers.forEach((layer, l) => {
        for (let i = 0; i < layer.sums.length; i++) {
          expect(layer.deltas[i]).toBe(layer.slopes[i]! * layer.blames[i]!);
          // A bias moves its neuron's sum alone.
          const bias = offsets[l]! + layers[l]! * layers[l + 1]! + i;
          const moved = (by: number): number => {
            const there = at.slice();
            there[bias]! += by;
            return objective.inspect(there, example.input, example.target).loss;
          };
          expect(layer.deltas[i]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 9);
        }
      });
    });
  });

  test("on a run is the objective's, at a step and at any parameters", () => {
    const objective = { network: { ...shape, parameters: at, inputs: example.input, targets: example.target } };
    for (const precision of ['double', 'single'] as const) {
      withRun({ objective, precision }, (run) => {
        run.advance(5);
        const { parameters: there } = run.at(3);
        withObjective(objective, (same) => {
          expect(run.inspect({ step: 3 }, example.input, example.target)).toEqual(
            same.inspect(there, example.input, example.target),
          );
          expect(run.predict({ at }, example.input)).toEqual(same.predict(at, example.input));
          // In single precision the run's examples are rounded as well.
          const { loss } = same.assess(there);
          if (precision === 'double') expect(run.assess({ step: 3 }).loss).toBe(loss);
          else expect(run.assess({ step: 3 }).loss).toBeCloseTo(loss, 6);
        });
        expect(run.predict({ step: 9 }, example.input).error?.field).toBe('step');
        expect(run.predict({} as never, example.input).error?.field).toBe('step');
      });
    }
  });
});

describe('an assessment', () => {
  const softmax = { softmax: { inputs: [1, 2, 3, 4], targets: [0, 1, 2, 2], classes: 3 } };
  // Logits w x + b: the largest is class 0 below 1.5, class 1 up to 3.5, then class 2.
  const at = [0, 1, 2, 0, -1.5, -5];

  test('counts which class was taken for which', () => {
    withObjective(softmax, (objective) => {
      const found = objective.assess(at);
      expect(found).toMatchObject({ error: null, count: 4, correct: 3, accuracy: 0.75, classes: 3 });
      expect(found.confusion).toEqual(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 1, 1));
      expect(found.wrong).toEqual(Float64Array.of(2));
      expect(found.taken).toEqual(Float64Array.of(1));
      expect(found.loss).toBeCloseTo(objective.evaluate(at).value, 14);
    });
  });

  test('in parts adds up', () => {
    withObjective(softmax, (objective) => {
      const parts = [0, 3].map((from) => objective.assess(at, undefined, from === 0 ? { count: 3 } : { from }));
      const whole = objective.assess(at);
      expect(parts[0]!.correct + parts[1]!.correct).toBe(whole.correct);
      expect((3 * parts[0]!.loss + parts[1]!.loss) / 4).toBeCloseTo(whole.loss, 14);
      expect(objective.assess(at, undefined, { from: 4 }).error?.field).toBe('part.from');
      expect(objective.assess(at, undefined, { count: 5 }).error?.field).toBe('part.count');
    });
  });

  test('of one output has its border halfway between the targets', () => {
    const rows = [-2, -1, 1, 2];
    const one = (targets: number[]): object => ({
      network: { layers: [1, 1], activation: 'tanh', inputs: rows, targets },
    });
    for (const targets of [
      [-1, -1, 1, 1],
      [0, 0, 1, 1],
    ]) {
      withObjective(one(targets) as never, (objective) => {
        expect(objective.assess([3, 0])).toMatchObject({ correct: 4, classes: 2 });
        expect(objective.assess([-3, 0]).confusion).toEqual(Float64Array.of(0, 2, 2, 0));
      });
    }
  });

  test('looks at other examples too, held or given outright', () => {
    withData({ set: 'moons', count: 50 }, (moons) => {
      const objective = { network: { layers: [2, 8, 2], loss: 'cross_entropy', data: moons } } as const;
      withRun({ objective, optimizer: { name: 'adam', learningRate: 0.05 }, batch: { size: 10 } }, (run) => {
        run.advance(500);
        const own = run.assess({ step: 500 });
        expect(own.accuracy).toBeGreaterThan(0.9);
        expect(run.assess({ step: 500 }, moons)).toEqual(own);
        const lists = { inputs: moons.inputs().values, targets: moons.targets().values };
        expect(run.assess({ step: 500 }, lists)).toEqual(own);
        withData({ set: 'moons', count: 70, seed: 9 }, (others) => {
          expect(run.assess({ step: 500 }, others)).toMatchObject({ error: null, count: 70 });
        });
      });
    });
  });
});

describe('maps of every neuron', () => {
  const grid = Array.from({ length: 3600 }, (_, i) => [(i % 60) / 20 - 1.5, Math.floor(i / 60) / 20 - 1.5]).flat();

  test('hold at every place what an inspection of it shows, of hidden neurons and of the outputs', () => {
    withData({ set: 'moons', count: 20 }, (data) => {
      for (const loss of ['mse', 'binary_cross_entropy'] as const)
        withObjective({ network: { layers: [2, 4, 3, 1], activation: 'tanh', loss, seed: 3, data } }, (objective) => {
          const at = table(1, objective.dimension, numbers(4))[0]!;
          const maps = objective.activations(at, grid);
          expect(maps).toMatchObject({ error: null, neurons: 8, count: 3600 });
          for (const place of [0, 1234, 3599]) {
            const seen = objective.inspect(at, grid.slice(2 * place, 2 * place + 2), [0]);
            const sums = seen.layers.flatMap((layer) => Array.from(layer.sums));
            const hidden = seen.layers.slice(0, -1).flatMap((layer) => Array.from(layer.activations));
            expect(sums).toEqual(sums.map((_, i) => maps.sums[i * 3600 + place]));
            expect([...hidden, ...seen.prediction]).toEqual(sums.map((_, i) => maps.activations[i * 3600 + place]));
          }
          expect(maps.activations.slice(7 * 3600)).toEqual(objective.predict(at, grid).values);
        });
    });
  });

  test('are refused with what is wrong, and where nothing is a network', () => {
    withObjective({ name: 'bowl' }, (bowl) => expect(bowl.activations([0, 0], [0, 0]).error?.field).toBe('objective'));
    withData({ set: 'moons', count: 5 }, (data) => {
      withObjective({ network: { layers: [2, 2, 1], data } }, (objective) => {
        expect(objective.activations(new Float64Array(9), [1, 2, 3]).error).toMatchObject({ field: 'inputs' });
        const many = objective.activations(new Float64Array(9), new Float64Array(2 * 2_900_000));
        expect(many.error?.remedy).toMatch(/2796202/);
        expect(many.sums.length).toBe(0);
      });
    });
  });
});

describe('two classes for one output', () => {
  const network = (more: object): never => ({ network: { layers: [2, 1], activation: 'tanh', ...more } }) as never;
  const loss = (more: object): number => withObjective(network(more), (o) => o.evaluate([0, 0, 0.5]).value);

  test('are -1 and 1 where it is a tanh, otherwise 0 and 1, and what is asked for', () => {
    withData({ set: 'moons', count: 20 }, (data) => {
      const a = Math.tanh(0.5);
      const mean = (low: number, high: number, out = a): number => ((out - low) ** 2 + (out - high) ** 2) / 2;
      expect(loss({ data })).toBeCloseTo(mean(-1, 1), 12);
      expect(loss({ data, classTargets: [0, 1] })).toBeCloseTo(mean(0, 1), 12);
      expect(loss({ data, outputActivation: 'linear' })).toBeCloseTo(mean(0, 1, 0.5), 12);
      expect(loss({ data, outputActivation: 'linear', classTargets: [-1, 1] })).toBeCloseTo(mean(-1, 1, 0.5), 12);
    });
  });

  test('are judged as they were told, also of other data', () => {
    withData({ set: 'moons', count: 40 }, (data) => {
      withRun({ objective: network({ data }), optimizer: { name: 'adam', learningRate: 0.05 } }, (run) => {
        run.advance(300);
        const own = run.assess({ step: 300 });
        expect(own.accuracy).toBeGreaterThan(0.8);
        expect(run.assess({ step: 300 }, data)).toEqual(own);
      });
    });
  });

  test('are refused where they cannot be learned', () => {
    withData({ set: 'moons', count: 5 }, (data) => {
      const refused = (more: object): unknown => withObjective(network({ data, ...more }), (o) => o.error);
      expect(refused({ classTargets: [1, 1] })).toMatchObject({ field: 'network.classTargets' });
      expect(refused({ classTargets: [1] })).toMatchObject({ field: 'network.classTargets' });
      expect(refused({ classTargets: [-1, 1], loss: 'binary_cross_entropy' })).toMatchObject({
        field: 'network.classTargets',
        remedy: 'Leave it out, or use the loss `mse`.',
      });
    });
  });
});

describe('regressions on classes', () => {
  const targets = [0, 0, 1, 0, 1, 1, 0, 1, 1];

  test('logistic: the gradient of the binary cross-entropy, from zero', () => {
    const options = { logistic: { inputs: inputs.flat(), targets, features: 3 } };
    const shape: Shape = {
      layers: [3, 1],
      activation: 'linear',
      outputActivation: 'linear',
      loss: 'binary_cross_entropy',
    };
    withObjective(options, (objective) => {
      expect(objective.dimension).toBe(4);
      expect(objective.evaluate([0, 0, 0, 0]).value).toBeCloseTo(Math.log(2), 15);
      for (let round = 0; round < 50; round++) {
        const at = Float64Array.from(table(1, 4, numbers(round, -3, 3))[0]!);
        const found = objective.evaluate(at);
        const right = evaluate(
          shape,
          at,
          inputs,
          targets.map((target) => [target]),
        );
        expect(found.value).toBeCloseTo(right.loss, 12);
        near(found.gradient, right.gradient, 1e-12);
        near(found.gradient, slopesByDifferences(objective, at), 1e-8);
      }
    });
    withRun({ objective: options }, (run) => expect(run.at(0).parameters).toEqual(new Float64Array(4)));
  });

  test('softmax: the gradient of the cross-entropy, by class numbers and by probabilities', () => {
    const classes = [0, 1, 2, 0, 1, 2, 2, 1, 0];
    const probabilities = classes.map((number) => [0, 1, 2].map((each) => Number(each === number)));
    const shape: Shape = { layers: [3, 3], activation: 'linear', outputActivation: 'linear', loss: 'cross_entropy' };
    const given = { inputs: inputs.flat(), features: 3, classes: 3 };
    withObjective({ softmax: { ...given, targets: classes } }, (objective) => {
      expect(objective.evaluate(new Float64Array(12)).value).toBeCloseTo(Math.log(3), 15);
      withObjective({ softmax: { ...given, targets: probabilities.flat() } }, (same) => {
        for (let round = 0; round < 50; round++) {
          const at = Float64Array.from(table(1, 12, numbers(round, -3, 3))[0]!);
          const found = objective.evaluate(at);
          expect(found).toEqual(same.evaluate(at));
          const right = evaluate(shape, at, inputs, probabilities);
          expect(found.value).toBeCloseTo(right.loss, 12);
          near(found.gradient, right.gradient, 1e-12);
          near(found.gradient, slopesByDifferences(objective, at), 1e-8);
        }
      });
    });
  });

  test('learn from data that is held', () => {
    withData({ set: 'moons', count: 100 }, (moons) => {
      withRun({ objective: { logistic: { data: moons } }, optimizer: { name: 'lbfgs', lineSearch: true } }, (run) => {
        run.advance(100);
        expect(run.assess({ step: run.progress().step }).accuracy).toBeGreaterThan(0.8);
      });
      withObjective({ softmax: { data: moons } }, ({ dimension }) => expect(dimension).toBe(6));
    });
    const line = { inputs: [0, 1, 2, 3], targets: [1, 3, 5, 7] };
    withData(line, (data) => {
      withObjective({ regression: { data } }, (held) => {
        withObjective({ regression: line }, (given) => {
          expect(held.evaluate([1.5, 0.2])).toEqual(given.evaluate([1.5, 0.2]));
        });
      });
    });
  });
});
