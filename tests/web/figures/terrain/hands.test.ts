/** What a hand moves: the border that a reader draws, with its score, and the rate along its axis. */
import { describe, expect, test } from 'vitest';
import {
  borderAt,
  extended,
  FINE,
  finer,
  heightOf,
  KNOTS,
  placeOf,
  pulled,
  stroked,
} from '../../../../web/figures/terrain/border';
import { endsOf } from '../../../../web/figures/terrain/ends';
import { basinFacts } from '../../../../web/figures/terrain/facts';
import { grounds, groundNames } from '../../../../web/figures/terrain/grounds';
import { basinsNow } from '../../../../web/figures/terrain/model';
import { scoreOf } from '../../../../web/figures/terrain/score';
import { chosenRate, manner, ratesFor } from '../../../../web/figures/terrain/regimes';
import { engine, staged, open } from './opening';

describe('the border', () => {
  test('passes through its places and goes straight on towards the edges', () => {
    const places = Array.from({ length: KNOTS }, (_, k) => 0.5 - k * 0.25);
    places.forEach((place, k) => expect(borderAt(places, heightOf(k, KNOTS, [-1, 1]), [-1, 1])).toBeCloseTo(place, 12));
    expect(borderAt(places, -1, [-1, 1])).toBeCloseTo(0.625, 12);
  });

  test('of five places is the same line with twenty-five, and a knot takes its neighbourhood along', () => {
    const five = [0.6, 0.2, 0, -0.3, -0.4];
    const fine = finer(five);
    expect(fine).toHaveLength(FINE);
    five.forEach((place, k) => expect(fine[placeOf(k)]).toBeCloseTo(place, 12));
    const moved = pulled(fine, 2, 0.5, [-2, 2]);
    expect(moved[placeOf(2)]).toBeCloseTo(0.5, 12);
    expect(moved[placeOf(2) + 1]! - fine[placeOf(2) + 1]!).toBeCloseTo(0.4, 3);
    for (const k of [0, 1, 3, 4]) expect(moved[placeOf(k)]).toBeCloseTo(five[k]!, 12);
    expect(pulled(fine, 0, 9, [-2, 2])[placeOf(0)]).toBe(2);
  });

  test('is where a hand passed, whichever way it went, and goes on straight beyond the first stroke', () => {
    const range = [-1, 1] as const;
    const down = stroked([0.5, 0.5], [-0.5, -0.5], range);
    const up = stroked([-0.5, -0.5], [0.5, 0.5], range);
    expect([...down].sort()).toEqual([...up].sort());
    for (const [k, x] of down) expect(x).toBeCloseTo(heightOf(k, FINE, range), 3);
    expect(down.size).toBeGreaterThan(FINE / 2 - 2);
    const all = extended(down);
    expect(all).toHaveLength(FINE);
    expect(all[0]).toBe(all[Math.min(...down.keys())]);
    expect(all[FINE - 1]).toBe(all[Math.max(...down.keys())]);
    // A tap draws, too.
    expect(stroked([0.3, 0], [0.3, 0], range).size).toBe(1);
  });

  test('scores all where it is true, half where it cuts across', () => {
    staged(open, ({ model: { survey }, model }) => {
      const map = basinsNow(model, 120);
      const ends = endsOf(map);
      // Where the row's cells change sides, read off the map itself.
      const truth = Array.from({ length: FINE }, (_, k) => {
        const row = Math.floor(((k + 0.5) / FINE) * map.rows);
        const cells = Array.from(map.end.slice(row * map.columns, (row + 1) * map.columns));
        const first = cells.findIndex((end) => end === ends.bottoms[1]!.index);
        return survey.x[0] + ((survey.x[1] - survey.x[0]) * first) / map.columns;
      });
      expect(scoreOf(truth, map, ends, survey.x, survey.y)).toBeGreaterThan(0.98);
      const straight = scoreOf(Array(KNOTS).fill(0) as number[], map, ends, survey.x, survey.y);
      expect(straight).toBeGreaterThan(0.7);
      expect(straight).toBeLessThan(0.93);
      const wrong = scoreOf([-1.9, -1, 0, 1, 1.9], map, ends, survey.x, survey.y);
      expect(wrong).toBeLessThan(0.65);
    });
  });
});

