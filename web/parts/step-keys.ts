/** Arrow keys, Home and End on something that stands for the time line. */
import { clamp } from '../plot/scales';

const BY: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

export function stepByKey(event: KeyboardEvent, step: number, steps: number, go: (step: number) => void): void {
  // The browser's own: Alt with an arrow goes back a page.
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const ends: Readonly<Record<string, number>> = { Home: 0, End: steps };
  const by = BY[event.key];
  const to = ends[event.key] ?? (by === undefined ? undefined : step + by);
  if (to === undefined) return;
  event.preventDefault();
  go(clamp(to, 0, steps));
}
