import type { EngineError, Explanation, Progress, Row, Run, RunCalls, Trace } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { askOf, make, none, type Made, type Native } from './ask.ts';
import { noLearner, type Learner, type Questions } from './learner.ts';

interface MadeRun extends Learner {
  readonly keepsParameters: boolean;
}

export interface NativeRun {
  createRun(options: unknown): Native<Made & MadeRun>;
  advance(handle: number, steps: unknown): Progress | { readonly error: EngineError };
  trace(handle: number): Native<Trace>;
  runAt(handle: number, step: unknown): Native<Row>;
  explain(handle: number, step: unknown, coordinate: unknown): Native<Explanation>;
  disposeRun(handle: number): void;
}

const empty = {
  trace: (): Omit<Trace, 'error'> => ({
    step: none(),
    loss: none(),
    gradientNorm: none(),
    rate: none(),
    epochs: none(),
    valueCount: none(),
    gradientCount: none(),
    hessianCount: none(),
    parameters: none(),
    gradients: none(),
    dimension: 0,
  }),
  row: (): Omit<Row, 'error'> => ({
    step: 0,
    loss: 0,
    gradientNorm: 0,
    rate: 0,
    epochs: 0,
    parameters: none(),
    gradient: none(),
  }),
  explanation: (): Omit<Explanation, 'error'> => ({ step: 0, coordinate: 0, terms: [] }),
};

function run(native: NativeRun, questions: Questions, options: unknown): Run {
  const { error, handle, ...made } = make(
    () => native.createRun(snapshot(options)),
    () => ({ ...noLearner(), keepsParameters: false }),
  );
  const ask = askOf(error);
  const advance = (steps: unknown): Progress => {
    const refused: Progress = { step: 0, loss: NaN, reason: 'refused' };
    if (error) return refused;
    const reply = native.advance(handle, snapshot(steps));
    return 'error' in reply ? refused : reply;
  };
  return {
    error,
    dimension: made.dimension,
    sampleCount: made.sampleCount,
    network: made.network,
    keepsParameters: made.keepsParameters,
    advance,
    progress: () => advance(0),
    trace: () => ask(() => native.trace(handle), empty.trace),
    at: (step) => ask(() => native.runAt(handle, snapshot(step)), empty.row),
    explain: (step, coordinate) =>
      ask(() => native.explain(handle, snapshot(step), snapshot(coordinate)), empty.explanation),
    ...questions.ofRun(handle, error),
    dispose: () => native.disposeRun(handle),
  };
}

export const runCalls = (native: NativeRun, questions: Questions): RunCalls => ({
  createRun: (options) => run(native, questions, options),
});
