/** Four rates side by side, and the sweep: held against what is known about parabolas. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/learning-rate';
import { race, RATES, STEPS, type Race, type RaceOptions } from '../../../web/figures/learning-rate/race';
import type { Values } from '../../../web/figures/settings';
import { nonsense, realEngine, Stage } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

const PLAIN: RaceOptions = { function: 'parabola', curvature: 2, start: 3, rates: [0.02, 0.2, 0.9, 1.05] };

function racing<R>(options: Partial<RaceOptions>, look: (r: Race) => R): R {
  const run = race(engine, { ...PLAIN, ...options });
  try {
    return look(run);
  } finally {
    run.dispose();
  }
}

type Settings = Partial<Values<typeof figure.settings>>;
type Scene = { readonly settings?: Settings; readonly step?: number; readonly width?: number };

/** The figure in one of its states; `look` sees it before it is put away. */
function staged<R>(
  { settings = {}, step = figure.firstStep ?? 0, width }: Scene,
  look: (s: Stage<typeof figure.settings, Race>) => R,
): R {
  const stage = new Stage(engine, figure, settings, width);
  stage.go(step);
  try {
    return look(stage);
  } finally {
    stage.close();
  }
}

describe('a race', () => {
  test('moves each ball by the factor 1 - rate x curvature', () => {
    racing({}, ({ balls }) => {
      for (const { rate, run } of balls)
        for (let k = 0; k <= run.steps; k++) expect(run.parameter(k, 0)).toBeCloseTo(3 * (1 - 2 * rate) ** k, 9);
    });
  });

  test.each([0.2, 2, 31, 200])('names what a parabola of curvature %d does to each rate', (curvature) => {
    const [glide, edge] = [1 / curvature, 2 / curvature];
    const rates = [0.0101 * glide, 0.7 * glide, 0.95 * edge, 1.02 * edge].map((r) => Math.min(r, RATES.max));
    racing({ curvature, rates }, ({ balls }) => {
      expect(balls.slice(0, 3).map((b) => b.manner)).toEqual(['crawls', 'glides', 'swings']);
      if (rates[3]! > edge) expect(balls[3]?.manner).toBe('diverges');
    });
  });

  test('says at which step a run diverged: the first whose loss is beyond ten maps', () => {
    racing({}, ({ balls, out }) => {
      expect(out).toBeCloseTo(10 * (4 ** 2 + 5), 9);
      let n = 0;
      while (5 + 9 * 1.1 ** (2 * n) <= out) n++;
      expect(balls[3]?.diverged).toBe(true);
      expect(balls[3]?.steps).toBe(n);
    });
  });

  test('depends on rate x curvature alone: 100 times steeper, rates a hundredth, the same path', () => {
    racing({}, (plain) =>
      racing({ curvature: 200, rates: PLAIN.rates.map((r) => r / 100) }, (steep) => {
        plain.balls.forEach((ball, i) => {
          expect(steep.balls[i]?.manner).toBe(ball.manner);
          for (let k = 0; k <= Math.min(12, ball.run.steps); k++)
            expect(steep.balls[i]?.run.parameter(k, 0)).toBeCloseTo(ball.run.parameter(k, 0), 6);
        });
      }),
    );
  });

  test('on the steep and gentle curve a rate of 2.5 swings and never leaves, as the text says', () => {
    racing({ function: 'linex', start: 5, rates: [2.5, 2.5, 2.5, 2.5] }, ({ balls, ground }) => {
      expect(balls[0]?.manner).toBe('swings');
      expect(balls[0]?.diverged).toBe(false);
      expect(balls[0]?.finalLoss).toBeGreaterThan((ground.minima[0]?.y ?? 0) + 0.1);
    });
  });

  test('rests where there is no slope', () => {
    racing({ start: 0 }, ({ balls, steps }) => {
      expect(balls.map((b) => b.manner)).toEqual(['rests', 'rests', 'rests', 'rests']);
      expect(steps).toBe(0);
    });
  });

  test('gives back every handle', () => {
    const before = engine.liveHandles();
    racing({}, (r) => r.edge());
    expect(engine.liveHandles()).toBe(before);
  });
});

