/** The loss over all points, and not one batch, at some of the updates: as far as the run has been made. */
import type { Neurons } from './seen';

/** Points on the curve; between two of them it is a line. */
const SAMPLES = 100;

export interface Losses {
  readonly at: number[];
  readonly seen: number[];
  readonly unseen: number[];
}

const known = new WeakMap<Neurons, Losses>();

/** As far as the run has been made. */
export function lossesOf(model: Neurons): Losses {
  const { training, examples } = model;
  const losses = known.get(model) ?? { at: [], seen: [], unseen: [] };
  known.set(model, losses);
  const stride = Math.max(1, Math.floor(Number(training.options.stepLimit) / SAMPLES));
  const add = (update: number): void => {
    losses.at.push(update);
    losses.seen.push(model.assess(update, 'seen').loss);
    if (examples.kept) losses.unseen.push(model.assess(update, 'unseen').loss);
  };
  for (let next = losses.at.length * stride; next <= training.reached; next += stride) add(next);
  return losses;
}
