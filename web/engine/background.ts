/** Long work beside the page's own: in the worker, or where there is none, in slices between frames. */
import type { Answer, FunctionEngine, Portion, Task } from './engine.d.ts';
import { startAside, type TaskCall } from './worker.ts';

type Made<C extends TaskCall> = ReturnType<ReturnType<FunctionEngine[C]>['result']>;

export interface Pursuit<C extends TaskCall> {
  readonly call: C;
  readonly options: Parameters<FunctionEngine[C]>[0];
  /** The engine on the page's thread. */
  readonly engine: FunctionEngine;
  /** Told now and then what there is, and at the end once more. */
  readonly told: (result: Made<C>, portion: Portion) => void;
  /** Share of the work before which there is nothing worth showing. Default 0. */
  readonly first?: number;
}

/** Milliseconds of a frame that are ours; the page needs the rest. */
const SLICE = 6;
/** Between two results, so that showing them does not cost more than the work. */
const APART = 120;

/** Starts, and returns how to stop. */
export function pursue<C extends TaskCall>(o: Pursuit<C>): () => void {
  const { call, options, first = 0 } = o;
  let stop: () => void = () => undefined;
  const told = o.told as (result: Answer, portion: Portion) => void;
  const inSlices = (): void => {
    stop = sliced(o.engine[call](options), told, first);
  };
  const aside = startAside({ call, options, first, told, failed: inSlices });
  if (aside) stop = aside;
  else inSlices();
  return () => stop();
}

function sliced(task: Task<Answer>, told: (result: Answer, portion: Portion) => void, first: number): () => void {
  let [work, last, next] = [500, 0, 0];
  let over = false;
  const stop = (): void => {
    if (!over) task.dispose();
    over = true;
    cancelAnimationFrame(next);
  };
  const slice = (): void => {
    const began = performance.now();
    let portion: Portion;
    do {
      const before = performance.now();
      portion = task.advance(work);
      // A quarter of the slice each time: the clock is coarse, and a machine may be slower than it was.
      const took = performance.now() - before;
      work = Math.min(1e6, Math.max(200, took > SLICE / 4 ? work * 0.6 : work * 1.3));
    } while (portion.done < portion.total && performance.now() - began < SLICE);
    const done = portion.done >= portion.total;
    if (done || (portion.done >= portion.total * first && began - last > APART)) {
      last = began;
      told(task.result(), portion);
    }
    if (done) stop();
    else if (!over) next = requestAnimationFrame(slice);
  };
  next = requestAnimationFrame(slice);
  return stop;
}
