/** How a run ended, in words. */
import { beforeAll, describe, expect, test } from 'vitest';

import type { Engine } from '../../../web/engine/engine';
import { descend, ending } from '../../../web/figures/descent';
import { realEngine } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

/** Gradient descent on (w - 0)² from 3: every update multiplies the weight by 1 - 2 rate. */
function ended(rate: number, limits: { stepLimit?: number; tolerance?: number; divergenceLimit?: number }) {
  const run = descend(engine, {
    objective: { name: 'parabola', curvature: 2 },
    optimizer: { name: 'gradient_descent', learningRate: rate },
    start: [3],
    ...limits,
  });
  const end = ending(run);
  run.dispose();
  return end;
}

describe('a run says', () => {
  test.each([
    [1.25, 100],
    [1.25, 1e4],
    [2, 1e3],
    [10, 20],
  ])('that it diverged at the first step out of bounds: rate %d, limit %d', (rate, divergenceLimit) => {
    let step = 0;
    while (9 * (1 - 2 * rate) ** (2 * step) + 5 <= divergenceLimit) step++;
    expect(ended(rate, { divergenceLimit })?.text).toBe(`diverged at step ${step}`);
  });

  test('that it converged at the first step whose slope is within the tolerance, and with what loss', () => {
    // 6, 3, 1.5, 0.75: the slope is halved each time.
    expect(ended(0.25, { tolerance: 1 })).toEqual({ step: 3, arrived: true, text: 'converged at step 3, loss 5.14' });
  });

  test('nothing when it only ran out of steps', () => {
    expect(ended(0.1, { stepLimit: 4 })).toBeUndefined();
  });
});
