/** One weight: what its picture says is the run's, its wager is not answered before it is made, and its task cannot be faked. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure as oneWeight } from '../../../web/figures/one-weight';
import { conditions } from '../../../web/figures/one-weight/goal';
import { moved } from '../../../web/figures/one-weight/hill';
import { roomOf } from '../../../web/figures/one-weight/room';
import type { OneWeight, Seen } from '../../../web/figures/one-weight/seen';
import { isOpen, joined } from '../../../web/figures/one-weight/starts';
import { decimalsFor } from '../../../web/figures/one-weight/sum';
import { slopeName, tangent } from '../../../web/figures/one-weight/valley';
import { guessAt, verdict } from '../../../web/figures/one-weight/wager';
import { renderPoster } from '../../../web/figures/poster';
import { nonsense, realEngine, Stage, written } from './stage';

type OneStage = Stage<typeof oneWeight.settings, OneWeight>;

let engine: Engine;
const open: OneStage[] = [];
const stage = (settings: Partial<Seen['settings']> = {}, step = 0): OneStage => {
  const made = new Stage<typeof oneWeight.settings, OneWeight>(engine, oneWeight, settings);
  made.go(step);
  open.push(made);
  return made;
};
const panels = (s: OneStage): string => written(oneWeight.panels!(s.view));
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

beforeAll(async () => {
  engine = await realEngine();
});
afterEach(() => {
  for (const s of open.splice(0)) s.close();
  expect(engine.liveHandles()).toBe(0);
});

describe('the wager', () => {
  // On w² + 5 from 3 at 0.1 the weight is 3 · 0.8^k.
  test('is answered neither in the picture nor in any panel before the step is taken', () => {
    for (const panel of ['step', 'steps', 'curve'] as const)
      for (const guess of [null, 1.2]) {
        const s = stage({ panel, guess, guessFor: 3 }, 2);
        const told = plain(s.drawn());
        expect(told).toContain('1.92');
        expect(told).not.toMatch(/1\.53[56]|7\.359|7\.36/);
      }
  });

  test('nor by the numbers, while a guess waits for its step', () => {
    const rows = (s: OneStage): number => oneWeight.tables!(s.view)[0]!.rows.length;
    expect(rows(stage({ guess: 1.2, guessFor: 3 }, 2))).toBe(3);
    expect(rows(stage({ guess: 1.2, guessFor: 3 }, 3))).toBe(41);
  });

  test('fills the hole in the arithmetic, and stays beside the truth', () => {
    const s = stage({ guess: 1.62, guessFor: 3 }, 2);
    expect(plain(panels(s))).toMatch(/step 3, to come lands at 1\.62 = was at 1\.920 − rate 0\.1 × slope 3\.840/);
    expect(verdict(s.view)).toBeUndefined();
    s.go(3);
    expect(verdict(s.view)?.truth).toBeCloseTo(1.536, 12);
    expect(plain(s.drawn())).toContain('0.084 too short');
    expect(plain(panels(s))).toMatch(/step 3 lands at 1\.536 = was at 1\.920/);
  });

  test.each([
    [2.6, 'too short'],
    [2.1, 'too far'],
    [2.4, 'exactly'],
  ])('a guess of %d for the first step, which lands at 2.4, is %s', (guess, words) => {
    expect(verdict(stage({ guess, guessFor: 1 }, 1).view)?.text).toContain(words);
  });

  test('after the last step there is none', () => {
    const s = stage({ rate: 0.5 }, 1);
    expect(s.model.steps).toBe(1);
    expect(s.drawn()).not.toContain('Your guess');
  });
});

describe('the picture', () => {
  test('the loss so far stands at the ball’s own height', () => {
    for (const step of [0, 1, 2, 7]) {
      const s = stage({}, step);
      const r = roomOf(s.view);
      const at = Math.round(r.y.at(s.model.run.loss(step)) * 10) / 10;
      const ball = /translate\([\d.]+ ([\d.]+)\)[^]*?The ball|The ball[^]*?translate\([\d.]+ ([\d.]+)\)/.exec(
        s.drawn().slice(s.drawn().indexOf('aria-label=The ball') - 200),
      );
      expect(Number(ball?.[1] ?? ball?.[2])).toBe(at);
      expect(s.drawn()).toContain(`cy=${at} r="5"`);
    }
  });

  test('the tangent stays in the plot, and the slope’s name off the guess, wherever they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('parabola' as const, 'linex' as const, 'double_well' as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(348, 553),
        (name, share, other, width) => {
          const s = stage({ function: name });
          s.width = width;
          const [low, high] = s.model.ground.domain;
          s.set({ start: low + (high - low) * share, guess: low + (high - low) * other });
          const r = roomOf(s.view);
          const line = tangent(s.view, r);
          const guess = guessAt(s.view, r)!;
          if (line) {
            for (const [x, y] of [line.from, line.to]) {
              expect(x).toBeGreaterThanOrEqual(r.box.left - 0.01);
              expect(x).toBeLessThanOrEqual(r.box.right + 0.01);
              expect(y).toBeGreaterThanOrEqual(r.box.top - 4.1);
              expect(y).toBeLessThanOrEqual(r.box.bottom + 0.1);
            }
            const name = slopeName(s.view, r, line, guess);
            expect(Math.abs(name.x - guess)).toBeGreaterThan((name.text.length * 6.9) / 2);
          }
          open.splice(0).forEach((o) => o.close());
        },
      ),
      { numRuns: 120 },
    );
  });

  test('small numbers read as numbers: the sum can be done by eye', () => {
    const { run } = stage({ rate: 0.2 }).model;
    expect(decimalsFor(run.explain(1, 0))).toBe(3);
    const late = run.explain(22, 0);
    const p = decimalsFor(late) as number;
    const [was, slope, lands] = ['parameter', 'gradient', 'result'].map((role) =>
      Number(late.terms.find((t) => t.role === role)!.value.toFixed(p)),
    ) as [number, number, number];
    expect(slope).toBeGreaterThan(0);
    expect(Math.abs(was - 0.2 * slope - lands)).toBeLessThan(2 * 10 ** -p);
    expect(decimalsFor(run.explain(run.steps, 0))).toBe('significant');
  });

  test('the static picture is complete', () => {
    const { svg } = renderPoster(engine, 'one-weight');
    expect(nonsense(svg)).toEqual([]);
    expect(svg).toContain('loss so far');
  });

  test('never holds anything but numbers', () => {
    const settings = fc.record({
      function: fc.constantFrom('parabola' as const, 'linex' as const, 'double_well' as const),
      rate: fc.double({ min: -3, max: 1, noNaN: true }).map((p) => 10 ** p),
      start: fc.double({ min: -10, max: 10, noNaN: true }),
      guess: fc.option(fc.double({ min: -100, max: 100, noNaN: true })),
      guessFor: fc.integer({ min: 1, max: 40 }),
      panel: fc.constantFrom('step' as const, 'steps' as const, 'curve' as const),
      log: fc.constantFrom('linear' as const, 'log' as const),
    });
    fc.assert(
      fc.property(
        settings,
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.integer({ min: 280, max: 900 }),
        (o, t, w) => {
          const s = stage(o);
          s.width = w;
          s.go(t);
          expect(nonsense(s.drawn())).toEqual([]);
          open.splice(0).forEach((one) => one.close());
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe('the hilltop', () => {
  const wells = { function: 'double_well', rate: 0.1 } as const;
  // (w² - 1)² + 0.3 w + 0.5 is level where 4 w (w² - 1) = -0.3.
  const level = (w: number): number => 4 * w * (w * w - 1) + 0.3;

  test('is where the slope is zero between the wells', () => {
    const { top } = stage(wells).model.hill!;
    expect(level(top)).toBeCloseTo(0, 9);
    expect(top).toBeGreaterThan(-0.9);
    expect(top).toBeLessThan(0.9);
  });

  test('the starts that solve it are wide enough for a hand once the loupe is open, and hardly visible before', () => {
    const s = stage(wells);
    const { hill } = s.model;
    const pixels = (width: number, [low, high]: readonly [number, number]): number => {
      const r = roomOf({ width, model: s.model });
      const solving = Array.from(hill!.near.x).filter((_, i) => (hill!.near.y[i] ?? 1) < 0.05);
      return ((Math.max(...solving) - Math.min(...solving)) / (high - low)) * (r.starts!.right - r.starts!.left);
    };
    expect(pixels(553, s.model.ground.domain)).toBeLessThan(4);
    expect(pixels(553, hill!.lens)).toBeGreaterThan(48);
    expect(pixels(348, hill!.lens)).toBeGreaterThan(30);
  });

  test('how far five steps move a ball is what the run does', () => {
    const s = stage(wells);
    const { moves } = s.model.hill!;
    for (const i of [10, 40, 83, 120]) {
      s.set({ start: moves.x[i]! });
      expect(moved(s.model)).toBeCloseTo(moves.y[i]!, 12);
    }
  });

  test('is solved there after five steps, and says why', () => {
    const s = stage({ ...wells, start: 0.08 });
    expect(s.done('hilltop')).toBe(false);
    s.go(5);
    expect(s.done('hilltop')).toBe(true);
    expect(oneWeight.goals!['hilltop']!.status(s.view)).toMatch(
      /from 0\.080, the hilltop: level, and downhill on both/,
    );
    expect(conditions(s.view).map((c) => c.met)).toEqual([true, true]);
  });

  test.each([
    ['a bottom', { start: 0.96 }, [true, false]],
    ['a slope', { start: 0.2 }, [false, true]],
    ['a small rate', { start: 0.4, rate: 0.002 }, [false, true]],
    ['a small rate on the top', { start: 0.08, rate: 0.002 }, [false, true]],
  ])('cannot be faked by %s', (_, settings, met) => {
    const s = stage({ ...wells, ...settings }, 5);
    expect(s.done('hilltop')).toBe(false);
    expect(conditions(s.view).map((c) => c.met)).toEqual(met);
  });

  test('no rate and no start far from the top solves it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: -3, max: 1, noNaN: true }).map((p) => 10 ** p),
        (start, rate) => {
          const s = stage({ ...wells, start, rate }, 5);
          const solved = s.done('hilltop');
          const { top } = s.model.hill!;
          open.splice(0).forEach((o) => o.close());
          expect(!solved || Math.abs(start - top) < 0.05).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the loupe opens near it and nowhere else', () => {
    const at = (start: number): boolean => isOpen(stage({ ...wells, start }).view);
    expect([at(0.05), at(0.08), at(0.3), at(-1), at(1.6)]).toEqual([true, true, false, false, false]);
    expect(stage({ ...wells, start: 0.08 }).drawn()).toContain('25 times finer');
    expect(stage({ start: 0.08 }).drawn()).not.toContain('finer');
  });

  test('is inked only where the hand has been', () => {
    expect(
      joined([
        [3, 4],
        [0, 1],
        [0.5, 2],
      ]),
    ).toEqual([
      [0, 2],
      [3, 4],
    ]);
    const s = stage({ ...wells, start: 0.05 });
    const inked = (): number => (s.drawn().match(/gd-solid-line" d=M[^"]*L/g) ?? []).length;
    const before = inked();
    s.local = { been: { rate: 0.1, spans: [[0.02, 0.06]] } };
    expect(inked()).toBe(before + 1);
    s.local = { been: { rate: 0.2, spans: [[0.02, 0.06]] } };
    expect(inked()).toBe(before);
  });
});
