/** Where the picture stands in its drawing. */
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import type { Pair } from './grounds';
import type { Played } from './seen';
import type { Settings } from './settings';
import { WIDEST } from './survey';

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

/** Narrower than this, there is a phone. */
export const NARROW = 440;
const EDGE = { left: 34, right: 6, top: 8, bottom: 19 } as const;
const TALL = { narrow: 166, wide: 194 } as const;
/** Of the curve, room above its highest shown loss and below its lowest, as shares of what lies between. */
const AIR = { above: 0.12, below: 0.1 } as const;

function boxFor(width: number): Box {
  const { left, right, top } = EDGE;
  const across = width - left - right;
  const tall = Math.max(width < NARROW ? TALL.narrow : TALL.wide, Math.ceil(across / WIDEST));
  return { left, top, right: width - right, bottom: top + tall };
}

const HUGE = 1e100;

/** Losses worth showing: most of the curve, and where the ball begins. */
function lossRange(values: Float64Array, start: number): Pair {
  // Beyond that, differences overflow.
  const sorted = values.filter((value) => Math.abs(value) < HUGE).sort();
  const low = sorted[0] ?? 0;
  const usual = sorted[Math.floor((sorted.length - 1) * 0.8)] ?? 1;
  const high = Math.abs(start) < HUGE ? Math.max(usual, start) : usual;
  const most = Math.max(Math.abs(low), Math.abs(high), 1);
  const span = high - low > 1e-9 * most ? high - low : most;
  return [low - AIR.below * span, high + AIR.above * span];
}

export function roomFor(
  width: number,
  { survey, learner, tracks }: Played,
  s: Pick<Settings, 'middle' | 'reach'>,
): Room {
  const box = boxFor(width);
  const share = (box.right - box.left) / (box.bottom - box.top);
  const [mx = 0, my = 0] = s.middle;
  const frame = (x: Pair, y: Pair): Room => ({
    width,
    height: box.bottom + EDGE.bottom,
    box,
    x: linearAxis(x, [box.left, box.right], 60),
    y: linearAxis(y, [box.bottom, box.top], 44),
  });
  const around = (middle: number, half: number): Pair => [middle - half, middle + half];
  if (learner) {
    const half = (learner.y[1] - learner.y[0]) / 2;
    return frame(around((learner.x[0] + learner.x[1]) / 2, half * share), learner.y);
  }
  if (survey?.curve) {
    const x = around(mx, s.reach * share);
    const { x: places, y: losses } = survey.curve;
    const shown = Array.from(losses).filter((_, i) => places[i]! >= x[0] && places[i]! <= x[1]);
    return frame(x, lossRange(Float64Array.from(shown), tracks.find(({ run }) => run)?.run?.loss(0) ?? NaN));
  }
  return frame(around(mx, s.reach * share), around(my, s.reach));
}

export const inside = ({ box }: Pick<Room, 'box'>, px: number, py: number, edge = 0): boolean =>
  px >= box.left + edge && px <= box.right - edge && py >= box.top + edge && py <= box.bottom - edge;

/** A pixel held within the picture. */
export const held = ({ box }: Pick<Room, 'box'>, px: number, py: number, edge = 0): Pair => [
  clamp(px, box.left + edge, box.right - edge),
  clamp(py, box.top + edge, box.bottom - edge),
];
