/** The network that reads a pad, on a stage: a still picture, trained to the end unless an epoch is named. */
import { figure } from '../../../../web/figures/digits';
import { contents } from '../../../../web/figures/digits/panels';
import type { Reading, Seen } from '../../../../web/figures/digits/seen';
import { bring, closedAfterEach, realEngine, Stage } from '../bare-stage';

await bring(contents);

export type Here = Stage<typeof figure.settings, Reading>;

export const engine = await realEngine();
const open = closedAfterEach<Here>(engine);
/** Small enough to be learned in a moment. */
export const SMALL = { count: 500, epochs: 4 } as const;
export const stage = (settings: Partial<Seen['settings']> = {}, step?: number): Here => {
  const made = new Stage<typeof figure.settings, Reading>(engine, figure, settings);
  made.local = { still: true };
  made.go(step ?? made.model.steps);
  open.push(made);
  return made;
};
