/** A curve's bottoms: the nearest one, and the one that the ground leads down to. */
import { beforeAll, describe, expect, test } from 'vitest';

import type { Engine } from '../../../web/engine/engine';
import { curveNames, profile } from '../../../web/figures/profile';
import { realEngine } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

describe.each(curveNames)('%s', (name) => {
  test('has its nearest bottom where no other is nearer, level, lower than its surroundings and bent as it says', () => {
    const ground = profile(engine, { name });
    expect(ground.minima.length).toBeGreaterThan(0);
    for (const w of ground.curve.x as Float64Array) {
      const bottom = ground.nearest(w)!;
      for (const other of ground.minima) expect(Math.abs(bottom.x - w)).toBeLessThanOrEqual(Math.abs(other.x - w));
    }
    for (const { x, y, curvature } of ground.minima) {
      expect(Math.abs(ground.slope(x))).toBeLessThan(1e-9);
      expect(y).toBeCloseTo(ground.value(x), 12);
      for (const h of [1e-3, -1e-3]) {
        expect(ground.value(x + h)).toBeGreaterThan(y);
        expect(ground.slope(x + h) / h / curvature).toBeCloseTo(1, 1);
      }
    }
    ground.dispose();
  });

  test('leads down to where the smallest of steps end', () => {
    const ground = profile(engine, { name });
    const [low, high] = ground.domain;
    for (let k = 1; k < 12; k++) {
      const start = low + ((high - low) * k) / 12 + 0.001;
      const ahead = ground.downhill(start)!;
      // Downhill all the way: no hill lies between.
      for (let share = 0; share <= 1; share += 0.05)
        expect(ground.slope(start + (ahead.x - start) * share) * (start - ahead.x)).toBeGreaterThanOrEqual(-1e-9);
    }
    for (const bottom of ground.minima) expect(ground.downhill(bottom.x + 1e-3)).toBe(bottom);
    ground.dispose();
  });

  test('draws most of the curve below its top, and all of it below its highest place', () => {
    const ground = profile(engine, { name }, 0.7);
    const losses = ground.curve.y as Float64Array;
    const share = losses.filter((loss) => loss <= ground.top).length / losses.length;
    expect(share).toBeGreaterThanOrEqual(0.7);
    expect(Math.max(...losses)).toBe(ground.highest);
    ground.dispose();
  });
});
