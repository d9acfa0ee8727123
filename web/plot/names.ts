/** Where names stand: beside what they name, clear of each other, of arrows and of what can be grabbed. */
import { clamp, type Box } from './scales';

export type Pixel = readonly [number, number];

export interface Name {
  /** Its lines. */
  readonly text: readonly string[];
  /** Its ink. */
  readonly mark: string;
  /** What it stands beside, and on which side it would best stand. */
  readonly near: Pixel;
  readonly towards: Pixel;
}

export interface PlacedName extends Name {
  /** Middle of its first base line. */
  readonly x: number;
  readonly y: number;
}

/** Of a letter in the widest of typefaces that a host may lend, and of a line, in px. */
const LETTER = 6.6;
export const LINE = 15;
const DIRECTIONS = Array.from({ length: 12 }, (_, k): Pixel => [
  Math.cos(k * (Math.PI / 6)),
  Math.sin(k * (Math.PI / 6)),
]);

/** Places along a line, near enough to each other that no name slips between them. */
export function along([ax, ay]: Pixel, [bx, by]: Pixel): Pixel[] {
  const count = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / 6));
  return Array.from({ length: count + 1 }, (_, k): Pixel => [
    ax + ((bx - ax) * k) / count,
    ay + ((by - ay) * k) / count,
  ]);
}

/** A square about a place. */
export const about = ([x, y]: Pixel, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - half,
  bottom: y + half,
});

/**
 * @param grips what no name should cover
 * @param lines places along lines, which are rather not covered
 */
export function placed(names: readonly Name[], grips: readonly Box[], lines: readonly Pixel[], box: Box): PlacedName[] {
  const done: (PlacedName & Box)[] = [];
  for (const name of names) {
    const half = (Math.max(...name.text.map((line) => line.length)) * LETTER) / 2;
    const tall = (name.text.length * LINE) / 2;
    const [ux, uy] = name.towards;
    let best: { readonly room: Box; readonly cost: number } | undefined;
    for (const far of [8, 20])
      for (const side of DIRECTIONS) {
        const { room, moved } = beside(name.near, side, half, tall, far, box);
        const cost = far / 3 + 8 * (1 - side[0] * ux - side[1] * uy) + moved + hidden(room, lines, [...grips, ...done]);
        if (!best || cost < best.cost) best = { room, cost };
      }
    if (best) done.push({ ...name, ...best.room, x: best.room.left + half, y: best.room.top + 11.5 });
  }
  return done;
}

/** The room of a text whose nearest edge is `far` from a place, and how far it had to be moved to lie within the map. */
function beside(
  [x, y]: Pixel,
  [ux, uy]: Pixel,
  half: number,
  tall: number,
  far: number,
  box: Box,
): { readonly room: Box; readonly moved: number } {
  const [wantedX, wantedY] = [x + ux * (half + far), y + uy * (tall + far)];
  const mx = clamp(wantedX, box.left + half + 3, box.right - half - 3);
  const my = clamp(wantedY, box.top + tall + 2, box.bottom - tall - 2);
  const room = { left: mx - half, right: mx + half, top: my - tall, bottom: my + tall };
  return { room, moved: Math.hypot(mx - wantedX, my - wantedY) };
}

/** What a text there would hide: other names and grips most of all, then lines. */
function hidden(room: Box, lines: readonly Pixel[], others: readonly Box[]): number {
  const names = others.filter(
    (o) => o.left < room.right + 2 && o.right > room.left - 2 && o.top < room.bottom && o.bottom > room.top,
  );
  const marks = lines.filter(
    ([x, y]) => x > room.left - 3 && x < room.right + 3 && y > room.top - 2 && y < room.bottom + 2,
  );
  return 60 * names.length + 4 * marks.length;
}
