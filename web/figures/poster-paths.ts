/**
 * Lines of a first picture, with as few numbers as a picture needs that is shown at about its own size. Live, curves
 * have a point for every pixel, and maps are traced for screens of any size; in the page both would be half of its markup.
 */
import { UNITS } from '../plot/contours';
import { fewerCorners, type Point } from '../plot/corners';

/** Pixels by which a still curve may miss the live one. */
const MISS = 0.2;
/** The same of a map's lines, which are thinner and paler, and the grid in pixels that their corners lie on. */
const [MAP_MISS, MAP_GRID] = [0.25, 0.5];
/** How far beyond a map's edge, in pixels, its lines are still drawn: so that none runs along the edge in sight. */
const BEYOND = 6;

type Edge = readonly [axis: 0 | 1, at: number, inside: 1 | -1];

/** Numbers side by side, where a sign parts them as well as a space. */
const joined = (numbers: readonly number[]): string => numbers.join(' ').replaceAll(' -', '-');

/** The way from each point to the next, in whole units. */
function moves(points: readonly Point[]): number[] {
  return points.slice(1).flatMap(([x, y], i) => [x - points[i]![0], y - points[i]![1]]);
}

/** A polyline's points as relative moves in tenths of a pixel, without those that lie on the way between others. */
export function shorter(polyline: string): string {
  const points = polyline
    .slice(1)
    .split('L')
    .map((pair): Point => {
      const [x = 0, y = 0] = pair.split(' ').map((text) => Math.round(Number(text) * 10));
      return [x, y];
    });
  const corners = fewerCorners(points, 10 * MISS);
  const tenths = (numbers: readonly number[]): string => joined(numbers.map((n) => n / 10));
  return `${polyline[0] ?? ''}${tenths(corners[0] ?? [])}l${tenths(moves(corners))}`;
}

/** How far relative commands lead, in hundredths of a pixel; closing leads back to where the line began. */
function led(commands: string): Point {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', text = ''] of commands.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const n = (text.match(/-?[\d.]+/g) ?? []).map((number) => Math.round(Number(number) * 100));
    const each = letter === 'a' ? 7 : letter === 'h' || letter === 'v' ? 1 : 2;
    for (let i = each; i <= n.length; i += each) {
      if (letter !== 'v') x += letter === 'h' ? n[i - 1]! : n[i - 2]!;
      if (letter !== 'h') y += n[i - 1]!;
    }
    if (letter === 'm') [startX, startY] = [x, y];
    if (letter === 'Z' || letter === 'z') [x, y] = [startX, startY];
  }
  return [x, y];
}

/**
 * A path of many short lines, each of which begins where the one before led: things that stand in rows, or are of one
 * shape, are then the same few numbers again and again.
 */
export function inARow(path: string): string {
  let at: Point = [0, 0];
  return path.replace(/M(-?[\d.]+) (-?[\d.]+)([^M]*)/g, (_, left: string, top: string, rest: string, i: number) => {
    const [x, y] = [Math.round(Number(left) * 100), Math.round(Number(top) * 100)];
    const move = i ? `m${joined([(x - at[0]) / 100, (y - at[1]) / 100])}` : `M${left} ${top}`;
    const [dx, dy] = led(rest);
    at = [x + dx, y + dy];
    return move + rest.replaceAll(' -', '-');
  });
}

/** The closed lines of a map's path, as `loopPath` and `bowlTerrain` write them. */
function loops(path: string): Point[][] {
  return path
    .split('M')
    .slice(1)
    .map((text) => {
      const relative = text.includes('l');
      const numbers = (text.match(/-?\d+/g) ?? []).map(Number);
      const points: Point[] = [];
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        const [px, py] = (relative ? points[points.length - 1] : undefined) ?? [0, 0];
        points.push([px + numbers[i]!, py + numbers[i + 1]!]);
      }
      return points;
    });
}

/** The part of a closed line on the inner side of an edge, closed along it (Sutherland and Hodgman 1974). */
function cut(points: readonly Point[], [axis, at, inside]: Edge): Point[] {
  const within = (p: Point): boolean => (p[axis] - at) * inside >= 0;
  return points.flatMap((a, i) => {
    const b = points[(i + 1) % points.length]!;
    const own = within(a) ? [a] : [];
    if (within(a) === within(b)) return own;
    const t = (at - a[axis]) / (b[axis] - a[axis]);
    return [...own, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])] as const];
  });
}

/** The edges of what can be seen of a map that lies at `from` and is `length` long, in a picture of `size`. */
function edges(axis: 0 | 1, from: number, length: number, size: number): Edge[] {
  // A map that is no larger than its picture may lie in a part of it, which has places of its own.
  const [low, high] = length > size ? [0, size] : [from, from + length];
  return [
    [axis, low - BEYOND, 1],
    [axis, high + BEYOND, -1],
  ];
}

/** A picture's maps, whose lines are stretched over them, drawn at their own size and no farther than they are seen. */
export function mapsAtSize(svg: string): string {
  const [width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).slice(1).map(Number);
  const stretched =
    /<g transform="translate\((\S+) (\S+)\) scale\((\S+) (\S+)\)">((?:\s*<path[^>]* d="[-MLlz\d\s]*"[^>]*\/>)+\s*)<\/g>/g;
  return svg.replace(stretched, (_, left: string, top: string, across: string, down: string, paths: string) => {
    const [x0, y0, sx, sy] = [Number(left), Number(top), Number(across), Number(down)];
    const seen = [...edges(0, x0, UNITS * sx, width), ...edges(1, y0, UNITS * sy, height)];
    const loop = (points: readonly Point[]): string => {
      const placed = points.map(([x, y]): Point => [x0 + sx * x, y0 + sy * y]);
      const visible = seen.reduce(cut, placed);
      const [first] = visible;
      if (!first) return '';
      const corners = fewerCorners([...visible, first], MAP_MISS)
        .slice(0, -1)
        .map(([x, y]): Point => [Math.round(x / MAP_GRID), Math.round(y / MAP_GRID)]);
      return corners.length < 3 ? '' : `M${joined(corners[0]!)}l${joined(moves(corners))}z`;
    };
    const drawn = paths.replace(/ d="([^"]*)"/g, (_whole, path: string) => ` d="${loops(path).map(loop).join('')}"`);
    return `<g transform="scale(${MAP_GRID})">${drawn}</g>`;
  });
}
