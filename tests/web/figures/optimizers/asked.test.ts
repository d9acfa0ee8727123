/** What is asked of the reader: the wager, the task, and the settings that a link carries. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/optimizers';
import { presets } from '../../../../web/figures/optimizers/presets';
import { VALUES } from '../../../../web/figures/optimizers/rolls';
import { type Settings, staged } from './opening';

describe('the figure', () => {
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
});
