/** Where you let go, on a stage: its basins shown. */
import type { Values } from '../../../../web/figures/settings';
import { contents, figure, owned, turnable } from '../../../../web/figures/terrain';
import type { Terrain } from '../../../../web/figures/terrain/model';
import { tracing } from '../../../../web/figures/traced';
import { bring, realEngine, Stage } from '../bare-stage';

await bring(contents, owned, turnable, tracing);

export const engine = await realEngine();

export type Settings = Partial<Values<typeof figure.settings>>;

export function staged<R>(
  settings: Settings,
  look: (s: Stage<typeof figure.settings, Terrain>) => R,
  width?: number,
): R {
  const stage = new Stage(engine, figure, settings, width);
  try {
    return look(stage);
  } finally {
    stage.close();
  }
}

export const open: Settings = { revealed: true };
