/** The first screen: its roll can be followed, at a speed that nobody changed behind the reader's back. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure as start } from '../../../web/figures/start';
import { SPEEDS } from '../../../web/parts/player';
import { realEngine, Stage } from './stage';

/** One update at speed 1, in milliseconds, as the player has it. */
const BEAT = 500;

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});
let open: { close(): void } | undefined;
afterEach(() => open?.close());

test('the opening roll lasts two to three seconds, at the speed of every later one', () => {
  const stage = (open = new Stage(engine, start));
  const { opening, speed } = start;
  expect(opening?.speed).toBe(speed);
  expect(SPEEDS).toContain(speed);
  const lasts = (stage.model.steps * BEAT) / (speed ?? 1);
  expect(lasts).toBeGreaterThanOrEqual(2000);
  expect(lasts).toBeLessThanOrEqual(3000);
  expect(stage.model.end?.arrived).toBe(true);
});

test('none of the faint paths is the ball’s own, and all of them end in valleys', () => {
  const stage = (open = new Stage(engine, start));
  const { others, minima, run } = stage.model;
  for (const { x, y } of others) {
    const [ex, ey] = [x[x.length - 1]!, y[y.length - 1]!];
    expect(Math.min(...minima.map(([mx, my]) => Math.hypot(mx - ex, my - ey)))).toBeLessThan(0.01);
    expect(Math.hypot(x[0]! - run.parameter(0, 0), y[0]! - run.parameter(0, 1))).toBeGreaterThan(0.3);
  }
});
