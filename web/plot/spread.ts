/** Labels in a row or a column, moved apart just enough not to touch. */

export interface Placed {
  /** Where its centre would best be, px. */
  readonly at: number;
  /** Room it takes, px, the distance to its neighbours included. */
  readonly size: number;
}

/** Centres in the order given, kept within `low` and `high` while there is room. */
export function spread(items: readonly Placed[], low: number, high: number): number[] {
  const order = items.map((_, i) => i).sort((a, b) => (items[a]?.at ?? 0) - (items[b]?.at ?? 0));
  const centres = items.map((i) => i.at);
  const half = (i: number): number => (items[i]?.size ?? 0) / 2;
  let edge = low;
  for (const i of order) {
    centres[i] = Math.max(centres[i] ?? 0, edge + half(i));
    edge = (centres[i] ?? 0) + half(i);
  }
  edge = high;
  for (const i of [...order].reverse()) {
    centres[i] = Math.min(centres[i] ?? 0, edge - half(i));
    edge = (centres[i] ?? 0) - half(i);
  }
  return centres;
}
