/** Slices, through one run and between the ends of two: what is drawn is the network’s own loss. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/landscape';
import { BENT, highest, onWay } from '../../../../web/figures/landscape/between';
import { lossOn } from '../../../../web/figures/landscape/between-plot';
import { descentOf, moons, networkOf } from '../../../../web/figures/landscape/lesson';
import { ASPECT, dot } from '../../../../web/figures/landscape/lie';
import { endsOfSection, footOf, frameOf } from '../../../../web/figures/landscape/section';
import type { Seen } from '../../../../web/figures/landscape/seen';
import { putEnd } from '../../../../web/figures/landscape/slice-plot';
import { RATE, UPDATES as WALKED } from '../../../../web/figures/landscape/walk';
import { significant } from '../../../../web/plot/format';
import { plain } from '../bare-stage';
import { type Here, engine, stage } from './opening';

describe('a slice', () => {
  test.each(['path', 'random', 'straight'] as const)('along %s is the loss of the network’s own run', (plane) => {
    const here = stage({ plane });
    const { slice, steps, lesson } = here.model;
    const run = engine.createRun(descentOf(moons(engine), 1, RATE, WALKED));
    run.advance(WALKED);
    for (const step of [0, 300, steps]) expect(slice!.network(step)).toBe(run.at(step).loss);
    run.dispose();
    // At the end the path is on the paper, and nowhere else.
    expect(slice!.at(steps)[0]).toBeCloseTo(0, 9);
    expect(slice!.at(steps)[1]).toBeCloseTo(0, 9);
    expect(slice!.plane([0, 0])).toBeCloseTo(slice!.network(steps), 10);
    expect(Math.abs(slice!.plane(slice!.at(300)) / slice!.network(300) - 1)).toBeGreaterThan(0.005);
    expect(lesson.dials).toBe(2 * 12 + 12 + 12 * 12 + 12 + 12 + 1);
    expect(plain(here.drawn())).toContain(`${lesson.dials - 2}`);
  });

  test('says how much of the movement it shows: nearly all along the path’s own directions, next to nothing along others', () => {
    const shown = (settings: Partial<Seen['settings']>): number => {
      const [one, two] = stage(settings).model.slice!.shares;
      return one + two;
    };
    expect(shown({ plane: 'path' })).toBeGreaterThan(0.9);
    expect(shown({ plane: 'straight' })).toBeLessThanOrEqual(shown({ plane: 'path' }) + 1e-9);
    for (const draw of [1, 2, 3, 4, 5]) expect(shown({ plane: 'random', draw })).toBeLessThan(0.1);
  });

  test('holds all of its path, and the start of a straight cut lies on its first direction', () => {
    for (const plane of ['path', 'straight'] as const) {
      const { slice, steps } = stage({ plane }).model;
      for (let step = 0; step <= steps; step += 50) {
        const [x, y] = slice!.at(step);
        expect(x > slice!.x[0] && x < slice!.x[1] && y > slice!.y[0] && y < slice!.y[1]).toBe(true);
      }
      if (plane === 'straight') expect(slice!.at(0)[1]).toBeCloseTo(0, 6);
    }
  });

  test('has a section that is the map’s own loss from end to end, wherever a hand puts them', () => {
    const here = stage();
    const frame = frameOf(486, here.model.slice!);
    putEnd(here.view, frame, 'a', frame.map.left, frame.map.bottom);
    putEnd(here.view, frame, 'b', frame.map.right + 500, frame.map.top - 500);
    expect([here.settings.ax, here.settings.ay, here.settings.bx, here.settings.by]).toEqual([0, 0, 100, 100]);
    expect(here.time).toBe(300);
    const { slice } = here.model;
    const both = endsOfSection(here.view, slice!);
    const losses = slice!.section(...both, 5);
    expect(losses[0]).toBeCloseTo(slice!.plane(both[0]), 10);
    expect(losses[4]).toBeCloseTo(slice!.plane(both[1]), 10);
    const middle = [(both[0][0] + both[1][0]) / 2, (both[0][1] + both[1][1]) / 2] as const;
    expect(losses[2]).toBeCloseTo(slice!.plane(middle), 10);
    const foot = footOf(both, middle, slice!);
    expect(foot.part).toBeCloseTo(0.5, 12);
    expect(foot.far).toBeCloseTo(0, 12);
    expect(here.viaLink().problems).toEqual([]);
  });

  test('at first goes through the basin and through the ball', () => {
    const here = stage();
    const { slice } = here.model;
    const both = endsOfSection(here.view, slice!);
    expect(footOf(both, slice!.at(300), slice!).far).toBeLessThan(0.03);
    const losses = slice!.section(...both, 101);
    const low = losses.indexOf(Math.min(...losses));
    expect(low).toBeGreaterThan(3);
    expect(low).toBeLessThan(97);
  });
});

describe('end to end', () => {
  const ways = (here: Here) => here.model.between!.ways.finish()!;

  test('draws losses of the network itself, on all three ways and on the ground', () => {
    const here = stage({ plane: 'between', seed: 7 }, 30);
    const { between, lesson } = here.model;
    const { bent, free, plane, updates, ground } = ways(here);
    const objective = engine.createObjective(networkOf(lesson, 7));
    const endOf = (seed: number): Float64Array => {
      const run = engine.createRun(descentOf(lesson, seed, RATE, WALKED));
      run.advance(WALKED);
      const { parameters } = run.at(WALKED);
      run.dispose();
      return parameters;
    };
    const [from, to] = [endOf(7), endOf(8)];
    const loss = (at: (i: number) => number): number => objective.evaluate(from.map((_, i) => at(i))).value;
    // The free point itself, from its place on the map.
    const middle = from.map((w, i) => w + free[0] * plane.one[i]! + free[1] * plane.two[i]!);
    expect([updates, between!.seeds]).toEqual([BENT, [7, 8]]);
    const sorted = objective.matchNeurons(from, to).parameters;
    expect(objective.evaluate(sorted).value).toBeCloseTo(objective.evaluate(to).value, 12);
    for (const k of [0, 30, 50, 100]) {
      const t = k / 100;
      expect(between!.straight[k]).toBeCloseTo(
        loss((i) => from[i]! * (1 - t) + to[i]! * t),
        9,
      );
      expect(between!.sorted[k]).toBeCloseTo(
        loss((i) => from[i]! * (1 - t) + sorted[i]! * t),
        9,
      );
      const curved = (i: number): number => from[i]! * (1 - t) ** 2 + 2 * t * (1 - t) * middle[i]! + to[i]! * t * t;
      expect(bent[k]).toBeCloseTo(loss(curved), 9);
      const [x, y] = onWay(t, between!.apart, free);
      expect(loss((i) => from[i]! + x * plane.one[i]! + y * plane.two[i]!)).toBeCloseTo(bent[k]!, 9);
      expect(lossOn(bent, k)).toBe(bent[k]);
    }
    expect(lossOn(bent, 30.5)).toBeCloseTo((bent[30]! + bent[31]!) / 2, 12);
    objective.dispose();
    expect(dot(plane.one, plane.two)).toBeCloseTo(0, 9);
    expect(ground!.bands.length).toBeGreaterThan(3);
  });

  test('has all three ways in the map, the numbers behind them, and says them', () => {
    for (const seed of [1, 4, 7]) {
      const here = stage({ plane: 'between', seed }, 50);
      const { between, steps } = here.model;
      const { x, y, free } = ways(here);
      expect(steps).toBe(100);
      for (let k = 0; k <= 100; k += 5) {
        const [px, py] = onWay(k / 100, between!.apart, free);
        expect(px > x[0] && px < x[1] && py > y[0] && py < y[1]).toBe(true);
      }
      expect((x[1] - x[0]) / (y[1] - y[0])).toBeCloseTo(ASPECT, 9);
      const said = figure.sentence(here.view);
      expect(said).toMatch(/^50 percent of the way from the end of start/);
      expect(said).toContain(`${significant(highest(between!.sorted))} with the neurons sorted alike`);
      const [table] = figure.tables!(here.view);
      expect([table!.columns.length, table!.rows.length]).toEqual([4, 101]);
    }
    // The last start has a neighbour, too.
    expect(stage({ plane: 'between', seed: 9999 }, 50).model.between!.seeds).toEqual([9999, 1]);
  }, 60_000);

  test('is lower the longer its free point is trained', () => {
    const here = stage({ plane: 'between', seed: 3 }, 50);
    here.local = {};
    const { between } = here.model;
    const early = between!.ways.now!;
    expect(early.updates).toBeLessThan(BENT);
    expect(highest(ways(here).bent)).toBeLessThan(0.5 * highest(early.bent));
  });
});
