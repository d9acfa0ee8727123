/** Long work beside the page's own: in the worker, or where there is none, in slices between frames. */
import type { Answer, Engine, FunctionEngine, Objective, ObjectiveOptions, Portion, Task } from './engine.d.ts';
import { startAside, type ObjectiveTaskCall, type TaskCall } from './worker.ts';

type Asked<C extends TaskCall> = C extends ObjectiveTaskCall
  ? Objective[C]
  : C extends keyof Engine
    ? Engine[C]
    : never;
type Options<C extends TaskCall> = Parameters<Extract<Asked<C>, (options: never) => unknown>>[0];
type Made<C extends TaskCall> = ReturnType<ReturnType<Extract<Asked<C>, (options: never) => Task<Answer>>>['result']>;

export interface Pursuit<C extends TaskCall> {
  readonly call: C;
  /** Of whom an objective's call is asked; with its examples as lists, since a worker's engine has no handles of ours. */
  readonly objective?: C extends ObjectiveTaskCall ? ObjectiveOptions : never;
  readonly options: Options<C>;
  /** The engine on the page's thread. */
  readonly engine: C extends keyof FunctionEngine | ObjectiveTaskCall ? FunctionEngine : Engine;
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
  const { call, objective, options, first = 0 } = o;
  let stop: () => void = () => undefined;
  const told = o.told as (result: Answer, portion: Portion) => void;
  const inSlices = (): void => {
    stop = sliced(begun(o.engine, call, objective, options), told, first);
  };
  const aside = startAside({ call, objective, options, first, told, failed: inSlices });
  if (aside) stop = aside;
  else inSlices();
  return () => stop();
}

function begun(
  engine: FunctionEngine,
  call: TaskCall,
  of: ObjectiveOptions | undefined,
  options: unknown,
): Task<Answer> {
  type Calls = Record<TaskCall, (options: unknown) => Task<Answer>>;
  const objective = of && engine.createObjective(of);
  const task = ((objective ?? engine) as unknown as Calls)[call](options);
  return {
    ...task,
    dispose: () => {
      task.dispose();
      objective?.dispose();
    },
  };
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
