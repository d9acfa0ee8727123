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
 * @param work yields wherever it may be interrupted; it should do so every few milliseconds
 */
export async function inSlices<T>(work: Iterator<void, T>): Promise<T> {
  for (let began = performance.now(); ;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - began < SLICE) continue;
    await pause();
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
