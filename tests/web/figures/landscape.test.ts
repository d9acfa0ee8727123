/** What cannot be drawn: the map is the engine's own loss, what the text says is true, and hands do what they say. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/landscape';
import { BENT, highest, onWay } from '../../../web/figures/landscape/between';
import { lossOn } from '../../../web/figures/landscape/between-plot';
import { edgeOf, stays, UPDATES } from '../../../web/figures/landscape/edge';
import { edgePicture, rateFor } from '../../../web/figures/landscape/edge-plot';
import { CHECKS, LAST, lossAt, RUNS, trials } from '../../../web/figures/landscape/ends';
import { landscapeFacts } from '../../../web/figures/landscape/facts';
import { Growth, type Aside, type Listener } from '../../../web/figures/landscape/growth';
import { descentOf, moons, networkOf } from '../../../web/figures/landscape/lesson';
import { ASPECT, dot } from '../../../web/figures/landscape/lie';
import { highOf, pickedOf, rowOf, runsThere } from '../../../web/figures/landscape/rows';
import { endsOfSection, footOf, frameOf } from '../../../web/figures/landscape/section';
import type { Course, Landscape, Seen, Trials } from '../../../web/figures/landscape/seen';
import { putEnd } from '../../../web/figures/landscape/slice-plot';
import { RATE, UPDATES as WALKED } from '../../../web/figures/landscape/walk';
import { swarm } from '../../../web/figures/landscape/swarm';
import { ASKED, question, verdict } from '../../../web/figures/landscape/wager';
import { significant } from '../../../web/plot/format';
import { renderPoster } from '../../../web/figures/poster';
import { initialValues } from '../../../web/figures/settings';
import { nonsense, realEngine, Stage, written } from './stage';

type Here = Stage<typeof figure.settings, Landscape>;

let engine: Engine;
const open: Here[] = [];
const stage = (settings: Partial<Seen['settings']> = {}, step = 300): Here => {
  const made = new Stage<typeof figure.settings, Landscape>(engine, figure, settings);
  made.local = { still: true };
  made.model.edge?.course.finish();
  made.go(step);
  open.push(made);
  return made;
};
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const home = initialValues(figure.settings);

beforeAll(async () => {
  engine = await realEngine();
});
afterEach(() => {
  for (const s of open.splice(0)) s.close();
  expect(engine.liveHandles()).toBe(0);
});

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

describe('where runs end', () => {
  let all: Trials;
  beforeAll(() => {
    for (const so of trials(engine)) all = so;
  });

  test('is what the engine says of chapter 8’s network', () => {
    const { targets, inputs } = moons(engine, 0.1);
    const run = engine.createRun({
      objective: { network: { layers: [2, 3, 1], activation: 'tanh', loss: 'mse', seed: 7, inputs, targets } },
      optimizer: { name: 'gradient_descent', learningRate: 0.2 },
      batch: { size: 10, seed: 1 },
      stepLimit: LAST,
    });
    run.advance(LAST);
    const trial = all.get('3')![6]!;
    expect(lossAt(trial, LAST)).toBe(run.assess({ step: LAST }).loss);
    expect(trial.parameters[CHECKS.length - 1]).toEqual(run.at(LAST).parameters);
    run.dispose();
  });

  test('depends on the width: nearly alike where rows are wide, not where they are narrow', () => {
    const high = (width: '1' | '2' | '3' | '4' | '8' | '16'): number => highOf(rowOf(all, width, LAST));
    expect(high('1')).toBe(RUNS);
    expect(high('2')).toBeGreaterThan(0.3 * RUNS);
    expect(high('3')).toBeGreaterThan(0);
    expect(high('3')).toBeLessThan(high('2'));
    expect(high('8') + high('16')).toBe(0);
    const times = (width: '3' | '16'): number => {
      const { losses } = rowOf(all, width, LAST);
      return Math.max(...losses) / Math.min(...losses);
    };
    expect(times('3')).toBeGreaterThan(50);
    expect(times('16')).toBeLessThan(5);
    // And never without its updates: what is high early is mostly slow.
    expect(highOf(rowOf(all, '16', 100))).toBeGreaterThan(0.9 * RUNS);
  });

  test('says how many runs there are, not how many there will be', () => {
    const some = (...counts: number[]) => counts.map((n) => ({ runs: all.get('1')!.slice(0, n) }));
    expect(runsThere(some(RUNS, RUNS, RUNS, RUNS, RUNS, RUNS))).toBe(`${RUNS} runs of each width`);
    expect(runsThere(some(1, 1, 1, 1, 1, 1))).toBe('1 run of each width');
    expect(runsThere(some(2, 2, 2, 2, 1, 1))).toBe('10 runs so far');
    expect(runsThere(some(1))).toBe('1 run so far');
    expect(runsThere(some(0, 0, 0, 0, 0, 0))).toBe('0 runs so far');
    expect(runsThere([])).toBe('0 runs so far');
  });

  test('shows the lowest, the middle and the highest, and the one that was pressed', () => {
    const row = rowOf(all, '3', LAST);
    const [a, , , d] = pickedOf(row, { run: null });
    expect(row.losses[a!.run]).toBe(Math.min(...row.losses));
    expect(row.losses[d!.run]).toBe(Math.max(...row.losses));
    for (let run = 1; run <= RUNS; run++) expect(pickedOf(row, { run }).some((p) => p.run === run - 1)).toBe(true);
    expect(pickedOf(rowOf(undefined, '3', 0), { run: null })).toEqual([]);
  });

  test('is a dot for each run, none upon another', () => {
    const at = rowOf(all, '1', LAST).losses.map((loss) => 100 * loss);
    const dots = swarm(at, 6, 8, [0, 500]);
    expect(new Set(dots.map((d) => d.of)).size).toBe(RUNS);
    expect(new Set(dots.map((d) => `${d.x} ${d.row}`)).size).toBe(RUNS);
    for (const d of dots) expect(Math.abs(d.x - at[d.of]!)).toBeLessThan(24);
  });

  test('stands under its number of updates', () => {
    const here = stage({ view: 'ends' }, 700);
    expect(plain(here.drawn())).toMatch(/after 700 updates/);
    here.go(LAST);
    expect(plain(here.drawn())).toMatch(/after 3 000 updates/);
  }, 60_000);
});

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

describe('growing', () => {
  const counting = function* (to: number, freed: () => void): Generator<number, void> {
    try {
      for (let k = 1; k <= to; k++) yield k;
    } finally {
      freed();
    }
  };
  const onlooker = { local: {}, setLocal: () => undefined };
  /** Work beside the page, in the hands of the test. */
  const aside = () => {
    const hands: Listener<number>[] = [];
    const stopped: number[] = [];
    const begin: Aside<number> = (listener) => {
      const k = hands.push(listener) - 1;
      return () => stopped.push(k);
    };
    return { hands, stopped, begin };
  };

  test('goes on beside the page once somebody looks, rests, begins again and is freed', async () => {
    let [freed, drawn] = [0, 0];
    const by = { local: {}, setLocal: () => void drawn++ };
    const { hands, stopped, begin } = aside();
    const growth = new Growth(
      counting(50, () => freed++),
      begin,
    ).first((n) => n >= 3);
    expect(growth.look(by)).toBe(3);
    await expect.poll(() => hands.length).toBe(1);
    hands[0]!.told(20);
    expect([growth.look(by), growth.running, drawn]).toEqual([20, true, 1]);
    growth.rest();
    expect([growth.running, growth.look(by), stopped]).toEqual([false, 20, [0]]);
    // What was on its way when it was stopped.
    hands[0]!.told(21);
    hands[0]!.over();
    expect([growth.now, growth.over]).toEqual([20, false]);
    growth.wake();
    growth.look(by);
    growth.look(by);
    await expect.poll(() => hands.length).toBe(2);
    hands[1]!.told(50);
    hands[1]!.over();
    expect([growth.look(by), growth.over, growth.running, freed]).toEqual([50, true, false, 1]);
    const other = new Growth(
      counting(1e9, () => freed++),
      begin,
    ).first();
    other.look(by);
    await expect.poll(() => hands.length).toBe(3);
    other.end();
    expect([freed, stopped]).toEqual([2, [0, 2]]);
    hands[2]!.told(7);
    expect(other.now).toBe(1);
    // What cannot be had aside is done at once.
    const own = new Growth(
      counting(9, () => freed++),
      begin,
    ).first();
    own.look(by);
    await expect.poll(() => hands.length).toBe(4);
    hands[3]!.failed();
    expect([own.now, own.over, freed]).toEqual([9, true, 3]);
    // Ended before it could begin.
    const brief = new Growth(
      counting(9, () => freed++),
      begin,
    ).first();
    brief.look(by);
    brief.end();
    await new Promise((done) => setTimeout(done, 5));
    expect(hands).toHaveLength(4);
  });

  test('is all there at once for a still picture, or where nothing is to be made', () => {
    const { hands, begin } = aside();
    const growth = new Growth(
      counting(7, () => undefined),
      begin,
    );
    expect(growth.look({ ...onlooker, local: { still: true } })).toBe(7);
    expect(new Growth([5].values())).toMatchObject({ now: 5, over: true });
    expect(hands).toEqual([]);
  });
});

