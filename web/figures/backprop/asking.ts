/** The reader's questions. */
import { askable } from './order';
import { MOST_ASKED, still, type Seen } from './seen';

/** Asks one more. What was asked after a moment that is looked at again is forgotten; an answer under way is not. */
export function ask(v: Seen, node: number): void {
  const { order } = v.model;
  const before = v.time > v.step ? order : order.slice(0, v.step);
  if (before.length >= MOST_ASKED) return;
  v.set({ order: [...before, node] }, still);
  v.play();
}

export const startOver = (v: Seen): void => v.set({ order: [] });

/** The loss first, then whoever was built last. */
export function lastBuiltFirst(v: Seen): void {
  v.set({ order: [...askable(v)].reverse() });
  v.play();
}
