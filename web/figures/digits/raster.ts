/**
 * From strokes to 784 grey squares, as MNIST's digits were prepared (LeCun et al. 1998, section III-A), and as the engine
 * prepares the digits it draws: scaled to fit a box of 20 x 20 without changing the proportions, then moved by whole
 * squares until the centre of mass of the ink lies in the middle.
 */
import { SIDE, type Ink } from './ink';

/** Grey by square, row by row from the upper left, from 0 for paper to 1 for ink. */
export type Picture = Float64Array;

/** Width of the pen, in squares: the mean of the hands that the engine's digits are drawn with. */
export const PEN = 2.4;
/** Side of the box that a drawing is scaled to. */
export const BOX = 20;
/** Squares over which ink fades into paper. */
const SOFT = 1.05;
/** A tap is no digit: it is not blown up beyond this. */
const LARGEST = 8;

/** Where a point of a drawing comes to stand: scale * x + x0, scale * y + y0. */
export interface Frame {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const HERE: Frame = { scale: 1, x: 0, y: 0 };

export const placed = (ink: Ink, { scale, x, y }: Frame): Ink =>
  ink.map((stroke) => stroke.map((value, i) => scale * value + (i % 2 ? y : x)));

/** What leads back. */
export const inverse = ({ scale, x, y }: Frame): Frame => ({ scale: 1 / scale, x: -x / scale, y: -y / scale });

/** On the way from one to the other; 0 is the first. */
export const between = (a: Frame, b: Frame, share: number): Frame => ({
  scale: a.scale + (b.scale - a.scale) * share,
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

function inkPiece(picture: Picture, ax: number, ay: number, bx: number, by: number): void {
  const reach = (PEN + SOFT) / 2;
  const first = (p: number, q: number): number => Math.max(0, Math.floor(Math.min(p, q) - reach));
  const last = (p: number, q: number): number => Math.min(SIDE - 1, Math.ceil(Math.max(p, q) + reach));
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  for (let row = first(ay, by); row <= last(ay, by); row++)
    for (let column = first(ax, bx); column <= last(ax, bx); column++) {
      const [px, py] = [column + 0.5 - ax, row + 0.5 - ay];
      const along = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
      const away = Math.hypot(px - along * dx, py - along * dy);
      const i = row * SIDE + column;
      picture[i] = Math.max(picture[i] ?? 0, Math.min(1, Math.max(0, (reach - away) / SOFT)));
    }
}

/** The drawing as it stands, neither scaled nor moved; over other ink, if there is some. */
export function raster(ink: Ink, under?: Picture): Picture {
  const picture = under ? Float64Array.from(under) : new Float64Array(SIDE * SIDE);
  for (const stroke of ink)
    for (let i = 0; i < Math.max(2, stroke.length - 2); i += 2)
      inkPiece(picture, stroke[i]!, stroke[i + 1]!, stroke[i + 2] ?? stroke[i]!, stroke[i + 3] ?? stroke[i + 1]!);
  return picture;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Of the pen's middle; undefined where nothing is drawn. */
export function boundsOf(ink: Ink): Bounds | undefined {
  const all = ink.flat();
  if (!all.length) return undefined;
  const [xs, ys] = [all.filter((_, i) => i % 2 === 0), all.filter((_, i) => i % 2 === 1)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Centre of mass of the ink, in squares; the middle where there is none. */
export function middleOf(picture: Picture): readonly [number, number] {
  let [mass, x, y] = [0, 0, 0];
  picture.forEach((grey, i) => {
    mass += grey;
    x += grey * ((i % SIDE) + 0.5);
    y += grey * (Math.floor(i / SIDE) + 0.5);
  });
  return mass > 0 ? [x / mass, y / mass] : [SIDE / 2, SIDE / 2];
}

/** Where MNIST's preparation puts a drawing. */
export function fit(ink: Ink): Frame {
  const bounds = boundsOf(ink);
  if (!bounds) return HERE;
  const { left, top, right, bottom } = bounds;
  const scale = Math.min(LARGEST, (BOX - PEN) / Math.max(right - left, bottom - top, 1e-6));
  const centred = {
    scale,
    x: SIDE / 2 - (scale * (left + right)) / 2,
    y: SIDE / 2 - (scale * (top + bottom)) / 2,
  };
  const [x, y] = middleOf(raster(placed(ink, centred)));
  return { scale, x: centred.x + Math.round(SIDE / 2 - x), y: centred.y + Math.round(SIDE / 2 - y) };
}

export const isBlank = (picture: Picture): boolean => picture.every((grey) => grey === 0);
