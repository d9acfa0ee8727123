/** Four rates side by side: a race without a picture, and the figure in one of its states. */
import { figure } from '../../../../web/figures/learning-rate';
import { others } from '../../../../web/figures/learning-rate/panels';
import { race, type Race, type RaceOptions } from '../../../../web/figures/learning-rate/race';
import type { Values } from '../../../../web/figures/settings';
import { bring, onStage, realEngine, type Scene as SceneOf, type Stage } from '../bare-stage';

await bring(others);

export const engine = await realEngine();

export const PLAIN: RaceOptions = { function: 'parabola', curvature: 2, start: 3, rates: [0.02, 0.2, 0.9, 1.05] };

export const AXIS = { kind: 'linear', to: 1.2 } as const;

export function racing<R>(options: Partial<RaceOptions>, look: (r: Race) => R): R {
  const run = race(engine, { ...PLAIN, ...options });
  try {
    return look(run);
  } finally {
    run.dispose();
  }
}

export type Settings = Partial<Values<typeof figure.settings>>;
export type Scene = SceneOf<typeof figure.settings>;

export const staged = <R>(scene: Scene, look: (s: Stage<typeof figure.settings, Race>) => R): R =>
  onStage(engine, figure, scene, look);
