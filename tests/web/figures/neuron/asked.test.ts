/** What is asked about the coast, and what the chapter says of it: true, and answered by nothing else. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/neuron';
import { neuronFacts } from '../../../../web/figures/neuron/facts';
import { coastOf, setWeights } from '../../../../web/figures/neuron/hands';
import { judgedNow, PUSH, trainedNow, weightsNow } from '../../../../web/figures/neuron/now';
import { CHECKS } from '../../../../web/figures/neuron/choices';
import type { Seen } from '../../../../web/figures/neuron/seen';
import { trials, type Hundred } from '../../../../web/figures/neuron/starts';
import { travelled } from '../../../../web/figures/neuron/wager';
import { plain } from '../bare-stage';
import { type Here, engine, stage } from './opening';

describe('the wager', () => {
  test('is true: a bias that is pushed up moves the coast into the water and does not turn it', () => {
    const s = stage({ pushed: 500 });
    const [was, is] = [coastOf(s.view, trainedNow(s.view), 2), coastOf(s.view, weightsNow(s.view), 2)];
    expect([is.a, is.b]).toEqual([was.a, was.b]);
    expect(is.c - was.c).toBeCloseTo(PUSH, 12);
    // What was just outside the land, by less than it moved, is land now.
    const size = Math.hypot(was.a, was.b);
    const shore = [(-was.a * was.c) / size ** 2, (-was.b * was.c) / size ** 2] as const;
    const out = (d: number): number =>
      is.a * (shore[0] - (d * was.a) / size) + is.b * (shore[1] - (d * was.b) / size) + is.c;
    expect(out(travelled(s.view) - 0.001)).toBeGreaterThan(0);
    expect(out(travelled(s.view) + 0.001)).toBeLessThan(0);
  });

  test('is not answered before it is made, and stands only at its update', () => {
    expect(plain(stage().drawn())).not.toMatch(/into the water and|did not turn/);
    expect(plain(stage({ guess: 'sea', pushed: 500, revealed: true }).drawn())).toMatch(
      /moves into the water : right\. Its coast moved/,
    );
    expect(plain(stage({ guess: 'turns', pushed: 500, revealed: true }).drawn())).toMatch(/turns : no\./);
    const later = stage({ pushed: 500, revealed: true }, 501);
    expect(weightsNow(later.view)).toEqual(trainedNow(later.view));
  });
});

describe('the task', () => {
  const none = { layers: [], neuron: 1 } as const;

  /** A straight coast that gets exactly so many right. */
  const coast = (s: Here, wanted: number): readonly number[] => {
    for (let angle = 0; angle < 360; angle += 2)
      for (let c = -1.5; c < 1.5; c += 0.05) {
        const [a, b] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
        if (s.model.judge(Float64Array.of(a, b, c)).right === wanted) return [a, b, c];
      }
    throw new Error(`no straight coast gets ${wanted}`);
  };

  test('is done by a hand as good as descent, and says why it is no better', () => {
    const s = stage(none, 0);
    expect(s.done('by-hand')).toBe(false);
    const best = s.model.straightBest();
    // Along the line between the moons' middles.
    setWeights(s.view, { 0: 0.6, 1: -2.2, 2: 0.25 });
    s.go(0);
    const right = judgedNow(s.view).right;
    expect(s.done('by-hand')).toBe(right >= best);
    expect(figure.goals!['by-hand']!.status(s.view)).toContain(String(best));
  });

  test('is told done where descent’s own number is reached, and not a point before', () => {
    const s = stage(none, 0);
    const best = s.model.straightBest();
    const laid = (wanted: number): string => {
      const [a = 0, b = 0, c = 0] = coast(s, wanted).map((w) => 3 * w);
      setWeights(s.view, { 0: a, 1: b, 2: c });
      expect(judgedNow(s.view).right).toBe(wanted);
      return figure.goals!['by-hand']!.status(s.view);
    };
    expect(laid(best - 1)).toBe(`${best - 1} of 120 on the right shore; descent’s own straight coast gets ${best}`);
    expect(laid(best)).toContain('no straight coast parts them all');
  });

  test('is not done while points are kept from it: fewer are easier', () => {
    const s = stage({ ...none, unseen: 0.8 }, 0);
    const [a = 0, b = 0, c = 0] = coast(s, s.model.straightBest());
    setWeights(s.view, { 0: a, 1: b, 2: c });
    expect(judgedNow(s.view).right).toBe(s.model.straightBest());
    expect(s.done('by-hand')).toBe(false);
  });

  test('cannot be done by descent, by other points or by hidden neurons', () => {
    const s = stage(none, 1500);
    expect(judgedNow(s.view).right).toBeGreaterThanOrEqual(s.model.straightBest() - 2);
    expect(s.done('by-hand')).toBe(false);
    const weights = Array.from(s.model.training.parameters(1500));
    const laid = stage({ ...none, weights }, 1);
    expect(laid.done('by-hand')).toBe(false);
    expect(stage({ ...none, weights, data: 'blobs' }, 0).done('by-hand')).toBe(false);
    expect(stage({ weights: Array.from(stage().model.training.parameters(1500)) }, 0).done('by-hand')).toBe(false);
  });

  test('can be done: some straight coast is as good', () => {
    const s = stage(none, 0);
    const best = s.model.straightBest();
    let found = 0;
    for (let angle = 0; angle < 360; angle += 5)
      for (let c = -1.5; c < 1.5; c += 0.05) {
        const [a, b] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
        found = Math.max(found, s.model.judge(Float64Array.of(a, b, c)).right);
      }
    expect(found).toBeGreaterThanOrEqual(best);
    // And none parts them all, which is what the tick says.
    expect(found).toBeLessThan(s.model.examples.count);
  });
});

