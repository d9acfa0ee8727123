/** The playground's ground, its picture and its goals, piece by piece: bottoms, axes, ways, a network's points, who reaches what. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../web/engine/engine';
import type { Descent } from '../../../../web/figures/descent';
import { figure as playground } from '../../../../web/figures/playground';
import { dialsAt, wrongNow } from '../../../../web/figures/playground/answer';
import { firstBelow, isSameValley, reaches, verdict } from '../../../../web/figures/playground/goal';
import { PRESETS, VALLEYS } from '../../../../web/figures/playground/grounds';
import { NETWORK, placed } from '../../../../web/figures/playground/head';
import { spec } from '../../../../web/figures/playground/lineup';
import { NAMED } from '../../../../web/figures/playground/named';
import { roomFor, type Room } from '../../../../web/figures/playground/room';
import { pickedOf, type Played } from '../../../../web/figures/playground/seen';
import type { Settings } from '../../../../web/figures/playground/settings';
import { gridOf, trials, type Trials } from '../../../../web/figures/playground/trials';
import { spotOf } from '../../../../web/figures/playground/ways';
import { realEngine, Stage } from '../stage';

type PlayStage = Stage<typeof playground.settings, Played>;

let engine: Engine;
const open: PlayStage[] = [];
const stage = (settings: Partial<Settings> = {}, step = 0): PlayStage => {
  const made = new Stage<typeof playground.settings, Played>(engine, playground, settings, 553);
  made.go(step);
  open.push(made);
  return made;
};
const roomOf = (s: PlayStage): Room => roomFor(553, s.model, s.settings);
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
/** The `d` of the one path of a class. */
const pathOf = (drawn: string, name: string): string =>
  new RegExp(`<path class="?${name}"? [^>]*?d=([^>]*)></path>`).exec(drawn)?.[1] ?? '';
const starts = (path: string): number => path.split('M').length - 1;

beforeAll(async () => {
  engine = await realEngine();
});
afterEach(() => {
  for (const s of open.splice(0)) s.close();
  expect(engine.liveHandles()).toBe(0);
});

describe('bottoms', () => {
  const bottomsOf = (settings: Partial<Settings>) => stage(settings).model.survey!.bottoms;

  test('are each found once, where two places of the grid are lowest alike, too', () => {
    const [only, ...others] = bottomsOf({ formula: 'x^2 + y^2', middle: [0, 0] });
    expect(others).toEqual([]);
    expect(Math.hypot(...only!.at)).toBeLessThan(1e-6);
  });

  test('of a curve are where it turns upwards', () => {
    const found = bottomsOf(placed(PRESETS['one weight']!));
    const slope = (w: number): number => 4 * w * (w * w - 1) + 0.3;
    expect(found.map(({ at }) => Math.sign(at[0]!))).toEqual([-1, 1]);
    for (const { at } of found) {
      expect(slope(at[0]!)).toBeCloseTo(0, 6);
      expect(slope(at[0]! + 0.01)).toBeGreaterThan(slope(at[0]! - 0.01));
    }
  });

  test('of very many are the lowest, all of them level and on the map', () => {
    for (const place of [NAMED.Rastrigin, NAMED.Ackley, NAMED.Beale, VALLEYS, PRESETS['saddle']!]) {
      const { survey } = stage(placed(place)).model;
      const objective = engine.createObjective(survey!.objective);
      for (const { at } of survey!.bottoms) {
        expect(Math.hypot(...objective.evaluate([...at]).gradient)).toBeLessThan(1e-4);
        for (const [i, range] of [survey!.x, survey!.y].entries())
          expect(at[i]! > range[0] && at[i]! < range[1], place.formula).toBe(true);
      }
      objective.dispose();
    }
    const many = bottomsOf(placed(NAMED.Rastrigin));
    expect(many.length).toBeGreaterThan(12);
    expect(many[0]!.loss).toBeCloseTo(0, 9);
    // There are more than a hundred on this map, of up to fifty.
    expect(many.at(-1)!.loss).toBeLessThan(15);
  });

  test('name no lowest where a kink is lower, and take none for a bottom', () => {
    const s = stage({ formula: 'abs(x) + y^2 - 1.9 exp(-8 ((x - 2)^2 + y^2))', middle: [0, 0] });
    expect(s.model.survey!.bottoms.map(({ at }) => Math.round(at[0]!))).toEqual([2]);
    expect(plain(s.drawn())).not.toContain('lowest');
    expect(plain(stage().drawn())).toContain('lowest');
  });

  test('are those of the map that is looked at', () => {
    const s = stage();
    s.set({ middle: [10, 0] });
    expect((s.model.survey!.x[0] + s.model.survey!.x[1]) / 2).toBeCloseTo(10, 9);
  });

  test('of a formula that cannot be read are none: it says at which character', () => {
    const said = playground.refusals!(engine, { ...stage().settings, formula: 'x^2 + y)' });
    expect(said['formula']).toContain('character 8:');
  });
});

