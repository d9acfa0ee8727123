/** How a slider runs over what may be set: each value has a place, and the usual ones have room about them. */
import { beforeAll, describe, expect, test } from 'vitest';

import type { Engine, ParameterInfo } from '../../../web/engine/engine';
import { runOf } from '../../../web/parts/hyperparameters';
import { realEngine } from '../figures/stage';

let all: ParameterInfo[];
beforeAll(async () => {
  const engine: Engine = await realEngine();
  all = engine.optimizers().flatMap((o) => o.parameters.filter(({ scale }) => scale !== 'flag'));
});

const info = (given: Partial<ParameterInfo>): ParameterInfo => ({
  name: 'p',
  label: 'p',
  default: 0.1,
  min: 0,
  max: 1,
  scale: 'linear',
  ...given,
});

describe('a slider', () => {
  test('of whatever parameter rises from place to place, stays in its range, and finds its usual value again', () => {
    for (const p of all) {
      const { low, high, to, from } = runOf(p, p.default);
      expect(to(p.default), p.name).toBeGreaterThanOrEqual(low);
      expect(to(p.default), p.name).toBeLessThanOrEqual(high);
      expect(from(to(p.default)) / (p.default || 1)).toBeCloseTo(p.default ? 1 : 0, 2);
      let before = -Infinity;
      for (let k = 0; k <= 24; k++) {
        const value = from(low + ((high - low) * k) / 24);
        expect(value, p.name).toBeGreaterThan(before);
        expect(value).toBeGreaterThanOrEqual(p.min * (1 - 1e-9));
        expect(value).toBeLessThanOrEqual(p.max * (1 + 1e-9));
        before = value;
      }
    }
  });

  test('from tiny to huge has three decades on either side of the usual value, as far as its range goes', () => {
    const rate = info({ min: 1e-9, max: 1e3, scale: 'log' });
    expect(runOf(rate, 0.01)).toMatchObject({ low: -5, high: 1 });
    expect(runOf(rate, 100)).toMatchObject({ low: -1, high: 3 });
    expect(runOf(rate, 1e-7)).toMatchObject({ low: -9, high: -4 });
  });

  test('of a memory just below 1 has 0, 0.9, 0.99 and 0.999 equally far apart', () => {
    const { low, high, to } = runOf(info({ max: 0.9999 }), 0.9);
    const places = [0, 0.9, 0.99, 0.999, 0.9999].map(to);
    places.forEach((place, k) => expect(place).toBeCloseTo(low + ((high - low) * k) / 4, 9));
  });

  test('of what is usually all but 0 gives small values room', () => {
    const { low, high, to } = runOf(info({ max: 10 }), 0);
    expect(to(1.25)).toBeCloseTo((low + high) / 2, 9);
  });

  test('of many whole numbers is logarithmic from 1, of few even', () => {
    expect(runOf(info({ min: 1, max: 1000, scale: 'whole' }), 100)).toMatchObject({ low: 0, high: 3 });
    expect(runOf(info({ min: 1, max: 20, scale: 'whole' }), 10)).toMatchObject({ low: 1, high: 20 });
  });
});
