/** The playground: what the text claims of its runs, formulas that keep the old map, every preset, a network, links that take away, and how hard a goal is. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure as playground } from '../../../web/figures/playground';
import { markup, moment } from '../../../web/figures/playground/address';
import { possible } from '../../../web/figures/playground/class-panel';
import { another } from '../../../web/figures/playground/drawer';
import { firstBelow, goalSentence, verdict } from '../../../web/figures/playground/goal';
import { NAMES, PRESETS, VALLEYS, type Name } from '../../../web/figures/playground/grounds';
import { NAMED } from '../../../web/figures/playground/named';
import { NETWORK, placed } from '../../../web/figures/playground/head';
import { lineup, spec, writeSpec, type Spec } from '../../../web/figures/playground/lineup';
import { partNames, PARTS, stateOf, turned, type Kept } from '../../../web/figures/playground/parts';
import { repeatable } from '../../../web/figures/playground/repeated';
import type { Played } from '../../../web/figures/playground/seen';
import { PANELS, type Settings } from '../../../web/figures/playground/settings';
import { counted, gridOf, trials, type Trials } from '../../../web/figures/playground/trials';
import { isAsked, MOVED, truth } from '../../../web/figures/playground/wager';
import { renderPoster } from '../../../web/figures/poster';
import { Problem } from '../../../web/figures/settings';
import { languages } from '../../../web/take/code';
import { nonsense, realEngine, Stage, written } from './stage';

type PlayStage = Stage<typeof playground.settings, Played>;

let engine: Engine;
const open: PlayStage[] = [];
const stage = (settings: Partial<Settings> = {}, step = 0, width = 553): PlayStage => {
  const made = new Stage<typeof playground.settings, Played>(engine, playground, settings, width);
  made.go(step);
  open.push(made);
  return made;
};
const plain = (markup_: string): string => markup_.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

beforeAll(async () => {
  engine = await realEngine();
});
afterEach(() => {
  for (const s of open.splice(0)) s.close();
  expect(engine.liveHandles()).toBe(0);
});

const lastOf = (s: PlayStage, i: number): readonly [number, number, number] => {
  const run = s.model.tracks[i]!.run!;
  return [run.parameter(run.steps, 0), run.parameter(run.steps, 1), run.loss(run.steps)];
};

describe('the valleys', () => {
  test('one start, three rules, three valleys, and the lowest is Adam’s', () => {
    const s = stage();
    const [right, upper, left] = [0, 1, 2].map((i) => lastOf(s, i));
    expect(right![0]).toBeCloseTo(2.216, 2);
    expect(upper!.slice(0, 2)[1]).toBeCloseTo(2.47, 2);
    expect(left![0]).toBeCloseTo(-0.74, 2);
    const bottoms = s.model.survey!.bottoms;
    expect(bottoms[0]!.at[0]).toBeCloseTo(left![0], 1);
    for (const end of [right!, upper!, left!])
      expect(bottoms.some(({ at }) => Math.hypot(at[0]! - end[0], at[1]! - end[1]) < 0.1)).toBe(true);
    expect(left![2]).toBeLessThan(right![2]);
    expect(right![2]).toBeLessThan(upper![2]);
  });

  test('a tenth to the left only Adam still ends where it did', () => {
    expect(truth(engine).stays).toEqual([3]);
    const moved = stage({ x: MOVED.x });
    const home = stage();
    const apart = [0, 1, 2].map((i) => Math.hypot(...[0, 1].map((k) => lastOf(moved, i)[k]! - lastOf(home, i)[k]!)));
    expect(apart.map((d) => d < 0.1)).toEqual([false, false, true]);
  });

  test('the wager asks before it tells, and only where it is true', () => {
    const s = stage();
    expect(plain(s.drawn())).toContain('which one still ends where it did?');
    expect(plain(written(playground.asked!(s.view)))).not.toContain('Adam');
    s.set({ guess: 1, ...MOVED, revealed: true });
    expect(plain(s.drawn())).toContain('Your guess 1 : only 3 , Adam, still ends where it did.');
    for (const other of [{ formula: 'x^2 + y^2' }, { noise: 0.1 }, { runs: VALLEYS.runs.slice(1) }]) {
      const elsewhere = stage(other);
      expect(isAsked(elsewhere.view)).toBe(false);
      expect(written(playground.asked!(elsewhere.view))).toBe('');
    }
  });

  test('the bottoms are level ground, lowest first, and no start on the map finds a lower one', () => {
    const s = stage();
    const objective = engine.createObjective({ formula: VALLEYS.formula });
    const { bottoms, relief } = s.model.survey!;
    for (const { at, loss } of bottoms) {
      const { value, gradient } = objective.evaluate([...at]);
      expect(value).toBeCloseTo(loss, 10);
      expect(Math.hypot(...gradient)).toBeLessThan(1e-4);
    }
    objective.dispose();
    expect(bottoms.map(({ loss }) => loss)).toEqual([...bottoms.map(({ loss }) => loss)].sort((a, b) => a - b));
    expect(Math.min(...relief!.values)).toBeGreaterThanOrEqual(bottoms[0]!.loss - 1e-9);
  });

  test('plain descent finds the lowest at no rate at which it comes to rest, and momentum can: the task', () => {
    const deep = stage().model.survey!.bottoms[0]!.loss + 0.05;
    for (let rate = 0.01; rate <= 1; rate += 0.01) {
      const run = engine.createRun({
        objective: { formula: VALLEYS.formula },
        optimizer: { name: 'gradient_descent', learningRate: rate },
        start: [2, 2],
        stepLimit: 160,
      });
      run.advance(160);
      const slope = run.trace().gradientNorm.at(-1)!;
      if (slope < 1e-2) expect(run.progress().loss, String(rate)).toBeGreaterThan(deep);
      run.dispose();
    }
    const s = stage();
    const status = (): string => playground.goals!['led']!.status(s.view);
    expect(s.done('led')).toBe(false);
    expect(status()).toContain('the lowest valley has −0.927');
    const faster = VALLEYS.runs.map((spec, i): Spec =>
      i === 1 ? { ...spec, rule: { name: 'momentum', options: { learningRate: 0.12 } } } : spec,
    );
    s.set({ runs: faster });
    expect(s.done('led')).toBe(true);
    expect(status()).toContain('carried it over two passes');
    s.set({ x: 0 });
    expect(s.done('led')).toBe(false);
    expect(status()).toContain('with the ball back at 2, 2');
  });
});

describe('formulas', () => {
  const read = (s: PlayStage, text: string) => s.model.read(text);
  test('a faulty one names its character, and what stands is not touched', () => {
    const s = stage();
    expect(read(s, 'x^2 + + y)')).not.toBeNull();
    expect(read(s, 'x^2 + y)')?.position).toBe(7);
    expect(read(s, 'x^2 + y^2')).toBeNull();
    s.local = { typed: { text: 'x^2 + y)', mistake: read(s, 'x^2 + y)'), beside: VALLEYS.formula } };
    const drawn = plain(s.drawn());
    expect(s.drawn()).toContain('<mark>)</mark>');
    expect(drawn).toContain('lowest');
    expect(s.settings.formula).toBe(VALLEYS.formula);
    // Whatever else brings a formula ends what was being typed.
    s.set(placed(PRESETS['saddle']!));
    expect(s.drawn()).not.toContain('<mark>');
  });

  test('derivatives stand below, and are those of the engine', () => {
    expect(plain(stage().drawn())).toContain('∂/∂x 2 cos(2 x) cos(y) + x / 4 ∂/∂y y / 4 − sin(2 x) sin(y)');
    expect(plain(stage({ formula: 'w^2', y: 0 }).drawn())).toContain('∂/∂w 2 w');
  });

  test('in one weight there is a curve, whatever the weight is called', () => {
    for (const name of ['x', 'w']) {
      const s = stage({ formula: `(${name}^2 - 1)^2 + 0.3 ${name}`, x: 1.8, reach: 1, middle: [0, 0] }, 20);
      expect(s.model.survey!.curve).toBeDefined();
      expect(s.model.tracks[0]!.run!.dimension).toBe(1);
      expect(nonsense(s.drawn())).toEqual([]);
    }
  });

  test('where the start has no loss, that is said in the rows, and nothing is painted', () => {
    const s = stage({ formula: 'log(x) + y^2', x: -1 }, 5);
    expect(plain(s.drawn())).toContain('there is no finite loss at this start');
    expect(nonsense(s.drawn())).toEqual([]);
    expect(s.model.steps).toBe(0);
  });

  test('an attribute’s faults are sentences', () => {
    const of = (change: Partial<Settings>) => playground.refusals!(engine, { ...stage().settings, ...change });
    expect(of({})).toEqual({});
    expect(of({ formula: 'x + (' })['formula']).toContain('character');
    expect(of({ runs: [{ rule: { name: 'adamant', options: {} }, schedule: undefined }] })['runs']).toContain('adam');
    expect(of({ runs: [{ rule: { name: 'adam', options: { speed: 1 } }, schedule: undefined }] })['runs']).toContain(
      'learningRate',
    );
    expect(
      of({ runs: [{ rule: { name: 'momentum', options: { momentum: 2 } }, schedule: undefined }] })['runs'],
    ).toContain('may be from 0');
    expect(
      of({ runs: [{ rule: { name: 'adam', options: {} }, schedule: { name: 'cosine', options: { steps: 1.5 } } }] })[
        'runs'
      ],
    ).toContain('whole');
  });
});

describe('what there is to begin from', () => {
  test.each(Object.entries({ ...PRESETS, ...NAMED }))(
    '%s is drawn without nonsense, at both widths, in every panel',
    (_, place) => {
      for (const width of [322, 553])
        for (const panel of PANELS) {
          const s = stage({ ...placed(place), panel }, 0, width);
          for (const step of [0, 7, s.model.steps]) {
            s.go(step);
            expect(nonsense(s.drawn()), `${panel} ${step}`).toEqual([]);
          }
          s.close();
          open.pop();
        }
    },
  );

  test('“diverging” has one run that does, whose row stays and says when', () => {
    const s = stage(placed(PRESETS['diverging']!));
    s.go(s.model.steps);
    expect(s.model.tracks.map(({ diverged }) => diverged)).toEqual([false, false, true]);
    const step = s.model.tracks[2]!.run!.steps + 1;
    expect(plain(s.drawn())).toContain(`diverged at step ${step}`);
    // Twice the curvature's inverse is the edge: 2 / 10.
    expect([0.19, 0.21].map((rate) => Math.abs(1 - 10 * rate) < 1)).toEqual([true, false]);
  });

  test('“saddle” is missed by a thousandth: every run leaves the ridge in the end', () => {
    const s = stage(placed(PRESETS['saddle']!));
    for (const { run } of s.model.tracks) expect(Math.abs(run!.parameter(run!.steps, 1))).toBeGreaterThan(1);
    expect(s.model.tracks[0]!.run!.parameter(20, 1)).toBeLessThan(0.1);
  });

  test('names of functions stand for the engine’s own, to the last bit', () => {
    const known: Readonly<Partial<Record<Name, string>>> = {
      Himmelblau: 'himmelblau',
      Rosenbrock: 'rosenbrock',
      Beale: 'beale',
      Rastrigin: 'rastrigin',
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES.filter((name) => known[name] !== undefined)),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (name, x, y) => {
          const [own, theirs] = [{ formula: NAMED[name].formula }, { name: known[name]! }].map((options) => {
            const objective = engine.createObjective(options);
            const { value } = objective.evaluate([x, y]);
            objective.dispose();
            return value;
          }) as [number, number];
          expect(Math.abs(own - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the network', () => {
  test('learns: every rule’s loss falls, and the picture’s wrong points are those of its own answer', () => {
    const s = stage(NETWORK);
    for (const { run } of s.model.tracks) expect(run!.loss(run!.steps)).toBeLessThan(run!.loss(0));
    s.go(s.model.steps);
    const { learner, tracks } = s.model;
    const run = tracks[2]!.run!;
    const objective = engine.createObjective(run.options.objective);
    const said = objective.predict(run.trace.parameters.slice(-run.dimension), learner!.places).values;
    objective.dispose();
    const wrong = learner!.classes.filter((kind, i) => said[i]! > 0 !== (kind === 1)).length;
    expect(plain(playground.sentence(s.view))).toContain(`Run 3 has ${wrong} points wrong`);
    for (const panel of PANELS) {
      s.set({ panel }, true);
      expect(nonsense(s.drawn()), panel).toEqual([]);
    }
  });

  test.each([0, 8])('has a program in every language but JavaScript, which says so, batch %d', (batch) => {
    const s = stage({ ...NETWORK, batch, panel: 'code' }, 30);
    const run = s.model.tracks[2]!.run!;
    expect(run.options.batch).toEqual(batch ? { size: 8, seed: 392 } : undefined);
    const own = Array.from({ length: run.dimension }, (_, i) => run.parameter(0, i));
    expect(repeatable(run).start).toEqual(own);
    expect(playground.runs!(s.view)[2]!.options.start).toEqual(own);
    for (const language of languages.filter(({ name }) => name !== 'javascript')) {
      s.local = { ...s.local, language: language.name };
      expect(s.drawn(), language.label).toContain(`, to compare: ${Number(run.loss(run.steps).toPrecision(12))}`);
      // The start that was drawn, not the seed that drew it.
      expect(s.drawn(), language.label).toContain(String(own[0]).slice(0, 10));
    }
    expect(plain(s.drawn())).toContain('JavaScript is written for functions');
    expect(languages.some(({ label }) => label === 'JavaScript')).toBe(true);
  });

  test('says why there is none for a rule that asks for second derivatives', () => {
    const s = stage({ ...NETWORK, runs: [spec('newton', 0.2)], picked: 1, steps: 3, panel: 'code' }, 1);
    expect(plain(s.drawn())).toContain('its rule asks for second derivatives');
  });

  test('says why there is none where a search meets batches', () => {
    const searching = { ...spec('gradient_descent', 0.2), schedule: { name: 'backtracking', options: {} } };
    const s = stage({ ...NETWORK, runs: [searching], batch: 8, picked: 1, steps: 3, panel: 'code' }, 1);
    expect(s.model.tracks[0]!.run ? plain(s.drawn()) : s.model.tracks[0]!.problem).toMatch(/batch/);
  });
});

describe('another run', () => {
  test('has the next rule that is not there, at a rate with which its loss falls', () => {
    for (const place of [VALLEYS, PRESETS['ravine']!, NAMED.Rosenbrock]) {
      const s = stage(placed(place));
      const spec = another(s.view);
      expect(place.runs.map(({ rule }) => rule.name)).not.toContain(spec.rule.name);
      s.set({ runs: [...place.runs, spec] });
      const run = s.model.tracks.at(-1)!.run!;
      expect(run.loss(run.steps)).toBeLessThan(run.loss(0));
    }
  });
});

describe('how hard a goal is', () => {
  const so = (rates: number, memories: number): Trials => ({
    key: '',
    grid: {
      rates: Array.from({ length: rates }, (_, i) => i + 1),
      memories: Array.from({ length: memories }, (_, i) => i / 20),
      memory: { name: 'momentum', label: 'momentum' },
    },
    reached: Array.from({ length: rates * memories }, (_, i) => i === 0),
    running: false,
  });

  test.each([
    [46, 20, 'it can be done: 1 of 920 settings of the rate and momentum reaches it'],
    [230, 1, 'it can be done: 1 of 230 settings of the rate reaches it'],
    [1, 20, 'it can be done: 1 of 20 settings of momentum reaches it'],
    [1, 1, 'this very setting reaches it'],
  ])('is said of what its readers may change, %d rates and %d values of momentum', (rates, memories, said) => {
    expect(possible(so(rates, memories))).toBe(said);
  });
});

describe('noise', () => {
  test('is the engine’s, the same for the same seed, and leaves the losses alone', () => {
    const [quiet, one, same, other] = [{}, { noise: 0.5 }, { noise: 0.5 }, { noise: 0.5, seed: 2 }].map((change) =>
      stage(change),
    );
    const way = (s: PlayStage): number[] => [...s.model.tracks[0]!.run!.trace.parameters];
    expect(way(one!)).toEqual(way(same!));
    expect(way(one!)).not.toEqual(way(other!));
    expect(way(one!)).not.toEqual(way(quiet!));
    expect(one!.model.tracks[0]!.run!.loss(0)).toBe(quiet!.model.tracks[0]!.run!.loss(0));
    one!.set({ panel: 'code' });
    expect(plain(one!.drawn())).toContain('its noise is drawn by this engine');
  });
});

describe('runs as text', () => {
  const setting = lineup('runs', VALLEYS.runs);
  test('come back as they were', () => {
    expect(setting.write(VALLEYS.runs)).toBe(
      'gradient_descent,learningRate=0.1;momentum,learningRate=0.08;adam,learningRate=0.35,cosine,steps=80',
    );
    const name = fc.constantFrom('adam', 'momentum', 'gradient_descent');
    const options = fc.dictionary(
      fc.constantFrom('learningRate', 'beta1', 'steps'),
      fc.integer({ min: 1, max: 1e6 }).map((n) => n / 1000),
      { noNullPrototype: true },
    );
    const chosen = fc.record({ name, options });
    const one = fc.record({ rule: chosen, schedule: fc.option(chosen, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (runs) => {
        expect(setting.read(setting.write(runs))).toEqual(runs);
      }),
    );
  });
  test.each(['', ';', 'adam,,', 'Adam', 'adam,cosine,step', 'adam=1', 'adam;'.repeat(7), 'adam,learningRate=1e999'])(
    '“%s” is refused',
    (text) => expect(setting.read(text)).toBeInstanceOf(Problem),
  );
  test('of one run name its rule first', () => expect(writeSpec(VALLEYS.runs[1]!)).toBe('momentum,learningRate=0.08'));
});

const CLASS = {
  ...placed(VALLEYS),
  runs: [{ rule: { name: 'momentum', options: { learningRate: 0.06 } }, schedule: undefined }],
  picked: 1,
  steps: 60,
  goal: 'below',
  goalSteps: 60,
  goalLoss: -0.9,
  locked: ['start'],
  without: ['formula', 'ground', 'others'],
} as const satisfies Partial<Settings>;

describe('a link for a class', () => {
  test('every press of a tag goes to the next state, and round again', () => {
    for (const part of partNames) {
      let kept: Kept = { locked: [], without: [] };
      const seen: string[] = [];
      for (let i = 0; i <= PARTS[part].states.length; i++) {
        seen.push(stateOf(kept, part));
        kept = turned(kept, part);
      }
      expect(seen, part).toEqual([...PARTS[part].states, PARTS[part].states[0]]);
    }
  });

  test('what is hidden is nowhere: not in the picture, the words, the tables, the runs or the panels', () => {
    const s = stage(CLASS, 60);
    const all = `${s.drawn()} ${JSON.stringify(playground.tables!(s.view))} ${JSON.stringify(playground.runs!(s.view))}`;
    expect(plain(all)).not.toContain('sin');
    expect(all).not.toContain('gd-optimum-text');
    expect(all).toContain('mask');
    expect(playground.tables!(s.view)).toEqual([]);
    expect(playground.runs!(s.view)).toEqual([]);
    const drawn = plain(s.drawn());
    for (const gone of ['numbers', 'code', 'embed', 'class']) expect(s.drawn()).not.toContain(`tab-${gone}`);
    expect(drawn).not.toContain('another run');
    // The start is seen and cannot be dragged.
    expect(s.drawn()).not.toContain('The start, for all runs');
  });

  test('a hidden rate, rule and schedule leave the table, a locked one stays as text', () => {
    const hidden = stage({ ...CLASS, without: ['rate', 'rules', 'schedule'] });
    expect(plain(hidden.drawn())).not.toContain('momentum');
    const locked = stage({ ...CLASS, without: [], locked: ['rate', 'rules', 'schedule', 'dials'] });
    expect(plain(locked.drawn())).toContain('momentum');
    expect(locked.drawn()).not.toContain('opens its dials');
  });

  test('goes through an address and an element as it was', () => {
    const s = stage({ ...CLASS });
    expect(s.viaLink()).toMatchObject({
      problems: [],
      values: { goal: 'below', without: [...CLASS.without], locked: ['start'] },
    });
    const link = moment(s.settings, 12);
    expect(link).toMatch(/^#playground\?/);
    const query = new URLSearchParams(link.slice('#playground?'.length));
    expect(query.get('without')).toBe('formula,ground,others');
    expect(query.get('step')).toBe('12');
    expect(markup({ ...s.settings, formula: 'x < 3 & "y"' }, 0)).toContain('formula="x &lt; 3 &amp; &quot;y&quot;"');
  });

  test('its goal is a sentence with two numbers, judged only when it has been played', () => {
    const s = stage({ ...CLASS });
    expect(goalSentence(s.view)).toBe('After 60 steps, stand at −0.900 or below.');
    expect(verdict(s.view)).toEqual({ reached: undefined, text: 'press play' });
    s.go(60);
    const { reached, text } = verdict(s.view);
    expect(reached).toBe(false);
    expect(text).toMatch(/^stands at/);
    s.set({ runs: [{ rule: { name: 'momentum', options: { learningRate: 0.12 } }, schedule: undefined }] });
    s.go(60);
    expect(verdict(s.view).reached).toBe(true);
    expect(plain(s.drawn())).toContain('✓');
  });

  test('“within” is reached at the first step that is low enough, and “valley” where small steps lead', () => {
    const fast = {
      ...CLASS,
      runs: [{ rule: { name: 'momentum', options: { learningRate: 0.12 } }, schedule: undefined }],
    };
    const s = stage({ ...fast, goal: 'within' });
    const losses = s.model.tracks[0]!.run!.trace.loss;
    const first = losses.findIndex((loss) => loss <= -0.9);
    expect(firstBelow(losses, s.settings)).toBe(first);
    s.go(first - 1);
    expect(verdict(s.view).reached).toBeUndefined();
    s.go(first);
    expect(verdict(s.view)).toEqual({ reached: true, text: `there at step ${first}` });
    s.set({ goal: 'valley', goalAt: [-0.739, 0] }, true);
    s.go(60);
    expect(verdict(s.view).reached).toBe(true);
    s.set({ goalAt: [2.216, 0] }, true);
    expect(verdict(s.view)).toEqual({ reached: false, text: 'in another valley' });
  });
});

describe('how hard a goal is', () => {
  function all(s: PlayStage): Trials {
    let last: Trials | undefined;
    const work = trials(s.view, (so) => (last = so));
    while (!work.next().done);
    return last!;
  }

  test('is told by runs like the reader’s own, setting by setting', () => {
    const s = stage({ ...CLASS });
    const so = all(s);
    const { of, reach } = counted(so);
    expect([of, so.reached.length]).toEqual([920, 920]);
    expect(reach).toBeGreaterThan(5);
    expect(reach).toBeLessThan(of / 2);
    const { rates, memories } = so.grid;
    // Where runs with memory are tried, and so where the goal is reached: the upper rows.
    for (let i = 600; i < of; i++) {
      const options = { learningRate: rates[i % rates.length]!, momentum: memories[Math.floor(i / rates.length)]! };
      s.set({ runs: [{ rule: { name: 'momentum', options }, schedule: undefined }] });
      s.go(60);
      expect(
        verdict(s.view).reached ?? s.model.tracks[0]!.run!.loss(s.model.tracks[0]!.run!.steps) <= -0.9,
        String(i),
      ).toBe(so.reached[i]);
    }
    // The lowest row is plain descent, which never gets there.
    expect(so.reached.slice(0, rates.length)).not.toContain(true);
  });

  test('tries only what may be changed', () => {
    expect(gridOf(stage({ ...CLASS, locked: ['dials'] }).view)).toMatchObject({ memories: [0.9] });
    const fixed = gridOf(stage({ ...CLASS, locked: ['dials', 'rate'] }).view);
    expect([fixed.rates, fixed.memories]).toEqual([[0.06], [0.9]]);
    const plainRule = stage({
      ...CLASS,
      runs: [{ rule: { name: 'gradient_descent', options: { learningRate: 0.1 } }, schedule: undefined }],
    });
    expect(gridOf(plainRule.view).memories).toHaveLength(1);
  });

  test('a harder goal is reached by fewer', () => {
    const easy = counted(all(stage({ ...CLASS, goalLoss: -0.9 }))).reach;
    const hard = counted(all(stage({ ...CLASS, goalLoss: -0.92 }))).reach;
    const short = counted(all(stage({ ...CLASS, goalSteps: 40 }))).reach;
    expect(hard).toBeLessThan(easy);
    expect(short).toBeLessThan(easy);
  });
});

describe('as a whole', () => {
  test('the first picture stands without a page', () => {
    const { svg, description } = renderPoster(engine, 'playground');
    expect(svg).toContain('lowest');
    expect(nonsense(svg + description)).toEqual([]);
  });

  test('settings come back from a link, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.double({ min: -50, max: 50, noNaN: true }),
          steps: fc.integer({ min: 1, max: 300 }),
          goalLoss: fc.double({ min: -5, max: 5, noNaN: true }),
          locked: fc.subarray([...partNames]),
          without: fc.subarray([...partNames]),
        }),
        (change) => {
          const s = stage(change);
          const { values, problems } = s.viaLink();
          expect(problems).toEqual([]);
          expect(values.locked ?? []).toEqual(change.locked);
          expect(nonsense(s.drawn())).toEqual([]);
          s.close();
          open.pop();
        },
      ),
      { numRuns: 25 },
    );
  });

  test('whatever is typed and however far the map goes, nothing is painted that is no number', () => {
    const formulas = ['log(x)', '1/x', 'y', '5', 'x^100', '1e300 x^2', 'tan(x)', 'step(x) + y^2', 'x/0', 'exp(x y)'];
    const setting = fc.record({
      formula: fc.constantFrom(...formulas),
      middle: fc.tuple(fc.constantFrom(0, 3.3, -1e6), fc.constantFrom(0, 1e6)),
      reach: fc.constantFrom(1e-6, 1, 1e6),
      x: fc.constantFrom(0, 1, -1e6),
      y: fc.constantFrom(0, 2, 1e6),
      noise: fc.constantFrom(0, 100),
      panel: fc.constantFrom(...PANELS),
      goal: fc.constantFrom('none', 'below', 'within', 'valley'),
    });
    fc.assert(
      fc.property(setting, fc.constantFrom(322, 553, 700), (change, width) => {
        const s = stage(change, 0, width);
        for (const step of [0, s.model.steps]) {
          s.go(step);
          expect(nonsense(s.drawn())).toEqual([]);
        }
        s.close();
        open.pop();
      }),
      { numRuns: 60 },
    );
  });

  test('its numbers stand in tables, as many rows as steps', () => {
    const [ends, losses, first] = playground.tables!(stage().view);
    expect(ends!.rows.map(([name]) => name)).toEqual(['1 gradient descent', '2 momentum', '3 Adam']);
    expect(losses!.rows).toHaveLength(161);
    expect(first!.rows).toHaveLength(161);
  });
});
