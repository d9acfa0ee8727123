/** What is drawn of the four rates: every state, names that tell each other apart, and settings. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/learning-rate';
import { labels, type Label } from '../../../../web/figures/learning-rate/labels';
import { keeps } from '../../../../web/figures/learning-rate/panels';
import { PRESETS } from '../../../../web/figures/learning-rate/presets';
import { STEPS } from '../../../../web/figures/learning-rate/race';
import { spanOf } from '../../../../web/figures/learning-rate/seen';
import { initialValues } from '../../../../web/figures/settings';
import { nonsense, written } from '../bare-stage';
import { type Settings, type Scene, staged } from './opening';

describe('the figure', () => {
  const states: readonly [string, Scene][] = [
    ['at first', {}],
    ['at the end', { step: STEPS }],
    ['revealed', { settings: { revealed: true, guess: 0.4 } }],
    ['on a log scale', { settings: { log: 'log' }, step: 20 }],
    ['resting', { settings: { start: 0 } }],
    ['linex', { settings: { function: 'linex', start: 5, revealed: true }, step: 30 }],
    ['two wells', { settings: { function: 'double_well', start: 1.6, revealed: true, guess: 1 }, step: 2 }],
    ['from beyond the map', { settings: { function: 'linex', start: -10 }, step: 2 }],
    ['over a logarithmic axis', { settings: { axis: 'log', revealed: true }, step: 9 }],
    ['zoomed in', { settings: { curvature: 200, reach: 0.012, revealed: true }, step: 1 }],
    ['with its losses', { settings: { panel: 'losses', revealed: true } }],
    ['with more', { settings: { panel: 'more' } }],
    [
      'where a step has no loss any more',
      { settings: { function: 'linex', start: -3, rates: [10, 10, 10, 10] }, step: 3 },
    ],
    ...PRESETS.map((p): [string, Scene] => [p.label, { settings: p.values, step: 2 }]),
  ];

  test.each(states)('draws nothing unspeakable: %s', (_, scene) => {
    for (const width of [272, 358, 528, 700])
      expect(staged({ ...scene, width }, (s) => nonsense(s.drawn()))).toEqual([]);
  });

  test('names each ball by what the engine judges it does', () => {
    for (const [rates, names] of [
      [
        [0.02, 0.2, 0.9, 1.05],
        ['crawls', 'glides', 'swings', 'diverges'],
      ],
      [
        [0.2, 0.9, 1.02, 0.01],
        ['glides', 'swings', 'diverges', 'crawls'],
      ],
    ] as const)
      staged({ settings: { rates }, width: 553 }, (s) => {
        const drawn = s.drawn();
        for (const name of names) expect(drawn).toMatch(new RegExp(`>${name}( · drag me)?<`));
      });
    // Two that do the same are told apart by their rates.
    const twice = staged({ settings: { rates: [0.1, 0.2, 0.9, 1.05] }, width: 553 }, (s) => s.drawn());
    expect(twice).toContain('>glides, 0.1<');
    expect(twice).toContain('>glides, 0.2');
  });

  test('ends its rate axis where the curve and the rates ask for it, and where it was told to', () => {
    const end = (settings: Settings): number => spanOf({ ...initialValues(figure.settings), ...settings }).to;
    expect(end({})).toBe(1.2);
    expect(end({ curvature: 200 })).toBe(1.2);
    expect(end({ function: 'linex' })).toBe(3);
    expect(end({ rates: [0.02, 0.2, 0.9, 10] })).toBe(12);
    expect(end({ rate: 2.5 })).toBe(3);
    expect(end({ reach: 0.012 })).toBe(0.012);
  });

  test('stands no taller than a chapter has room for, whichever panel is open', () => {
    const height = (settings: Settings, width: number): number =>
      staged({ settings, width }, (s) =>
        Number(/<svg[^>]*?height=(\d+)/.exec(written(figure.plot(s.view)).replace(/"/g, ''))?.[1]),
      );
    expect(height({}, 553)).toBeLessThanOrEqual(432);
    for (const panel of ['losses', 'more', 'none'] as const) expect(height({ panel }, 553)).toBeLessThanOrEqual(356);
    expect(height({}, 348)).toBeLessThanOrEqual(250);
    // However steep the ground: what is below never moves.
    for (const curvature of [0.2, 200])
      for (const width of [348, 553]) expect(height({ curvature, revealed: true }, width)).toBe(height({}, width));
  });

  test('draws every part that a word may point at', () => {
    for (const width of [348, 553]) {
      const drawn = staged({ width }, (s) => s.drawn());
      for (const spot of figure.spots ?? []) expect(drawn).toContain(`data-spot="${spot}"`);
    }
  });

  test.each([
    [0.6, true, 'each step keeps 0.6 of the distance'],
    [-0.8, true, 'each step keeps 0.8 of the distance, on the other side'],
    [-39, true, 'each step makes the distance 39\u00a0× as long, on the other side'],
    [0, true, 'each step keeps nothing of the distance'],
    [-1, true, 'each step keeps all of the distance, on the other side'],
    [2, false, 'this step made the distance 2\u00a0× as long'],
  ])('says that a share of %d stays', (share, every, words) =>
    expect(
      written(keeps({ share, every }))
        .replace(/<[^>]*>/g, '')
        .replace(/[^\S\u00a0]+/g, ' ')
        .trim(),
    ).toBe(words),
  );

  test('names tell each other apart: one that would lie on another takes its next place', () => {
    const label = (text: string): Label => ({
      parts: [{ text, mark: 'gd-note' }],
      spots: [10, 40].map((y) => ({ x: 50, y, anchor: 'start' }) as const),
    });
    const box = { left: 0, right: 200, top: -20, bottom: 100 };
    const places = written(labels([label('swings'), label('glides')], [], box)).match(/ y="?(\d+)/g);
    expect(places?.map((p) => Number(p.replace(/\D/g, '')))).toEqual([10, 40]);
    // Out of the box is worse than on top of something.
    const [inside] = written(labels([label('crawls')], [], { ...box, top: 20 })).match(/ y="?\d+/g) ?? [];
    expect(inside).toContain('40');
  });

  test('says that a run diverged, and leaves the others running', () => {
    const said = staged({ step: 20 }, (s) => s.drawn());
    expect(said).toContain('>diverged at step 17<');
    expect(said).toContain('Rate 0.2 glides: weight 0.00, loss 5.00');
    expect(said).toContain('Rate 1.05 diverges: diverged at step 17');
  });

  test('lets `rate` stand in for the chosen ball', () => {
    const rates = (settings: Settings): number[] => staged({ settings }, (s) => s.model.balls.map((b) => b.rate));
    expect(rates({ rate: 0.4 })).toEqual([0.02, 0.4, 0.9, 1.05]);
    expect(rates({ rate: 0.4, chosen: 4 })).toEqual([0.02, 0.2, 0.9, 0.4]);
  });

  test('comes back from a link as it went in', () => {
    const settings = {
      function: 'linex',
      start: -1.25,
      rates: [0.0001, 0.3, 1.9, 10],
      rate: 0.7,
      chosen: 3,
      guess: 2.2,
      revealed: true,
      log: 'log',
      panel: 'more',
      axis: 'log',
      reach: 0.012,
      frame: 'fitted',
    } as const;
    const { values, problems } = staged({ settings }, (s) => s.viaLink());
    expect(problems).toEqual([]);
    expect(values).toMatchObject(settings);
  });
});
