/** What a run does, and how options are refused. */
import { afterAll, describe, expect, test } from 'vitest';

import type { Explanation } from '../../../web/engine/engine.d.ts';
import { engine, parabola, withObjective, withRun } from './support.ts';

afterAll(() => expect(engine.liveHandles()).toBe(0));

describe('a run', () => {
  test('works as the documentation shows', () => {
    const run = engine.createRun({
      objective: { formula: 'x^2 + 5' },
      optimizer: { name: 'adam', learningRate: 0.05 },
      start: [3],
    });
    expect(run.error).toBeNull();
    expect(run.advance(100)).toEqual({ step: 100, loss: expect.any(Number) as number, reason: 'running' });
    const trace = run.trace();
    for (const column of [trace.step, trace.loss, trace.gradientNorm, trace.rate, trace.parameters]) {
      expect(column).toBeInstanceOf(Float64Array);
      expect(column.length).toBe(101);
    }
    expect(run.explain(100, 0).terms.at(-1)?.value).toBe(trace.parameters[100]);
    run.dispose();
    expect(run.trace().error?.field).toBe('handle');
    expect(run.advance(1).reason).toBe('refused');
    run.dispose();
  });

  /** A reader's calculator: terms become local names of a small stack machine, not script. */
  function calculate(expression: string, known: ReadonlyMap<string, number>): number {
    const tokens = expression.match(/[A-Za-z_]\w*|\d[\d.]*(?:e[+-]?\d+)?|[-+*/(),]/g) ?? [];
    let at = 0;
    const call = (name: string, inner: number[]): number =>
      (Math as unknown as Record<string, (...numbers: number[]) => number>)[name]!(...inner);
    const atom = (): number => {
      const token = tokens[at++]!;
      if (token === '-') return -atom();
      if (token === '(') return close(sum());
      if (/^\d/.test(token)) return Number(token);
      if (tokens[at] !== '(') return known.get(token)!;
      at++;
      const inner = [sum()];
      while (tokens[at] === ',') {
        at++;
        inner.push(sum());
      }
      return close(call(token, inner));
    };
    const close = (value: number): number => (at++, value);
    const product = (): number => {
      let left = atom();
      while (tokens[at] === '*' || tokens[at] === '/') left = tokens[at++] === '*' ? left * atom() : left / atom();
      return left;
    };
    const sum = (): number => {
      let left = product();
      while (tokens[at] === '+' || tokens[at] === '-')
        left = tokens[at++] === '+' ? left + product() : left - product();
      return left;
    };
    return sum();
  }

  function rebuild(explanation: Explanation): void {
    expect(explanation.error).toBeNull();
    const known = new Map<string, number>();
    for (const { symbol, value, expression } of explanation.terms) {
      if (expression && !expression.includes('^')) expect(calculate(expression, known), expression).toBe(value);
      known.set(symbol, value);
    }
  }

  test.each([1, 2, 40])('explains update %i of every optimizer to the last bit', (step) => {
    for (const { name } of engine.optimizers()) {
      withRun({ objective: { name: 'himmelblau' }, optimizer: { name }, tolerance: 0 }, (run) => {
        run.advance(step);
        const reached = run.progress().step;
        for (const coordinate of [0, 1]) {
          const explanation = run.explain(reached, coordinate);
          rebuild(explanation);
          expect(explanation.terms.at(-1)?.value).toBe(run.trace().parameters[2 * reached + coordinate]);
        }
      });
    }
  });

  test('gives the same bits every time', () => {
    const once = (): Float64Array =>
      withRun({ objective: { name: 'ackley' }, optimizer: { name: 'gradient_descent', learningRate: 0.01 } }, (run) => {
        run.advance(500);
        return run.trace().parameters;
      });
    expect(once()).toEqual(once());
  });

  test('makes whole updates only, and none for what is no number', () => {
    withRun(parabola, (run) => {
      for (const steps of [NaN, -5, 0.9, '3', undefined, {}, null]) expect(run.advance(steps as number).step).toBe(0);
      expect(run.advance(2.9).step).toBe(2);
      expect(run.advance(Infinity).reason).toBe('converged');
    });
  });

  test('arrays it answers with are copies', () => {
    withRun(parabola, (run) => {
      run.advance(2);
      const before = run.trace();
      before.loss.fill(0);
      run.advance(20);
      expect(run.trace().loss[0]).toBe(14);
      expect(before.loss.length).toBe(3);
    });
  });
});

