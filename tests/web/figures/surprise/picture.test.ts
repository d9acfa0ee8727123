/** The drawing: what the wager hides until it is answered, and what is told over a bar. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/surprise';
import { likeliest } from '../../../../web/figures/surprise/beside';
import { barsIn, roomOf } from '../../../../web/figures/surprise/room';
import { SENTENCE } from '../../../../web/figures/surprise/choices';
import { surpriseFacts } from '../../../../web/figures/surprise/facts';
import { litPair, surprisesOf } from '../../../../web/figures/surprise/now';
import { reveal, truthOf, verdict } from '../../../../web/figures/surprise/wager';
import { renderPoster } from '../../../../web/figures/poster';
import { nonsense, plain } from '../bare-stage';
import { engine, stage } from './opening';

describe('the wager', () => {
  test('hides the last word in picture, words and numbers until it is answered', () => {
    const s = stage();
    expect(plain(s.drawn())).toContain('so far mean');
    const [table] = figure.tables!(s.view);
    expect(table!.rows).toHaveLength(SENTENCE.indexOf('downhill'));
    expect(verdict(s.view)).toBeUndefined();
    // A letter of that word may be chosen, but tells nothing.
    s.set({ letter: 20 }, true);
    expect(s.drawn()).not.toMatch(/1 in \d+<\/text>/);
    reveal(s.view);
    expect(figure.tables!(s.view)[0]!.rows).toHaveLength(SENTENCE.length);
    expect(plain(s.drawn())).not.toContain('so far mean');
  });

  test('leaves empty in the table what would answer it, and in the row of a letter that it asks about', () => {
    const s = stage();
    const { order, symbols } = s.model.reading;
    const place = (letter: string): number => order.indexOf(symbols.indexOf(letter)) + 1;
    const dots = (): number => s.drawn().match(/M[\d.]+ [\d.]+h0/g)?.length ?? 0;
    const boxes = (): number =>
      /gd-surprise-hidden" d="([^"]*Z[^"]*)"/.exec(s.drawn().replace(/d=(M[^>]*)>/g, 'd="$1">'))?.[1]?.match(/Z/g)
        ?.length ?? 0;
    // Eight pairs in the word; after a space came a b and an r before, and two l were told in “ball”.
    expect(boxes()).toBe(7);
    const open = dots();
    for (const [after, letter] of [
      ['n', 'h'],
      ['o', 'w'],
    ] as const) {
      s.set({ row: place(after), column: place(letter) }, true);
      expect(plain(s.drawn())).not.toMatch(/1 in \d/);
      expect(s.drawn()).toContain(`after ${after}, ${letter}: to be guessed`);
      const told = figure.tables!(s.view).find(({ caption }) => caption === `What follows ${after}`)!;
      const row = told.rows.find(([name]) => name === letter)!;
      expect(row.slice(1)).toEqual(['', '', '']);
      expect(told.rows.filter(([, chance]) => chance === '')).toHaveLength(1);
    }
    // Of the likeliest after o, w is one: without its share until it is answered.
    const likely = likeliest(s.view, symbols.indexOf('o'), 8);
    expect(likely.filter(({ hidden }) => hidden).map(({ symbol }) => symbols[symbol])).toEqual(['w']);
    reveal(s.view);
    s.set({ row: place('n'), column: place('h') }, true);
    expect(boxes()).toBe(0);
    expect(dots()).toBeGreaterThanOrEqual(open);
    expect(s.drawn()).toMatch(/after n, h: 1 in \d+/);
    expect(likeliest(s.view, symbols.indexOf('o'), 8).some(({ hidden }) => hidden)).toBe(false);
  });

  test('is answered by the seam between two words, at every update that the text speaks of', () => {
    for (const step of [100, 1000]) {
      const s = stage({ revealed: true, guess: 20 }, step);
      expect(SENTENCE.slice(truthOf(s.view) - 1, truthOf(s.view) + 1)).toBe('nh');
      expect(verdict(s.view)).toMatch(/^right/);
      s.set({ guess: 17 }, true);
      expect(verdict(s.view)).toMatch(/^no, h after n/);
    }
    const alike = stage({ revealed: true }, 0);
    expect(verdict(alike.view)).toMatch(/alike/);
    expect(surpriseFacts(engine, {}, 1000).surprisingCount).toBeLessThanOrEqual(3);
  });

  test('is about this sentence only', () => {
    const s = stage({ sentence: 'a valley' });
    expect(verdict(s.view)).toBeUndefined();
    expect(figure.tables!(s.view)[0]!.rows).toHaveLength(8);
  });
});

describe('the drawing', () => {
  test('lights the row and the cell of the letter, and lists the likeliest', () => {
    const s = stage();
    const { symbols } = s.model.reading;
    const { first, second } = litPair(s.view);
    expect([symbols[first], symbols[second]]).toEqual(['t', 'h']);
    expect(plain(s.drawn())).toMatch(/1 in 2\.\d/);
    s.set({ row: 14, column: 3 }, true);
    const lit = litPair(s.view);
    expect([symbols[lit.first], symbols[lit.second]]).toEqual(['j', 'e']);
  });

  test('stands in its first picture without a style sheet, and teaches there', () => {
    const { svg, description } = renderPoster(engine, 'surprise');
    expect(svg).toContain('counted 8.90');
    expect(nonsense(svg)).toEqual([]);
    expect(svg.length).toBeLessThan(40_000);
    expect(description).toMatch(/perplexity 9\.48 of 27, 3\.25 bits a letter/);
  });

  test('finds letters from pixels as it placed them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 }), fc.integer({ min: 280, max: 900 }), (count, width) => {
        for (const leftwards of [false, true]) {
          const bars = barsIn({ left: 26, top: 20, right: width, bottom: 100 }, count, 10, { leftwards });
          for (let i = 0; i < count; i++) expect(bars.index(bars.at(i))).toBe(i);
          for (let i = 1; i < count; i++) expect(Math.sign(bars.at(i) - bars.at(i - 1))).toBe(bars.onwards);
        }
      }),
    );
  });
});

describe('what is told over a bar', () => {
  /** Places of the label and of its own bar's neighbours, in a figure of a phone's width. */
  test.each([320, 360, 553])('stands clear of the bars beside it, %d px wide', (width) => {
    for (let letter = 1; letter <= SENTENCE.length; letter++) {
      const s = stage({ revealed: true, letter }, 100, width);
      const bits = surprisesOf(s.view, [...SENTENCE]);
      const { bars: b } = roomOf(s.view);
      const found = /class="gd-loss-text" x=([\d.]+) y=([\d.]+) text-anchor=(start|end)>(1 in [\d.]+|never)</.exec(
        s.drawn(),
      );
      if (!found) throw new Error(`nothing is told of letter ${letter}`);
      const [x, y, long] = [Number(found[1]), Number(found[2]), found[4]!.length * 6];
      const [from, to] = found[3] === 'start' ? [x, x + long] : [x - long, x];
      expect(from, `letter ${letter}`).toBeGreaterThan(0);
      expect(to, `letter ${letter}`).toBeLessThan(width);
      bits.forEach((bit, k) => {
        const half = Math.min(9, b.pitch * 0.3);
        if (b.at(k) + half < from || b.at(k) - half > to) return;
        const head = Math.max(b.box.top, b.y.at(bit ?? 0));
        // At the very top there is nothing above to stand in.
        expect(y <= head || y <= b.box.top + 9, `letter ${letter} over bar ${k + 1}`).toBe(true);
      });
    }
  });
});
