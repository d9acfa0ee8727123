/** The line through Hubble’s galaxies, held against textbook formulas, and its two dials by hand: goal, wager and panels. */
import { describe, expect, test } from 'vitest';
import { figure as model } from '../../../../web/figures/model';
import { rescale, turn } from '../../../../web/figures/model/hands';
import { SCALES, scaled } from '../../../../web/figures/model/points';
import { dialRanges } from '../../../../web/figures/model/extent';
import { pictureOf, lineAt } from '../../../../web/figures/model/picture';
import { verdict } from '../../../../web/figures/model/wager';
import { written } from '../bare-stage';
import { type ModelStage, stage, galaxies, mean, meanSquare, textbook } from './opening';

describe('Hubble’s galaxies', () => {
  test('least squares agrees with the textbook formulas, and descent arrives there', () => {
    const { model: m } = stage();
    const line = textbook(galaxies);
    expect(m.survey.count).toBe(24);
    expect(m.survey.fit.parameters[0]).toBeCloseTo(line.weight, 8);
    expect(m.survey.fit.parameters[1]).toBeCloseTo(line.bias, 8);
    expect(m.run.parameter(100, 0)).toBeCloseTo(line.weight, 1);
    expect(m.run.parameter(100, 1)).toBeCloseTo(line.bias, 1);
    expect(m.run.loss(100) / meanSquare(galaxies, line.weight, line.bias)).toBeCloseTo(1, 6);
  });

  test('the loss shown is the mean of the squares, or their sum', () => {
    const s = stage({ weight: 300, bias: 100 });
    const expected = meanSquare(galaxies, 300, 100);
    expect(s.model.run.loss(0)).toBeCloseTo(expected, 6);
    s.set({ loss: 'sum_squares' });
    expect(s.model.run.loss(0)).toBeCloseTo(24 * expected, 4);
  });

  test('with the sum, curvature is 24 times as large, and a 24 times smaller rate takes the same steps', () => {
    const averaged = stage({ rate: 0.24 });
    const summed = stage({ rate: 0.01, loss: 'sum_squares' });
    const [a, b] = [averaged.model.survey.curvature, summed.model.survey.curvature];
    expect(b.largest / a.largest).toBeCloseTo(24, 10);
    for (const k of [1, 10, 50]) {
      const [w, same] = [averaged, summed].map((s) => s.model.run.parameter(k, 0)) as [number, number];
      expect(same).toBeCloseTo(w, 8);
    }
  });

  test.each(SCALES)('descent stays below 2 / curvature and climbs out above it, distances %s', (scale) => {
    const { threshold } = stage({ scale }).model.survey.curvature;
    const [below, above] = [stage({ scale, rate: threshold * 0.98 }), stage({ scale, rate: threshold * 1.3 })];
    expect(below.model.run.loss(below.model.steps)).toBeLessThan(below.model.run.loss(0));
    expect(above.model.run.reason).toBe('diverged');
  });
});

describe('scales of x', () => {
  test('another scale has other dials for the same line', () => {
    const s = stage({ weight: 300, bias: -50 });
    const predictions = (): number[] =>
      galaxies.map(([x]) => s.settings.weight * scaled(x, s.model.survey.scale) + s.settings.bias);
    const before = predictions();
    for (const scale of ['million_light_years', 'standardised', 'given', 'standardised', 'given'] as const) {
      rescale(s.view, scale);
      predictions().forEach((p, i) => expect(p).toBeCloseTo(before[i] ?? NaN, 6));
    }
    expect(s.settings.weight).toBeCloseTo(300, 8);
  });

  test('standardised distances make the ravine a round bowl, which one step at 1 / curvature crosses', () => {
    const { curvature } = stage({ scale: 'standardised' }).model.survey;
    expect(curvature.conditionNumber).toBeCloseTo(1, 10);
    const { run, survey } = stage({ scale: 'standardised', rate: 1 / curvature.largest }).model;
    expect(run.parameter(1, 0)).toBeCloseTo(survey.fit.parameters[0] ?? NaN, 6);
    expect(run.parameter(1, 1)).toBeCloseTo(survey.fit.parameters[1] ?? NaN, 6);
  });

  test('light years deepen the ravine', () => {
    const condition = (scale: (typeof SCALES)[number]): number =>
      stage({ scale }).model.survey.curvature.conditionNumber;
    expect(condition('million_light_years')).toBeGreaterThan(4 * condition('given'));
  });
});

describe('the goal “by-hand”', () => {
  const best = textbook(galaxies);
  const good = { weight: Math.round(best.weight) - 8, bias: Math.round(best.bias) + 10 };

  test('is not reached at first, nor by the machine', () => {
    const s = stage();
    expect(s.done('by-hand')).toBe(false);
    s.go(100);
    expect(s.done('by-hand')).toBe(false);
    s.go(0);
    expect(s.done('by-hand')).toBe(false);
  });

  test('is reached by turning both dials', () => {
    const s = stage();
    turn(s.view, { bias: 200 });
    turn(s.view, { weight: good.weight });
    expect(s.done('by-hand')).toBe(false);
    turn(s.view, { bias: good.bias });
    expect(s.done('by-hand')).toBe(true);
  });

  test('does not count where the machine had brought the dials, until they are turned away and back', () => {
    const s = stage();
    s.go(100);
    turn(s.view, { bias: good.bias });
    expect(s.done('by-hand')).toBe(false);
    turn(s.view, { weight: 0 });
    turn(s.view, { weight: 100 });
    turn(s.view, good);
    expect(s.done('by-hand')).toBe(true);
  });

  test('says how far it is', () => {
    expect(model.goals?.['by-hand']?.status(stage().view)).toMatch(/5\.46 times the lowest there is; free both dials/);
  });
});

