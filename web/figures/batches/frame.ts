/** Where everything stands in the picture: the map, both dials on one scale so that arrows keep their directions, and below it the deck. */
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { EXAMPLES } from './geyser';
import type { Pair } from './survey';

export interface Frame {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
  /** Pixels for one unit of either dial. */
  readonly unit: number;
  /** Where the deck's ticks stand. */
  readonly deck: Box;
  readonly height: number;
}

/** What the map shows of the bias; of the weight as much as it is wide, about this one. */
const TALL: Pair = [5.3, 8.6];
const MIDDLE = -1.15;
/** For the numbers left of the map, and below it. */
const LEFT = 22;
const FOOT = 22;
/** For the deck's line of words, and its ticks. */
const WORDS = 26;
const TICKS = 34;
/** Room for the deck's handle. */
const EDGE = 6;

/** How long an arrow is drawn, on the dials' own scale, for a gradient of 1. */
export const ARROW = 0.8;

export function frameOf(width: number): Frame {
  const tall = Math.round(clamp(0.395 * width, 196, 300));
  const box = { left: LEFT, top: 2, right: width - 2, bottom: 2 + tall };
  const unit = tall / (TALL[1] - TALL[0]);
  const half = (box.right - box.left) / unit / 2;
  const top = box.bottom + FOOT + WORDS;
  return {
    box,
    unit,
    x: linearAxis([MIDDLE - half, MIDDLE + half], [box.left, box.right], 60),
    y: linearAxis(TALL, [box.bottom, box.top], 50),
    deck: { left: EDGE, right: width - EDGE, top, bottom: top + TICKS },
    height: top + TICKS + 8,
  };
}

/** Pixels across for one example of the deck. */
export const tickOf = ({ deck }: Frame): number => (deck.right - deck.left) / EXAMPLES;
