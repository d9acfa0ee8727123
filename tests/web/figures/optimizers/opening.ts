/** The race without a picture, and the figure in one of its states. */
import { figure, others } from '../../../../web/figures/optimizers';
import { race, type Race, type RaceOptions } from '../../../../web/figures/optimizers/race';
import type { Racing } from '../../../../web/figures/optimizers/seen';
import type { Values } from '../../../../web/figures/settings';
import { tracing } from '../../../../web/figures/traced';
import { bring, onStage, realEngine, type Scene as SceneOf, type Stage } from '../bare-stage';

await bring(others, tracing);

export const engine = await realEngine();
export const everybody: readonly string[] = engine.optimizers().map((o) => o.name);

export const PLAIN: RaceOptions = {
  landscape: 'ravine',
  condition: 50,
  start: [-3.5, -2.5],
  racers: [],
  tuned: {},
};

export function racing<R>(options: Partial<RaceOptions>, look: (r: Race) => R): R {
  const run = race(engine, { ...PLAIN, racers: everybody, ...options });
  try {
    return look(run);
  } finally {
    run.dispose();
  }
}

export const entryOf = (r: Race, name: string) => {
  const entry = r.entries.find((e) => e.racer.name === name);
  if (!entry) throw new Error(`${name} does not race`);
  return entry;
};

export type Settings = Partial<Values<typeof figure.settings>>;
export type Scene = SceneOf<typeof figure.settings>;

export const staged = <R>(scene: Scene, look: (s: Stage<typeof figure.settings, Racing>) => R): R =>
  onStage(engine, figure, scene, look);
