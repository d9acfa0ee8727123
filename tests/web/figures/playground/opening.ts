/** The playground on a stage, as it opens, with all its drawers. */
import { ashore, figure as playground, onPaper, preparing, taking, turning } from '../../../../web/figures/playground';
import type { Played } from '../../../../web/figures/playground/seen';
import type { Settings } from '../../../../web/figures/playground/settings';
import { tracing } from '../../../../web/figures/traced';
import { bring, closedAfterEach, realEngine, Stage } from '../bare-stage';

await bring(ashore, onPaper, preparing, taking, turning, tracing);

export type PlayStage = Stage<typeof playground.settings, Played>;

export const engine = await realEngine();
export const open = closedAfterEach<PlayStage>(engine);
export const stage = (settings: Partial<Settings> = {}, step = 0, width = 553): PlayStage => {
  const made = new Stage<typeof playground.settings, Played>(engine, playground, settings, width);
  made.go(step);
  open.push(made);
  return made;
};
