/** Blame, passed backwards: what the figure shows at every step, whatever the order, and in the race. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Engine } from '../../../web/engine/engine';
import { figure as backprop } from '../../../web/figures/backprop';
import { curvePath } from '../../../web/figures/backprop/curves';
import { circuitFacts, raceFacts } from '../../../web/figures/backprop/facts';
import { GRAPHS, graphs, lossOf, wiresOf } from '../../../web/figures/backprop/graphs';
import { stopsOf } from '../../../web/figures/backprop/hairpin';
import { nowOf } from '../../../web/figures/backprop/now';
import { outcomeOf } from '../../../web/figures/backprop/order';
import { again, verdict } from '../../../web/figures/backprop/order-panel';
import { examples } from '../../../web/figures/backprop/others';
import { placeOf, roomOf, sizeOf } from '../../../web/figures/backprop/room';
import { passesOf } from '../../../web/figures/backprop/race';
import { raceHand, raceVerdict } from '../../../web/figures/backprop/race-wager';
import { FORKS, type Backprop } from '../../../web/figures/backprop/seen';
import { due, verdictOf } from '../../../web/figures/backprop/wager';
import { renderPoster } from '../../../web/figures/poster';
import { logAxis } from '../../../web/plot/scales';
import { nonsense, realEngine, Stage, written } from './stage';

type GraphStage = Stage<typeof backprop.settings, Backprop>;
type Settings = Partial<GraphStage['settings']>;

let engine: Engine;
const open: GraphStage[] = [];
const stage = (settings: Settings = {}, step = 0): GraphStage => {
  const made = new Stage<typeof backprop.settings, Backprop>(engine, backprop, settings, 553);
  made.go(step);
  open.push(made);
  return made;
};
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const closeAll = (): void => open.splice(0).forEach((s) => s.close());

/** The fork's nodes. */
const [FIRST, FORK, UPPER, LOWER, LAST, LOSS] = [1, 2, 3, 4, 5, 6];
const RIGHT = [LOSS, LAST, LOWER, UPPER, FORK, FIRST];
const EARLY = [LOSS, LAST, UPPER, FORK, FIRST, LOWER];
/** The fork's weights, with one of the last two below zero. */
const OPPOSED = graphs.fork.own.dials.map((w, i) => (i === 7 ? -w : w));
const mine = (order: readonly number[], more: Settings = {}): GraphStage =>
  stage({ graph: 'fork', panel: 'order', order, ...more }, order.length);

beforeAll(async () => {
  engine = await realEngine();
});
afterEach(() => {
  closeAll();
  expect(engine.liveHandles()).toBe(0);
});

