import type { Answer, Portion, Task } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { ask, askOf, make, type Made, type Native } from './ask.ts';

export interface NativeTask {
  advanceTask(handle: number, work: unknown): Native<Portion & Answer>;
  taskResult(handle: number): Native<Answer>;
  disposeTask(handle: number): void;
}

/** A task over what `create` made; `empty` is its result when it was refused. */
export function task<Result extends Answer>(
  native: NativeTask,
  create: () => Native<Made>,
  empty: () => Omit<Result, 'error'>,
): Task<Result> {
  const { error, handle } = make(create);
  const advance = (work: unknown): Portion => {
    const refused = (): Portion => ({ done: 0, total: 0 });
    const { done, total } = ask<Portion & Answer>(
      () => (error ? { error } : native.advanceTask(handle, snapshot(work))),
      refused,
    );
    return { done, total };
  };
  return {
    error,
    advance,
    progress: () => advance(0),
    result: () => askOf(error)(() => native.taskResult(handle) as Native<Result>, empty),
    dispose: () => native.disposeTask(handle),
  };
}
