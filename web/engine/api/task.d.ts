import type { Answer, EngineError } from './base.d.ts';

/** How much of a task is done. Both are 0 for one that was refused or disposed of. */
export interface Portion {
  readonly done: number;
  readonly total: number;
}

/**
 * Work that is done in slices, so that a page can draw what there is so far and stay responsive. However
 * it is sliced, the result has the same bits. The engine has no clock: measure how long a slice took, and
 * choose the next one by that.
 */
export interface Task<Result extends Answer> {
  readonly error: EngineError | null;
  /** Goes on for about `work` units (what one is, the task says); `Infinity` finishes it. */
  advance(work: number): Portion;
  progress(): Portion;
  /** What there is so far. */
  result(): Result;
  dispose(): void;
}
