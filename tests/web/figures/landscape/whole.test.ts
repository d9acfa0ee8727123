/** The landscape as a whole: every setting, its still picture, and what the text says. */
import { describe, expect, test } from 'vitest';
import { RUNS } from '../../../../web/figures/landscape/ends';
import { landscapeFacts } from '../../../../web/figures/landscape/facts';
import { renderPoster } from '../../../../web/figures/poster';
import { nonsense } from '../bare-stage';
import { engine, stage } from './opening';

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