describe('the sweep', () => {
  test('covers all rates without gaps, its borders within a grid step of 1 and 2 over the curvature', () => {
    racing({}, ({ swept: { bands } }) => {
      expect(bands.map((b) => b.manner)).toEqual(['crawls', 'glides', 'swings', 'diverges']);
      expect(bands[0]?.from).toBeCloseTo(RATES.min, 12);
      expect(bands[3]?.to).toBeCloseTo(RATES.max, 9);
      bands.slice(1).forEach((b, i) => expect(b.from).toBe(bands[i]?.to));
      expect(Math.abs(Math.log10((bands[2]?.from ?? 0) / 0.5))).toBeLessThan(0.03);
      expect(Math.abs(Math.log10((bands[3]?.from ?? 0) / 1))).toBeLessThan(0.03);
    });
  });

  test('ends each race where the closed form says', () => {
    racing({}, ({ swept: { rates, excess } }) => {
      rates.forEach((rate, i) => {
        const exact = 9 * (1 - 2 * rate) ** (2 * STEPS);
        if (exact > 1e-9 && exact < 100) expect(excess[i]).toBeCloseTo(exact, 6);
      });
    });
  });

  test.each([0.5, 2, 200])('finds the edge of a parabola of curvature %d at 2 / curvature', (curvature) => {
    racing({ curvature }, (r) => expect(r.edge() * curvature).toBeCloseTo(2, 2));
  });

  test('finds the edge of other curves at 2 over the curvature of the bottom they settle in', () => {
    racing({ function: 'linex', start: 5 }, (r) => expect(r.edge()).toBeCloseTo(2, 1));
    racing({ function: 'double_well', start: 1.6 }, (r) => {
      expect(r.edge() * (r.swept.last?.curvature ?? 0)).toBeCloseTo(2, 1);
    });
  });
});

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
    ...(figure.presets ?? []).map((p): [string, Scene] => [p.label, { settings: p.values, step: 2 }]),
  ];

  test.each(states)('draws nothing unspeakable: %s', (_, scene) => {
    for (const width of [272, 358, 528, 700])
      expect(staged({ ...scene, width }, (s) => nonsense(s.drawn()))).toEqual([]);
  });

  test('hides the sweep until it is asked for', () => {
    const shown = (revealed: boolean): string => staged({ settings: { revealed } }, (s) => s.drawn());
    expect(shown(false)).not.toContain('gd-manner-');
    expect(shown(false)).not.toContain('2 / curvature');
    expect(shown(true)).toContain('gd-manner-swings');
    expect(shown(true)).toContain('2 / curvature');
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

  test('has a task that is not done at first, and done by a rate near 1 / curvature', () => {
    const done = (scene: Scene): boolean => staged(scene, (s) => s.done('fastest'));
    expect(done({})).toBe(false);
    for (const p of figure.presets ?? []) expect(done({ settings: p.values, step: 40 })).toBe(false);
    const rates = [0.02, 0.48, 0.9, 1.05];
    expect(done({ settings: { rates }, step: 3 })).toBe(true);
    expect(done({ settings: { rates }, step: 1 })).toBe(false);
    expect(done({ settings: { rates, start: 0.5 }, step: 3 })).toBe(false);
    // From 3 a tenth is left after each step: 0.003 after three, 0.0003 after four.
    expect(done({ settings: { rates: [0.02, 0.45, 0.9, 1.05] }, step: 40 })).toBe(false);
    const status = staged({ settings: { rates } }, (s) => figure.goals?.['fastest']?.status(s.view));
    expect(status).toMatch(/0\.48 arrives in [123] steps/);
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
    } as const;
    const { values, problems } = staged({ settings }, (s) => s.viaLink());
    expect(problems).toEqual([]);
    expect(values).toMatchObject(settings);
  });
});
