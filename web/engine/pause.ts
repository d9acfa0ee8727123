/** Milliseconds after the last sign of it for which somebody counts as scrolling. */
const SCROLLING = 150;
/** Milliseconds that a frame is waited for, which does not come where nobody sees the page. */
const UNSEEN = 100;

let scrolled = -Infinity;
if (typeof document !== 'undefined')
  addEventListener('scroll', () => (scrolled = performance.now()), { passive: true, capture: true });

/** Whether somebody scrolls: then it shows when a frame comes late. */
export const scrolling = (): boolean => performance.now() - scrolled < SCROLLING;

/** Calls back in the task after the next frame. */
function afterFrame(go: () => void): void {
  const late = setTimeout(go, UNSEEN);
  // A frame's callbacks run before it is painted, a task that they leave behind runs after.
  requestAnimationFrame(() => {
    clearTimeout(late);
    setTimeout(go);
  });
}

/**
 * Ends the task that is running, and goes on in another: the browser can paint and listen in between. What is long
 * must not be done all at one go. While somebody scrolls, no two tasks fall into one frame: a browser runs several, one
 * after the other, before it thinks of painting.
 */
export function pause(): Promise<void> {
  return new Promise((resume) => {
    if (scrolling()) afterFrame(resume);
    else setTimeout(resume);
  });
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
