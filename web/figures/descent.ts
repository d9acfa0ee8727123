/** One run on the engine, kept for drawing: its whole history and the arithmetic of any step. */
import type { Engine, Explanation, Run, RunOptions, StopReason, Trace } from '../engine/engine';
import type { Beat } from '../parts/player';
import { significant } from '../plot/format';

/** Where a run ended, and how to say so. */
export interface Ending {
  readonly step: number;
  readonly text: string;
  /** At a bottom, not just at its end. */
  readonly arrived?: boolean;
}

export interface Descent {
  /** What it was asked for: the same object. */
  readonly options: RunOptions;
  readonly trace: Trace;
  /** Updates made. */
  readonly steps: number;
  readonly reason: StopReason;
  readonly dimension: number;
  /** Parameter `i` at a time that may lie between two steps. */
  at(time: number, i: number): number;
  parameter(step: number, i: number): number;
  gradient(step: number, i: number): number;
  loss(step: number): number;
  explain(step: number, coordinate: number): Explanation;
  dispose(): void;
}

/** Runs to the end at once: scrubbing then only reads. */
export function descend(engine: Engine, options: RunOptions): Descent {
  const run: Run = engine.createRun(options);
  if (run.error) {
    const { field, message, remedy } = run.error;
    run.dispose();
    throw new Error(`${field}: ${message} ${remedy}`);
  }
  const { reason } = run.advance(options.stepLimit ?? 1000);
  const trace = run.trace();
  const d = trace.dimension;
  const steps = trace.step.length - 1;
  const hold = (step: number): number => Math.min(steps, Math.max(0, Math.floor(step)));
  const parameter = (step: number, i: number): number => trace.parameters[hold(step) * d + i] ?? 0;
  return {
    options,
    trace,
    steps,
    reason,
    dimension: d,
    parameter,
    gradient: (step, i) => trace.gradients[hold(step) * d + i] ?? 0,
    loss: (step) => trace.loss[hold(step)] ?? 0,
    at: (time, i) => {
      const k = hold(time);
      const fraction = Math.min(1, Math.max(0, time - k));
      const here = parameter(k, i);
      return fraction === 0 ? here : here + (parameter(k + 1, i) - here) * fraction;
    },
    explain: (step, coordinate) => run.explain(step, coordinate),
    dispose: () => run.dispose(),
  };
}

/**
 * The step whose arithmetic belongs beside the picture: the last one made; or, while the next one is taken
 * slowly and its slope has been looked at, that one.
 */
export function told({ step, beat }: { readonly step: number; readonly beat: Beat | null }, steps: number): number {
  return Math.min(steps, beat === null || beat === 'look' ? step : step + 1);
}

/** How a run ended, for a time bar and for speech; undefined if it only ran out of steps. */
export function ending(descent: Pick<Descent, 'steps' | 'reason' | 'loss'>): Ending | undefined {
  const { reason, steps } = descent;
  switch (reason) {
    case 'converged':
      return {
        step: steps,
        arrived: true,
        text: `converged at step ${steps}, loss ${significant(descent.loss(steps))}`,
      };
    case 'diverged':
      return { step: steps, text: `diverged at step ${steps + 1}` };
    case 'stalled':
      return { step: steps, text: `stalled at step ${steps}` };
    default:
      return undefined;
  }
}