describe('the picture', () => {
  test('has high places above, and a curve’s start in sight, though not its steepest walls', () => {
    for (const place of [VALLEYS, PRESETS['one weight']!]) {
      const { y } = roomOf(stage(placed(place)));
      expect(y.at(1)).toBeLessThan(y.at(0));
    }
    const s = stage({ formula: 'w^2', middle: [0, 0], reach: 1, x: 0.5, y: 0 });
    const high = Math.max(...Array.from(s.model.survey!.curve!.y));
    expect(roomOf(s).y.domain[1]).toBeLessThan(0.9 * high);
    s.set({ x: 5 });
    expect(roomOf(s).y.domain[1]).toBeGreaterThan(25);
  });

  test('moves balls evenly from step to step', () => {
    const s = stage(placed(PRESETS['one weight']!));
    const [t, r] = [s.model.tracks[0]!, roomOf(s)];
    const [before, between, after] = [3, 3.5, 4].map((time) => spotOf(s.view, r, t, time));
    for (const i of [0, 1]) expect(between![i]!).toBeCloseTo((before![i]! + after![i]!) / 2, 6);
  });

  test('has a dot for every step that was made, and none for those to come', () => {
    const s = stage({}, 5);
    expect(starts(pathOf(s.drawn(), `gd-racer-dot-${s.model.tracks[0]!.colour}`))).toBe(5);
    s.go(9);
    expect(starts(pathOf(s.drawn(), `gd-racer-dot-${s.model.tracks[0]!.colour}`))).toBe(9);
  });

  test('follows a run that diverges to its first step outside', () => {
    const s = stage(placed(PRESETS['diverging']!));
    s.go(s.model.steps);
    const [t, r] = [s.model.tracks[2]!, roomOf(s)];
    const way = pathOf(s.drawn(), `gd-racer-(?:line|quiet)-${t.colour}`);
    const [x, y] = way.split('L').at(-1)!.split(' ').map(Number) as [number, number];
    expect(x > r.box.right || x < r.box.left || y < r.box.top || y > r.box.bottom).toBe(true);
    const k = starts(pathOf(s.drawn(), `gd-racer-dot-${t.colour}`));
    expect(k).toBeGreaterThan(3);
  });

  test('goes with the chosen run', () => {
    for (const picked of [1, 2, 3]) expect(pickedOf(stage({ picked }).view).number).toBe(picked);
    expect(pickedOf(stage({ picked: 6 }).view).number).toBe(3);
  });
});

describe('loss curves', () => {
  test('say every loss at a step, and of a run that left when it did', () => {
    const s = stage({ ...placed(PRESETS['diverging']!), panel: 'losses' });
    const last = s.model.tracks[2]!.run!.steps;
    s.go(last);
    expect(s.drawn()).toMatch(new RegExp(`aria-valuetext="?step ${last}; losses 1: [^o]*, 3: \\d`));
    s.go(last + 1);
    expect(s.drawn()).toMatch(new RegExp(`aria-valuetext="?step ${last + 1}; losses 1: [^o]*, 3: out`));
    expect(plain(s.drawn())).toContain(`left at ${last + 1}`);
  });

  test('begin within their picture', () => {
    const s = stage({ panel: 'losses' }, 160);
    const panel = s.drawn().split('data-spot="losses"')[1]!;
    for (const { colour } of s.model.tracks) {
      const [, y] = /M([\d.-]+) ([\d.-]+)/.exec(pathOf(panel, `gd-racer-(?:line|quiet)-${colour}`))!.slice(1);
      expect(Number(y)).toBeGreaterThanOrEqual(16);
    }
  });
});

describe('the network', () => {
  test('has on its map the points that it has wrong, at every step and for every run', () => {
    const s = stage(NETWORK);
    const { learner, tracks } = s.model;
    for (const picked of [1, 3])
      for (const step of [0, 4, s.model.steps]) {
        s.set({ picked }, true);
        s.go(step);
        const { run } = tracks[picked - 1]!;
        const dials = Float64Array.from({ length: run!.dimension }, (_, i) => run!.parameter(step, i));
        expect(dialsAt(s.view)).toEqual(dials);
        const objective = engine.createObjective(run!.options.objective);
        const said = objective.predict(dials, learner!.places).values;
        const corners = [learner!.x[0], learner!.y[0], learner!.x[1], learner!.y[1]];
        const [first, last] = objective.predict(dials, corners).values;
        objective.dispose();
        const wrong = learner!.classes.map((kind, i) => said[i]! > 0 !== (kind === 1));
        expect(wrongNow(s.view)).toEqual(wrong);
        expect(starts(pathOf(s.drawn(), 'gd-wrong-ring'))).toBe(wrong.filter(Boolean).length);
        const { values } = learner!.answers(dials);
        expect(Math.tanh(values[0]!)).toBeCloseTo(first!, 9);
        expect(Math.tanh(values.at(-1)!)).toBeCloseTo(last!, 9);
      }
  });

  test('learns answers on either side of its coast, from points with room around them', () => {
    const { learner, tracks } = stage(NETWORK).model;
    const { network } = tracks[0]!.run!.options.objective as { network: { targets: readonly number[] } };
    expect(new Set(network.targets)).toEqual(new Set([-1, 1]));
    const ys = learner!.places.filter((_, i) => i % 2 === 1);
    const room = Math.min(...ys) - learner!.y[0];
    expect(room).toBeGreaterThan(0);
    expect(learner!.y[1] - Math.max(...ys)).toBeCloseTo(room, 12);
  });

  test('is asked in batches, a function never', () => {
    expect(stage({ ...NETWORK, batch: 1 }).model.tracks[0]!.run!.options.batch).toMatchObject({ size: 1 });
    expect(stage({ batch: 8 }).model.tracks[0]!.run!.options.batch).toBeUndefined();
  });
});