describe('the wager', () => {
  // Through the origin: the weight is the sum of x y over the sum of x².
  const through = mean(galaxies.map(([x, y]) => x * y)) / mean(galaxies.map(([x]) => x * x));
  const panel = (s: ModelStage): string => written(model.panels!(s.view));

  test.each([{}, { guess: 360 }, { guess: 360, panel: 'both' as const }])(
    'is answered neither by a curve nor by a map before it is made or skipped: %j',
    (settings) => {
      const s = stage(settings);
      expect(s.drawn()).not.toMatch(/gd-terrain|gd-optimum|gd-loss-line|gd-loss-area/);
      expect(s.drawn()).not.toContain(through.toFixed(0));
      expect(s.drawn()).not.toContain('454');
      expect(verdict(s.view)).toBeUndefined();
    },
  );

  test('is then compared with the lowest of the cut, not of the map', () => {
    const s = stage({ guess: 360, revealed: true });
    expect(verdict(s.view)?.truth).toBeCloseTo(through, 6);
    expect(verdict(s.view)?.text).toBe('64 too low');
    expect(panel(s)).toContain('lowest here: 424');
    s.set({ guess: 500 });
    expect(verdict(s.view)?.text).toBe('76 too high');
  });

  test('the curve is the loss of the line with that weight, at the nailed bias', () => {
    for (const bias of [0, 120]) {
      const { curve, lowest } = stage({ bias }).model.section(bias);
      for (const i of [0, 40, 100, 160]) expect(curve.y[i]).toBeCloseTo(meanSquare(galaxies, curve.x[i]!, bias), 4);
      for (const d of [-1, 1]) expect(lowest!.loss).toBeLessThan(meanSquare(galaxies, lowest!.weight + d, bias));
    }
  });

  test('the triangle at the edge of the data stands at the end of the line that it guesses', () => {
    const s = stage({ guess: 360, bias: 50 });
    const r = pictureOf(s.view);
    const y = lineAt(r, 360, 50)(r.box.right);
    expect(s.drawn()).toMatch(new RegExp(`edge of the data[^]*?translate\\([\\d.]+ ${Math.round(y * 10) / 10}\\)`));
  });

  test('one dial alone does not solve the task', () => {
    const s = stage();
    const { survey } = s.model;
    turn(s.view, { weight: through });
    expect(s.model.run.loss(0) / survey.best!).toBeLessThan(1.02);
    expect(s.done('by-hand')).toBe(false);
  });
});

describe('the panels', () => {
  const panel = (s: ModelStage): string => written(model.panels!(s.view));
  const bias = (s: ModelStage): boolean => written(model.plot(s.view)).includes('Bias: lifts the line');

  test('one dial: the bias is nailed; both: it is free, and the old cut stays with the guess on it', () => {
    const s = stage({ guess: 360, revealed: true });
    expect(bias(s)).toBe(false);
    expect(s.drawn()).toContain('one-dial');
    s.set({ panel: 'both' });
    expect(bias(s)).toBe(true);
    expect(panel(s)).toMatch(/A<[^]*A′<[^]*your guess 360/);
    expect(s.drawn()).not.toContain('one-dial');
  });

  test('once the machine has begun both dials turn, also where an old link says nothing of panels', () => {
    const s = stage();
    s.go(20);
    expect(bias(s)).toBe(true);
    expect(panel(s)).toContain('the machine, step 20');
  });

  test('the loss stands as what it is made of', () => {
    expect(panel(stage()).replace(/<[^>]*>/g, ' ')).toMatch(
      /271.309\s+=\s+all squares\s+6.511.425\s+÷\s+galaxies\s+24\s/,
    );
  });

  test('the dials reach beyond zero and twice the best, whichever way that lies', () => {
    const extent = { x: [0, 2], y: [-300, 1100] } as const;
    const scale = { shift: 0, factor: 1 };
    for (const weight of [454, -454, 0, 3]) {
      const [low, high] = dialRanges(extent, scale, { weight, bias: 0 }).weight;
      expect(low).toBeLessThan(0);
      expect(high).toBeGreaterThan(0);
      expect(Math.max(-low, high)).toBeGreaterThan(1.8 * Math.abs(weight));
    }
  });
});

describe('points that leave the question open', () => {
  test.each([
    ['one point', [2, 5]],
    ['points above one another', [2, 5, 2, 7, 2, 9]],
    ['one point, thrice', [1, 1, 1, 1, 1, 1]],
  ])('%s: no best line is claimed, and descent still finds the floor', (_, points) => {
    const s = stage({ points, rate: 0.05 });
    expect(s.model.survey.best).toBeUndefined();
    const { run } = s.model;
    const heights = points.filter((__, i) => i % 2);
    const last = run.parameter(run.steps, 0) * (points[0] ?? 0) + run.parameter(run.steps, 1);
    expect(last).toBeCloseTo(mean(heights), 3);
    expect(s.drawn()).toMatch(/more than\s+one best line/);
    expect(s.done('by-hand')).toBe(false);
  });

  test('two points lie on their line exactly', () => {
    const s = stage({ points: [0, 1, 2, 5] });
    expect(s.model.survey.best).toBeCloseTo(0, 12);
    turn(s.view, { weight: 2, bias: 1 });
    expect(s.done('by-hand')).toBe(true);
  });
});
