/** The race: held against closed forms, against itself, and against what the engine says of each optimizer. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/optimizers';
import { allRacers } from '../../../web/figures/optimizers/field';
import { landscape, landscapes } from '../../../web/figures/optimizers/landscapes';
import {
  byArrival,
  FINISH,
  race,
  raceFacts,
  resultOf,
  STEPS,
  type Race,
  type RaceOptions,
} from '../../../web/figures/optimizers/race';
import { answers, arrivedAt } from '../../../web/figures/optimizers/winner';
import type { Values } from '../../../web/figures/settings';
import { runOf } from '../../../web/parts/hyperparameters';
import { nonsense, realEngine, Stage } from './stage';

let engine: Engine;
let everybody: readonly string[];
beforeAll(async () => {
  engine = await realEngine();
  everybody = engine.optimizers().map((o) => o.name);
});

const PLAIN: RaceOptions = { landscape: 'ravine', condition: 50, start: [-3.5, -2.5], racers: [], tuned: {} };

function racing<R>(options: Partial<RaceOptions>, look: (r: Race) => R): R {
  const run = race(engine, { ...PLAIN, racers: everybody, ...options });
  try {
    return look(run);
  } finally {
    run.dispose();
  }
}

const entryOf = (r: Race, name: string) => {
  const entry = r.entries.find((e) => e.racer.name === name);
  if (!entry) throw new Error(`${name} does not race`);
  return entry;
};

type Settings = Partial<Values<typeof figure.settings>>;
type Scene = { readonly settings?: Settings; readonly step?: number; readonly width?: number };

function staged<R>(
  { settings = {}, step = figure.firstStep ?? 0, width }: Scene,
  look: (s: Stage<typeof figure.settings, Race & { truth: never; startOn: never }>) => R,
): R {
  const stage = new Stage(engine, figure, settings, width);
  stage.go(step);
  try {
    return look(stage as never);
  } finally {
    stage.close();
  }
}

describe('the field', () => {
  test('is the engine’s list, each with a number of its own and no two alike in colour and dash', () => {
    const all = allRacers(engine);
    expect(all.map((r) => r.name)).toEqual(everybody);
    expect(all.map((r) => r.number)).toEqual(everybody.map((_, i) => i + 1));
    expect(new Set(all.map((r) => `${r.colour} ${r.dash}`)).size).toBe(all.length);
  });

  test('knows by trial whose first step grows with the slope, whose does not, and who needs no rate', () => {
    const of = (pace: string): string[] => allRacers(engine).flatMap((r) => (r.pace === pace ? [r.name] : []));
    expect(of('slope')).toEqual(['gradient_descent', 'momentum', 'nesterov', 'radam']);
    expect(of('own')).toEqual(['adadelta', 'conjugate_gradient', 'lbfgs', 'newton']);
    expect(of('ground')).toContain('adam');
  });

  test.each([1, 7, 50, 1000])(
    'gets 1 / curvature on a ravine of condition number %d, where a step grows with the slope',
    (condition) => {
      racing({ condition }, (r) => {
        expect(r.ground.curvature).toBeCloseTo(condition, 6);
        expect(entryOf(r, 'gradient_descent').values['learningRate']).toBeCloseTo(1 / condition, 3);
        expect(entryOf(r, 'adam').values['learningRate']).toBeCloseTo(0.05 * 8, 12);
        expect(entryOf(r, 'lbfgs').values['lineSearch']).toBe(1);
      });
    },
  );
});

describe('a race', () => {
  test('on a bowl moves plain descent by 1 - rate x curvature along each axis', () => {
    racing({ landscape: 'bowl', condition: 20, start: [-3, 2] }, (r) => {
      const { run } = entryOf(r, 'gradient_descent');
      for (let k = 0; k <= 60; k++) {
        expect(run.parameter(k, 0)).toBeCloseTo(-3 * (1 - 1 / 20) ** k, 9);
        expect(run.parameter(k, 1)).toBeCloseTo(k === 0 ? 2 : 0, 9);
      }
    });
  });

  test('crosses the finish line where the closed form does: a thousandth of the start’s loss', () => {
    racing({ landscape: 'bowl', condition: 20, start: [-3, 0] }, (r) => {
      const steps = Math.ceil(Math.log(FINISH) / (2 * Math.log(1 - 1 / 20)));
      expect(entryOf(r, 'gradient_descent').finish?.step).toBe(steps);
    });
  });

  test('needs one step of plain descent and of Newton on a round bowl, wherever it starts', () => {
    for (const start of [
      [-3.5, -2.5],
      [0.3, 3],
    ] as const)
      racing({ condition: 1, start }, (r) => {
        for (const name of ['gradient_descent', 'newton']) expect(entryOf(r, name).finish?.step).toBe(1);
      });
  });

  test('counts one gradient a step and the start’s, more with a line search, and Newton’s matrices', () => {
    racing({}, (r) => {
      const searching = ['conjugate_gradient', 'lbfgs'];
      for (const { racer, finish } of r.entries) {
        if (!finish) continue;
        if (searching.includes(racer.name)) expect(finish.gradients).toBeGreaterThan(finish.step + 1);
        else expect(finish.gradients).toBe(finish.step + 1);
        expect(finish.hessians).toBe(racer.name === 'newton' ? finish.step : 0);
      }
    });
  });

  test('lets one diverge, says when, and leaves the others alone, to the last bit', () => {
    racing({}, (calm) =>
      racing({ tuned: { 'gradient_descent.learningRate': 0.042 } }, (wild) => {
        expect(entryOf(calm, 'gradient_descent').diverged).toBe(false);
        expect(entryOf(wild, 'gradient_descent').diverged).toBe(true);
        for (const { racer, run } of wild.entries)
          if (racer.name !== 'gradient_descent')
            expect(run.trace.parameters).toEqual(entryOf(calm, racer.name).run.trace.parameters);
      }),
    );
  });

  test('holds a start within the map', () => {
    racing({ landscape: 'beale', start: [-9, 9] }, (r) => expect(r.start).toEqual([-1, 1.5]));
  });

  test('says what it was asked for and does not know', () => {
    racing(
      { racers: ['adam', 'speedy'], tuned: { 'adam.beta1': 2, 'adam.magic': 1, 'newton.learningRate': 0.5 } },
      (r) => {
        expect(r.problems.join(' ')).toMatch(/no optimizer “speedy”.*gradient_descent/);
        expect(r.problems.join(' ')).toMatch(/adam\.beta1 may be from 0 to/);
        expect(r.problems.join(' ')).toMatch(/no “adam\.magic”.*learningRate/);
        expect(r.entries.map((e) => e.racer.name)).toEqual(['adam']);
        expect(entryOf(r, 'adam').values).toEqual(entryOf(r, 'adam').rule);
      },
    );
  });

  test('ranks by steps or by gradients, and those who never arrive by their loss', () => {
    racing({}, (r) => {
      for (const by of ['steps', 'evaluations'] as const) {
        const order = r.entries.map(resultOf).sort(byArrival(by));
        const marks = order.flatMap((o) => (o.finish ? [by === 'steps' ? o.finish.step : o.finish.gradients] : []));
        expect(marks).toEqual([...marks].sort((a, b) => a - b));
        const late = order.slice(marks.length);
        expect(late.every((o) => !o.finish)).toBe(true);
        expect(late.map((o) => o.loss)).toEqual(late.map((o) => o.loss).sort((a, b) => a - b));
      }
    });
  });

  test('gives back every handle', () => {
    const before = engine.liveHandles();
    racing({}, () => answers(engine));
    expect(engine.liveHandles()).toBe(before);
  });
});

describe('what the text settles', () => {
  test('Adam’s first step is its rate, however large the slope; without bias correction 3.16 rates', () => {
    for (const condition of [1, 1000])
      for (const correct of [1, 0])
        racing({ condition, tuned: { 'adam.biasCorrection': correct } }, (r) => {
          const { run, values } = entryOf(r, 'adam');
          const step = Math.abs(run.parameter(1, 0) - run.parameter(0, 0)) / (values['learningRate'] ?? 1);
          expect(step).toBeCloseTo(correct ? 1 : 0.1 / Math.sqrt(0.001), 6);
        });
  });

  test('RMSProp’s first step is ten of its rates', () => {
    racing({}, (r) => {
      const { run, values } = entryOf(r, 'rmsprop');
      expect(Math.abs(run.parameter(1, 0) - run.parameter(0, 0)) / (values['learningRate'] ?? 1)).toBeCloseTo(10, 6);
    });
  });

  test('at condition number 1 plain descent is among the first, at 1000 Newton is alone, and Adam neither', () => {
    const [round = [], long = []] = answers(engine);
    const first = (all: typeof round): string[] => arrivedAt(all, all[0]?.finish?.step ?? -1).map((r) => r.name);
    expect(first(round)).toContain('gradient_descent');
    expect(first(round)).not.toContain('adam');
    expect(first(long)).toEqual(['newton']);
    const place = (name: string): number => long.findIndex((r) => r.racer.name === name);
    expect(place('momentum')).toBeLessThan(place('adam'));
  });

  test('the prose gets the figure’s own numbers', () => {
    const facts = raceFacts(engine, 'ravine', 50) as Record<string, Record<string, number>>;
    racing({}, (r) => {
      for (const { racer, finish } of r.entries) expect(facts[racer.name]?.['steps']).toBe(finish?.step);
    });
  });
});

describe('a dial’s slider', () => {
  test('keeps every optimizer’s every value, inside the engine’s range', () => {
    racing({}, ({ entries }) => {
      for (const { racer, rule } of entries)
        for (const p of racer.info.parameters.filter((q) => q.scale !== 'flag')) {
          const run = runOf(p, rule[p.name] ?? p.default);
          expect(run.high).toBeGreaterThan(run.low);
          for (const share of [0, 0.2, 0.5, 0.8, 1]) {
            const value = run.from(run.low + share * (run.high - run.low));
            expect(value).toBeGreaterThanOrEqual(p.min * (1 - 1e-9));
            expect(value).toBeLessThanOrEqual(p.max * (1 + 1e-9));
          }
          const usual = rule[p.name] ?? p.default;
          if (usual > p.min) expect(run.from(run.to(usual)) / usual).toBeCloseTo(1, 1);
        }
    });
  });
});

const PANELS = ['curves', 'arrivals', 'step', 'dials', 'field', 'guess'] as const;

describe('the figure', () => {
  const scenes: readonly [string, Scene][] = [
    ['at first', {}],
    ['at the start', { step: 0 }],
    ['at the end, linear, by gradients', { step: STEPS, settings: { log: 'linear', against: 'evaluations' } }],
    ['predicted', { settings: { revealed: true, guessRound: 'adam', guessLong: 'newton' } }],
    ['an unknown guess', { settings: { revealed: true, guessRound: 'speedy', picked: 'nobody' } }],
    ['at a minimum', { settings: { x: 0, y: 0 } }],
    ['nobody known', { settings: { racers: ['speedy'] } }],
    ...landscapes.map((name): [string, Scene] => [name, { settings: { landscape: name, x: 0.5, y: 0.7 }, step: 30 }]),
    ...(figure.presets ?? []).map((p): [string, Scene] => [p.label, { settings: p.values, step: 60 }]),
  ];

  test.each(scenes)('draws nothing unspeakable: %s', (_, scene) => {
    for (const width of [272, 358, 528, 700])
      for (const racers of [scene.settings?.racers ?? everybody, ['adam']])
        staged({ ...scene, width, settings: { ...scene.settings, racers } }, (s) => {
          for (const panel of PANELS) {
            s.settings = { ...s.settings, panel };
            expect(nonsense(s.drawn())).toEqual([]);
          }
        });
  });

  test('opens every racer’s step, term by term, and its dials', () => {
    for (const picked of everybody)
      staged({ settings: { racers: everybody, picked, panel: 'step' }, step: 3 }, (s) => {
        const entry = entryOf(s.model, picked);
        const terms = entry.run.explain(Math.min(3, entry.run.steps), 0).terms;
        const step = s.drawn();
        for (const t of terms.filter((term) => term.expression !== '')) expect(step).toContain(t.label);
        s.settings = { ...s.settings, panel: 'dials' };
        const dials = s.drawn();
        expect(nonsense(dials)).toEqual([]);
        for (const p of entry.racer.info.parameters) expect(dials).toContain(`>${p.label}<`);
      });
  });

  test('says that one diverged and where the others are', () => {
    const tuned = { 'gradient_descent.learningRate': 0.042 };
    const { said, first } = staged({ settings: { tuned }, step: 100 }, (s) => ({
      said: s.drawn(),
      first: entryOf(s.model, 'gradient_descent').run.trace.step.length,
    }));
    // The step out of bounds has no row of its own.
    expect(new Set(said.match(/diverged at step \d+/g))).toEqual(new Set([`diverged at step ${first}`]));
    expect(said).toMatch(/Newton: loss .*, over the line at step 1\./);
  });

  test('keeps the truth to itself until the races are run', () => {
    const drawn = (revealed: boolean): string =>
      staged({ settings: { revealed, guessLong: 'momentum', panel: 'guess' } }, (s) => s.drawn());
    expect(drawn(false)).not.toContain('First: Newton');
    expect(drawn(true)).toContain('First: Newton in 1 step');
    expect(drawn(true)).toMatch(/arrives after \d+ steps, as number \d/);
  });

  test('has a task that no preset does, and that Polyak’s dials do', () => {
    const kappa = 50;
    const root = Math.sqrt(kappa);
    const best = {
      'momentum.learningRate': Number((4 / (root + 1) ** 2).toPrecision(2)),
      'momentum.momentum': Number((((root - 1) / (root + 1)) ** 2).toPrecision(2)),
    };
    expect(staged({}, (s) => s.done('tuned'))).toBe(false);
    for (const p of figure.presets ?? []) expect(staged({ settings: p.values }, (s) => s.done('tuned'))).toBe(false);
    expect(staged({ settings: { tuned: best } }, (s) => s.done('tuned'))).toBe(true);
    expect(staged({ settings: { tuned: best, condition: 2 } }, (s) => s.done('tuned'))).toBe(false);
    expect(staged({ settings: { tuned: best, x: 0.1, y: 0.1 } }, (s) => s.done('tuned'))).toBe(false);
    const status = staged({ settings: { tuned: best } }, (s) => figure.goals?.['tuned']?.status(s.view as never));
    expect(status).toMatch(/momentum arrives at step 1\d$/);
  });

  test('comes back from a link as it went in', () => {
    const settings = {
      landscape: 'himmelblau',
      condition: 120,
      x: -1.25,
      y: 2.5,
      racers: ['lion', 'newton'],
      picked: 'lion',
      dial: 1,
      tuned: { 'lion.learningRate': 0.001, 'adam.biasCorrection': 0 },
      against: 'evaluations',
      log: 'linear',
      guessRound: 'adam',
      guessLong: 'newton',
      revealed: true,
    } as const;
    const { values, problems } = staged({ settings }, (s) => s.viaLink());
    expect(problems).toEqual([]);
    expect(values).toMatchObject(settings);
  });

  test.each([
    ['tuned', 'adam.learningRate'],
    ['tuned', 'adam.learningRate:fast'],
    ['tuned', '__proto__:1'],
    ['racers', 'adam;<b>'],
  ] as const)('refuses %s = %s in words', (name, text) => {
    const setting = figure.settings[name];
    expect(setting.read(text)).toMatchObject({ message: expect.stringMatching(/^“/) as string });
  });

  test('surveys each landscape once while only the start moves', () => {
    const ground = (): unknown => landscape(engine, 'himmelblau', 10).terrain;
    expect(ground()).toBe(ground());
  });
});