describe('a refusal says where and what would be right', () => {
  const refusal = (options: unknown) => withRun(options as never, (run) => run.error);

  const network = (more: object): object => ({
    objective: { network: { layers: [2, 2, 1], inputs: [1, 2, 3, 4], targets: [0, 1], ...more } },
  });

  test.each<[unknown, string, RegExp]>([
    [undefined, 'options', /object/],
    [{}, 'objective', /object/],
    [{ objective: {} }, 'objective', /`name`.*`regression`/],
    [{ objective: { name: 'himelblau' } }, 'objective.name', /`himmelblau`/],
    [{ objective: { name: 'parabola', curvatrue: 3 } }, 'objective.curvatrue', /`curvature`/],
    [{ objective: { name: 'parabola', curvature: -3 } }, 'objective.curvature', /from 0.01/],
    [{ objective: { name: 'parabola', regression: {} } }, 'objective.regression', /either/],
    [{ ...parabola, optimizer: { name: 'gradient_decent' } }, 'optimizer.name', /`gradient_descent`/],
    [{ ...parabola, optimizer: { name: 'gradient_descent', learningRate: NaN } }, 'optimizer.learningRate', /from/],
    [
      { ...parabola, optimizer: { name: 'gradient_descent', learningrate: 1 } },
      'optimizer.learningrate',
      /`learningRate`/,
    ],
    [{ ...parabola, start: [1, 2] }, 'start', /one per parameter: 1/],
    [{ ...parabola, start: ['1'] }, 'start', /finite/],
    [{ ...parabola, start: [Infinity] }, 'start', /finite/],
    [{ ...parabola, stepLimit: 1.5 }, 'stepLimit', /whole/],
    [{ ...parabola, steplimit: 5 }, 'steplimit', /`stepLimit`/],
    [{ ...parabola, tolerance: -1 }, 'tolerance', /from 0/],
    [
      { objective: { regression: { inputs: [1, 2, 3], targets: [1, 2] } } },
      'objective.regression.inputs',
      /every target/,
    ],
    [network({ layers: [2] }), 'objective.network.layers', /2 to 64/],
    [network({ layers: [2, 0, 1] }), 'objective.network.layers', /from 1/],
    [network({ layers: [2, 20_000, 1] }), 'objective.network.layers', /16384/],
    [network({ layers: [2, 1500, 1500, 1] }), 'objective.network.layers', /1000000/],
    [network({ activation: 'tanhh' }), 'objective.network.activation', /`tanh`/],
    [network({ loss: 'cross_entropy' }), 'objective.network.loss', /binary_cross_entropy/],
    [
      network({ loss: 'binary_cross_entropy', outputActivation: 'sigmoid' }),
      'objective.network.outputActivation',
      /linear/,
    ],
    [network({ loss: 'binary_cross_entropy', targets: [2, 0] }), 'objective.network.targets', /mse/],
    [network({ parameters: [1] }), 'objective.network.parameters', /9/],
    [network({ parameters: new Array(9).fill(1), seed: 2 }), 'objective.network.seed', /out/],
    [network({ inputs: [1, 2, 3] }), 'objective.network.inputs', /2 for every/],
    [network({ targets: [1, 2, 3] }), 'objective.network.targets', /1 for each of the 2/],
    [network({ inputs: undefined }), 'objective.network.inputs', /`data`/],
    [network({ data: { id: 1 } }), 'objective.network.inputs', /out/],
    [{ objective: { logistic: { data: { id: 999_999 } } } }, 'objective.logistic.data', /again/],
    [{ objective: { softmax: { inputs: [1], targets: [3], classes: 3 } } }, 'objective.softmax.targets', /0 to 2/],
    [{ objective: { softmax: { inputs: [1], targets: [3] } } }, 'objective.softmax.classes', /2 or more/],
    [{ ...parabola, batch: { size: 3 } }, 'batch', /data/],
    [{ ...network({}), batch: { size: -3 } }, 'batch.size', /from 0/],
    [{ ...parabola, precision: 'single' }, 'precision', /`network`/],
    [{ ...parabola, precision: 'half' }, 'precision', /`single`/],
    [
      { ...network({ layers: [2, 700, 700, 1] }), optimizer: { name: 'lbfgs', history: 1000 } },
      'options',
      /Dispose|fewer/,
    ],
    [
      { objective: { regression: { inputs: [1], targets: [1], loss: 'absolute' } } },
      'objective.regression.loss',
      /mean_squares/,
    ],
  ])('%o', (options, field, remedy) => {
    const error = refusal(options);
    expect(error?.field).toBe(field);
    expect(error?.remedy).toMatch(remedy);
    expect(error?.message).toMatch(/\.$/);
  });
});

test('a thousand runs made and disposed of do not let memory grow', () => {
  const cycle = (): void => {
    for (let i = 0; i < 1000; i++) {
      withRun({ objective: { name: 'himmelblau' }, stepLimit: 1000 }, (run) => {
        run.advance(1000);
        if (i % 50 === 0) run.trace();
        run.explain(run.progress().step, 0);
      });
    }
  };
  cycle();
  const before = engine.heapBytes();
  cycle();
  expect(engine.heapBytes()).toBe(before);
  expect(engine.liveHandles()).toBe(0);
});

describe('questions', () => {
  test("Hubble's line: descent arrives at the closed form", () => {
    const distance = [0.032, 0.034, 0.214, 0.263, 0.275, 0.275, 0.45, 0.5, 0.5, 0.63, 0.8, 0.9];
    const velocity = [170, 290, -130, -70, -185, -220, 200, 290, 270, 200, 300, -30];
    const fit = engine.leastSquares(distance, velocity);
    withRun(
      {
        objective: { regression: { inputs: distance, targets: velocity } },
        optimizer: { name: 'gradient_descent', learningRate: 0.5 },
        stepLimit: 100_000,
      },
      (run) => {
        expect(run.advance(100_000).reason).toBe('converged');
        const [slope, offset] = run.trace().parameters.slice(-2);
        expect(slope).toBeCloseTo(fit.parameters[0]!, 6);
        expect(offset).toBeCloseTo(fit.parameters[1]!, 6);
      },
    );
  });

  test('a grid of values is the values of its grid', () => {
    withObjective({ name: 'beale' }, (objective) => {
      const grid = objective.grid({ x: [-1, 1], y: [0, 2], columns: 3, rows: 2 });
      const points = [-1, 0, 0, 0, 1, 0, -1, 2, 0, 2, 1, 2];
      expect(grid.values).toEqual(objective.values(points).values);
    });
  });

  test('a table from a spreadsheet arrives with names, and its mistakes with rows', () => {
    expect(engine.readCsv('x;y\r\n1;2\r\n3;4')).toMatchObject({ error: null, columns: 2, rows: 2, names: ['x', 'y'] });
    expect(engine.readCsv('x;y\r\n1;2\r\n3;4,5').error).toMatchObject({ row: 3, field: 'text' });
  });
});
