/** Whether somebody scrolls: then it shows when a frame comes late, and long work lets every frame pass. */
import { restBy } from '../../engine/pause';

/** Milliseconds after the last sign of it for which somebody counts as scrolling. */
const SCROLLING = 150;
/** Milliseconds that a frame is waited for, which does not come where nobody sees the page. */
const UNSEEN = 100;

let scrolled = -Infinity;

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

if (typeof document !== 'undefined') {
  addEventListener('scroll', () => (scrolled = performance.now()), { passive: true, capture: true });
  // No two tasks fall into one frame: a browser runs several, one after the other, before it thinks of painting.
  restBy((go) => {
    if (scrolling()) afterFrame(go);
    else setTimeout(go);
  });
}
