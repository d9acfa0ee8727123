import type { EngineError, Explanation, Progress, Run, RunCalls, Trace } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { askOf, make, none, type Made, type Native } from './ask.ts';

export interface NativeRun {
  createRun(options: unknown): Native<Made>;
  advance(handle: number, steps: unknown): Progress | { readonly error: EngineError };
  trace(handle: number): Native<Trace>;
  explain(handle: number, step: unknown, coordinate: unknown): Native<Explanation>;
  disposeRun(handle: number): void;
}

const empty = {
  trace: (): Omit<Trace, 'error'> => ({
    step: none(),
    loss: none(),
    gradientNorm: none(),
    rate: none(),
    valueCount: none(),
    gradientCount: none(),
    hessianCount: none(),
    parameters: none(),
    gradients: none(),
    dimension: 0,
  }),
  explanation: (): Omit<Explanation, 'error'> => ({ step: 0, coordinate: 0, terms: [] }),
};

function run(native: NativeRun, options: unknown): Run {
  const { error, handle, dimension } = make(() => native.createRun(snapshot(options)));
  const ask = askOf(error);
  const advance = (steps: unknown): Progress => {
    const refused: Progress = { step: 0, loss: NaN, reason: 'refused' };
    if (error) return refused;
    const reply = native.advance(handle, snapshot(steps));
    return 'error' in reply ? refused : reply;
  };
  return {
    error,
    dimension,
    advance,
    progress: () => advance(0),
    trace: () => ask(() => native.trace(handle), empty.trace),
    explain: (step, coordinate) =>
      ask(() => native.explain(handle, snapshot(step), snapshot(coordinate)), empty.explanation),
    dispose: () => native.disposeRun(handle),
  };
}

export const runCalls = (native: NativeRun): RunCalls => ({ createRun: (options) => run(native, options) });
