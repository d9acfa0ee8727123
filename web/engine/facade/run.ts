import type {
  Assessment,
  EngineError,
  Explanation,
  Inspection,
  Progress,
  Row,
  Run,
  RunCalls,
  Trace,
  Values,
} from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { askOf, make, none, type Made, type Native } from './ask.ts';
import { emptyNetwork, noLearner, type Learner } from './network.ts';

interface MadeRun extends Learner {
  readonly keepsParameters: boolean;
}

export interface NativeRun {
  createRun(options: unknown): Native<Made & MadeRun>;
  advance(handle: number, steps: unknown): Progress | { readonly error: EngineError };
  trace(handle: number): Native<Trace>;
  runAt(handle: number, step: unknown): Native<Row>;
  explain(handle: number, step: unknown, coordinate: unknown): Native<Explanation>;
  runPredict(handle: number, where: unknown, inputs: unknown): Native<Values>;
  runInspect(handle: number, where: unknown, input: unknown, target: unknown): Native<Inspection>;
  runAssess(handle: number, where: unknown, data: unknown, part: unknown): Native<Assessment>;
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
  values: (): Omit<Values, 'error'> => ({ values: none() }),
  explanation: (): Omit<Explanation, 'error'> => ({ step: 0, coordinate: 0, terms: [] }),
};

function run(native: NativeRun, options: unknown): Run {
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
    predict: (where, inputs) => ask(() => native.runPredict(handle, snapshot(where), snapshot(inputs)), empty.values),
    inspect: (where, input, target) =>
      ask(() => native.runInspect(handle, snapshot(where), snapshot(input), snapshot(target)), emptyNetwork.inspection),
    assess: (where, data, part) =>
      ask(() => native.runAssess(handle, snapshot(where), snapshot(data), snapshot(part)), emptyNetwork.assessment),
    dispose: () => native.disposeRun(handle),
  };
}

export const runCalls = (native: NativeRun): RunCalls => ({ createRun: (options) => run(native, options) });