describe('the axis of rates', () => {
  test('is named by what a rate does near the lowest bottom', () => {
    staged({}, ({ model: { survey, engine: e } }) => {
      const { rates, objective, scouted } = survey;
      const ground = e.createObjective(objective);
      const { largest } = ground.curvature([...scouted.bottoms[0]!.at]);
      ground.dispose();
      expect(rates.glides).toBeCloseTo(1 / largest, 9);
      expect(rates.rests).toBeCloseTo(2 / largest, 9);
      expect([0.03, 0.1, 0.15].map((rate) => manner(rate, rates))).toEqual([
        'straight in',
        'swings in',
        'finds no rest',
      ]);
    });
    expect(manner(1, ratesFor(grounds.saddle, 0))).toBe('');
  });

  test('is true: just below 2 / curvature a ball beside the bottom comes to rest there, just above it does not', () => {
    staged({}, ({ model: { survey } }) => {
      const [{ at, loss } = { at: [0, 0] as const, loss: 0 }] = survey.scouted.bottoms;
      const [x, y] = [at[0] + 0.002, at[1] - 0.001];
      staged({ x, y, rate: survey.rates.rests * 0.98 }, ({ model: { run } }) => {
        expect(run.reason).toBe('converged');
        expect(run.loss(run.steps)).toBeCloseTo(loss, 6);
      });
      staged({ x, y, rate: survey.rates.rests * 1.02 }, ({ model: { run } }) => {
        const last = run.steps;
        const away = Math.hypot(run.parameter(last, 0) - at[0], run.parameter(last, 1) - at[1]);
        expect(away).toBeGreaterThan(0.01);
      });
    });
  });

  test.each(groundNames)('holds four rates in order, all within the axis: %s', (ground) => {
    staged({ ground }, ({ model: { survey } }) => {
      const { asked, top } = survey.rates;
      expect(asked).toHaveLength(4);
      expect([...asked].sort((a, b) => a - b)).toEqual(asked);
      expect(asked[3]).toBeLessThanOrEqual(top);
      expect(grounds[ground].rate).toBeLessThanOrEqual(top);
    });
  });

  test('gives a bead to a hand that is near one, and round numbers between', () => {
    const { rates } = staged({}, ({ model }) => model.survey);
    expect(chosenRate(0.0894, rates, 0.001)).toBe(0.09);
    expect(chosenRate(0.0804, rates, 0.001)).toBe(0.08);
    expect(chosenRate(9, rates, 0.001)).toBe(rates.top);
    expect(chosenRate(-1, rates, 0.001)).toBeGreaterThan(0);
  });
});

test('the text’s place on the border leads to the pass, and a hair beside it to either bottom', () => {
  const { border, loss } = basinFacts(engine, 'two_valleys', 0.03);
  const endOn = (x: number) =>
    staged({ x, y: border.y, rate: 0.03 }, ({ model: { run, survey } }) => {
      const at = [run.parameter(run.steps, 0), run.parameter(run.steps, 1)];
      const ground = engine.createObjective(survey.objective);
      const { smallest } = ground.curvature(at);
      ground.dispose();
      return { reason: run.reason, loss: run.loss(run.steps), smallest };
    });
  expect(endOn(border.x).reason).toBe('converged');
  // Level, and falling on two sides: a saddle.
  expect(endOn(border.x).smallest).toBeLessThan(-0.5);
  expect(endOn(border.left).loss).toBeCloseTo(loss[0]!, 4);
  expect(endOn(border.right).loss).toBeCloseTo(loss[1]!, 4);
});
