/** Whatever strangers write, every figure answers: with numbers and words, or with a sentence that says what is wrong. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';

import type { Engine } from '../../../web/engine/engine';
import type { AnyFigure } from '../../../web/figures/figure';
import { readStep } from '../../../web/figures/host/attributes';
import { readLink, writeLink } from '../../../web/figures/host/link';
import { Models } from '../../../web/figures/host/models';
import { keep, readPin } from '../../../web/figures/host/pin';
import { figure as model } from '../../../web/figures/model';
import { take } from '../../../web/figures/model/data-panel';
import { MOST_POINTS } from '../../../web/figures/model/points';
import { figures } from '../../../web/figures/registry';
import { initialValues, readSettings, writeSettings, type AnySettings } from '../../../web/figures/settings';
import { isWritable, languages } from '../../../web/take/code';
import { formulas, harm, pinFor, settingsFor, steps, tables } from './strangers';
import { nonsense, realEngine, Stage } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

const all = [...figures.values()].map((figure) => [figure.name, figure] as const);
/** The same every time; another number tries other texts, and more runs more of them. */
const numRuns = Number(process.env['DOWNHILL_RUNS'] ?? 40);

/** Sentences are short, whatever was written, and repeat at most a little of it. */
function expectSentences(problems: readonly string[]): void {
  for (const problem of problems) {
    expect(problem).toMatch(/\w.*[.\d]$/s);
    expect(problem.length).toBeLessThan(600);
  }
}

/** A figure in these settings, unless its model refuses them in words. */
function staged(
  figure: AnyFigure,
  settings: AnySettings,
  width: number,
): Stage<AnyFigure['settings'], never> | undefined {
  try {
    return new Stage(engine, figure as never, settings, width);
  } catch (problem) {
    expect(problem).toBeInstanceOf(Error);
    expect((problem as Error).message).toMatch(/^[^\n]{8,400}$/);
    expect(nonsense((problem as Error).message)).toEqual([]);
    return undefined;
  }
}

describe('settings from strangers', () => {
  test.each(all)('%s draws them without an exception, and no number that is none', (_name, figure) => {
    const width = fc.constantFrom(120, 320, 486, 1300);
    fc.assert(
      fc.property(settingsFor(figure), width, (texts, w) => {
        const before = engine.liveHandles();
        const { values, problems } = readSettings(figure.settings, texts);
        expectSentences(problems);
        const settings = { ...initialValues(figure.settings), ...values };
        const stage = staged(figure, settings, w);
        if (stage) {
          const steps = stage.model['steps'] as number;
          expect(steps).toBeLessThanOrEqual(10_000);
          for (const time of [0, steps / 2 + 0.25, steps]) {
            stage.go(time);
            expect(nonsense(stage.drawn())).toEqual([]);
          }
          const tabled = figure.tables?.(stage.view) ?? [];
          const cells = tabled.flatMap(({ rows }) => rows.flat());
          expect(cells.length).toBeLessThan(50_000);
          expect(cells.filter((cell) => typeof cell !== 'string' && !Number.isFinite(cell))).toEqual([]);
          for (const goal of Object.keys(figure.goals ?? {})) expect(typeof stage.done(goal)).toBe('boolean');
          stage.close();
        }
        expect(engine.liveHandles()).toBe(before);
      }),
      { numRuns },
    );
  });

  test.each(all)('%s brings them through a link, as far as it took them', (_name, figure) => {
    fc.assert(
      fc.property(settingsFor(figure), fc.nat(500), (texts, step) => {
        const base = initialValues(figure.settings);
        const settings = { ...base, ...readSettings(figure.settings, texts).values };
        const address = writeLink(figure, settings, base, step);
        expect(address).toMatch(/^#[a-z-]+\?[^\s<>"'`#]*$/);
        const link = readLink(address, figure)!;
        expect(link.step).toBe(step);
        const again = { ...base, ...link.values };
        if (link.problems.length === 0)
          expect(writeSettings(figure.settings, again)).toEqual(writeSettings(figure.settings, settings));
      }),
      { numRuns },
    );
  });
});

describe('links and pins from strangers', () => {
  test.each(all)('%s reads any, or says why not', (_name, figure) => {
    const hash = fc.oneof(
      fc
        .tuple(settingsFor(figure), steps)
        .map(([texts, step]) => new URLSearchParams([...texts, ['step', step]]).toString()),
      fc.tuple(harm, fc.string({ unit: 'binary' })).map(([a, b]) => `${a}&${b}`),
      fc.constant('rate=1&'.repeat(10_000)),
    );
    fc.assert(
      fc.property(hash, pinFor(figure), (text, pin) => {
        const link = readLink(`#${figure.name}?${text}&${new URLSearchParams({ pin }).toString()}`, figure)!;
        expectSentences(link.problems);
        expect(link.step === undefined || (Number.isInteger(link.step) && link.step >= 0)).toBe(true);
        const base = initialValues(figure.settings);
        const read = readPin(figure, pin);
        expectSentences(read.problems);
        const models = new Models();
        const state = { settings: base, pinned: keep(figure, base, read.values) };
        const problem = models.follow(engine, figure, { state });
        if (problem !== undefined) expect(nonsense(problem)).toEqual([]);
        models.free();
      }),
      { numRuns },
    );
  });

  test('a step is a whole number that a run can have, or a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(steps, fc.string({ unit: 'binary' })), (text) => {
        const read = readStep(text);
        if (typeof read === 'string') expectSentences([read]);
        else expect(Number.isInteger(read) && read >= 0 && read <= 1_000_000).toBe(true);
      }),
      { numRuns },
    );
  });
});

test('a pasted table becomes points within bounds, or a sentence that says what is wrong', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (text) => {
      const stage = new Stage(engine, model);
      await take(stage.view, text, (table) =>
        Promise.resolve(engine.readCsv(table, { columns: 2, maxRows: MOST_POINTS })),
      );
      const { problem } = stage.local['draft'] as { problem?: { text: string } };
      if (problem) expectSentences([problem.text]);
      else expect(stage.viaLink().problems.filter((said) => !said.includes('leaves its points out'))).toEqual([]);
      expect(stage.settings.points.length).toBeLessThanOrEqual(2 * MOST_POINTS);
      // What is wrong with a table is said in its own words.
      if (nonsense(text).length === 0) expect(nonsense(stage.drawn())).toEqual([]);
      stage.close();
    }),
    { numRuns },
  );
});

test.each(languages.map((language) => [language.name, language] as const))(
  'in %s no line of a program is what somebody typed as a formula',
  (_name, language) => {
    const hostile = fc.oneof(
      formulas,
      fc.tuple(fc.constantFrom('x', 'x^2 + y', ''), harm).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(hostile, harm, (formula, name) => {
        const run = { objective: { formula }, start: [1, 1] };
        const refused = engine.createRun(run);
        if (refused.error || !isWritable(run)) return;
        refused.dispose();
        const text = language.write(run, { engine, name, page: `https://example.org/${name}` });
        // What stays in the first two lines, which are comments, is tested with the languages.
        const program = text.split('\n').slice(2).join('\n');
        expect(program).not.toMatch(/hit\(|onerror|__proto__|javascript|\bos\b|"""|\*\//);
      }),
      { numRuns },
    );
  },
);
