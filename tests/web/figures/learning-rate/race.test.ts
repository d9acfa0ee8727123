/** Four rates side by side, and the sweep over all: held against what is known about parabolas. */
import { describe, expect, test } from 'vitest';
import { RATES, STEPS } from '../../../../web/figures/learning-rate/race';
import { engine, PLAIN, AXIS, racing } from './opening';

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
