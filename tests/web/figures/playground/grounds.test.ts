/** Formulas as they are typed, every preset to begin from, noise on the map, and whatever else a link brings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure as playground } from '../../../../web/figures/playground';
import { NAMES, PRESETS, VALLEYS, type Name } from '../../../../web/figures/playground/grounds';
import { NAMED } from '../../../../web/figures/playground/named';
import { placed } from '../../../../web/figures/playground/head';
import { partNames } from '../../../../web/figures/playground/parts';
import { PANELS, type Settings } from '../../../../web/figures/playground/settings';
import { renderPoster } from '../../../../web/figures/poster';
import { nonsense, plain } from '../bare-stage';
import { type PlayStage, engine, open, stage } from './opening';

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
