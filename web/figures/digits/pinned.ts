/** A pinned training beside the present one: how it reads the digits that neither has seen. */
import type { Comparison } from '../figure';
import type { settings } from './choices';
import { lookAt, type Losses } from './judging';
import { again } from './now';
import type { Reading, Seen } from './seen';

/** On the same digits two trainings may differ in everything else. */
export const compare: Comparison<typeof settings, Reading> = {
  by: ['layers', 'activation', 'loss', 'optimizer', 'rate', 'batch', 'epochs', 'seed'],
  run: (model) => {
    const [{ training }, losses] = [model, model.losses()];
    if (!training || !losses?.at.length) return undefined;
    return {
      steps: model.steps,
      reason: training.reason,
      loss: (step) => losses.unseen[lookAt(losses.at, step)]!.loss,
    };
  },
};

/** As far as it has been looked at; goes on with what is missing. */
export function pinnedLosses(v: Seen): Losses | undefined {
  if (!v.pinned) return undefined;
  const { model, step } = v.pinned;
  model.tend(step, { patient: v.local['still'] === true, again: () => again(v) });
  return model.losses();
}
