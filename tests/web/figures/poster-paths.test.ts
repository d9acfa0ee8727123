/** First pictures say the same with fewer numbers: nothing moves by more than can be seen. */
import { expect, test } from 'vitest';

import { inARow, mapsAtSize, shorter } from '../../../web/figures/poster-paths';
import { loopPath } from '../../../web/plot/tracing';

type Point = readonly [number, number];
const away = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const square = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = square && Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
};
const fromLine = (p: Point, line: readonly Point[]): number =>
  Math.min(...line.slice(1).map((b, i) => away(p, line[i]!, b)));

/** Points of the relative lines of a path, each closed. */
function read(path: string, scale = 1): Point[][] {
  return [...path.matchAll(/M([^l]*)l([^zM]*)/g)].map(([, start, moves]) => {
    const numbers = (text: string): number[] => (text.match(/-?[\d.]+/g) ?? []).map(Number);
    const [steps, points]: [number[], Point[]] = [numbers(moves!), [numbers(start!) as [number, number]]];
    for (let i = 0; i < steps.length; i += 2) {
      const [x, y] = points[points.length - 1]!;
      points.push([x + steps[i]!, y + steps[i + 1]!]);
    }
    return points.map(([x, y]): Point => [x * scale, y * scale]);
  });
}

/** A ring on a survey of 101 x 101 points, and where it lies on a map of 400 x 200 pixels at (40, 10). */
const ring = (cx: number, cy: number, r: number): Point[] =>
  Array.from({ length: 121 }, (_, i) => [cx + r * Math.cos((i / 60) * Math.PI), cy + r * Math.sin((i / 60) * Math.PI)]);
const placed = ([x, y]: Point): Point => [40 + (400 * (x - 0.5)) / 100, 10 + 200 * (1 - (y - 0.5) / 100)];
const map = (paths: string[], [width, height] = [480, 220]): string =>
  `<svg viewBox="0 0 ${width} ${height}"><g transform="translate(40 10) scale(0.08 0.04)">${paths
    .map((d) => `<path class="gd-terrain-1" vector-effect="non-scaling-stroke" d="${d}"/>`)
    .join('')}</g></svg>`;
const pathsOf = (svg: string): string[] => [...svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d!);

test("a map's lines stay where they were, with a third of their numbers", () => {
  const before = ring(50, 50, 30);
  const drawn = loopPath(before, 101, 101);
  const svg = mapsAtSize(map([drawn]));
  expect(svg).toContain('<g transform="scale(0.5)"><path class="gd-terrain-1" vector-effect="non-scaling-stroke"');
  const after = read(pathsOf(svg)[0]!, 0.5);
  expect(after).toHaveLength(1);
  const closed = [...after[0]!, after[0]![0]!];
  for (const p of before) expect(fromLine(placed(p), closed)).toBeLessThan(0.75);
  expect(Math.max(...before.map((p) => fromLine(placed(p), closed)))).toBeGreaterThan(0.05);
  expect(pathsOf(svg)[0]!.length).toBeLessThan(drawn.length / 2);
});

test('lines written as absolute points are read as well', () => {
  expect(pathsOf(mapsAtSize(map(['M1000 1000L2000 1000L2000 3000z'])))).toEqual(['M240 100l160 0 0 160z']);
});

test('what lies beyond the map is left out; the line that closes the rest runs six pixels beyond the edge', () => {
  const svg = mapsAtSize(map([loopPath(ring(50, 90, 30), 101, 101), loopPath(ring(50, 180, 20), 101, 101)]));
  const [crossing, beyond] = pathsOf(svg);
  expect(beyond).toBe('');
  const ys = read(crossing!, 0.5)[0]!.map(([, y]) => y);
  expect(Math.min(...ys)).toBe(4);
  // On every side of a map from 40 to 440 and from 10 to 210.
  const [around] = pathsOf(mapsAtSize(map([loopPath(ring(50, 50, 60), 101, 101)])));
  const all = read(around!, 0.5)[0]!;
  const [across, down] = [all.map(([x]) => x), all.map(([, y]) => y)];
  expect([Math.min(...across), Math.max(...across), Math.min(...down), Math.max(...down)]).toEqual([34, 446, 4, 216]);
});

test('a ring too small to be seen is not drawn', () => {
  expect(pathsOf(mapsAtSize(map(['M1000 1000L1002 1000L1002 1001z', 'M1000 1000L1100 1000L1100 1001z'])))).toEqual([
    '',
    '',
  ]);
});

test('of a map larger than its picture only what the picture shows is kept', () => {
  const [all] = pathsOf(mapsAtSize(map([loopPath(ring(50, 50, 45), 101, 101)], [200, 100])));
  const points = read(all!, 0.5)[0]!;
  expect(Math.max(...points.map(([x]) => x))).toBeLessThanOrEqual(206);
  expect(Math.max(...points.map(([, y]) => y))).toBeLessThanOrEqual(106);
});

test('curves keep to within a fifth of a pixel, and their first letter', () => {
  const points = Array.from({ length: 200 }, (_, i): Point => [i, 50 + 40 * Math.sin(i / 20)]);
  const before = `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
  const after = shorter(before);
  const [line] = read(after);
  for (const p of points) expect(fromLine(p, line!)).toBeLessThan(0.2 + 0.08);
  expect(after.length).toBeLessThan(before.length / 5);
  expect(shorter('L1 2L3 4')).toBe('L1 2l2 2');
});

test('lines in a row begin where the one before led, however that was', () => {
  expect(inARow('M10 20h0M19.2 20h0M28.3 20h0')).toBe('M10 20h0m9.2 0h0m9.1 0h0');
  expect(inARow('M22.1 293v-12.7M24 293v-10l1 2')).toBe('M22.1 293v-12.7m1.9 12.7v-10l1 2');
  const ring = 'a2 2 0 1 0 4 0a2 2 0 1 0 -4 0';
  expect(inARow(`M10 5${ring}ZM20 6${ring}Z`)).toBe(`M10 5${ring}Zm10 1${ring}Z`.replaceAll(' -', '-'));
  // Closed at once, it leads back to its beginning; open, to its end.
  expect(inARow('M10 5h4v4ZM20 6h1')).toBe('M10 5h4v4Zm10 1h1');
  expect(inARow('M10 5h4v4zM20 6h1')).toBe('M10 5h4v4zm10 1h1');
  expect(inARow('M10 5a2 2 0 1 0 4 1M20 6h1')).toBe('M10 5a2 2 0 1 0 4 1m6 0h1');
  expect(inARow('M10 5m-2 1h4v4ZM20 6h1M30 7h1')).toBe('M10 5m-2 1h4v4Zm12 0h1m9 1h1');
});