describe('the sweep', () => {
  test('goes forwards through every box, then backwards through every box, each once', () => {
    for (const graph of GRAPHS) {
      const { model } = stage({ graph });
      const boxes = graphs[graph].boxes.length + 1;
      expect(model.steps).toBe(2 * boxes);
      expect(new Set(model.order).size).toBe(boxes);
      expect(model.order[0]).toBe(lossOf(graphs[graph]));
    }
  });

  test('has nothing orange in its picture on the way forwards, and no more values than have come', () => {
    const s = stage();
    for (let step = 0; step <= s.model.forwards; step += 1) {
      s.go(step);
      const drawn = written(backprop.plot(s.view));
      expect(drawn.match(/gd-gradient|gd-hole/g) ?? []).toEqual([]);
      expect(drawn.includes('0.442')).toBe(step === s.model.forwards);
    }
    s.go(s.model.forwards + 1);
    expect(written(backprop.plot(s.view))).toMatch(/gd-gradient-large/);
  });

  test('moves blame one box at a time: a share is there once its sender was asked, and never before', () => {
    for (const graph of GRAPHS) {
      const s = stage({ graph });
      for (let step = 0; step <= s.model.steps; step += 1) {
        s.go(step);
        const { state, asked } = nowOf(s.view);
        const made = s.model.order.slice(0, asked);
        for (const [wire, { to }] of wiresOf(graphs[graph]).entries())
          expect(state.arrived[wire] === 1).toBe(made.includes(to));
      }
    }
  });

  test('draws the next share under way while time passes from one question to the next', () => {
    const s = stage({}, 8.5);
    expect(nowOf(s.view)).toMatchObject({ next: 5, share: 0.5, asked: 2 });
    const arrows = (time: number): number => {
      s.go(time);
      return written(backprop.plot(s.view)).split('gd-gradient-line').length;
    };
    expect(arrows(8.5)).toBeGreaterThan(arrows(8));
    expect(arrows(8.5)).toBe(arrows(9));
  });

  test('ends with the slopes that nudging has, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GRAPHS),
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (graph, numbers) => {
          const { model } = stage({ graph, dials: numbers.slice(0, graphs[graph].dials.length) });
          for (const [i, slope] of model.after(99).gradient.entries())
            expect(Math.abs(slope - (model.whole.nudged[i] ?? NaN))).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
          closeAll();
        },
      ),
      { numRuns: 100 },
    );
  });

  test('never multiplies more than twice as often as the way forwards: the chapter’s claim', () => {
    for (const graph of GRAPHS) {
      const { forwards, backwards } = circuitFacts(engine, { graph });
      expect(backwards).toBeLessThanOrEqual(2 * forwards);
    }
    const race = raceFacts(engine);
    expect(race.backwards).toBeLessThanOrEqual(2 * race.forwards);
  });

  test('counts in strokes what it multiplied so far', () => {
    const s = stage({}, 12);
    expect(plain(s.drawn())).toMatch(/forwards 9.* backwards 17 of 17/);
    s.go(8);
    expect(plain(s.drawn())).toMatch(/backwards 5 of 17/);
    // As many strokes are dark, the others wait.
    const strokes = (kind: string): readonly [dark: number, faint: number] => {
      const all = [...s.drawn().matchAll(new RegExp(`<path class=${kind} stroke-opacity=([\\d.]+)`, 'g'))];
      const dark = all.filter(([, opacity]) => opacity === '1').length;
      return [dark, all.length - dark];
    };
    expect(strokes('gd-stroke back')).toEqual([5, 12]);
    s.go(3);
    const so = [...s.model.whole.forwards].slice(0, 3).reduce((sum, n) => sum + n);
    expect(so).toBeLessThan(9);
    expect(strokes('gd-stroke')).toEqual([so, 9 - so]);
    expect(plain(s.drawn())).toMatch(new RegExp(`forwards ${so} `));
  });

  test('says in its arithmetic what is true: what is handed on is the product of what stands beside it', () => {
    const s = stage({}, 9);
    const told = plain(written(backprop.panels!(s.view)));
    const [, on, sent, gave, rest] = /hands on (\S+) = was sent (\S+) × gave (\S+) × 1 − gave (\S+)/
      .exec(told)!
      .map((text) => Number(text.replace('−', '-')));
    expect(on! / (sent! * gave! * rest!)).toBeCloseTo(1, 1);
    expect(Number(on)).toBeCloseTo(s.model.whole.delivered[5]!, 3);
  });
});

describe('special numbers', () => {
  test('a flat squash lets hardly any blame through', () => {
    const { delivered } = stage({ graph: 'chain', dials: [3, 1] }, 6).model.whole;
    expect(Math.abs(delivered[1]! / delivered[2]!)).toBeLessThan(0.005);
  });

  test('a weight of 0 hands nothing on, and has a slope all the same', () => {
    const dials = graphs.network.own.dials.map((w, i) => (i === 7 ? 0 : w));
    const { delivered, gradient } = stage({ dials }, 12).model.whole;
    expect(delivered[7]).toBe(0);
    expect(gradient[7]).not.toBe(0);
    expect([1, 3, 5].map((i) => Math.abs(gradient[i]!))).toEqual([0, 0, 0]);
  });

  test('a perfect answer blames nobody', () => {
    const { whole } = stage({ graph: 'chain', inputs: [0.5], wanted: 0.5 }).model;
    expect(whole.values.at(-1)).toBe(0);
    expect([...whole.gradient].map(Math.abs)).toEqual([0, 0]);
  });
});

