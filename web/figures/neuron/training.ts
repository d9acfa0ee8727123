/** The training run: made as far as somebody looks, so that nothing is computed while a hand is on a coast. */
import type { Engine, OptimizerOptions, Run, RunOptions, StopReason } from '../../engine/engine';
import { netOf, type Net } from './net';
import { lossName, type Examples } from './examples';
import type { Settings } from './choices';

/** The shape of the network that is asked for. */
export const netFor = (s: Pick<Settings, 'inputs' | 'layers' | 'data'>): Net =>
  netOf([s.inputs.length, ...s.layers, s.data === 'three' ? 3 : 1]);

/** Plain descent has no decay of its own; momentum that keeps nothing is plain descent. */
function optimizerOf({ optimizer: name, rate: learningRate, decay: weightDecay }: Settings): OptimizerOptions {
  if (weightDecay === 0) return { name, learningRate };
  return name === 'gradient_descent'
    ? { name: 'momentum', learningRate, momentum: 0, weightDecay }
    : { name, learningRate, weightDecay };
}

export function runOptions(s: Settings, net: Net, examples: Examples): RunOptions {
  const loss = lossName(s);
  return {
    objective: {
      network: {
        layers: [...net.sizes],
        activation: s.activation,
        loss,
        ...(loss === 'mse' ? { outputActivation: s.last } : {}),
        ...(s.weights.length ? { parameters: s.weights } : { seed: s.seed }),
        ...examples.learned,
      },
    },
    optimizer: optimizerOf(s),
    batch: { size: s.batch },
    stepLimit: Number(s.updates),
  };
}

/** Examples times parameters times updates that are made at one go: a few milliseconds. */
const AT_ONCE = 6e5;

export interface Training {
  readonly options: RunOptions;
  readonly run: Run;
  /** Updates on its time line: fewer than were asked for once it is known to have ended before. */
  readonly steps: number;
  /** Updates made so far. */
  readonly reached: number;
  readonly reason: StopReason;
  /** Updates that a frame has time for. */
  readonly atOnce: number;
  /** Makes up to so many updates, but no more than a frame has time for; returns the last one there is by then. */
  reach(step: number): number;
  parameters(step: number): Float64Array;
  /** Of the batch that the next update looks at. */
  loss(step: number): number;
  dispose(): void;
}

export function train(engine: Engine, s: Settings, net: Net, examples: Examples): Training {
  const options = runOptions(s, net, examples);
  const run = engine.createRun(options);
  if (run.error) {
    const { field, message, remedy } = run.error;
    run.dispose();
    throw new Error(`${field}: ${message} ${remedy}`);
  }
  const limit = Number(s.updates);
  const batch = s.batch === 0 ? examples.seen : Math.min(s.batch, examples.seen);
  const atOnce = Math.max(1, Math.floor(AT_ONCE / (batch * net.parameters)));
  let [reached, reason]: [number, StopReason] = [0, 'running'];
  const reach = (step: number): number => {
    if (step > reached && reason === 'running') {
      const progress = run.advance(Math.min(atOnce, step - reached));
      [reached, reason] = [progress.step, progress.reason];
    }
    return Math.min(step, reached);
  };
  // A drag goes on from the model it began with, whose run is gone by its second move.
  let last: { readonly step: number; readonly parameters: Float64Array } | undefined;
  const parameters = (step: number): Float64Array => {
    const at = Math.min(step, reached);
    if (last?.step !== at) last = { step: at, parameters: run.at(at).parameters };
    return last.parameters;
  };
  return {
    options,
    run,
    atOnce,
    get steps() {
      return reason === 'running' ? limit : reached;
    },
    get reached() {
      return reached;
    },
    get reason() {
      return reason;
    },
    reach,
    parameters,
    loss: (step) => run.at(Math.min(step, reached)).loss,
    dispose: () => run.dispose(),
  };
}
