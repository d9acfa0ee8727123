/** What is drawn of the reader: every panel, scribbles, and work that takes longer than a frame. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/digits';
import { PANELS } from '../../../../web/figures/digits/choices';
import { digitFacts } from '../../../../web/figures/digits/facts';
import { updateNow, verdictNow } from '../../../../web/figures/digits/now';
import { BOX, boundsOf, PEN } from '../../../../web/figures/digits/raster';
import { scribble, SCRIBBLES } from '../../../../web/figures/digits/scribbles';
import { wishes } from '../../../../web/figures/digits/wishes';
import type { AnyFigure } from '../../../../web/figures/figure';
import { compared } from '../../../../web/figures/host/pin';
import { fixed, significant } from '../../../../web/plot/format';
import { renderPoster } from '../../../../web/figures/poster';
import { nonsense, plain } from '../bare-stage';
import { engine, SMALL, stage } from './opening';

test('a pinned training stands beside the present one: how both read what they never saw', () => {
  const s = stage({ ...SMALL, panel: 'learning' });
  s.drawn();
  const before = s.model.losses()!;
  const [last] = before.unseen.slice(-1);
  s.pin();
  expect(s.drawn()).toContain('pinned');
  s.set({ layers: [8] }, true);
  s.go(s.model.steps);
  expect(nonsense(s.drawn())).toEqual([]);
  const other = s.model.losses()!.unseen.slice(-1)[0]!;
  expect(other.accuracy).not.toBe(last!.accuracy);
  const text = plain(s.drawn());
  expect(text).toContain(`${fixed(100 * last!.accuracy, 1)} pinned`);
  expect(text).toContain(`${fixed(100 * other.accuracy, 1)} unseen`);
  expect(text).toContain(`${significant(last!.loss, 3)} pinned`);
  const told = compared(figure as unknown as AnyFigure, s.view)!;
  expect(told.both!.now).toBe(`hidden layers 8, loss ${significant(other.loss, 3)}`);
  expect(told.both!.pinned).toMatch(/^hidden layers 16,16, loss/);
  // At an earlier update, what both were then.
  s.go(0);
  expect(compared(figure as unknown as AnyFigure, s.view as never)!.both!.pinned).toContain(
    significant(before.unseen[0]!.loss, 3),
  );
  // Two kinds of loss have no scale in common: only the right answers are compared.
  s.set({ loss: 'squared_error' }, true);
  s.go(s.model.steps);
  expect(plain(s.drawn()).match(/ pinned/g)).toHaveLength(1);
  expect(nonsense(s.drawn())).toEqual([]);
});

test('maps of the first row are traced one at a time while dials move, and all of them finely once they stand', () => {
  const s = stage({ ...SMALL, panel: 'row' });
  const maps = (): string => /class="first-row"[\s\S]*?<\/div>/.exec(s.drawn())![0];
  const coasts = (): string[] =>
    [...maps().matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([map]) => map.replace(/aria-label=[^>]*/, ''));
  const fine = coasts();
  s.go(0);
  const before = coasts();
  s.local = {};
  s.go(s.model.steps);
  const changed = (): number => coasts().filter((map, i) => map !== before[i]).length;
  expect([changed(), changed()]).toEqual([1, 2]);
  for (let picture = 0; picture < 16; picture++) coasts();
  expect(coasts()).not.toEqual(fine);
  for (let picture = 0; picture < 16; picture++) coasts();
  expect(coasts()).toEqual(fine);
});

describe('scribbles', () => {
  test('are the same for everybody, and stand where digits stand', () => {
    expect(scribble(7)).toEqual(scribble(7));
    expect(scribble(7)).not.toEqual(scribble(8));
    for (let seed = 1; seed < 40; seed++) {
      const { left, right, top, bottom } = boundsOf(scribble(seed))!;
      expect(Math.max(right - left, bottom - top)).toBeCloseTo(BOX - PEN, 6);
    }
  });

  test('are counted once the guess is made, not before', () => {
    const s = stage({ ...SMALL, panel: 'scribbles', guess: 5 });
    expect(plain(s.drawn())).toContain('counted once you have guessed');
    expect(plain(s.drawn())).not.toMatch(/it is \d+ %/);
    s.set({ revealed: true }, true);
    expect(plain(s.drawn())).toMatch(/you said 5 % ?; it is \d+ %/);
    expect(plain(s.drawn())).toContain('of 1 000, and no digit among them');
    expect(SCRIBBLES).toBe(1000);
  });
});

describe('work that takes longer than a frame', () => {
  const counting = (to: number): (() => Iterator<void, number>) =>
    function* () {
      for (let i = 0; i < to; i++) yield;
      return to;
    };

  test('keeps the last answer until there is another, and skips what is no longer asked', () => {
    const all = wishes();
    const wish = all.wish<number>();
    expect(wish.ask('a', counting(3))).toBeUndefined();
    all.spend(50);
    expect([wish.ask('a', counting(3)), wish.fresh]).toEqual([3, true]);
    expect([wish.ask('b', counting(4)), wish.fresh]).toEqual([3, false]);
    expect(wish.ask('c', counting(5))).toBe(3);
    all.spend(50);
    expect([wish.ask('c', counting(5)), wish.fresh]).toEqual([5, true]);
    all.patient = true;
    expect(wish.ask('d', counting(6))).toBe(6);
  });

  test('finishes what it works on before it turns to what was asked meanwhile', () => {
    const all = wishes();
    const wish = all.wish<number>();
    wish.ask('first', function* () {
      wish.ask('second', counting(2));
      yield;
      return 1;
    });
    all.spend(50);
    expect([wish.ask('second', counting(2)), wish.fresh]).toEqual([2, true]);
  });
});

describe('the figure', () => {
  test.each(PANELS)('draws the panel %s without nonsense, and its numbers', (panel) => {
    const s = stage({ ...SMALL, panel, revealed: true });
    s.drawn();
    expect(nonsense(s.drawn())).toEqual([]);
    expect(nonsense(JSON.stringify(figure.tables!(s.view)))).toEqual([]);
  });

  test('draws other shapes, squashes and losses without nonsense', () => {
    for (const settings of [
      { layers: [64] },
      { layers: [3, 3, 3] },
      { activation: 'tanh' as const },
      { loss: 'squared_error' as const, activation: 'sigmoid' as const },
      { optimizer: 'adam' as const, rate: 0.003 },
    ])
      for (const width of [350, 553]) {
        const s = stage({ ...SMALL, ...settings, epochs: 1, panel: 'row' });
        s.width = width;
        expect(nonsense(s.drawn())).toEqual([]);
      }
  });

  test('stands trained in its still picture', () => {
    const { svg, description } = renderPoster(engine, 'digits');
    expect(description.replace(/\s/g, ' ')).toMatch(
      /^Update 1 250 of 1 250, network of 784, 16, 16, 10: it reads a 4, and half sees a 9/,
    );
    expect(svg).toContain('close me');
  });

  test('says in its facts what it shows', () => {
    const facts = digitFacts(engine, { count: 500, epochs: 4 }, 64, 'mine');
    const s = stage(SMALL);
    const at = updateNow(s.view);
    expect(facts['update']).toBe(at);
    expect(facts['right']).toBe(s.model.judged(at).judged!.right);
    expect(facts['four']).toBe(verdictNow(s.view)!.chances[4]);
    expect(() => digitFacts(engine, { rates: 1 }, 0)).toThrow(/no setting/);
  });
});