describe('what is said', () => {
  test('counts the slopes that are there, of all', () => {
    const s = stage({}, 8);
    expect(backprop.sentence(s.view)).toMatch(/3 of 9 slopes are there/);
    s.go(12);
    expect(backprop.sentence(s.view)).toMatch(/9 of 9 slopes are there/);
  });

  test('a box that weighs and squashes passes on what is left inside, in the arithmetic too', () => {
    // On the fork, backwards: the loss, the last sum, then lower.
    const s = stage({ graph: 'fork' }, 9);
    const told = plain(written(backprop.panels!(s.view)));
    const [inside, sent, gave] = /inside (\S+) = was sent (\S+) × \( 1 − gave (\S+) ² \)/
      .exec(told)!
      .slice(1)
      .map((text) => Number(text.replace('−', '-')));
    expect(inside! / (sent! * (1 - gave! ** 2))).toBeCloseTo(1, 2);
    const [on, held, weight] = /to fork (\S+) = inside (\S+) × w l? ?(\S+)/
      .exec(told)!
      .slice(1)
      .map((text) => Number(text.replace('−', '-')));
    expect(held).toBe(inside);
    expect(on! / (held! * weight!)).toBeCloseTo(1, 2);
  });

  test('curves of the loupe run through what the engine gave, and have its slope there', () => {
    const functions = { sigmoid: (z: number) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, square: (z: number) => z * z };
    for (const kind of ['sigmoid', 'tanh', 'square'] as const)
      for (const z of [-7, 0.4, 3]) {
        const { path, x, y } = curvePath(kind, z, { left: 6, top: 6, right: 186, bottom: 70 });
        const points = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)];
        expect(points.length).toBeGreaterThan(50);
        for (const [, px, py] of points)
          expect(Math.abs(y.at(functions[kind](x.value(Number(px)))) - Number(py))).toBeLessThan(1.2);
        expect(x.at(z)).toBeGreaterThan(6);
        expect(x.at(z)).toBeLessThan(186);
      }
    const { whole } = stage().model;
    for (const [node, i] of [
      [4, 2],
      [5, 3],
    ] as const)
      expect(whole.values[node]).toBeCloseTo(functions.sigmoid(whole.sums[i]!), 12);
  });
});

describe('examples', () => {
  test('are what they are called', () => {
    const of = (label: string): GraphStage => {
      const found = examples.find((e) => e.label === label)!;
      const s = stage();
      s.set(found.values);
      return s;
    };
    expect(Math.min(...of('a flat squash').model.whole.slopes.slice(1, 2))).toBeLessThan(0.01);
    expect(of('a weight of 0').model.dials).toContain(0);
    expect(of('a perfect answer').model.whole.values.at(-1)).toBe(0);
    const { delivered, passed } = of('shares of opposite sign').model.whole;
    expect(delivered[2]! * delivered[3]!).toBeLessThan(0);
    expect(Math.abs(passed[FORK]!)).toBeLessThan(Math.max(Math.abs(delivered[2]!), Math.abs(delivered[3]!)));
  });
});

describe('the wager', () => {
  test('is about what is asked next as the figure opens, and answered nowhere', () => {
    for (const guess of [null, 0.4]) {
      const s = stage({ guess, guessFor: 5 }, backprop.firstStep);
      expect(due(s.view)).toBe(5);
      expect(plain(s.drawn())).not.toMatch(/0\.22[56]/);
      expect(JSON.stringify(backprop.tables!(s.view))).not.toMatch(/-?0\.22[56]/);
      expect(verdictOf(s.view)).toBeUndefined();
    }
  });

  test.each([
    [-0.226, 'spot on'],
    [0.226, 'the other way round'],
    [-1.46, 'too large'],
    [-0.1, 'too small'],
  ])('a guess of %d is told to be %s once it was asked', (guess, words) => {
    const s = stage({ guess, guessFor: 5 }, 9);
    expect(verdictOf(s.view)?.truth).toBeCloseTo(-0.2265, 3);
    expect(verdictOf(s.view)?.text).toContain(words);
  });
});

