/** Where the map stands in its drawing, and what is left beside it. */
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import type { Pair } from './grounds';

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
  /** Where the rate axis hangs below a narrow map; undefined where it has its place among the panels. */
  readonly axis: number | undefined;
  /** Room to the right of a map that is no wider than tall; undefined where the map takes all. */
  readonly beside: number | undefined;
}

/** Narrower than this, the axis of rates is a part of the picture: panels may be out of sight. */
const NARROW = 440;
/** Height of a map, as a share of the width there is, and at most, px. */
const TALL = { share: 0.6, most: 440 } as const;
const EDGE = { left: 32, right: 6, top: 8 } as const;
const TICKS = 18;
/** Height of the axis of rates by itself, px. */
export const AXIS = 38;
/** What beside the map is worth writing in, px. */
const WORDS = 96;

export const isNarrow = (width: number): boolean => width < NARROW;

/** One scale for both axes, or a step along the gradient would not stand square on the contours. */
export function roomFor(width: number, x: Pair, y: Pair): Room {
  const { left, right, top } = EDGE;
  const across = width - left - right;
  const ratio = (y[1] - y[0]) / (x[1] - x[0]);
  const tall = Math.round(Math.min(across * ratio, across * TALL.share, TALL.most));
  const wide = Math.round(Math.min(across, tall / ratio));
  const box = { left, top, right: left + wide, bottom: top + tall };
  const rest = across - wide;
  return {
    width,
    box,
    height: box.bottom + TICKS + (isNarrow(width) ? AXIS : 0),
    x: linearAxis(x, [box.left, box.right], 60),
    y: linearAxis(y, [box.bottom, box.top], 52),
    axis: isNarrow(width) ? box.bottom + TICKS : undefined,
    beside: rest >= WORDS ? box.right + 14 : undefined,
  };
}

export const inside = ({ box }: Pick<Room, 'box'>, px: number, py: number, edge = 0): boolean =>
  px >= box.left + edge && px <= box.right - edge && py >= box.top + edge && py <= box.bottom - edge;

/** A pixel held within the map. */
export const held = ({ box }: Pick<Room, 'box'>, px: number, py: number): Pair => [
  clamp(px, box.left, box.right),
  clamp(py, box.top, box.bottom),
];
