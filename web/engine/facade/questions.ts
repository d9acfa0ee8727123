import type { LeastSquares, QuestionCalls, Sweep } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { ask, none, type Native } from './ask.ts';

export interface NativeQuestions {
  sweepRates(options: unknown): Native<Sweep>;
  leastSquares(inputs: unknown, targets: unknown, features: unknown): Native<LeastSquares>;
}

const empty = {
  sweep: (): Omit<Sweep, 'error'> => ({ rates: none(), finalLoss: none(), steps: none(), reasons: [], behaviours: [] }),
  leastSquares: (): Omit<LeastSquares, 'error'> => ({ parameters: none(), sumOfSquares: 0, meanOfSquares: 0 }),
};

export const questionCalls = (native: NativeQuestions): QuestionCalls => ({
  sweepRates: (options) => ask(() => native.sweepRates(snapshot(options)), empty.sweep),
  leastSquares: (inputs, targets, features = 1) =>
    ask(() => native.leastSquares(snapshot(inputs), snapshot(targets), snapshot(features)), empty.leastSquares),
});
