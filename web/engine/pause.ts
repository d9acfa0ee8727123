/**
 * Ends the task that is running, and goes on in another: the browser can paint and listen in between. What is long
 * must not be done all at one go.
 */
export function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}

/** Milliseconds of work at one go: four times as much, on a phone, still lets a reader scroll. */
const SLICE = 8;

/**
 * Does long work with pauses in it.
 *
 * @param work yields wherever it may be interrupted, which it should do every few milliseconds; or a promise of what it
 *   waits for
 */
export async function inSlices<T>(work: Iterator<void | Promise<void>, T>): Promise<T> {
  for (let began = performance.now(); ;) {
    const { done, value } = work.next();
    if (done) return value;
    if (!value && performance.now() - began < SLICE) continue;
    await (value ?? pause());
    began = performance.now();
  }
}

/** Does the same work without a pause. */
export function atOnce<T>(work: Iterator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
