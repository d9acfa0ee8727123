/** Shannon’s game keeps its count. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/surprise';
import { bitsOfTries, guess, KEYS, readerBits, sentenceOf, wanted } from '../../../../web/figures/surprise/game';
import { tableBits } from '../../../../web/figures/surprise/ruler';
import { sentences } from '../../../../web/figures/surprise/sentences';
import { nonsense, plain } from '../bare-stage';
import { type SurpriseStage, stage } from './opening';

describe('Shannon’s game', () => {
  const play = (s: SurpriseStage, tries: (right: string) => readonly string[]): void => {
    for (let right = wanted(s.view); right !== undefined; right = wanted(s.view))
      for (const letter of tries(right)) guess(s.view, letter);
  };

  test('keeps only tries, and says nothing of the answer before the end', () => {
    const s = stage({ panel: 'game' }, 1000);
    expect(plain(s.drawn())).not.toMatch(/table \d|you \d|people/);
    expect(plain(s.drawn())).toContain('alphabet 4.75');
    guess(s.view, 'z');
    guess(s.view, 'z');
    expect(s.settings.struck).toBe('z');
    guess(s.view, wanted(s.view)!);
    expect(s.settings.tries).toEqual([2]);
    expect(s.settings.struck).toBe('');
    for (const t of figure.tables!(s.view)) expect(JSON.stringify(t.rows)).not.toMatch(/\d\.\d/);
    play(s, (right) => [right]);
    expect(s.settings.tries).toHaveLength(sentenceOf(s.view).length - 1);
    expect(plain(s.drawn())).toMatch(/table 3\.\d/);
    expect(s.viaLink().values.tries).toEqual(s.settings.tries);
  });

  test('whoever needs one try each is not surprised at all; whoever guesses blindly, as much as an alphabet or less', () => {
    expect(bitsOfTries([1, 1, 1])).toEqual([0, 0, 0]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 27 }), { minLength: 1, maxLength: 40 }), (tries) => {
        const bits = bitsOfTries(tries);
        const mean = bits.reduce((a, b) => a + b, 0) / bits.length;
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(Math.log2(27) + 1e-12);
      }),
    );
  });

  test('at update 0 the table is the alphabet, and the more it has learned the further left it stands', () => {
    const all = [0, 10, 1000].map((step) => tableBits(stage({ panel: 'game', over: true }, step).view));
    expect(all[0]).toBeCloseTo(Math.log2(27), 9);
    expect(all[1]).toBeLessThan(all[0]!);
    expect(all[2]).toBeLessThan(all[1]!);
    for (let round = 1; round <= sentences.length; round++) {
      const bits = tableBits(stage({ panel: 'game', round, over: true }, 1000).view);
      expect(bits).toBeGreaterThan(2.9);
      expect(bits).toBeLessThan(4);
    }
  });

  test('is won with fewer bits than the table, played to its end', () => {
    const s = stage({ panel: 'game' }, 1000);
    play(s, (right) => [right]);
    expect(readerBits(s.view)).toBe(0);
    expect(s.done('shannon')).toBe(true);
    expect(figure.goals!.shannon!.status(s.view)).toMatch(/one letter back/);
    const lost = stage({ panel: 'game' }, 1000);
    let k = 0;
    play(lost, (right) => [...KEYS.filter((c) => c !== right).slice(0, (k++ * 7) % 20), right]);
    expect(lost.done('shannon')).toBe(false);
    const shown = stage({ panel: 'game', over: true }, 1000);
    expect(shown.done('shannon')).toBe(false);
  });

  test.each([350, 553])('is drawn in numbers at every stage, %i px wide', (width) => {
    for (const settings of [
      { bet: null },
      { bet: 2.2, struck: 'fhist_' },
      { over: true, bet: 2.2 },
      { over: true, tries: [1, 2, 11, 1], letter: 4 },
    ]) {
      const s = stage({ panel: 'game', ...settings }, 1000, width);
      expect(nonsense(s.drawn())).toEqual([]);
    }
  });
});
