/** The sweep: what stands in every box at every step, held against nudging. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure as backprop } from '../../../../web/figures/backprop';
import { curvePath } from '../../../../web/figures/backprop/curves';
import { circuitFacts, raceFacts } from '../../../../web/figures/backprop/facts';
import { GRAPHS, graphs, lossOf, wiresOf } from '../../../../web/figures/backprop/graphs';
import { nowOf } from '../../../../web/figures/backprop/now';
import { examples } from '../../../../web/figures/backprop/others';
import { plain, written } from '../bare-stage';
import { type GraphStage, engine, stage, closeAll, FORK } from './opening';

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
