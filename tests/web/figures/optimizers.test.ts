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
  resultOf,
  STEPS,
  type Race,
  type RaceOptions,
} from '../../../web/figures/optimizers/race';
import { flags } from '../../../web/figures/optimizers/arrivals';
import { beside } from '../../../web/figures/optimizers/beside';
import { Past } from '../../../web/figures/optimizers/past';
import { presets } from '../../../web/figures/optimizers/presets';
import { balanced, momentumFacts, rollsOn, theoryOf, VALUES } from '../../../web/figures/optimizers/rolls';
import { PANELS, type Racing } from '../../../web/figures/optimizers/seen';
import { TASK } from '../../../web/figures/optimizers/task';
import { answers } from '../../../web/figures/optimizers/asking';
import { raceFacts } from '../../../web/figures/optimizers/ranking';
import { arrivedAt } from '../../../web/figures/optimizers/winner';
import { renderPoster } from '../../../web/figures/poster';
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
  look: (s: Stage<typeof figure.settings, Racing>) => R,
): R {
  const stage = new Stage(engine, figure, settings, width);
  stage.go(step);
  try {
    return look(stage);
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

  test('stays below the finish line from where the closed form does: a thousandth of the start’s loss', () => {
    racing({ landscape: 'bowl', condition: 20, start: [-3, 0] }, (r) => {
      const steps = Math.ceil(Math.log(FINISH) / (2 * Math.log(1 - 1 / 20)));
      expect(entryOf(r, 'gradient_descent').finish?.step).toBe(steps);
    });
  });

  test('is over for a racer when it is below the line for good, not when it dips below', () => {
    racing({}, (r) => {
      for (const { run, finish, racer } of r.entries) {
        const below = Array.from(run.trace.loss, (loss) => loss <= r.line);
        if (!finish) {
          expect(below.at(-1), racer.name).toBe(false);
          continue;
        }
        expect(below.slice(finish.step).every(Boolean), racer.name).toBe(true);
        expect(below[finish.step - 1], racer.name).toBe(false);
      }
      const dips = (name: string): number => entryOf(r, name).run.trace.loss.findIndex((loss) => loss <= r.line);
      const steps = (name: string): number | undefined => entryOf(r, name).finish?.step;
      expect([dips('nesterov'), steps('nesterov')]).toEqual([13, 49]);
      expect([dips('momentum'), steps('momentum')]).toEqual([36, 62]);
      expect(steps('gradient_descent')).toBe(150);
    });
    racing({ tuned: { 'gradient_descent.learningRate': 2 / 51 } }, (r) =>
      expect(entryOf(r, 'gradient_descent').finish?.step).toBe(87),
    );
  });

  test('that diverges has no finish, though it began below the line of a hill', () => {
    racing({ tuned: { 'gradient_descent.learningRate': 0.042 } }, (r) =>
      expect(entryOf(r, 'gradient_descent').finish).toBeUndefined(),
    );
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

describe('momentum, for every momentum', () => {
  const rolls = (o: Partial<RaceOptions> = {}) => rollsOn(engine, { ...PLAIN, ...o });

  test('is the race’s own momentum, step by step', () => {
    for (const momentum of [0, 0.35, 0.78, 0.99])
      racing({ racers: ['momentum'], momentum }, (r) => {
        const { run, finish } = entryOf(r, 'momentum');
        const roll = rolls().at(momentum);
        expect(roll.step).toBe(finish?.step);
        expect(roll.way).toEqual(run.trace.parameters);
      });
  });

  test('none is plain descent', () => {
    racing({ racers: ['gradient_descent'] }, (r) => {
      const { run, finish } = entryOf(r, 'gradient_descent');
      expect(rolls().at(0).step).toBe(finish?.step);
      expect(rolls().at(0).way).toEqual(run.trace.parameters);
    });
  });

  test('is best a little above what theory says at this rate', () => {
    const { theory } = rolls();
    expect(theory?.best).toBeCloseTo((1 - 1 / Math.sqrt(50)) ** 2, 12);
    expect(rolls().at(theory?.best ?? 0).step).toBe(31);
    expect(rolls().at(0.74).step).toBe(31);
    expect(rolls().best()).toEqual({ steps: 26, from: 0.77, to: 0.78 });
  });

  test('meets at Polyak’s rate, where walls and floor ask for the same', () => {
    const ground = landscape(engine, 'ravine', 50);
    const { rate, momentum } = balanced(ground);
    const { floor, walls } = theoryOf(ground, rate)!;
    expect(floor).toBeCloseTo(momentum, 12);
    expect(walls).toBeCloseTo(momentum, 12);
    expect(theoryOf(ground, rate * 1.2)!.walls).toBeGreaterThan(theoryOf(ground, rate * 1.2)!.floor);
    expect(theoryOf(ground, 4 / 50)).toBeUndefined();
    expect(theoryOf(landscape(engine, 'rosenbrock', 1), 0.01)).toBeUndefined();
  });

  test('is computed once while only the momentum changes, and anew from another start or at another rate', () => {
    expect(rolls()).toBe(rolls({ tuned: { 'momentum.momentum': 0.3, 'adam.beta1': 0.5 } }));
    expect(rolls().at(0.5)).toBe(rolls().at(0.5));
    expect(rolls({ start: [-3, 1] })).not.toBe(rolls());
    expect(rolls({ tuned: { 'momentum.learningRate': 0.03 } }).at(0).step).toBeLessThan(rolls().at(0).step ?? 0);
  });

  test('gives back every handle', () => {
    const before = engine.liveHandles();
    rolls({ start: [1, 1] }).best();
    expect(engine.liveHandles()).toBe(before);
  });

  test('tells the prose the dial’s own numbers, and plain descent’s at its best rate', () => {
    const facts = momentumFacts(engine, 'ravine', 50);
    expect(facts).toMatchObject({ best: 0.78, bestSteps: 26, theorySteps: 31, plainSteps: 87, pairSteps: 25 });
    expect([facts.at[0], facts.at[60], facts.at[90]]).toEqual([150, 56, 62]);
    expect(facts.pairSteps).toBe(TASK.steps);
  });
});

describe('what this visit has seen of the dial', () => {
  test('is ink where the hand has been, and nowhere else', () => {
    const past = new Past();
    past.see('a', 0.9, false);
    past.mark('a', 0.9, 0.85);
    expect(past.been('a')).toEqual([0.85, 0.86, 0.87, 0.88, 0.89, 0.9]);
    past.see('b', 0.85, false);
    expect(past.been('a')).toEqual([]);
    expect(past.been('b')).toEqual([0.85]);
  });

  test('leaves two ghosts of earlier values, and none of what a hand passes', () => {
    const past = new Past();
    for (const value of [0.9, 0.6, 0.8, 0.3]) past.see('a', value, false);
    expect(past.ghosts(0.3)).toEqual([0.6, 0.8]);
    for (const value of [0.4, 0.5, 0.55]) past.see('a', value, true);
    expect(past.ghosts(0.55)).toEqual([0.8, 0.3]);
    past.see('a', 0.55, false);
    expect(past.ghosts(0.55)).toEqual([0.8, 0.3]);
    past.see('another start', 0.55, false);
    expect(past.ghosts(0.55)).toEqual([]);
  });
});

describe('names', () => {
  const racer = () => allRacers(engine)[0]!;

  test('beside balls cover neither balls nor each other', () => {
    const box = { left: 0, top: 0, right: 500, bottom: 300 };
    const balls = [
      { x: 100, y: 100, text: 'momentum' },
      { x: 112, y: 100, text: 'Nesterov' },
      { x: 100, y: 112, text: 'Adam' },
      { x: 490, y: 290, text: 'Newton' },
    ];
    const rects = beside(balls, [], box).map(({ at, text }) => {
      const [x, y] = at!;
      return { left: x, right: x + text.length * 6.9, top: y - 11, bottom: y + 4 };
    });
    rects.forEach((a, i) => {
      expect(a.right).toBeLessThanOrEqual(500);
      expect(a.bottom).toBeLessThanOrEqual(300);
      for (const b of rects.slice(i + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      for (const { x, y } of balls)
        expect(x + 9 > a.left && x - 9 < a.right && y + 9 > a.top && y - 9 < a.bottom).toBe(false);
    });
  });

  test('on the line of arrivals cross no stem and no name', () => {
    const all = [30, 200, 212, 220, 300].map((x) => ({ racer: racer(), text: 'momentum 62', x }));
    const put = flags(all, 3);
    for (const a of put)
      for (const b of put) {
        if (a === b) continue;
        const [from, to] = a.side === 'right' ? [a.x + 9, a.x + 85] : [a.x - 85, a.x - 9];
        const crossed = b.x > from && b.x < to && b.level >= a.level && a.text.length > 2;
        expect(crossed, `${a.x} and ${b.x}`).toBe(false);
      }
    expect(
      flags(
        Array.from({ length: 9 }, (_, i) => ({ racer: racer(), text: 'momentum 62', x: 100 + i })),
        2,
      ),
    ).toHaveLength(9);
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

describe('the figure', () => {
  const scenes: readonly [string, Scene][] = [
    ['at first', {}],
    ['at the start', { step: 0 }],
    ['at the end, linear, by gradients', { step: STEPS, settings: { log: 'linear', against: 'evaluations' } }],
    ['predicted', { settings: { revealed: true, guessRound: 'adam', guessLong: 'newton' } }],
    ['swept', { settings: { swept: true, guessMomentum: 0.42 } }],
    ['no momentum', { settings: { momentum: 0, guessMomentum: 0 } }],
    ['too much momentum', { settings: { momentum: 0.99, swept: true, tuned: { 'momentum.learningRate': 0.079 } } }],
    ['momentum that diverges', { settings: { swept: true, tuned: { 'momentum.learningRate': 0.2 } } }],
    ['the whole map', { settings: { reach: 'whole' } }],
    ['an unknown guess', { settings: { revealed: true, guessRound: 'speedy', picked: 'nobody' } }],
    ['at a minimum', { settings: { x: 0, y: 0 } }],
    ['nobody known', { settings: { racers: ['speedy'] } }],
    ...landscapes.map((name): [string, Scene] => [name, { settings: { landscape: name, x: 0.5, y: 0.7 }, step: 30 }]),
    ...presets.map((p): [string, Scene] => [p.label, { settings: p.values, step: 60 }]),
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

  test('has still pictures in which no mark says anything twice', () => {
    for (const panel of ['momentum', 'race', 'guess'] as const)
      for (const answered of [true, false]) {
        const asked = { panel, swept: answered, revealed: answered, 'guess-momentum': 0.4, 'guess-round': 'adam' };
        const { svg } = renderPoster(engine, 'optimizers', asked);
        for (const [tag] of svg.matchAll(/<[a-z]+ [^>]*>/gi)) {
          const names = [...tag.matchAll(/\s([a-z-]+)=/g)].map(([, name]) => name);
          expect(new Set(names).size, tag).toBe(names.length);
        }
      }
  });

  test('opens every racer’s step, term by term, and its dials', () => {
    for (const picked of everybody)
      staged({ settings: { racers: everybody, picked, panel: 'step' }, step: 3 }, (s) => {
        const entry = entryOf(s.model, picked);
        const terms = entry.run.explain(Math.min(3, entry.run.steps), 0).terms;
        s.local = { ...s.local, allTerms: true };
        const step = s.drawn();
        for (const t of terms.filter((term) => term.expression !== '')) expect(step).toContain(t.label);
        s.settings = { ...s.settings, panel: 'dials' };
        const dials = s.drawn();
        expect(nonsense(dials)).toEqual([]);
        for (const p of entry.racer.info.parameters) expect(dials).toContain(`>${p.label}<`);
      });
  });

  test('has the first of many terms wait, so that the map stays where it is', () => {
    staged({ settings: { racers: everybody, picked: 'nadam', panel: 'step' }, step: 3 }, (s) => {
      const lines = (): number => s.drawn().match(/<th scope="row">/g)?.length ?? 0;
      expect(lines()).toBe(9);
      expect(s.drawn()).toMatch(/and\s+6\s+before/);
      s.local = { ...s.local, allTerms: true };
      expect(lines()).toBe(15);
    });
  });

  test('says that one diverged and where the others are', () => {
    const tuned = { 'gradient_descent.learningRate': 0.042 };
    const racers = ['gradient_descent', 'newton'];
    const { said, first } = staged({ settings: { tuned, racers, panel: 'race' }, step: 100 }, (s) => ({
      said: s.drawn(),
      first: entryOf(s.model, 'gradient_descent').run.trace.step.length,
    }));
    // The step out of bounds has no row of its own.
    expect(new Set(said.match(/diverged at step \d+/g))).toEqual(new Set([`diverged at step ${first}`]));
    expect(said).toMatch(/Newton: loss .*, below the line since step 1\./);
  });

  test('keeps the truth to itself until the races are run', () => {
    const drawn = (revealed: boolean): string =>
      staged({ settings: { revealed, guessLong: 'momentum', panel: 'guess' } }, (s) => s.drawn());
    expect(drawn(false)).not.toContain('First: Newton');
    expect(drawn(false)).not.toContain('Newton 1');
    expect(drawn(true)).toContain('First: Newton in 1 step');
    expect(drawn(true)).toMatch(/arrives after 170 steps, as number 4/);
    expect(drawn(true)).toContain('not there: ');
  });

  describe('has a task', () => {
    const root = Math.sqrt(50);
    const pair = { rate: 4 / (root + 1) ** 2, momentum: ((root - 1) / (root + 1)) ** 2 };
    const at = (rate: number, momentum: number): Settings => ({ momentum, tuned: { 'momentum.learningRate': rate } });
    const done = (settings: Settings): boolean => staged({ settings }, (s) => s.done('tuned'));
    const status = (settings: Settings): string =>
      staged({ settings }, (s) => figure.goals?.['tuned']?.status(s.view as never)) ?? '';

    test('that no preset does, nor any momentum at the usual rate', () => {
      for (const p of presets) expect(done(p.values), p.label).toBe(false);
      for (const momentum of VALUES) expect(done({ momentum }), String(momentum)).toBe(false);
    });

    test('that Polyak’s pair does, exact, rounded, and wherever the race starts', () => {
      expect(done(at(pair.rate, pair.momentum))).toBe(true);
      expect(done(at(Number(pair.rate.toPrecision(2)), Number(pair.momentum.toPrecision(2))))).toBe(true);
      expect(done({ ...at(pair.rate, pair.momentum), x: 2.5, y: -1 })).toBe(true);
      expect(done({ tuned: { 'momentum.learningRate': pair.rate, 'momentum.momentum': pair.momentum } })).toBe(true);
      expect(done({ ...at(pair.rate, pair.momentum), racers: ['adam'] })).toBe(true);
    });

    test('that luck does not: a start on the wall’s axis, a dip below the line, an easier ground', () => {
      expect(done({ momentum: 0.3, x: -2, y: 2 })).toBe(false);
      expect(done({ momentum: 0.8 })).toBe(false);
      expect(done({ ...at(pair.rate, pair.momentum), condition: 2 })).toBe(false);
    });

    test('that says why', () => {
      expect(status(at(pair.rate, pair.momentum))).toMatch(
        /from step 25; wall and floor shrink nearly alike, to about 0\.75/,
      );
      expect(status({})).toMatch(/^rate 0\.02, momentum 0\.9: stays below from step 62; its momentum is more than/);
      expect(status({ momentum: 0.3 })).toMatch(/too small for the floor, where it crawls/);
      expect(status({ momentum: 0.74 })).toMatch(/the rate is the other dial/);
      expect(status(at(0.2, 0.5))).toMatch(/diverges/);
      expect(status(at(0.0639, 0.6))).toMatch(/bounce/);
      expect(status({ condition: 10 })).toMatch(/condition number 50/);
    });
  });

  test('has the dial for momentum that a link’s hyper-parameters have', () => {
    const step = (settings: Settings): number | undefined =>
      staged({ settings }, (s) => entryOf(s.model, 'momentum').finish?.step);
    expect(step({ momentum: 0.6 })).toBe(step({ tuned: { 'momentum.momentum': 0.6 } }));
    expect(step({ momentum: 0.3, tuned: { 'momentum.momentum': 0.6 } })).toBe(56);
  });

  test('shows no step of any momentum but those that were tried, until the wager is made', () => {
    const drawn = (settings: Settings): string =>
      staged({ settings: { momentum: 0.6, ...settings } }, (s) => s.drawn());
    expect(drawn({ guessMomentum: 0.4 })).toContain('0.60: 56 steps');
    for (const answer of ['theory', 'best in this race', 'gd-ahead-line'])
      expect(drawn({ guessMomentum: 0.4 }), answer).not.toContain(answer);
    const swept = drawn({ guessMomentum: 0.4, swept: true });
    for (const answer of [
      'theory’s best at this rate, 0.74',
      'gd-ahead-line',
      '31 steps',
      '0.77 to 0.78',
      'your guess 0.40',
    ])
      expect(swept, answer).toContain(answer);
    const cells = (settings: Settings): number =>
      staged({ settings }, (s) => {
        s.drawn();
        return figure.tables?.(s.view).find((t) => t.caption.includes('momentum'))?.rows.length ?? 0;
      });
    expect(cells({ momentum: 0.6 })).toBe(1);
    expect(cells({ swept: true })).toBe(100);
  });

  test('keeps its frame while the hand turns the dial, and takes a start from outside with the whole map', () => {
    const paths = (settings: Settings): string[] =>
      staged({ settings }, (s) =>
        [...s.drawn().matchAll(/class="gd-contour[^"]*" d="([^"]+)"/g)].map(([, d]) => d ?? ''),
      );
    const start = (settings: Settings): string =>
      staged({ settings }, (s) => /class=handle\s[\s\S]*?transform=(translate\([^)]+\))/.exec(s.drawn())?.[1] ?? '');
    expect(paths({ momentum: 0.3 })).toEqual(paths({ momentum: 0.95 }));
    expect(start({})).not.toBe('');
    expect(start({})).not.toBe(start({ reach: 'whole' }));
    expect(start({ x: 3.9, y: 3 })).toBe(start({ x: 3.9, y: 3, reach: 'whole' }));
  });

  test('has each part of its drawing that a text may point at', () => {
    const where: Readonly<Record<string, Settings>> = {
      map: {},
      dial: {},
      arrivals: { panel: 'race' },
      racers: { panel: 'race' },
      rails: { panel: 'guess' },
      step: { panel: 'step' },
      losses: { panel: 'curves' },
      dials: { panel: 'dials' },
      field: { panel: 'field' },
      ground: { panel: 'ground' },
    };
    expect(Object.keys(where).sort()).toEqual([...(figure.spots ?? [])].sort());
    for (const [spot, settings] of Object.entries(where))
      expect(
        staged({ settings }, (s) => s.drawn()),
        spot,
      ).toContain(`data-spot="${spot}"`);
  });

  test('comes back from a link as it went in', () => {
    const settings = {
      landscape: 'himmelblau',
      condition: 120,
      x: -1.25,
      y: 2.5,
      racers: ['lion', 'newton'],
      picked: 'lion',
      momentum: 0.35,
      reach: 'whole',
      guessMomentum: 0.5,
      swept: true,
      panel: 'ground',
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

  test('opens the panels that old links name', () => {
    expect(figure.settings.panel.read('arrivals')).toBe('race');
    for (const name of ['curves', 'step', 'dials', 'field', 'guess'] as const)
      expect(figure.settings.panel.read(name)).toBe(name);
  });

  test('surveys each landscape once while only the start moves', () => {
    const ground = (): unknown => landscape(engine, 'himmelblau', 10).lines();
    expect(ground()).toBe(ground());
  });
});
