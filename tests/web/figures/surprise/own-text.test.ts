/** The reader’s own text, in any script, whichever way it runs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/surprise';
import { roomOf } from '../../../../web/figures/surprise/room';
import { SENTENCE } from '../../../../web/figures/surprise/choices';
import { perplexityNow, surprisesOf } from '../../../../web/figures/surprise/now';
import { beginningOf, isLeftwards, legible, numberOf, ownText, RARE } from '../../../../web/figures/surprise/reading';
import { takeText } from '../../../../web/figures/surprise/text-panel';
import { nonsense } from '../bare-stage';
import { engine, open, stage } from './opening';

describe('the reader’s own text', () => {
  test.each([
    ['Cyrillic', 'Под горой течёт река, и река знает путь вниз. Река течёт к морю.', 'р'],
    ['Greek', 'Τα πάντα ῥεῖ καὶ οὐδὲν μένει. Πάντα χωρεῖ.', 'α'],
    ['Chinese', '道可道，非常道。名可名，非常名。無名天地之始；有名萬物之母。', '道'],
    ['emoji', '🏔🏔🌊🏔🌊🌊🏔🏔🌊', '🏔'],
    ['Arabic', 'النهر يعرف الطريق إلى الأسفل والنهر يجري', 'ر'],
  ])('%s is counted at once', (_, typed, symbol) => {
    const s = stage();
    takeText(s.view, typed);
    const { reading: r } = s.model;
    expect(r.own).toBe(true);
    expect(r.symbols).toContain(symbol);
    expect(r.pairs).toBe([...ownText(typed)].length - 1);
    expect(s.settings.sentence).toBe(beginningOf(ownText(typed)));
    s.go(300);
    expect(perplexityNow(s.view)).toBeLessThan(r.symbols.length);
    expect(perplexityNow(s.view)).toBeGreaterThan(r.perplexity - 1e-9);
    for (const panel of ['writes', 'rare', 'text', 'game', 'table'] as const) {
      s.set({ panel }, true);
      expect(nonsense(s.drawn())).toEqual([]);
    }
    expect(s.viaLink().values.text).toBe(ownText(typed));
  });

  test('keeps 40 kinds at most: the rarest become one', () => {
    const many = Array.from({ length: 90 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    const s = stage({ text: many + many.slice(0, 20).repeat(3) });
    const { symbols, order } = s.model.reading;
    expect(symbols).toHaveLength(40);
    expect(symbols[order.at(-1)!]).toBe(RARE);
    expect(numberOf(s.model.reading, '丿')).toBe(39);
    expect(surprisesOf(s.view, ['丿', '一'])[1]).toBeGreaterThan(0);
  });

  test('a letter that the table has never met has no bar, and no number', () => {
    const s = stage({ sentence: 'naïve ω' });
    const bits = surprisesOf(s.view, [...s.settings.sentence]);
    expect(bits.map((b) => b === undefined)).toEqual([false, false, true, true, false, false, true]);
    expect(nonsense(s.drawn())).toEqual([]);
  });

  test('is refused in one sentence where there are no two letters in it, and given back when it is emptied', () => {
    expect(figure.refusals!(engine, { ...stage().settings, text: '?! …' }).text).toMatch(/no two letters/);
    const s = stage();
    takeText(s.view, 'abba');
    expect(s.model.reading.symbols).toEqual(['a', 'b']);
    takeText(s.view, '');
    expect(s.model.reading.own).toBe(false);
    expect(s.settings.sentence).toBe(SENTENCE);
  });

  test('whatever is typed, what is read of it can be read again, and everything is drawn in numbers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(350, 553), (typed, width) => {
        const text = ownText(typed);
        expect(legible(text)).toBe(text);
        fc.pre([...text].length > 1);
        const s = stage({}, 20, width);
        takeText(s.view, typed);
        expect(nonsense(s.drawn())).toEqual([]);
        expect(s.viaLink().problems).toEqual([]);
        s.close();
        open.pop();
      }),
      { numRuns: 60 },
    );
  });
});

describe('a script that is read from right to left', () => {
  test.each([
    ['שלום עולם', true],
    ['سلام', true],
    ['42 שלום', false],
    ['the ball', false],
    ['бал', false],
    ['山', false],
    ['', false],
  ])('is told by its first letter: %s', (sentence, leftwards) => {
    expect(isLeftwards(sentence)).toBe(leftwards);
  });

  test('begins at the right, its bars with it, and arrows lead where they point', () => {
    const text = 'הכדור מתגלגל במורד הגבעה אל העמק';
    const s = stage({ text, sentence: 'הכדור מתגלגל', letter: 2 });
    const bars = roomOf(s.view).bars;
    expect(bars.onwards).toBe(-1);
    expect(bars.at(0)).toBeGreaterThan(bars.at(11));
    const letters = [
      ...s.drawn().matchAll(/class=gd-letter(?:-now)? x=([\d.]+) y=[\d.]+ text-anchor=middle>([\u0590-\u05ff])</g),
    ];
    const xs = letters.map(([, x]) => Number(x)).slice(0, 5);
    expect(
      letters
        .map(([, , letter]) => letter)
        .slice(0, 5)
        .join(''),
    ).toBe('הכדור');
    expect([...xs].sort((a, b) => b - a)).toEqual(xs);
    expect(nonsense(s.drawn())).toEqual([]);
  });
});
