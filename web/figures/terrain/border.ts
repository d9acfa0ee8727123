/** A border that the reader draws: places along x at even heights, straight between them. */
import type { Pair } from './grounds';

/** Where it can be taken hold of. */
export const KNOTS = 5;
/** As fine as a hand draws it; between two knots, and beyond the last, the same number of places. */
export const FINE = 25;
const EACH = FINE / KNOTS;

/** Height of place `k` of `count`: in the middle of its share of the map. */
export const heightOf = (k: number, count: number, [low, high]: Pair): number =>
  low + ((high - low) * (k + 0.5)) / count;

/** Number of the place that a knot holds. */
export const placeOf = (knot: number): number => knot * EACH + (EACH - 1) / 2;

/** Where it runs at a height; towards the edges the last piece goes straight on. */
export function borderAt(places: readonly number[], y: number, range: Pair): number {
  const t = ((y - range[0]) / (range[1] - range[0])) * places.length - 0.5;
  const k = Math.min(places.length - 2, Math.max(0, Math.floor(t)));
  return places[k]! + (places[k + 1]! - places[k]!) * (t - k);
}

const rounded = (x: number): number => Math.round(x * 1000) / 1000;

/** The same border with a place for everything a hand can do; one that is too short to be any is straight. */
export function finer(places: readonly number[], middle = 0): readonly number[] {
  if (places.length === FINE) return places;
  if (places.length < 2) return Array.from({ length: FINE }, () => middle);
  return Array.from({ length: FINE }, (_, k) => rounded(borderAt(places, heightOf(k, FINE, [0, 1]), [0, 1])));
}

/** With a knot moved along x; what lies between it and its neighbours follows. */
export function pulled(places: readonly number[], knot: number, x: number, [low, high]: Pair): number[] {
  const at = placeOf(knot);
  const by = x - places[at]!;
  return places.map((place, k) => {
    const share = Math.max(0, 1 - Math.abs(k - at) / EACH);
    return rounded(Math.min(high, Math.max(low, place + by * share)));
  });
}

/** Of a stroke of the hand: the places between two of its points, which then lie on the line between them. */
export function stroked(from: Pair, to: Pair, range: Pair): ReadonlyMap<number, number> {
  const place = (y: number): number => ((y - range[0]) / (range[1] - range[0])) * FINE - 0.5;
  const [a, b] = [place(from[1]), place(to[1])];
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const passed = new Map<number, number>();
  for (let k = Math.max(0, Math.ceil(low)); k <= Math.min(FINE - 1, Math.floor(high)); k++)
    passed.set(k, rounded(a === b ? to[0] : from[0] + ((to[0] - from[0]) * (k - a)) / (b - a)));
  // Where it stands between two places, the nearer one.
  const near = Math.round(b);
  if (near >= 0 && near < FINE && !passed.has(near)) passed.set(near, rounded(to[0]));
  return passed;
}

/** A first stroke that ends within the map goes on straight up and down. */
export function extended(drawn: ReadonlyMap<number, number>): number[] {
  const known = [...drawn.keys()].sort((a, b) => a - b);
  return Array.from({ length: FINE }, (_, k) => {
    const nearest = known.reduce((best, i) => (Math.abs(i - k) < Math.abs(best - k) ? i : best), known[0] ?? 0);
    return drawn.get(nearest) ?? 0;
  });
}
