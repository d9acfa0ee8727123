import type { BatchQuestions, Batches, EngineError, GradientCloud, GradientSpread } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { askOf, none, type Native } from './ask.ts';

export interface NativeBatches {
  gradientCloud(objective: number, request: unknown): Native<GradientCloud>;
  gradientSpread(objective: number, request: unknown): Native<GradientSpread>;
  batches(objective: number, request: unknown): Native<Batches>;
}

const empty = {
  cloud: (): Omit<GradientCloud, 'error'> => ({ loss: 0, full: none(), losses: none(), gradients: none(), spread: 0 }),
  spread: (): Omit<GradientSpread, 'error'> => ({ variance: 0, spreads: none() }),
  batches: (): Omit<Batches, 'error'> => ({ examples: none(), ends: none(), perEpoch: 0 }),
};

/** What objective number `handle` answers; one that was refused goes on answering with `error`. */
export function batchQuestions(native: NativeBatches, handle: number, error: EngineError | null): BatchQuestions {
  const question = askOf(error);
  return {
    gradientCloud: (request) => question(() => native.gradientCloud(handle, snapshot(request)), empty.cloud),
    gradientSpread: (request) => question(() => native.gradientSpread(handle, snapshot(request)), empty.spread),
    batches: (request) => question(() => native.batches(handle, snapshot(request)), empty.batches),
  };
}
