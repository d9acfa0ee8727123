/** The training run, made a few updates at a time: a rate can be dragged, and what is seen ahead arrives in a moment. */
import type { Engine, RunOptions, StopReason } from '../../engine/engine';
import { MOST_SYMBOLS, UPDATES, type Settings } from './choices';
import type { Reading } from './reading';

/** Dials times updates that are made at one go: a few milliseconds. */
const AT_ONCE = 4e4;
/** A dial beyond this is no table any more; with the rates that can be set, none gets there. */
const OUT = 1e5;

export interface Training {
  readonly options: RunOptions;
  /** Updates on its time line. */
  readonly steps: number;
  /** Updates made so far. */
  readonly reached: number;
  readonly reason: StopReason;
  /** Makes some more, if there are any. */
  goOn(): void;
  /** All that there are. */
  finish(): void;
  /** Mean surprise in nats after an update that was made. */
  loss(update: number): number;
  parameters(update: number): Float64Array;
  dispose(): void;
}

export const runOptions = (s: Pick<Settings, 'optimizer' | 'rate'>, { text }: Reading): RunOptions => ({
  objective: { bigram: { text, symbols: MOST_SYMBOLS } },
  optimizer: { name: s.optimizer, learningRate: s.rate },
  stepLimit: UPDATES,
  divergenceLimit: OUT,
});

export function train(engine: Engine, s: Settings, reading: Reading): Training {
  const options = runOptions(s, reading);
  const run = engine.createRun(options);
  if (run.error) {
    const { field, message, remedy } = run.error;
    run.dispose();
    throw new Error(`${field}: ${message} ${remedy}`);
  }
  let { step: reached, reason } = run.progress();
  const losses = [run.progress().loss];
  const some = Math.max(1, Math.floor(AT_ONCE / run.dimension));
  const goOn = (): void => {
    for (let i = 0; i < some && reason === 'running'; i++) {
      const progress = run.advance(1);
      if (progress.step > reached) losses.push(progress.loss);
      ({ step: reached, reason } = progress);
    }
  };
  goOn();
  return {
    options,
    get steps() {
      return reason === 'running' ? UPDATES : reached;
    },
    get reached() {
      return reached;
    },
    get reason() {
      return reason;
    },
    goOn,
    finish: () => {
      while (reason === 'running') goOn();
    },
    loss: (update) => losses[Math.min(update, reached)] ?? 0,
    parameters: (update) => run.at(Math.min(update, reached)).parameters,
    dispose: () => run.dispose(),
  };
}
