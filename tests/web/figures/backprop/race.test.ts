/** The race between the sweep and nudging every dial, and the wager on it. */
import { describe, expect, test } from 'vitest';
import { figure as backprop } from '../../../../web/figures/backprop';
import { raceFacts } from '../../../../web/figures/backprop/facts';
import { passesOf } from '../../../../web/figures/backprop/race';
import { raceHand, raceVerdict } from '../../../../web/figures/backprop/race-wager';
import { logAxis } from '../../../../web/plot/scales';
import { plain, written } from '../bare-stage';
import { engine, stage } from './opening';

describe('the race', () => {
  test('ends with both sheets alike: nudging finds what the sweep found', async () => {
    const s = stage({ panel: 'race' }, 131);
    const race = s.model.race!;
    s.drawn();
    await expect.poll(() => race.nudgedSoFar(), { timeout: 20_000 }).toBe(13_002);
    const off = race.nudged.map((slope, i) => Math.abs(slope - race.gradient[i]!));
    expect(Math.max(...off)).toBeLessThan(1e-5);
    expect(race.gradient.some((slope) => slope > 0.01)).toBe(true);
  }, 30_000);

  test('counts passes and multiplications as the engine makes them', () => {
    expect(raceFacts(engine)).toMatchObject({ dials: 13_002, forwards: 13_002, backwards: 25_994, passes: 13_003 });
    const s = stage({ panel: 'race' }, 12);
    const told = plain(s.drawn().replaceAll('\u202f', ''));
    expect(told).toMatch(/multiplied 38996/);
    expect(told).toContain(`multiplied ${1200 * 13_002}`);
    expect(told).toMatch(/1200 of 13003 passes: nudging has priced 1199 dials/);
    expect(told).toMatch(/the sweep\s+all\s*\./);
    expect(told).toMatch(/3\.00 for a pass\s+and a sweep/);
    expect(s.model.steps).toBe(131);
    // The last portion is a small one: there are no more dials than there are.
    expect(plain(stage({ panel: 'race' }, 131).drawn().replaceAll('\u202f', ''))).toContain('has priced 13002 dials');
  });

  test('begins with nothing priced', () => {
    const told = plain(stage({ panel: 'race' }, 0).drawn());
    expect(told).toMatch(/nudging has priced 0 dials.*, the sweep none/);
  });

  test('is wagered on before it runs, and answered nowhere until then', () => {
    for (const priced of [null, 400]) {
      const s = stage({ panel: 'race', priced }, 0);
      const told = plain(s.drawn().replaceAll('\u202f', ''));
      expect(told).not.toMatch(/by nudging|\b2 dials/);
      expect(told).toMatch(priced === null ? /how many dials does nudging price\?/ : /your guess 400 dials by then/);
      s.go(1);
      const after = plain(s.drawn().replaceAll('\u202f', ''));
      expect(after).toContain('13003 by nudging');
      if (priced === null) expect(after).not.toContain('your guess');
      else expect(after).toMatch(/your guess 400 nudging had priced 2 200 times too many/);
    }
  });

  test('has an answer that is the engine’s count: what a pass and a sweep cost buys nudging so many dials', () => {
    const { byThen, sweep, dials } = raceFacts(engine);
    expect(byThen).toBe(2);
    expect(passesOf(byThen)).toBeCloseTo(sweep, 2);
    expect(byThen).toBeLessThan(dials / 1000);
  });

  test.each([
    [2, 2, 'spot on'],
    [400, 2, '200 times too many'],
    [13000, 2, '6500 times too many'],
    [1, 2, '2 times too few'],
  ])('a guess of %d for %d is told to be %s', (guess, truth, words) => {
    expect(raceVerdict(guess, truth)).toBe(words);
  });

  test('lets a hand guess from one dial to all, in two digits, and keys never stand still', () => {
    const s = stage({ panel: 'race' }, 0);
    const x = logAxis([1, 1e6], [44, 519]);
    const { race } = s.model;
    const hand = () => raceHand(s.view, race!, x);
    for (const [px, dials] of [
      [0, 1],
      [900, 13_002],
      [x.at(437), 440],
    ] as const) {
      hand().move(px);
      expect(s.settings.priced).toBe(dials);
      expect(s.viaLink().problems).toEqual([]);
    }
    s.set({ priced: 1 });
    for (let before = 1; before < 13_002; before = s.settings.priced!) {
      hand().nudge(1, 0, 1);
      expect(s.settings.priced!).toBeGreaterThan(before);
    }
    for (let before = s.settings.priced!; before > 1; before = s.settings.priced!) {
      hand().nudge(0, -1, 0.1);
      expect(s.settings.priced!).toBeLessThan(before);
    }
  });

  test('prints every slope where its input’s pixel is, full where it raises the loss and flat where it lowers it', () => {
    const s = stage({ panel: 'race' }, 1);
    const { gradient } = s.model.race!;
    const sheets = written(backprop.plot(s.view)).split('<rect class=gd-sheet').slice(1, 17);
    expect(sheets).toHaveLength(16);
    let marks = 0;
    for (const [neuron, sheet] of sheets.entries())
      for (const [, x, y, rest] of sheet.matchAll(/M(\d+) (\d+)h1(v1|v\.45)h-1z/g)) {
        marks += 1;
        const slope = gradient[(Number(y) * 28 + Number(x)) * 16 + neuron]!;
        expect(rest === 'v1' ? slope > 0 : slope < 0).toBe(true);
        expect(s.model.race!.pixels[Number(y) * 28 + Number(x)]).toBeGreaterThan(0);
      }
    expect(marks).toBeGreaterThan(500);
  });

  test('stops when it is left', async () => {
    const s = stage({ panel: 'race' }, 131);
    const race = s.model.race!;
    s.drawn();
    s.set({ panel: 'box' });
    const at = race.nudgedSoFar();
    await new Promise((later) => setTimeout(later, 60));
    expect(race.nudgedSoFar() - at).toBeLessThan(200);
  });
});
