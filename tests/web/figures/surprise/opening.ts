/** Surprise on a stage, after a hundred updates. */
import { figure } from '../../../../web/figures/surprise';
import type { Settings } from '../../../../web/figures/surprise/choices';
import { contents } from '../../../../web/figures/surprise/panels';
import type { Surprised } from '../../../../web/figures/surprise/seen';
import { bring, closedAfterEach, realEngine, Stage } from '../bare-stage';

await bring(contents);

export type SurpriseStage = Stage<typeof figure.settings, Surprised>;

export const engine = await realEngine();
export const open = closedAfterEach<SurpriseStage>(engine);
export const stage = (settings: Partial<Settings> = {}, step = 100, width = 553): SurpriseStage => {
  const made = new Stage<typeof figure.settings, Surprised>(engine, figure, settings, width);
  made.go(step);
  open.push(made);
  return made;
};
