/**
 * On a phone the first screen has no room for a chapter. The first paint does not wait there until one is laid out, and
 * the typefaces of the first screen arrive before those that only chapters use.
 */
import { oncePainted } from './painted';

/** To be called before the page is drawn. What says that the page is being opened goes away by itself. */
export function openQuietly(): void {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // Whoever follows a link into a chapter, comes back or loads anew may stand in one.
  if (arrival?.type !== 'navigate' || location.hash.length > 1) return;
  const { classList } = document.documentElement;
  classList.add('opening');
  const opened = (): void => classList.remove('opening');
  oncePainted(opened);
  // Whoever is quicker than the first paint, or has a browser that reports none, finds all of it.
  for (const sign of ['scroll', 'keydown', 'pointerdown', 'hashchange']) {
    addEventListener(sign, opened, { once: true, passive: true, capture: true });
  }
  setTimeout(opened, 2000);
}
