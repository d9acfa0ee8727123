/** Steepest by another ruler: what is known about a bowl measured in other units. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/ruler';
import { nonsense, realEngine, Stage } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

function said(settings: { x?: number; y?: number; ruler?: number }, width = 420): string {
  const stage = new Stage(engine, figure, settings, width);
  try {
    const drawn = stage.drawn();
    expect(nonsense(drawn)).toEqual([]);
    return figure.sentence(stage.view);
  } finally {
    stage.close();
  }
}

describe('the steepest way down', () => {
  test('leads to the bottom from everywhere by the ruler under which the bowl is round', () => {
    for (const [x, y] of [
      [-3, 2],
      [1, -3.5],
      [4, 0.2],
    ] as const)
      expect(said({ x, y, ruler: 2 })).toContain('leads to the bottom');
  });

  test('misses it by any other, as seen by that ruler', () => {
    const angle = (Math.atan2(8, 3) - Math.atan2(2, 3)) * (180 / Math.PI);
    expect(said({ x: -3, y: 2, ruler: 1 })).toContain(`misses the bottom by ${Math.round(angle)}°`);
    const seen = (Math.atan2(8 / 0.5, 3) - Math.atan2(2 * 0.5, 3)) * (180 / Math.PI);
    expect(said({ x: -3, y: 2, ruler: 0.5 })).toContain(`misses the bottom by ${Math.round(seen)}°`);
  });

  test('draws nothing unspeakable, at the bottom and at the edges', () => {
    expect(said({ x: 0, y: 0 })).toContain('at the bottom');
    for (const width of [260, 520]) said({ x: 4, y: -4, ruler: 0.4 }, width);
  });

  test('keeps no handle', () => {
    const before = engine.liveHandles();
    said({});
    expect(engine.liveHandles()).toBe(before);
  });
});
