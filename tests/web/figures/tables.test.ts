/** Behind every plot of every figure there are numbers, and they are the picture's own. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import type { AnyFigure, Model } from '../../../web/figures/figure';
import { figure as gradient } from '../../../web/figures/gradient';
import { figure as learningRate } from '../../../web/figures/learning-rate';
import { figure as model } from '../../../web/figures/model';
import { figure as optimizers } from '../../../web/figures/optimizers';
import { figures } from '../../../web/figures/registry';
import { figure as terrain } from '../../../web/figures/terrain';
import { endsOf } from '../../../web/figures/terrain/ends';
import { hundred } from '../../../web/figures/terrain/hundred';
import { basinsNow, type Terrain } from '../../../web/figures/terrain/model';
import type { SettingTable } from '../../../web/figures/settings';
import type { NumberTable } from '../../../web/parts/number-table';
import { realEngine, Stage } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

type Local = Record<string, unknown>;

/** A figure's tables with these settings, at this step or at the end. */
function tablesOf(figure: unknown, settings: object = {}, step = Infinity, local: Local = {}): readonly NumberTable[] {
  const stage = new Stage<SettingTable, Model>(engine, figure as AnyFigure, settings);
  stage.local = local;
  stage.go(step);
  try {
    return stage.figure.tables?.(stage.view) ?? [];
  } finally {
    stage.close();
  }
}

const called = (tables: readonly NumberTable[], caption: RegExp): NumberTable => {
  const found = tables.find((t) => caption.test(t.caption));
  if (!found) throw new Error(`no table ${String(caption)} among ${tables.map((t) => t.caption).join(', ')}`);
  return found;
};

const column = ({ columns, rows }: NumberTable, name: string): (number | string)[] => {
  const i = columns.findIndex((c) => c.name === name);
  if (i < 0) throw new Error(`no column ${name} among ${columns.map((c) => c.name).join(', ')}`);
  return rows.map((row) => row[i]!);
};

/** As they first stand, and each of their presets; covered and open. */
const cases = [...figures.values()].flatMap((figure) => [
  [figure.name, 'at first', figure, {}] as const,
  ...['revealed', 'best', 'starts'].flatMap((key) =>
    key in figure.settings ? [[figure.name, key, figure, { [key]: true }] as const] : [],
  ),
  ...(figure.presets ?? []).map((p) => [figure.name, p.label, figure, p.values] as const),
]);

