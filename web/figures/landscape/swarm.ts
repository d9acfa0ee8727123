/** Dots along a line, piled up where they would cover each other: each stays as near to its own place as there is room. */

export interface Dot {
  /** Which of the values it stands for. */
  readonly of: number;
  readonly x: number;
  /** Row of the pile, 0 at the foot. */
  readonly row: number;
}

/**
 * @param at where each value lies, px
 * @param size from dot to dot, px
 * @param rows most dots in one pile; the next ones stand beside it
 * @param bounds what no dot leaves, px
 */
export function swarm(
  at: readonly number[],
  size: number,
  rows: number,
  [low, high]: readonly [number, number],
): readonly Dot[] {
  const piles = new Map<number, number>();
  const [first, last] = [Math.ceil(low / size), Math.floor(high / size)];
  const order = at.map((_, i) => i).sort((a, b) => at[a]! - at[b]! || a - b);
  return order.map((of) => {
    const own = Math.min(last, Math.max(first, Math.round(at[of]! / size)));
    let column = own;
    for (let off = 1; (piles.get(column) ?? 0) >= rows && off < 200; off++) {
      const side = own + (off % 2 ? Math.ceil(off / 2) : -off / 2);
      if (side >= first && side <= last) column = side;
    }
    const row = piles.get(column) ?? 0;
    piles.set(column, row + 1);
    return { of, x: column * size, row };
  });
}
