/** How the next task is come by. */
let rest = (go: () => void): void => void setTimeout(go);

/** For a page that knows when there is more to wait for than a task: that somebody is to see a frame. */
export function restBy(how: (go: () => void) => void): void {
  rest = how;
}

/**
 * Ends the task that is running, and goes on in another: the browser can paint and listen in between. What is long
 * must not be done all at one go.
 */
export const pause = (): Promise<void> => new Promise((resume) => rest(resume));

/** Milliseconds of work at one go: four times as much, on a phone, still lets a reader scroll. */
const SLICE = 8;

/**
 * Does long work with pauses in it.
 *
 * @param work yields wherever it may be interrupted, which it should do every few milliseconds; or a promise of what it
 *   waits for
 */
export async function inSlices<T>(work: Iterator<void | Promise<void>, T>): Promise<T> {
  for (let began = performance.now(), before = began; ;) {
    const { done, value } = work.next();
    if (done) return value;
    const now = performance.now();
    // Another piece as long as this one must still fit.
    const fits = now - began + (now - before) < SLICE;
    before = now;
    if (!value && fits) continue;
    await (value ?? pause());
    began = before = performance.now();
  }
}

/** Does the same work without a pause. */
export function atOnce<T>(work: Iterator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
