/** The reader's questions. */
import { askable } from './order';
import { MOST_ASKED, still, type Seen } from './seen';

/** Asks one more; whatever was asked after the moment looked at is forgotten. */
export function ask(v: Seen, node: number): void {
  const order = [...v.model.order.slice(0, v.step), node];
  if (order.length > MOST_ASKED) return;
  v.set({ order }, still);
  v.go(order.length);
}

export const startOver = (v: Seen): void => v.set({ order: [] });

/** The loss first, then whoever was built last. */
export function lastBuiltFirst(v: Seen): void {
  v.set({ order: [...askable(v)].reverse() });
  v.play();
}
