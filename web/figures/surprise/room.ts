/** Where everything stands: the sentence with its bars on top; below them the table, and beside it what it comes to. */
import { linearAxis, type Axis, type Box } from '../../plot/scales';
import { isPut } from './asking';
import { isLeftwards } from './reading';
import type { Seen } from './seen';

/** From here on there is room for the table in the picture; below, it is a panel. */
export const WIDE = 470;
/** Taller bars leave through the top. */
export const TALLEST = 10;

export interface Bars {
  readonly box: Box;
  /** Middle of a letter. */
  at(index: number): number;
  /** Nearest letter to a pixel. */
  index(px: number): number;
  readonly pitch: number;
  /** 1 where the next letter stands to the right, -1 where it stands to the left. */
  readonly onwards: 1 | -1;
  readonly y: Axis;
  /** Baseline of the letters. */
  readonly letters: number;
  /** Below everything, the wager's triangle included. */
  readonly bottom: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly wide: boolean;
  readonly bars: Bars;
  /** The table's own square; undefined where it is a panel. */
  readonly table: Box | undefined;
  /** Perplexity, its curve, and what is expected. */
  readonly beside: Box;
}

/** @param count letters of the sentence */
export function barsIn(
  box: Box,
  count: number,
  tallest: number,
  { triangle = false, leftwards = false }: { readonly triangle?: boolean; readonly leftwards?: boolean } = {},
): Bars {
  const pitch = Math.min(30, (box.right - box.left) / Math.max(1, count));
  const left = box.left + (box.right - box.left - pitch * count) / 2;
  // Counted from the left as letters are drawn; its own inverse.
  const place = (i: number): number => (leftwards ? count - 1 - i : i);
  return {
    box,
    pitch,
    onwards: leftwards ? -1 : 1,
    at: (i) => left + (place(i) + 0.5) * pitch,
    index: (px) => place(Math.min(count - 1, Math.max(0, Math.floor((px - left) / pitch)))),
    y: linearAxis([0, tallest], [box.bottom, box.top], 26),
    letters: box.bottom + 21,
    bottom: box.bottom + (triangle ? 50 : 31),
  };
}

export function roomOf(v: Seen): Room {
  const { width } = v;
  const wide = width >= WIDE;
  const top = 20;
  const box = { left: 26, top, right: width - 6, bottom: top + (wide ? 56 : 62) };
  const { sentence } = v.settings;
  const bars = barsIn(box, [...sentence].length, TALLEST, { triangle: isPut(v), leftwards: isLeftwards(sentence) });
  const from = bars.bottom + 20;
  if (!wide) {
    // Without the triangle, what is said at the hand stands below the letters.
    const below = bars.bottom + (isPut(v) ? 8 : 20);
    return {
      ...{ width, wide, bars, height: below + 124, table: undefined },
      beside: { left: 0, top: below, right: width, bottom: below + 120 },
    };
  }
  const size = Math.min(248, Math.round(width * 0.5));
  const table = { left: 20, top: from, right: 20 + size, bottom: from + size };
  return {
    ...{ width, wide, bars, table, height: table.bottom + 18 },
    beside: { left: table.right + 26, top: from - 10, right: width - 2, bottom: table.bottom + 14 },
  };
}
