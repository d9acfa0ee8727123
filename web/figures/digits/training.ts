/** The training run: made as far as somebody looks, a few milliseconds at a time. */
import type { Engine, OptimizerOptions, Run, RunOptions, StopReason } from '../../engine/engine';
import type { Settings } from './choices';
import type { Digits } from './examples';
import { sizesOf } from './layers';

const optimizerOf = ({ optimizer: name, rate: learningRate }: Settings): OptimizerOptions => ({ name, learningRate });

/** Shape and loss, without what it learns from. With squared error the answers are squashed, as in the posts. */
export const networkOf = (s: Settings) =>
  ({
    layers: [...sizesOf(s.layers)],
    activation: s.activation,
    loss: s.loss,
    ...(s.loss === 'squared_error' ? { outputActivation: 'sigmoid' as const } : {}),
  }) as const;

export const perEpoch = (s: Settings, digits: number): number => Math.ceil(digits / Math.min(s.batch, digits));

export const runOptions = (s: Settings, { data }: Digits, stepLimit: number): RunOptions => ({
  objective: { network: { ...networkOf(s), seed: s.seed, data } },
  optimizer: optimizerOf(s),
  batch: { size: s.batch },
  stepLimit,
  precision: 'single',
});

export interface Training {
  readonly run: Run;
  readonly options: RunOptions;
  readonly limit: number;
  readonly reached: number;
  readonly reason: StopReason;
  /** Digits learned from in a second of the engine's time, the passes so far taken together; 0 before the first. */
  readonly speed: number;
  /** Seconds of the engine's time so far. */
  readonly seconds: number;
  /** Makes updates for up to so many milliseconds, as far as a step at the most. */
  advance(until: number, milliseconds: number): void;
  parameters(step: number): Float64Array;
  dispose(): void;
}

/** @throws Error with the engine's own sentences */
export function train(engine: Engine, s: Settings, digits: Digits): Training {
  const limit = s.epochs * perEpoch(s, digits.data.count);
  const options = runOptions(s, digits, limit);
  const run = engine.createRun(options);
  if (run.error) {
    const { field, message, remedy } = run.error;
    run.dispose();
    throw new Error(`${field}: ${message} ${remedy}`);
  }
  let [reached, reason, spent]: [number, StopReason, number] = [0, 'running', 0];
  let atOnce = 2;
  let last: { readonly step: number; readonly parameters: Float64Array } | undefined;
  return {
    run,
    options,
    limit,
    get reached() {
      return reached;
    },
    get reason() {
      return reason;
    },
    get speed() {
      return spent > 0 ? (reached * Math.min(s.batch, digits.data.count)) / (spent / 1000) : 0;
    },
    get seconds() {
      return spent / 1000;
    },
    advance: (until, milliseconds) => {
      const began = performance.now();
      while (reached < until && reason === 'running' && performance.now() - began < milliseconds) {
        const before = performance.now();
        const progress = run.advance(Math.min(atOnce, until - reached));
        const took = performance.now() - before;
        [reached, reason] = [progress.step, progress.reason];
        spent += took;
        // A quarter of the slice each time: a machine may be slower than it was.
        atOnce = Math.max(1, Math.min(2000, Math.round(took > milliseconds / 4 ? atOnce * 0.6 : atOnce * 1.5 + 1)));
      }
    },
    parameters: (step) => {
      const at = Math.min(step, reached);
      if (last?.step !== at) last = { step: at, parameters: run.at(at).parameters };
      return last.parameters;
    },
    dispose: () => run.dispose(),
  };
}
