/** Four rates side by side, and the sweep: held against what is known about parabolas. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/learning-rate';
import { offer } from '../../../web/figures/learning-rate/edge';
import { labels, type Label } from '../../../web/figures/learning-rate/labels';
import { keeps } from '../../../web/figures/learning-rate/panels';
import { PRESETS } from '../../../web/figures/learning-rate/presets';
import { race, RATES, STEPS, type Race, type RaceOptions } from '../../../web/figures/learning-rate/race';
import { spanOf } from '../../../web/figures/learning-rate/seen';
import { verdict } from '../../../web/figures/learning-rate/wager';
import { initialValues, type Values } from '../../../web/figures/settings';
import { nonsense, realEngine, Stage, written } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

const PLAIN: RaceOptions = { function: 'parabola', curvature: 2, start: 3, rates: [0.02, 0.2, 0.9, 1.05] };

const AXIS = { kind: 'linear', to: 1.2 } as const;

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

  test('takes as long on the time line however soon the four are over: what every rate does goes on', () => {
    for (const rates of [PLAIN.rates, [3, 4, 5, 6], [0.5, 0.5, 0.5, 0.5]])
      racing({ rates }, ({ steps }) => expect(steps).toBe(STEPS));
  });

  test('knows where the step that led out of bounds lands, as the rule says', () => {
    racing({ curvature: 200, rates: [0.2, 0.2, 0.2, 1.05] }, ({ balls }) => {
      expect(balls.map((b) => b.run.steps)).toEqual([0, 0, 0, 0]);
      expect(balls[0]?.leap?.weight).toBe(-117);
      expect(balls[3]?.leap?.weight).toBeCloseTo(3 - 1.05 * 600, 9);
      expect(balls[0]?.leap?.explanation.terms.find((t) => t.role === 'result')?.value).toBe(-117);
    });
    racing({}, ({ balls }) => {
      expect(balls[3]?.leap?.weight).toBeCloseTo(3 * -(1.1 ** 17), 6);
      expect(balls[2]?.leap).toBeUndefined();
    });
  });

  test('keeps the frame of w² + 5 for every parabola, unless it is to be fitted', () => {
    const plain = racing({}, (r) => r.frame);
    for (const curvature of [0.2, 20, 200, 2000]) {
      racing({ curvature }, (r) => {
        expect(r.frame).toEqual(plain);
        const edge = r.before?.x[0] ?? 0;
        expect(r.before?.y[0]).toBeCloseTo(edge * edge + 5, 9);
      });
      racing({ curvature, fitted: true }, (r) =>
        expect(r.frame.top - 5).toBeCloseTo(((plain.top - 5) * curvature) / 2, 6),
      );
    }
    expect(racing({}, (r) => r.before)).toBeUndefined();
  });

  test('gives back every handle', () => {
    const before = engine.liveHandles();
    for (const curvature of [2, 200]) racing({ curvature }, (r) => [r.edge(), r.sweeps.after(3, AXIS)]);
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

  test('over the axis, halves a border down to less than a pixel', () => {
    racing({}, ({ sweeps }) => {
      const bands = sweeps.bands(AXIS);
      expect(bands.map((b) => b.manner)).toEqual(['crawls', 'glides', 'swings', 'diverges']);
      // After 40 steps a hundredth of the height is left: the border between slow and done.
      const slow = (1 - 0.01 ** (1 / (2 * STEPS))) / 2;
      for (const [i, border] of [slow, 0.5, 1].entries()) expect(bands[i + 1]?.from).toBeCloseTo(border, 3);
      expect(bands.at(-1)?.to).toBeCloseTo(1.2, 12);
    });
  });

  test.each([0, 1, 3, STEPS])('follows the time line: after %d steps, what the closed form says', (steps) => {
    racing({}, ({ sweeps }) => {
      const { x, y } = sweeps.after(steps, AXIS);
      expect(x.at(-1)).toBeCloseTo(1.2, 12);
      x.forEach((rate, i) => {
        const exact = 9 * (1 - 2 * rate) ** (2 * steps);
        if (exact > 1e-9) expect(y[i]! / exact).toBeCloseTo(1, 5);
      });
    });
  });

  test('agrees with the ball of the same rate, out of bounds as well', () => {
    const rates = [0.0025, 0.2, 0.9, 1.05];
    racing({ rates }, ({ sweeps, balls, floor }) => {
      for (const steps of [1, 7, 16])
        balls.forEach(({ rate, run }) => {
          const { x, y } = sweeps.after(steps, AXIS);
          const i = x.findIndex((r) => Math.abs(r - rate) < 1e-9);
          expect(i).toBeGreaterThanOrEqual(0);
          if (steps <= run.steps) expect(y[i]).toBeCloseTo(run.loss(steps) - floor, 6);
        });
      expect(sweeps.after(STEPS, AXIS).y.every(Number.isFinite)).toBe(true);
    });
  });

  test('on two wells from 2, a rate of 0.2 is below 2 / curvature and leaves all the same', () => {
    racing({ function: 'double_well', start: 2, rates: [0.2, 0.2, 0.2, 0.2] }, ({ balls, swept }) => {
      expect(2 / (swept.last?.curvature ?? 0)).toBeGreaterThan(0.2);
      expect(balls[0]?.manner).toBe('diverges');
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
