/** The landscape on a stage: a still picture, with all of its edge computed. */
import { figure } from '../../../../web/figures/landscape';
import type { Landscape, Seen } from '../../../../web/figures/landscape/seen';
import { tracing } from '../../../../web/figures/traced';
import { bring, closedAfterEach, realEngine, Stage } from '../bare-stage';

await bring(tracing);

export type Here = Stage<typeof figure.settings, Landscape>;

export const engine = await realEngine();
const open = closedAfterEach<Here>(engine);
export const stage = (settings: Partial<Seen['settings']> = {}, step = 300): Here => {
  const made = new Stage<typeof figure.settings, Landscape>(engine, figure, settings);
  made.local = { still: true };
  made.model.edge?.course.finish();
  made.go(step);
  open.push(made);
  return made;
};
