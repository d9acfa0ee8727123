/** What is asked of the reader: the wager on the edge, what is offered once it is known, and the task. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/learning-rate';
import { offer } from '../../../../web/figures/learning-rate/edge';
import { PRESETS } from '../../../../web/figures/learning-rate/presets';
import type { Race } from '../../../../web/figures/learning-rate/race';
import { spanOf } from '../../../../web/figures/learning-rate/seen';
import { verdict } from '../../../../web/figures/learning-rate/wager';
import { Stage, written } from '../bare-stage';
import { engine, type Settings, type Scene, staged } from './opening';

describe('the figure', () => {
  test('draws neither curve, nor regimes, nor edge before the wager, wherever it is asked', () => {
    const shown = (settings: Settings, width: number): string =>
      staged({ settings, width, step: 3 }, (s) => s.drawn() + written(figure.asked?.(s.view)));
    for (const width of [348, 553])
      for (const settings of [{}, { guess: 0.7 }, { curvature: 200 }, { panel: 'more' }, { step: 40 }] as Settings[]) {
        const before = shown(settings, width);
        for (const part of ['gd-manner-', 'gd-loss-ahead', 'the edge ', 'edge 1', '2 / curvature', 'zoom in'])
          expect(before).not.toContain(part);
        expect(before).toContain('data-spot="guess"');
        expect(shown({ ...settings, revealed: true }, width)).toContain('gd-manner-');
      }
    expect(shown({ revealed: true }, 553)).toContain('the edge, 2 / curvature = 1<');
    expect(shown({ revealed: true }, 553)).toContain('gd-loss-ahead');
  });

  test('leaves guess and truth in the picture', () => {
    const after = staged({ settings: { revealed: true, guess: 0.72 }, width: 553 }, (s) => s.drawn());
    expect(after).toContain('your guess 0.72');
    expect(after).toContain('the edge, 2 / curvature = 1');
    const line = staged({ settings: { revealed: true, guess: 0.72 } }, (s) => written(figure.asked?.(s.view)));
    expect(line.replace(/<[^>]*>|\s+/g, ' ')).toMatch(/your guess +0\.72 .*the edge +1 .*0\.28 too careful/);
  });

  test.each([
    [0.72, '0.28 too careful'],
    [1.3, '0.3 too bold'],
    [0.98, 'a good guess'],
    [1.02, 'a good guess'],
  ])('judges a guess of %d by how far off it is', (guess, words) => expect(verdict(guess, 1)).toBe(words));

  test('has the first step leave the page with its number when the valley is 100 × steeper', () => {
    const drawn = staged({ settings: { curvature: 200 }, step: 1, width: 553 }, (s) => s.drawn());
    expect(drawn).toContain('rate 0.2: the first step lands at ');
    expect(drawn).toContain('>−117<');
    expect(drawn).toContain('>905<');
    expect(drawn).toContain('w² + 5, before');
    expect(drawn).toContain('>100 w² + 5<');
  });

  test('offers to zoom in to the edge, then to divide the rates: the same picture again', () => {
    const stage = new Stage(engine, figure, { curvature: 200, revealed: true }, 553);
    try {
      expect(offer(stage.view)?.text).toBe('the edge, 2 / curvature, is now at 0.01: every rate you had diverges');
      expect(offer(stage.view)?.press.label).toBe('zoom in 100 ×');
      offer(stage.view)?.press.run();
      expect(spanOf(stage.settings).to).toBeCloseTo(0.012, 12);
      expect(offer(stage.view)?.press.label).toBe('divide them by 100');
      offer(stage.view)?.press.run();
      expect(stage.model.balls.map((b) => b.manner)).toEqual(['crawls', 'glides', 'swings', 'diverges']);
      expect(stage.settings.rates).toEqual([0.0002, 0.002, 0.009, 0.0105]);
      expect(offer(stage.view)).toBeUndefined();
      // Once fitted, every ball stands where it did on w² + 5, as far as anybody sees.
      const at = (s: Stage<typeof figure.settings, Race>): number[] =>
        s.model.balls.map((b) => (b.run.loss(3) - s.model.floor) / (s.model.frame.top - s.model.floor));
      const plain = staged({}, at);
      at(stage).forEach((share, i) => expect(share).toBeCloseTo(plain[i] ?? NaN, 9));
    } finally {
      stage.close();
    }
  });

  test('offers nothing where the axis shows what matters, or before the wager', () => {
    expect(staged({ settings: { revealed: true } }, (s) => offer(s.view))).toBeUndefined();
    expect(staged({ settings: { curvature: 200 } }, (s) => offer(s.view))).toBeUndefined();
    expect(staged({ settings: { revealed: true, curvature: 0.2 } }, (s) => offer(s.view)?.press.label)).toBe(
      'zoom out',
    );
  });

  test('has a task that is not done at first, and done by a rate near 1 / curvature', () => {
    const done = (scene: Scene): boolean => staged(scene, (s) => s.done('fastest'));
    expect(done({})).toBe(false);
    for (const p of PRESETS) expect(done({ settings: p.values, step: 40 })).toBe(false);
    const rates = [0.02, 0.48, 0.9, 1.05];
    expect(done({ settings: { rates }, step: 3 })).toBe(true);
    expect(done({ settings: { rates }, step: 1 })).toBe(false);
    expect(done({ settings: { rates, start: 0.5 }, step: 3 })).toBe(false);
    // From 3 a tenth is left after each step: 0.003 after three, 0.0003 after four.
    expect(done({ settings: { rates: [0.02, 0.45, 0.9, 1.05] }, step: 40 })).toBe(false);
    const status = staged({ settings: { rates } }, (s) => figure.goals?.['fastest']?.status(s.view));
    expect(status).toMatch(
      /0\.48 arrives in [123] steps: so near to 1 \/ curvature = 0\.5, each step keeps only 0\.04/,
    );
    const exact = staged({ settings: { rates: [0.02, 0.5, 0.9, 1.05] } }, (s) =>
      figure.goals?.['fastest']?.status(s.view),
    );
    expect(exact).toMatch(/0\.5 arrives in one step: it is 1 \/ curvature = 0\.5/);
  });

  test('has the same task where the text does not give its answer away', () => {
    const done = (settings: Settings): boolean => staged({ settings, step: 3 }, (s) => s.done('rescaled'));
    const at = (curvature: number): number[] => [0.02, 0.2, 0.9].map((r) => r / curvature).concat(1 / curvature);
    expect(done({ rates: at(2) })).toBe(false);
    expect(done({ curvature: 3, rates: at(3) })).toBe(false);
    for (const curvature of [0.5, 1, 4, 200]) expect(done({ curvature, rates: at(curvature) })).toBe(true);
    expect(done({ curvature: 4, rates: [0.02, 0.1, 0.2, 0.4] })).toBe(false);
    expect(done({ curvature: 4, rates: at(4), start: 0.5 })).toBe(false);
    const status = (settings: Settings): string | undefined =>
      staged({ settings }, (s) => figure.goals?.['rescaled']?.status(s.view));
    expect(status({})).toContain('twice as steep or as gentle');
    expect(status({ curvature: 4, rates: at(4) })).toMatch(/0\.25 arrives in one step: it is 1 \/ curvature = 0\.25/);
  });
});
