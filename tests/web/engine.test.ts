/** The real module, as `dist/engine.mjs` delivers it, against what engine.d.ts promises. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type {
  Answer,
  Data,
  DataOptions,
  Engine,
  Explanation,
  Objective,
  ObjectiveOptions,
  Run,
  Task,
} from '../../web/engine/engine.d.ts';

const file = new URL('../../dist/engine.mjs', import.meta.url);
const types = new URL('../../web/engine/', import.meta.url);

/** engine.d.ts and the areas it is made of, one text after the other. */
function declarations(): string {
  const areas = readdirSync(new URL('api/', types)).map((name) => `api/${name}`);
  return ['engine.d.ts', ...areas].map((name) => readFileSync(new URL(name, types), 'utf8')).join('\n');
}

let engine: Engine;
let module: Record<string, unknown>;

beforeAll(async () => {
  if (!existsSync(file)) throw new Error('dist/engine.mjs is missing: run npm run build first.');
  module = (await import(/* @vite-ignore */ file.href)) as Record<string, unknown>;
  engine = await (module['loadEngine'] as () => Promise<Engine>)();
});

afterAll(() => expect(engine.liveHandles()).toBe(0));

const parabola = { objective: { name: 'parabola' }, optimizer: { name: 'gradient_descent', learningRate: 0.1 } };

function withRun<T>(options: Parameters<Engine['createRun']>[0], use: (run: Run) => T): T {
  const run = engine.createRun(options);
  try {
    return use(run);
  } finally {
    run.dispose();
  }
}

function withObjective<T>(options: ObjectiveOptions, use: (objective: Objective) => T): T {
  const objective = engine.createObjective(options);
  try {
    return use(objective);
  } finally {
    objective.dispose();
  }
}

function withData<T>(options: DataOptions, use: (data: Data) => T): T {
  const data = engine.createData(options);
  try {
    return use(data);
  } finally {
    data.dispose();
  }
}

