/** The neuron's coast on a stage, at an update of its training. */
import { figure } from '../../../../web/figures/neuron';
import { contents } from '../../../../web/figures/neuron/panels';
import type { Neurons, Seen } from '../../../../web/figures/neuron/seen';
import { bring, closedAfterEach, realEngine, Stage } from '../bare-stage';

await bring(contents);

export type Here = Stage<typeof figure.settings, Neurons>;

export const engine = await realEngine();
export const open = closedAfterEach<Here>(engine);
export const stage = (settings: Partial<Seen['settings']> = {}, step = 500): Here => {
  const made = new Stage<typeof figure.settings, Neurons>(engine, figure, settings);
  made.go(step);
  open.push(made);
  return made;
};
