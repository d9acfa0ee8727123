/** The edge of stability, the wager on it and the task at it. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/landscape';
import { edgeOf, stays, UPDATES } from '../../../../web/figures/landscape/edge';
import { edgePicture, rateFor } from '../../../../web/figures/landscape/edge-plot';
import { descentOf, moons, networkOf } from '../../../../web/figures/landscape/lesson';
import type { Course } from '../../../../web/figures/landscape/seen';
import { ASKED, question, verdict } from '../../../../web/figures/landscape/wager';
import { initialValues } from '../../../../web/figures/settings';
import { nonsense, plain, written } from '../bare-stage';
import { engine, stage } from './opening';

const home = initialValues(figure.settings);

describe('the edge of stability', () => {
  const courseAt = (rate: number, seed = 1): Course => {
    const edge = edgeOf(engine, { ...home, rate, seed });
    const course = edge.course.finish()!;
    edge.dispose();
    return course;
  };

  test.each([0.1, 0.15, 0.2, 0.25, 0.3, 0.4])(
    'is where the sharpness stays at rate %d, while the loss goes on falling',
    (rate) => {
      const course = courseAt(rate);
      expect(course.diverged).toBe(false);
      expect(Math.abs((stays(course)! * rate) / 2 - 1)).toBeLessThan(0.06);
      expect(course.losses[UPDATES]!).toBeLessThan(0.95 * course.losses[UPDATES / 2]!);
      // Not all the way down: here and there a step lands higher, as chapter 3's never do below the line.
      const rises = Array.from(course.losses).filter((loss, k, all) => k > 0 && loss > all[k - 1]!).length;
      expect(rises).toBeGreaterThan(20);
    },
    60_000,
  );

  test('is not there yet where the rate is small, and the loss then never rises', () => {
    const course = courseAt(0.05);
    expect(stays(course)!).toBeLessThan(0.62 * (2 / 0.05));
    const losses = Array.from(course.losses).slice(5);
    expect(losses.every((loss, k) => k === 0 || loss <= losses[k - 1]!)).toBe(true);
  });

  test('has the sharpness that the whole Hessian has', () => {
    const course = courseAt(0.1);
    const objective = engine.createObjective(networkOf(moons(engine), 1));
    const run = engine.createRun(descentOf(moons(engine), 1, 0.1, 400));
    run.advance(400);
    for (const step of [0, 200, 400]) {
      const { largest } = objective.curvature(run.at(step).parameters);
      const k = Array.from(course.at).indexOf(step);
      expect(Math.abs(course.sharpness[k]! / largest - 1)).toBeLessThan(2e-3);
      expect(course.losses[step]).toBe(run.at(step).loss);
    }
    run.dispose();
    objective.dispose();
  }, 60_000);

  test('says when a run left the numbers, and paints none that are none', () => {
    const here = stage({ view: 'edge', rate: 0.5, revealed: true }, 2400);
    expect(here.model.end?.text).toContain('diverged at update');
    expect(here.model.steps).toBeLessThan(100);
    expect(nonsense(here.drawn())).toEqual([]);
  });

  test('is the line, and the line is the rate', () => {
    for (const rate of [0.1, 0.2, 0.3, 0.5]) expect(rateFor(2 / rate)).toBeCloseTo(rate, 12);
    expect(rateFor(1000)).toBe(0.04);
    expect(rateFor(0.01)).toBe(1);
  });
});

describe('the wager', () => {
  test('is not answered by anything that is drawn or said before', () => {
    const here = stage({ view: 'edge' }, ASKED.until);
    const drawn = here.drawn();
    expect(plain(drawn)).not.toMatch(/2 \/ 0\.1|= 20|stays at (19|2\d)/);
    expect(drawn).not.toContain('data-spot="line"');
    expect(drawn).not.toContain('too steep');
    // No curve beyond what is asked about.
    const ahead = /class=gd-ahead-line d=([^>]*)>/.exec(written(edgePicture(here.view)))?.[1] ?? '';
    expect(ahead.trim()).toBe('');
    const table = figure.tables!(here.view)[0]!;
    expect(Math.max(...table.rows.map((r) => Number(r[0])))).toBeLessThanOrEqual(ASKED.until);
  });

  test('stands beside the truth once it has been seen', () => {
    const here = stage({ view: 'edge', guess: 12 }, 300);
    expect(plain(written(question(here.view)))).toContain('play on');
    here.set({ revealed: true }, true);
    here.go(2400);
    expect(plain(written(question(here.view)))).toMatch(/your guess 12 it stays at (19|20)/);
    expect(verdict(20, 19.8)).toBe('right on it');
    expect(verdict(12, 20)).toBe('8 too low');
  });
});

describe('the task', () => {
  test('is done by the rate that can bear it, not by others, and says why', () => {
    expect(stage({ view: 'edge', rate: 0.143, revealed: true }).done('hover')).toBe(true);
    for (const rate of [0.1, 0.2, 0.5]) expect(stage({ view: 'edge', rate, revealed: true }).done('hover')).toBe(false);
    expect(stage().done('hover')).toBe(false);
    const here = stage({ view: 'edge', rate: 0.143, revealed: true });
    expect(figure.goals!['hover']!.status(here.view)).toMatch(/2 \/ 0\.143 is 14\.0/);
  });
});