describe('a goal', () => {
  const goal = { goal: 'below', goalSteps: 4, goalLoss: 1, goalAt: [0, 0], reach: 2 } as const;
  const run = (losses: readonly number[], reason: Descent['reason'] = 'step_limit') =>
    ({
      steps: losses.length - 1,
      reason,
      trace: { loss: Float64Array.from(losses) },
      loss: (k: number) => losses[k]!,
    }) as unknown as Descent;

  test('is reached by the very loss that it names, at its last step at the latest', () => {
    expect(firstBelow([3, 2, 1.5, 1.2, 1], goal)).toBe(4);
    expect(firstBelow([3, 2, 1.5, 1.2, 1.1, 1], goal)).toBeUndefined();
    const below = (losses: readonly number[], reason?: Descent['reason']): boolean =>
      reaches(run(losses, reason), goal, () => undefined);
    expect(below([3, 2, 1, 2, 1])).toBe(true);
    expect(below([3, 2, 1, 2, 1.1])).toBe(false);
    expect(below([3, 1, 1], 'diverged')).toBe(false);
    expect(below([3, 2, 1, 2, 1, 50], 'diverged')).toBe(true);
  });

  test('in a valley is near its bottom, as near as the map is large', () => {
    for (const reach of [1, 2, 50]) {
      expect(isSameValley([0.03 * reach, 0.02 * reach], { ...goal, reach })).toBe(true);
      expect(isSameValley([0.03 * reach, 0.03 * reach], { ...goal, reach })).toBe(false);
    }
  });

  test('is missed by a run that leaves before its last step, and the step is named', () => {
    const s = stage({ ...placed(PRESETS['diverging']!), goal: 'below', goalLoss: 0, goalSteps: 120 });
    s.set({ picked: 3 });
    s.go(s.model.steps);
    const { steps } = s.model.tracks[2]!.run!;
    expect(verdict(s.view)).toEqual({ reached: false, text: `diverged at step ${steps + 1}` });
    s.set({ goalSteps: 2 }, true);
    s.go(s.model.steps);
    expect(verdict(s.view).text).toMatch(/^stands at/);
  });

  test('is tried on runs of its own length, and on none that left', () => {
    const all = (settings: Partial<Settings>): Trials => {
      const told: boolean[] = [];
      let last: Trials | undefined;
      const s = stage({ runs: [spec('momentum', 0.3)], picked: 1, goal: 'below', goalSteps: 40, ...settings });
      for (const work = trials(s.view, (so) => void told.push((last = so).running)); !work.next().done;);
      expect(told).toEqual(told.map((_, i) => i < told.length - 1));
      return last!;
    };
    const usual = all({ goalLoss: -0.5, steps: 60 });
    expect(usual.reached.filter(Boolean).length).toBeGreaterThan(50);
    expect(all({ goalLoss: -0.5, steps: 5 }).reached).toEqual(usual.reached);
    // Down for ever: what is beyond all bounds has not got there.
    const endless = all({ formula: 'y^2 - x^2', goalLoss: -10, x: 1, y: 0 });
    const { rates, memories } = endless.grid;
    const [least, most] = [0, rates.length * memories.length - 1].map((i) => endless.reached[i]);
    expect([least, most]).toEqual([false, false]);
    expect(endless.reached).toContain(true);
  }, 60_000);

  test('is tried at one rate where a search finds it', () => {
    const searching = { ...spec('gradient_descent', 0.1), schedule: { name: 'backtracking', options: {} } };
    expect(gridOf(stage({ runs: [searching], picked: 1 }).view).rates).toEqual([0.1]);
  });

  test('may lie far below a start that is far above', () => {
    const { run: far } = stage({ formula: 'x^2 + y^2', x: 3000, y: 0 }).model.tracks[0]!;
    expect(far!.loss(0)).toBe(9e6);
  });
});