describe('engine.d.ts and the module agree in both directions', () => {
  const source = ts.createSourceFile('engine.d.ts', declarations(), ts.ScriptTarget.Latest, true);
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  const functions: string[] = [];
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node);
    if (ts.isFunctionDeclaration(node) && node.name) functions.push(node.name.text);
  });

  /** Members that an interface declares or inherits. */
  function members(name: string): string[] {
    const declaration = interfaces.get(name);
    if (!declaration) throw new Error(`engine.d.ts declares no interface ${name}.`);
    const inherited = (declaration.heritageClauses ?? []).flatMap((clause) =>
      clause.types.flatMap((type) => members(type.expression.getText(source))),
    );
    return [...inherited, ...declaration.members.map((member) => member.name!.getText(source))];
  }

  const matches = (name: string, live: object): void => {
    expect(Object.keys(live).sort(), name).toEqual([...new Set(members(name))].sort());
  };

  test('what is exported', () => {
    expect(Object.keys(module).sort()).toEqual(functions.sort());
  });

  test('the engine and what it creates', () => {
    matches('Engine', engine);
    withObjective({ name: 'himmelblau' }, (objective) => matches('Objective', objective));
    withRun(parabola, (run) => matches('Run', run));
    withData({ set: 'moons' }, (data) => matches('Data', data));
  });

  test('descriptions', () => {
    for (const info of engine.objectives()) matches('ObjectiveInfo', info);
    for (const info of engine.optimizers()) matches('OptimizerInfo', info);
    for (const info of engine.schedules()) matches('ScheduleInfo', info);
    for (const info of engine.dataSets()) matches('DataSetInfo', info);
    for (const list of [engine.objectives(), engine.optimizers(), engine.schedules(), engine.dataSets()]) {
      for (const { parameters } of list) for (const parameter of parameters) matches('ParameterInfo', parameter);
    }
  });

  function resultOf(task: Task<Answer>): Answer {
    matches('Task', task);
    matches('Portion', task.advance(3));
    const result = task.result();
    task.dispose();
    return result;
  }

  /** Every kind of answer, asked for rightly and wrongly. */
  function answers(): [string, Answer][] {
    const junk = 'junk' as never;
    const right = withObjective({ name: 'himmelblau' }, (objective): [string, Answer][] => [
      ['Evaluation', objective.evaluate([1, 2])],
      ['Evaluation', objective.evaluate(junk)],
      ['Values', objective.values([1, 2, 3, 4])],
      ['Values', objective.values([1])],
      ['Values', objective.grid({ x: [0, 1], y: [0, 1], columns: 2, rows: 2 })],
      ['Values', objective.grid(junk)],
      ['Curvature', objective.curvature([1, 2])],
      ['Curvature', objective.curvature(junk)],
      ['DifferenceQuotients', objective.differenceQuotients([1, 2], 0, [0.1])],
      ['DifferenceQuotients', objective.differenceQuotients([1, 2], 7, [0.1])],
      ['Values', objective.line({ at: [1, 2], direction: [1, 1] })],
      ['Values', objective.line(junk)],
      ['Directions', objective.randomDirections({ at: [1, 2] })],
      ['Directions', objective.randomDirections(junk)],
      ['GradientCloud', objective.gradientCloud({ at: [1, 2] })],
      ['PlaneValues', resultOf(objective.createPlane({ at: [1, 2], directions: [1, 0, 0, 1] }))],
      ['PlaneValues', resultOf(objective.createPlane(junk))],
    ]);
    const run = withRun(parabola, (descent): [string, Answer][] => {
      descent.advance(3);
      return [
        ['Trace', descent.trace()],
        ['Explanation', descent.explain(2, 0)],
        ['Explanation', descent.explain(200, 0)],
      ];
    });
    const data = withData({ digits: { count: 2 } }, (digits): [string, Answer][] => [
      ['Values', digits.inputs()],
      ['Values', digits.targets(1)],
      ['Values', digits.labels(0, 3)],
      ['Pictures', digits.pictures(1, 1)],
      ['Pictures', digits.pictures(2, 1)],
      ['DataProgress', digits.advance(1)],
    ]);
    return [
      ...right,
      ...run,
      ...data,
      ['Pictures', withData({ set: 'moons' }, (moons) => moons.pictures())],
      ['DataProgress', withData(junk, (refused) => refused.advance(1))],
      ['Trace', withRun(junk, (refused) => refused.trace())],
      ['Sweep', engine.sweepRates({ objective: { name: 'parabola' }, rates: [0.1, 2] })],
      ['Sweep', engine.sweepRates(junk)],
      ['BasinMap', resultOf(engine.createBasins({ objective: { name: 'himmelblau' } }))],
      ['BasinMap', resultOf(engine.createBasins(junk))],
      ['StartsSurvey', resultOf(engine.createStarts({ objective: { name: 'himmelblau' } }))],
      ['StartsSurvey', resultOf(engine.createStarts(junk))],
      ['PrincipalDirections', engine.principalDirections({ points: [1, 2, 3, 5], dimension: 2 })],
      ['PrincipalDirections', engine.principalDirections(junk)],
      ['LeastSquares', engine.leastSquares([1, 2, 3], [2, 4, 7])],
      ['LeastSquares', engine.leastSquares(junk, junk)],
      ['Table', engine.readCsv('1,2')],
      ['Table', engine.readCsv('1,x')],
      ['Bigram', engine.bigram('abbab')],
      ['Bigram', engine.bigram(junk, junk)],
      ['SampledText', engine.sampleText({ symbols: 'a', parameters: [0] })],
      ['SampledText', engine.sampleText(junk)],
      ['Values', engine.softmax([1, 2])],
      ['Values', engine.softmax(junk)],
    ];
  }

  test('answers, whether they succeed or not', () => {
    for (const [name, answer] of answers()) {
      matches(name, answer);
      if (answer.error) matches('EngineError', answer.error);
    }
    for (const term of withRun(parabola, (run) => (run.advance(1), run.explain(1, 0))).terms) matches('Term', term);
    withRun(parabola, (run) => matches('Progress', run.progress()));
  });

  test('an answer with an error holds empty arrays', () => {
    for (const [, answer] of answers().filter(([, { error }]) => error)) {
      for (const value of Object.values(answer)) if (ArrayBuffer.isView(value)) expect(value.byteLength).toBe(0);
    }
  });

  test('every stop reason, behaviour and role that occurs is declared', () => {
    const declared = declarations();
    const sweep = engine.sweepRates({ objective: { name: 'parabola' }, rates: [0.01, 0.3, 0.7, 1, 5], stepLimit: 50 });
    for (const word of [...sweep.reasons, ...sweep.behaviours]) expect(declared).toContain(`'${word}'`);
    expect(new Set(sweep.behaviours)).toEqual(new Set(['monotone', 'swinging', 'divergent']));
  });
});

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

/** Anything a caller might pass, sensible or hostile. */
function anything(): fc.Arbitrary<unknown> {
  const numbers = fc.array(fc.oneof(fc.double(), fc.integer({ min: -5, max: 5 })), { maxLength: 8 });
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  const odd: unknown[] = [
    undefined,
    null,
    NaN,
    Infinity,
    -0,
    1e308,
    5e-324,
    Symbol('s'),
    10n,
    () => 1,
    new Date(),
    /x/,
    cycle,
    { length: 4294967295 },
    { length: -1 },
    { length: 2.5 },
    new BigInt64Array(2),
    'x'.repeat(1000),
    '\ud800',
    '\0',
    Object.create(null),
    new Map(),
    [[1], [2]],
    { valueOf: () => 1 },
    { toString: () => 'himmelblau' },
    ['__proto__'],
  ];
  return fc.oneof(numbers, fc.constantFrom(...odd), fc.anything({ maxDepth: 3 }));
}

/** A record whose entries are sensible, missing or anything at all. */
function halfSensible(shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const loose = Object.fromEntries(
    Object.entries(shape).map(([key, value]) => [
      key,
      fc.oneof({ arbitrary: value, weight: 12 }, { arbitrary: anything(), weight: 1 }),
    ]),
  );
  return fc.oneof(
    { arbitrary: fc.record(loose), weight: 3 },
    { arbitrary: fc.record(loose, { requiredKeys: [] }), weight: 1 },
  );
}

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
