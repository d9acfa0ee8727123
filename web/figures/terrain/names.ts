/** Names on the map: bottoms with their letter and loss. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { cross } from '../../plot/marks';
import { clamp } from '../../plot/scales';
import { depth, type Bottom, type Ends } from './ends';
import type { Pair } from './grounds';
import { inside, type Room } from './layout';

export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? '< 1 %' : `${Math.round(100 * share)} %`;

/** Losses nearer than this are equally deep. */
const LEVEL = 1e-6;

/** `A −0.305, the lower`: the lowest says so, unless it is not alone. */
function nameOf({ letter, loss }: Bottom, rank: number, { bottoms }: Ends): string {
  const [first, second] = bottoms;
  const alone = rank === 0 && second && second.loss - first!.loss > LEVEL;
  const lowest = alone ? (bottoms.length === 2 ? ', the lower' : ', the lowest') : '';
  return `${letter} ${depth(loss)}${lowest}`.trim();
}

/** Width of a letter in a name, px: of the page's own typeface, and of the widest that a host page may have. */
const LETTER = 7;
const WIDEST = 8.5;
/** From a bottom to its name, px. */
const AWAY = 12;
/** From a bottom down to its name's line, px: below it, unless that is covered. */
const DOWN = Array.from({ length: 14 }, (_, i) => 20 - 3 * i);
/** What a grip takes up to either side of its middle, and how far a name's line must be below that or above it, px. */
const GRIP = { across: 9, below: 16, above: 11 } as const;

/** A name's line where no grip covers any of it. */
function lineOf(y: number, left: number, right: number, { box }: Room, grips: readonly Pair[]): number {
  const lines = DOWN.map((down) => clamp(y + down, box.top + 14, box.bottom - 6));
  const beside = grips.filter(([gx]) => gx > left - GRIP.across && gx < right + GRIP.across);
  const free = (line: number): boolean => beside.every(([, gy]) => line >= gy + GRIP.below || line <= gy - GRIP.above);
  return lines.find(free) ?? lines[0]!;
}

/** @param grips what stands on the map and is taken hold of, as pixels */
export function bottomMarks(ends: Ends, r: Room, grips: readonly Pair[]): SVGTemplateResult[] {
  return ends.bottoms.flatMap((b, rank) => {
    const [x, y] = [r.x.at(b.at[0]), r.y.at(b.at[1])];
    if (!inside(r, x, y)) return [];
    if (!b.letter && rank > 0) return [cross(x, y, 2.5)];
    const text = nameOf(b, rank, ends);
    const long = text.length * LETTER;
    const [right, left] = [x + AWAY + long < r.box.right, x - AWAY - long > r.box.left];
    const half = long / 2;
    const at = right
      ? x + AWAY
      : left
        ? x - AWAY
        : clamp(x, r.box.left + half, Math.max(r.box.left + half, r.box.right - half));
    const most = text.length * WIDEST;
    const from = right ? at : left ? at - most : at - most / 2;
    return [
      svg`${cross(x, y)}<text class="gd-optimum-text" x=${round(at)}
        y=${round(lineOf(y, from, from + most, r, grips))} text-anchor=${right ? 'start' : left ? 'end' : 'middle'}>${text}</text>`,
    ];
  });
}