describe('every setting', () => {
  test('comes back from a link, and nothing is painted that is no number', () => {
    for (const settings of [
      { plane: 'random', draw: 77 },
      { plane: 'straight', ax: 40, ay: 40, bx: 40, by: 40 },
      { seed: 5 },
      { plane: 'between', seed: 5 },
      { view: 'edge', rate: 0.333, guess: 11.5, revealed: true },
      { view: 'edge', rate: 1 },
    ] as const) {
      for (const width of [300, 486, 640]) {
        const here = stage(settings, 300);
        here.width = width;
        expect(nonsense(here.drawn()), JSON.stringify(settings)).toEqual([]);
        expect(here.viaLink().values).toMatchObject(settings);
      }
    }
  }, 60_000);

  test('stands still as a picture that teaches without a touch', () => {
    const poster = renderPoster(engine, 'landscape');
    expect(poster.description).toMatch(/directions are left out/);
  });
});

describe('what the text says', () => {
  test('is what its facts hold', () => {
    const all = landscapeFacts(engine) as unknown as {
      readonly path: { first: number; second: number };
      readonly random: { shown: number };
      readonly between: Record<
        'one' | 'two' | 'straight' | 'sorted' | 'bent' | 'begins' | 'pairs' | 'lowered' | 'sortedOver' | 'bentOver',
        number
      > & { readonly of: Record<'straight' | 'sorted' | 'bent', number> };
      readonly ends: {
        of1: { high: number; times: number };
        of3: { high: number };
        of16: { high: number; times: number };
      };
      readonly edge: Record<
        'tenth' | 'fifth' | 'third' | 'half',
        { stays: number; starts: number; asked: number; bears: number }
      >;
    };
    expect(all.path.first).toBeGreaterThan(all.path.second);
    expect(all.random.shown).toBeLessThan(5);
    expect(all.ends.of1.high).toBe(RUNS);
    expect(all.ends.of1.times).toBeLessThan(1.25);
    expect(all.ends.of16.high).toBe(0);
    const { tenth, half } = all.edge;
    expect(tenth.asked).toBeGreaterThan(tenth.starts);
    expect(tenth.asked).toBeLessThan(0.9 * tenth.bears);
    expect(half.starts).toBeGreaterThan(half.bears);
    // Sorting lowers the straight line and does not level it, and the bent way is as low as the ends, or nearly.
    const { between } = all;
    expect(between.straight).toBeGreaterThan(between.begins);
    expect(between.sorted).toBeLessThan(between.straight);
    expect(between.bent).toBeLessThan(1.1 * Math.max(between.one, between.two));
    expect(between.lowered).toBe(between.pairs);
    expect(between.of.sorted).toBeLessThan(0.4 * between.of.straight);
    expect(between.sortedOver).toBeGreaterThan(15);
    expect(between.bentOver).toBeLessThan(5);
  }, 60_000);
});
