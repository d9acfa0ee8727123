import type { BatchQuestions, Batches, EngineError, GradientCloud, GradientSpread } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { askOf, type Native } from './ask.ts';
import { emptyBatches } from './learner.ts';

export interface NativeBatches {
  gradientCloud(objective: number, request: unknown): Native<GradientCloud>;
  gradientSpread(objective: number, request: unknown): Native<GradientSpread>;
  batches(objective: number, request: unknown): Native<Batches>;
}

/** What objective number `handle` answers; one that was refused goes on answering with `error`. */
export function batchQuestions(native: NativeBatches, handle: number, error: EngineError | null): BatchQuestions {
  const question = askOf(error);
  return {
    gradientCloud: (request) => question(() => native.gradientCloud(handle, snapshot(request)), emptyBatches.cloud),
    gradientSpread: (request) => question(() => native.gradientSpread(handle, snapshot(request)), emptyBatches.spread),
    batches: (request) => question(() => native.batches(handle, snapshot(request)), emptyBatches.batches),
  };
}