/** What no table may hold, as sentences. */
function faults(tables: readonly NumberTable[]): string[] {
  const twice = (names: readonly string[]): string[] => names.filter((n, i) => !/\S/.test(n) || names.indexOf(n) < i);
  return [
    ...(tables.length ? [] : ['no table']),
    ...twice(tables.map((t) => t.caption)).map((caption) => `two tables are called “${caption}”`),
    ...tables.flatMap(({ caption, columns, rows }) => [
      ...(rows.length ? [] : [`${caption} is empty`]),
      ...twice(columns.map((c) => c.name)).map((name) => `two columns of ${caption} are called “${name}”`),
      ...rows.flatMap((row, k) => [
        ...(row.length === columns.length ? [] : [`row ${k} of ${caption} has ${row.length} cells`]),
        ...row
          .filter((c) => (typeof c === 'number' ? !Number.isFinite(c) : /NaN|Infinity|undefined|null|\[object/.test(c)))
          .map((c) => `${c} in row ${k} of ${caption}`),
      ]),
    ]),
  ];
}

describe('every figure', () => {
  test.each(cases)(
    '%s, %s, has rectangular tables of finite numbers under names that differ',
    (_, __, figure, values) => {
      const stage = new Stage<SettingTable, Model>(engine, figure, values);
      for (const step of [0, 1, Infinity]) {
        stage.go(step);
        // Only the picture that stands still computes its basins at once.
        stage.local = { still: step === Infinity };
        expect(faults(figure.tables?.(stage.view as never) ?? [])).toEqual([]);
      }
      stage.close();
    },
  );

  test('with a run has its steps, one row each, from the start to the end', () => {
    for (const figure of figures.values()) {
      const stage = new Stage<SettingTable, Model>(engine, figure);
      // What is still to be guessed is in no table.
      if ('revealed' in figure.settings) stage.set({ revealed: true });
      const { steps } = stage.model;
      const lists = (figure.tables?.(stage.view as never) ?? []).filter((t) => t.columns[0]?.name === 'step');
      stage.close();
      // Of thousands of updates of a network some are listed.
      if (steps === 0 || ['digits', 'landscape'].includes(figure.name)) continue;
      expect(lists.length, figure.name).toBeGreaterThan(0);
      for (const { rows } of lists) expect(rows.map((r) => r[0])).toEqual(rows.map((_, k) => k));
      // Where the last step led out of bounds there is no row for it.
      expect([steps, steps + 1], figure.name).toContain(lists[0]!.rows.length);
    }
  });
});

describe('the numbers agree with each other', () => {
  test('a step lands where its slope and rate say', () => {
    const rate = 0.05;
    const steps = called(tablesOf(gradient, { rate, revealed: true }), /Every step/);
    const [x, slope] = [column(steps, 'x') as number[], column(steps, 'slope in x') as number[]];
    for (let k = 1; k < x.length; k++) expect(x[k]).toBeCloseTo(x[k - 1]! - rate * slope[k - 1]!, 12);
  });

  test('the compass is the cosine, and promised meets real where the rate is small', () => {
    const tables = tablesOf(gradient, { revealed: true }, 0);
    const slopes = column(called(tables, /every direction/), 'slope') as number[];
    for (let k = 0; k < 12; k++) expect(slopes[k]).toBeCloseTo(-slopes[k + 12]!, 9);
    const outlook = called(tables, /Change of the loss/);
    const [promised, real] = [column(outlook, 'promised') as number[], column(outlook, 'real') as number[]];
    expect(promised[0]).toBeCloseTo(0);
    expect(real[1]! / promised[1]!).toBeGreaterThan(0.9);
    expect(real[1]! / promised[1]!).toBeLessThan(1);
  });

  test('what is still to be guessed is not told', () => {
    const captions = (figure: unknown, settings: object): string =>
      tablesOf(figure, settings, 0)
        .map((t) => t.caption)
        .join();
    for (const [figure, settings, secret] of [
      [gradient, { revealed: false }, /every direction/],
      [learningRate, { revealed: false }, /Loss above the bottom/],
      [model, { best: false }, /Least squares/],
    ] as const) {
      expect(captions(figure, settings)).not.toMatch(secret);
      const open = Object.fromEntries(Object.keys(settings).map((key) => [key, true]));
      expect(captions(figure, open)).toMatch(secret);
    }
    const still = { still: true };
    expect(tablesOf(terrain, { revealed: true }, 0, still).map((t) => t.caption)).toContain('Where starts end');
    expect(tablesOf(terrain, { revealed: false }, 0).map((t) => t.caption)).not.toContain('Where starts end');
  });

  test('misses are the loss', () => {
    const tables = tablesOf(model, { weight: 300, bias: 20 }, 0);
    const misses = column(called(tables, /misses/), 'miss') as number[];
    const mean = misses.reduce((sum, m) => sum + m * m, 0) / misses.length;
    expect(column(called(tables, /Every step/), 'loss')[0]).toBeCloseTo(mean, 6);
  });

  test('shares of the map and random starts add up, and the histogram counts each start once', () => {
    const stage = new Stage<typeof terrain.settings, Terrain>(engine, terrain, { revealed: true, starts: true });
    const map = basinsNow(stage.model, 48);
    stage.local = {
      basins: { key: stage.model.key, survey: stage.model.survey.key, map, ends: endsOf(map), progress: 1 },
    };
    const tables = terrain.tables?.(stage.view) ?? [];
    const survey = hundred(stage.model, stage.settings.seed);
    stage.close();
    const sum = (cells: readonly (number | string)[]): number => cells.reduce<number>((a, b) => a + Number(b), 0);
    const ends = called(tables, /Where starts end/);
    expect(sum(column(ends, 'share of the map'))).toBeCloseTo(100, 9);
    const left = Array.from(survey.end).filter((e) => e === -2).length;
    expect(sum(column(called(tables, /which loss/), 'runs'))).toBe(100 - left);
    expect(sum(column(ends, 'random starts'))).toBeLessThanOrEqual(100);
    expect(called(tables, /Random starts/).rows).toHaveLength(100);
  });

  test('the first over the line heads the race, and its loss at that step is below it', () => {
    const tables = tablesOf(optimizers, {}, 0);
    const ranking = called(tables, /first over/);
    const steps = (column(ranking, 'steps') as number[]).filter((s) => typeof s === 'number');
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    const winner = String(ranking.rows[0]![0]);
    const losses = column(called(tables, /at every step/), winner) as number[];
    expect(losses[steps[0]!]!).toBeLessThan(losses[0]! / 900);
    expect(losses[steps[0]! - 1]!).toBeGreaterThan(losses[steps[0]!]!);
  });
});
