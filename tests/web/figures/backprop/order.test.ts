/** Your order: who is asked when, what becomes of the slopes, and the wager on one of them. */
import { describe, expect, test } from 'vitest';
import { figure as backprop } from '../../../../web/figures/backprop';
import { outcomeOf } from '../../../../web/figures/backprop/order';
import { again, verdict } from '../../../../web/figures/backprop/order-panel';
import { FORKS } from '../../../../web/figures/backprop/seen';
import { due, verdictOf } from '../../../../web/figures/backprop/wager';
import { plain, written } from '../bare-stage';
import { type GraphStage, stage, FIRST, FORK, UPPER, LOWER, LAST, LOSS, EARLY, OPPOSED, mine } from './opening';

const RIGHT = [LOSS, LAST, LOWER, UPPER, FORK, FIRST];

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
    const { ask } = await import('../../../../web/figures/backprop/asking');
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