describe('your order', () => {
  test('is complete once everybody was asked, and not before', () => {
    for (let asked = 0; asked <= RIGHT.length; asked += 1) {
      const s = mine(RIGHT.slice(0, asked));
      expect(outcomeOf(s.view).complete).toBe(asked === RIGHT.length);
      if (asked > 0 && asked < RIGHT.length)
        expect(verdict(s.view)).toBe(`right so far; ${RIGHT.length - asked} still to ask`);
    }
  });

  test('last built, first asked: all right, and nobody twice', () => {
    const s = mine(RIGHT);
    expect(outcomeOf(s.view)).toEqual({ complete: true, once: true, wrong: [], early: [] });
    expect(verdict(s.view)).toContain('all 9 slopes are right');
  });

  test('a fork asked before lower hands on less, shows the hole, and says so', () => {
    const s = mine(EARLY);
    const { early, wrong } = outcomeOf(s.view);
    expect(early.map(({ node, turn }) => [node, turn])).toEqual([
      [FORK, 4],
      [FIRST, 5],
    ]);
    expect(wrong).toEqual([0, 1]);
    expect(verdict(s.view)).toBe('you asked the fork 4th: 2 of 9 slopes are off');
    const told = plain(s.drawn());
    expect(told).toMatch(/the fork hands on 0\.694 = \( from upper 0\.899 \+ from lower not yet \) × own slope 0\.772/);
    expect(told).toMatch(/it should hand on 1\.27/);
    const picture = (of: GraphStage): string => written(backprop.plot(of.view));
    const times = (text: string, part: string): number => text.split(part).length - 1;
    expect(times(picture(s), 'gd-hole')).toBe(1);
    expect(times(told, 'came after it was asked')).toBe(1);
    const right = mine(RIGHT);
    expect(times(picture(right), 'gd-hole')).toBe(0);
    expect(plain(right.drawn())).not.toContain('came after it was asked');
    // Before anybody who uses it was asked, the fork has two holes; nobody else has two wires to wait for.
    expect(times(picture(mine([LOSS, LAST])), 'gd-hole')).toBe(2);
  });

  test('numbers each box by the turn it had last', () => {
    const s = mine([...EARLY, FORK]);
    const badges = [...written(backprop.plot(s.view)).matchAll(/gd-racer-number" y="4" text-anchor="middle">(\d+)</g)];
    expect(badges.map(([, turn]) => Number(turn))).toEqual([5, 7, 3, 6, 2, 1]);
  });

  test('asked again it hands on the rest, as does all behind it: right, in more answers', () => {
    const s = mine(EARLY);
    expect(again(s.view)).toBe(FORK);
    const more = mine([...EARLY, FORK]);
    expect(again(more.view)).toBe(FIRST);
    const done = mine([...EARLY, FORK, FIRST]);
    expect(again(done.view)).toBeUndefined();
    expect(outcomeOf(done.view)).toMatchObject({ complete: true, once: false, wrong: [] });
    expect(verdict(done.view)).toContain('2 of the 8 answers were given a second time');
  });

  test('what is asked after a moment that is looked at again replaces what came after it', async () => {
    const { ask } = await import('../../../web/figures/backprop/asking');
    const s = mine(EARLY);
    s.go(3);
    ask(s.view, LOWER);
    expect(s.settings.order).toEqual([LOSS, LAST, UPPER, LOWER]);
  });

  test('of all 720 orders two solve the task: those in which the fork waits for both', () => {
    const orders = (left: readonly number[]): number[][] =>
      left.length ? left.flatMap((n) => orders(left.filter((m) => m !== n)).map((rest) => [n, ...rest])) : [[]];
    const s = mine([], { dials: OPPOSED });
    const solved = orders([...RIGHT].sort()).filter((order) => {
      s.set({ order });
      s.go(order.length);
      return s.done('order');
    });
    expect(solved).toEqual([
      [LOSS, LAST, UPPER, LOWER, FORK, FIRST],
      [LOSS, LAST, LOWER, UPPER, FORK, FIRST],
    ]);
  });

  test('the task’s tick says why: with opposite shares one alone is too large', () => {
    const s = mine(RIGHT, { dials: OPPOSED });
    const { passed, delivered } = s.model.whole;
    expect(s.done('order')).toBe(true);
    expect(backprop.goals!['order']!.status(s.view)).toMatch(/because the fork waited for both: .* too large/);
    expect(Math.abs(delivered[2]!)).toBeGreaterThan(Math.abs(passed[FORK]!));
    expect(Math.abs(delivered[3]!)).toBeGreaterThan(Math.abs(passed[FORK]!));
  });

  test('the task is not solved on other grounds, nor by asking twice', () => {
    expect(mine(RIGHT).done('order')).toBe(false);
    expect(mine([...EARLY, FORK, FIRST], { dials: OPPOSED }).done('order')).toBe(false);
    expect(stage({ dials: OPPOSED, graph: 'fork' }, 12).done('order')).toBe(false);
    expect(mine(RIGHT.slice(0, 5), { dials: OPPOSED }).done('order')).toBe(false);
  });

  test('forks in a row double the work of the first box, one by one', () => {
    const { ways } = stage().model;
    expect([...ways]).toEqual(Array.from({ length: FORKS }, (_, k) => 2 ** (k + 1)));
    expect(plain(mine(EARLY, { forks: 10 }).drawn())).toMatch(/handed on at every arrival: 1 024 times/);
  });
});

describe('the race', () => {
  test('ends with both sheets alike: nudging finds what the sweep found', async () => {
    const s = stage({ panel: 'race' }, 131);
    const race = s.model.race!;
    s.drawn();
    await expect.poll(() => race.nudgedSoFar(), { timeout: 20_000 }).toBe(13_002);
    const off = race.nudged.map((slope, i) => Math.abs(slope - race.gradient[i]!));
    expect(Math.max(...off)).toBeLessThan(1e-5);
    expect(race.gradient.some((slope) => slope > 0.01)).toBe(true);
  }, 30_000);

  test('counts passes and multiplications as the engine makes them', () => {
    expect(raceFacts(engine)).toMatchObject({ dials: 13_002, forwards: 13_002, backwards: 25_994, passes: 13_003 });
    const s = stage({ panel: 'race' }, 12);
    const told = plain(s.drawn().replaceAll('\u202f', ''));
    expect(told).toMatch(/multiplied 38996/);
    expect(told).toContain(`multiplied ${1200 * 13_002}`);
    expect(told).toMatch(/1200 of 13003 passes: nudging has priced 1199 dials/);
    expect(told).toMatch(/the sweep\s+all\s*\./);
    expect(told).toMatch(/3\.00 for a pass\s+and a sweep/);
    expect(s.model.steps).toBe(131);
    // The last portion is a small one: there are no more dials than there are.
    expect(plain(stage({ panel: 'race' }, 131).drawn().replaceAll('\u202f', ''))).toContain('has priced 13002 dials');
  });

  test('begins with nothing priced', () => {
    const told = plain(stage({ panel: 'race' }, 0).drawn());
    expect(told).toMatch(/nudging has priced 0 dials.*, the sweep none/);
  });

  test('is wagered on before it runs, and answered nowhere until then', () => {
    for (const priced of [null, 400]) {
      const s = stage({ panel: 'race', priced }, 0);
      const told = plain(s.drawn().replaceAll('\u202f', ''));
      expect(told).not.toMatch(/by nudging|\b2 dials/);
      expect(told).toMatch(priced === null ? /how many dials does nudging price\?/ : /your guess 400 dials by then/);
      s.go(1);
      const after = plain(s.drawn().replaceAll('\u202f', ''));
      expect(after).toContain('13003 by nudging');
      if (priced === null) expect(after).not.toContain('your guess');
      else expect(after).toMatch(/your guess 400 nudging had priced 2 200 times too many/);
    }
  });

  test('has an answer that is the engine’s count: what a pass and a sweep cost buys nudging so many dials', () => {
    const { byThen, sweep, dials } = raceFacts(engine);
    expect(byThen).toBe(2);
    expect(passesOf(byThen)).toBeCloseTo(sweep, 2);
    expect(byThen).toBeLessThan(dials / 1000);
  });

  test.each([
    [2, 2, 'spot on'],
    [400, 2, '200 times too many'],
    [13000, 2, '6500 times too many'],
    [1, 2, '2 times too few'],
  ])('a guess of %d for %d is told to be %s', (guess, truth, words) => {
    expect(raceVerdict(guess, truth)).toBe(words);
  });

  test('lets a hand guess from one dial to all, in two digits, and keys never stand still', () => {
    const s = stage({ panel: 'race' }, 0);
    const x = logAxis([1, 1e6], [44, 519]);
    const { race } = s.model;
    const hand = () => raceHand(s.view, race!, x);
    for (const [px, dials] of [
      [0, 1],
      [900, 13_002],
      [x.at(437), 440],
    ] as const) {
      hand().move(px);
      expect(s.settings.priced).toBe(dials);
      expect(s.viaLink().problems).toEqual([]);
    }
    s.set({ priced: 1 });
    for (let before = 1; before < 13_002; before = s.settings.priced!) {
      hand().nudge(1, 0, 1);
      expect(s.settings.priced!).toBeGreaterThan(before);
    }
    for (let before = s.settings.priced!; before > 1; before = s.settings.priced!) {
      hand().nudge(0, -1, 0.1);
      expect(s.settings.priced!).toBeLessThan(before);
    }
  });

  test('prints every slope where its input’s pixel is, full where it raises the loss and flat where it lowers it', () => {
    const s = stage({ panel: 'race' }, 1);
    const { gradient } = s.model.race!;
    const sheets = written(backprop.plot(s.view)).split('<rect class=gd-sheet').slice(1, 17);
    expect(sheets).toHaveLength(16);
    let marks = 0;
    for (const [neuron, sheet] of sheets.entries())
      for (const [, x, y, rest] of sheet.matchAll(/M(\d+) (\d+)h1(v1|v\.45)h-1z/g)) {
        marks += 1;
        const slope = gradient[(Number(y) * 28 + Number(x)) * 16 + neuron]!;
        expect(rest === 'v1' ? slope > 0 : slope < 0).toBe(true);
        expect(s.model.race!.pixels[Number(y) * 28 + Number(x)]).toBeGreaterThan(0);
      }
    expect(marks).toBeGreaterThan(500);
  });

  test('stops when it is left', async () => {
    const s = stage({ panel: 'race' }, 131);
    const race = s.model.race!;
    s.drawn();
    s.set({ panel: 'box' });
    const at = race.nudgedSoFar();
    await new Promise((later) => setTimeout(later, 60));
    expect(race.nudgedSoFar() - at).toBeLessThan(200);
  });
});

describe('the picture', () => {
  const numbers = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 9, maxLength: 9 });

  test('never holds anything but numbers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GRAPHS),
        fc.constantFrom('box' as const, 'order' as const, 'graphs' as const),
        numbers,
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }),
        fc.option(fc.double({ min: -5, max: 5, noNaN: true })),
        fc.double({ min: 0, max: 12, noNaN: true }),
        fc.integer({ min: 280, max: 900 }),
        (graph, panel, dials, order, guess, time, width) => {
          const s = stage({
            graph,
            panel,
            dials: dials.slice(0, graphs[graph].dials.length),
            order,
            guess,
            guessFor: 5,
          });
          s.width = width;
          s.go(time);
          expect(nonsense(s.drawn())).toEqual([]);
          expect(backprop.sentence(s.view)).not.toBe('');
          closeAll();
        },
      ),
      { numRuns: 150 },
    );
  });

  test('has every box within it, and none on another, at any width', () => {
    for (const graph of GRAPHS)
      for (const width of [280, 330, 350, 469, 470, 553, 700, 900]) {
        const g = graphs[graph];
        const room = roomOf({ width }, g);
        const boxes = Array.from({ length: lossOf(g) + 1 }, (_, n) => ({
          ...placeOf(g, n, room),
          ...sizeOf(g, n, room),
        }));
        for (const [i, a] of boxes.entries()) {
          expect(a.x - a.width / 2, `${graph} ${width} ${i}`).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
          expect(a.y + a.height / 2).toBeLessThanOrEqual(room.foot);
          for (const b of boxes.slice(i + 1))
            expect(
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
            ).toBe(true);
        }
      }
  });

  test('stands upright on a phone: forwards is down', () => {
    const g = graphs.network;
    const room = roomOf({ width: 350 }, g);
    for (const { from, to } of wiresOf(g)) expect(placeOf(g, to, room).y).toBeGreaterThan(placeOf(g, from, room).y);
    expect(room.height).toBeLessThan(350);
  });

  test('says on a phone what became of an order, beside the input and clear of it', () => {
    const s = mine(EARLY);
    s.width = 350;
    const told = plain(written(backprop.plot(s.view)));
    expect(told).toContain('you asked the fork 4th: 2 of 9 slopes are off');
    const lines = [...written(backprop.plot(s.view)).matchAll(/x="0" y=(\d+)>([^<]*)</g)];
    for (const [, y, line] of lines) {
      expect(line!.length).toBeLessThanOrEqual(25);
      expect(Number(y)).toBeLessThan(56);
    }
    s.width = 553;
    expect(plain(written(backprop.plot(s.view)))).not.toContain('2 of 9 slopes are off');
  });

  test('has a stop of the hairpin for every step', () => {
    const s = stage();
    expect(stopsOf(s.view, roomOf({ width: 553 }, graphs.network))).toHaveLength(s.model.steps + 1);
  });

  test('is complete where nothing runs', () => {
    const { svg } = renderPoster(engine, 'backprop');
    expect(nonsense(svg)).toEqual([]);
    expect(svg).toContain('loss');
  });

  test('comes back from a link as it was', () => {
    const s = stage({ graph: 'fork', panel: 'order', order: EARLY, dials: OPPOSED, forks: 7 });
    expect(s.viaLink()).toEqual({
      problems: [],
      values: { graph: 'fork', panel: 'order', order: EARLY, dials: OPPOSED, forks: 7 },
    });
  });
});
