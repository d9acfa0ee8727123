/** Polylines with no more corners than can be seen. */

export type Point = readonly [number, number];

/** Distance of `p` from the segment between `a` and `b`, its ends included: past an end, from that end. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
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
 * The corners of a polyline that matter: every one left out lies within `tolerance` of the line between those that
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