describe('what the chapter says', () => {
  test('a straight coast leaves points wrong, four bent into one leave none', () => {
    expect(neuronFacts(engine, { activation: 'linear' }, 1500)['wrong']).toBeGreaterThan(10);
    expect(neuronFacts(engine, {}, 1500)['wrong']).toBe(0);
    expect(neuronFacts(engine, {}, 500)['right']).toBe(117);
  });

  test('learning by heart: the seen get better, the unseen worse, and decay holds that back', () => {
    const moons = { noise: 0.35, unseen: 0.5, layers: 8, updates: 6000 };
    const [early, heart] = [neuronFacts(engine, moons, 1000), neuronFacts(engine, moons, 6000)];
    const decayed = neuronFacts(engine, { ...moons, decay: 0.003 }, 6000);
    expect(heart['loss']).toBeLessThan(early['loss'] as number);
    expect(heart['wrong']).toBeLessThan(early['wrong'] as number);
    expect(heart['unseenLoss']).toBeGreaterThan(early['unseenLoss'] as number);
    expect(heart['unseenWrong']).toBeGreaterThan(early['unseenWrong'] as number);
    expect(decayed['unseenLoss']).toBeLessThan(heart['unseenLoss'] as number);
    expect(decayed['unseenWrong']).toBeLessThan(heart['unseenWrong'] as number);
  });

  test('sigmoids answer from 0 to 1, tanhs from −1 to 1, rectifiers never below 0', () => {
    const range = (activation: Seen['settings']['activation']): readonly [number, number] => {
      const { y } = stage({ activation }).model.curve(activation, 50);
      return [Math.min(...y), Math.max(...y)];
    };
    expect(range('sigmoid').map((a) => Math.round(a * 1e6) / 1e6)).toEqual([0, 1]);
    expect(range('tanh').map((a) => Math.round(a * 1e6) / 1e6)).toEqual([-1, 1]);
    expect(range('relu')).toEqual([0, 50]);
  });

  test('of few neurons many stay open, of eight hardly any; and with short steps some that look stuck are only slow', () => {
    // A dozen starts of each width are enough to tell.
    const dozen = (rate: number): ((w: number, updates: (typeof CHECKS)[number]) => number) => {
      let last: Hundred | undefined;
      const work = trials(stage({ rate }).model, (so) => (last = so));
      while (!work.next().done && (last?.over[3] ?? 0) < 12);
      work.return();
      return (w, updates) => last!.open[w]![CHECKS.indexOf(updates)]!;
    };
    const open = dozen(0.2);
    expect(open(0, 10000)).toBeGreaterThan(open(3, 10000) + 3);
    const slowly = dozen(0.05);
    expect(slowly(2, 1000)).toBeGreaterThan(slowly(2, 10000) + 3);
  }, 60_000);
});
