/**
 * Who owns the ground, drawn over it without covering it: fine lines at an angle of its own for every basin but the
 * lowest bottom's, dots where starts leave. Each line is followed pixel by pixel and drawn where it is on its ground.
 */
import { discPath, round } from '../../plot/curve';
import type { Box } from '../../plot/scales';
import type { Cells } from './outline';

/** What covers a kind of ground: lines at some angles, in degrees from the x axis, or dots. */
export type Cover = { readonly angles: readonly number[] } | { readonly dots: number };

/** By rank of depth; the lowest stays bare. */
export const COVERS: readonly Cover[] = [
  { angles: [] },
  { angles: [-45] },
  { angles: [45] },
  { angles: [0] },
  { angles: [90] },
  { angles: [45, -45] },
  { angles: [0, 90] },
  { angles: [-45, 0] },
];
/** Ground that leaves, that is on its way when time is up, that rests on no bottom. */
export const LEAVING: Cover = { dots: 1.1 };
export const ROAMING: Cover = { dots: 0.7 };
export const RESTING: Cover = { angles: [45, -45, 0, 90] };

/** What a pixel's ground ends in: of the four cells around, those that have most weight there. */
export function sampler({ end, columns, rows }: Cells, box: Box): (px: number, py: number) => number {
  const across = columns / (box.right - box.left);
  const down = rows / (box.bottom - box.top);
  return (px, py) => {
    const u = Math.min(columns - 1, Math.max(0, (px - box.left) * across - 0.5));
    const v = Math.min(rows - 1, Math.max(0, (box.bottom - py) * down - 0.5));
    const [c, r] = [Math.min(columns - 2, Math.floor(u)), Math.min(rows - 2, Math.floor(v))];
    const [s, t] = [u - c, v - r];
    const i = r * columns + c;
    const [p, q] = [end[i]!, end[i + 1]!];
    const [m, n] = [end[i + columns]!, end[i + columns + 1]!];
    if (p === q && p === m && p === n) return p;
    const shares = [(1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t];
    const kinds = [p, q, m, n];
    let [best, most] = [p, -1];
    for (const kind of kinds) {
      const weight = kinds.reduce((sum, other, j) => (other === kind ? sum + shares[j]! : sum), 0);
      if (weight > most + 1e-12) [best, most] = [kind, weight];
    }
    return best;
  };
}

/** Pixels between two looks at the ground. */
const LOOK = 1.25;

/** All lines of one angle over a box, each cut where `on` says that it is on its ground. */
function lines(
  angle: number,
  gap: number,
  { left, top, right, bottom }: Box,
  on: (x: number, y: number) => boolean,
): string {
  const turn = (angle * Math.PI) / 180;
  const [dx, dy] = [Math.cos(turn), -Math.sin(turn)];
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => [x, y] as const));
  const off = corners.map(([x, y]) => -dy * x + dx * y);
  let path = '';
  for (let k = Math.ceil(Math.min(...off) / gap); k * gap <= Math.max(...off); k++) {
    const [ox, oy] = [-dy * k * gap, dx * k * gap];
    // Where the line is within the box: between two of its edges each way.
    let [from, to] = [-Infinity, Infinity];
    for (const [o, d, low, high] of [
      [ox, dx, left, right],
      [oy, dy, top, bottom],
    ] as const) {
      if (Math.abs(d) < 1e-9) {
        if (o < low || o > high) to = -Infinity;
        continue;
      }
      const ends = [(low - o) / d, (high - o) / d];
      from = Math.max(from, Math.min(...ends));
      to = Math.min(to, Math.max(...ends));
    }
    let began: number | undefined;
    for (let t = from; t <= to; t += LOOK) {
      const owned = on(ox + dx * t, oy + dy * t);
      if (owned && began === undefined) began = t;
      const over = !owned || t + LOOK > to;
      if (began === undefined || !over) continue;
      const last = owned ? to : t - LOOK / 2;
      path += `M${round(ox + dx * began)} ${round(oy + dy * began)}L${round(ox + dx * last)} ${round(oy + dy * last)}`;
      began = undefined;
    }
  }
  return path;
}

function dots(
  size: number,
  gap: number,
  { left, top, right, bottom }: Box,
  on: (x: number, y: number) => boolean,
): string {
  let path = '';
  for (let y = top + gap / 2, row = 0; y < bottom; y += gap, row++)
    for (let x = left + (row % 2 ? gap : gap / 2); x < right; x += gap) if (on(x, y)) path += discPath(x, y, size);
  return path;
}

export interface Drawn {
  readonly lines: string;
  readonly dots: string;
}

/** @param on whether a pixel is on the ground that is covered */
export function covered(cover: Cover, gap: number, box: Box, on: (x: number, y: number) => boolean): Drawn {
  if ('dots' in cover) return { lines: '', dots: dots(cover.dots, gap, box, on) };
  return { lines: cover.angles.map((angle) => lines(angle, gap, box, on)).join(''), dots: '' };
}
