/** Polylines with no more corners than can be seen. */

export type Point = readonly [number, number];

/** Distance of `p` from the segment between `a` and `b`, along its normal; from `a` where both are one point. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length;
}

/** Which of the points strictly between two is farthest from the line that joins them, and how far. */
function farthest(points: readonly Point[], from: number, to: number): { readonly at: number; readonly away: number } {
  let [at, away] = [from, 0];
  const [a = [0, 0], b = [0, 0]]: (Point | undefined)[] = [points[from], points[to]];
  for (let i = from + 1; i < to; i++) {
    const d = distance(points[i] ?? a, a, b);
    if (d > away) [at, away] = [i, d];
  }
  return { at, away };
}

/**
 * The corners of a polyline that matter: every one left out lies within `tolerance` of the line through those that
 * stay (Douglas and Peucker 1973). The ends stay, also where they are one point, as in a closed line.
 */
export function fewerCorners(points: readonly Point[], tolerance: number): Point[] {
  const last = points.length - 1;
  const kept = new Set([0, last]);
  const open: [number, number][] = [[0, last]];
  for (let part = open.pop(); part; part = open.pop()) {
    const { at, away } = farthest(points, ...part);
    if (away <= tolerance) continue;
    kept.add(at);
    open.push([part[0], at], [at, part[1]]);
  }
  return points.filter((_, i) => kept.has(i));
}
