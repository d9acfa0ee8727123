/** Long work done on the side: a {@link Task} pursued in slices between frames, until it is done or stopped. */
import type { Answer, Portion, Task } from './engine.d.ts';

export interface Pursuit<Result extends Answer> {
  readonly create: () => Task<Result>;
  /** Told now and then what there is, and at the end once more. `first` of the work is done before. */
  readonly told: (result: Result, portion: Portion) => void;
  /** Share of the work before which there is nothing worth showing. Default 0. */
  readonly first?: number;
}

/** Milliseconds of a frame that are ours; the page needs the rest. */
const SLICE = 6;
/** Between two results, so that showing them does not cost more than the work. */
const APART = 120;

/** Starts, and returns how to stop. Where there are no frames (at build time) all is done at once. */
export function pursue<Result extends Answer>(o: Pursuit<Result>): () => void {
  const task = o.create();
  if (typeof requestAnimationFrame === 'undefined' || task.error) {
    const portion = task.advance(Infinity);
    o.told(task.result(), portion);
    task.dispose();
    return () => undefined;
  }
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
    const ready = portion.done >= portion.total * (o.first ?? 0);
    if (done || (ready && began - last > APART)) {
      last = began;
      o.told(task.result(), portion);
    }
    if (done) stop();
    else if (!over) next = requestAnimationFrame(slice);
  };
  next = requestAnimationFrame(slice);
  return stop;
}
