import type { Assessment, Inspection, NetworkInfo } from '../engine.d.ts';
import { none } from './ask.ts';

/** What the engine says of an objective that learns from examples, or of a run of it. */
export interface Learner {
  readonly sampleCount: number;
  readonly network: NetworkInfo | null;
}

export const noLearner = (): Learner => ({ sampleCount: 0, network: null });

/** Answers about a network that were refused. */
export const emptyNetwork = {
  inspection: (): Omit<Inspection, 'error'> => ({ layers: [], prediction: none(), loss: 0, gradient: none() }),
  assessment: (): Omit<Assessment, 'error'> => ({
    loss: 0,
    accuracy: 0,
    correct: 0,
    count: 0,
    classes: 0,
    confusion: none(),
  }),
};
