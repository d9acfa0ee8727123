/** Lines with fewer corners look the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { fewerCorners, type Point } from '../../../web/plot/corners';

/** Distance of a point from a segment, its ends included. */
function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [toA, toB] = [Math.hypot(x - ax, y - ay), Math.hypot(x - bx, y - by)];
  const length = Math.hypot(bx - ax, by - ay);
  // By Pythagoras, an end is nearest where the triangle is blunt there.
  if (toB ** 2 >= toA ** 2 + length ** 2) return toA;
  if (toA ** 2 >= toB ** 2 + length ** 2) return toB;
  // Twice the triangle's area, over its base.
  return Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
}

const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const tolerance = fc.double({ min: 0, max: 50, noNaN: true });
/** A line that goes on to the right, as every curve over an axis does. */
const graph = fc.array(coordinate, { minLength: 2, maxLength: 80 }).map((ys) => ys.map((y, i): Point => [i * 3, y]));

it('no point that is left out lies farther off than the tolerance', () => {
  fc.assert(
    fc.property(graph, tolerance, (points, miss) => {
      const kept = fewerCorners(points, miss);
      for (const point of points) {
        const away = Math.min(...kept.slice(1).map((to, i) => toSegment(point, kept[i]!, to)));
        expect(away).toBeLessThanOrEqual(miss + 1e-9);
      }
    }),
  );
});

it('what stays is some of the points, in their order, with both ends', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1 }), tolerance, (points, miss) => {
      const kept = fewerCorners(points, miss);
      expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
      const places = kept.map((point) => points.findIndex((one) => one === point));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }),
  );
});

it('a spike past the end of the line that would replace it stays', () => {
  const spike: Point[] = [
    [0, 3.7],
    [1, -48],
    [5, 0],
  ];
  // 41 from the line through the ends, 48.2 from the nearer end.
  expect(fewerCorners(spike, 45)).toEqual(spike);
});

it('an end that is passed and come back to is measured from, on either side', () => {
  const there: Point[] = [
    [0, 0],
    [14, 0],
    [10, 0],
  ];
  const back = there.map(([x, y]): Point => [-x, y]);
  for (const line of [there, back]) {
    expect(fewerCorners(line, 3.9)).toEqual(line);
    expect(fewerCorners(line, 4.1)).toEqual([line[0], line[2]]);
  }
});

it('a straight line needs only its ends, a square all its corners', () => {
  expect(
    fewerCorners(
      Array.from({ length: 9 }, (_, i): Point => [i, 2 * i]),
      0.01,
    ),
  ).toEqual([
    [0, 0],
    [8, 16],
  ]);
  const square: Point[] = [
    [0, 0],
    [5, 0],
    [9, 0],
    [9, 9],
    [0, 9],
    [0, 0],
  ];
  expect(fewerCorners(square, 0.01)).toEqual(square.filter((_, i) => i !== 1));
});
