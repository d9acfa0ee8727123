/** Runs: of a network, one more, and written as text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure as playground } from '../../../../web/figures/playground';
import { another } from '../../../../web/figures/playground/drawer';
import { PRESETS, VALLEYS } from '../../../../web/figures/playground/grounds';
import { NAMED } from '../../../../web/figures/playground/named';
import { NETWORK, placed } from '../../../../web/figures/playground/head';
import { lineup, spec, writeSpec } from '../../../../web/figures/playground/lineup';
import { repeatable } from '../../../../web/figures/playground/repeated';
import { PANELS } from '../../../../web/figures/playground/settings';
import { Problem } from '../../../../web/figures/settings';
import { languages } from '../../../../web/take/code';
import { nonsense, plain } from '../bare-stage';
import { engine, stage } from './opening';

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
