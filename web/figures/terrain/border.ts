/** A border that the reader draws: one place along x at each of a few heights, straight between them. */
import type { Ends } from './ends';
import type { BasinMap } from '../../engine/engine';
import type { Pair } from './grounds';

export const KNOTS = 5;

/** Height of a knot: in the middle of its fifth of the map. */
export const knotAt = (k: number, [low, high]: Pair): number => low + ((high - low) * (k + 0.5)) / KNOTS;

/** Where it runs at a height; towards the edges the last piece goes straight on. */
export function borderAt(places: readonly number[], y: number, range: Pair): number {
  const t = ((y - range[0]) / (range[1] - range[0])) * KNOTS - 0.5;
  const k = Math.min(KNOTS - 2, Math.max(0, Math.floor(t)));
  return places[k]! + (places[k + 1]! - places[k]!) * (t - k);
}

/**
 * Of the starts that end in one of the two lowest bottoms, the share that it puts on the right side; which
 * basin is meant on which side follows from where the bottoms lie.
 */
export function scoreOf(places: readonly number[], map: BasinMap, { bottoms }: Ends, x: Pair, y: Pair): number {
  const [one, other] = bottoms;
  if (!one || !other) return 0;
  const left = one.at[0] < other.at[0] ? one.index : other.index;
  const right = one.at[0] < other.at[0] ? other.index : one.index;
  let [hits, all] = [0, 0];
  map.end.forEach((end, cell) => {
    if (end !== left && end !== right) return;
    const cy = y[0] + ((y[1] - y[0]) * (Math.floor(cell / map.columns) + 0.5)) / map.rows;
    const cx = x[0] + ((x[1] - x[0]) * ((cell % map.columns) + 0.5)) / map.columns;
    all++;
    if (end === (cx < borderAt(places, cy, y) ? left : right)) hits++;
  });
  return all ? hits / all : 0;
}
