/** Where everything stands in the picture: the valley, the loss beside it on the same height, and with two wells the starts below. */
import { linearAxis, stepAxis, type Axis, type Box } from '../../plot/scales';
import { STEPS, type Seen } from './seen';

export interface Room {
  readonly height: number;
  readonly narrow: boolean;
  /** The valley. */
  readonly box: Box;
  readonly x: Axis;
  /** The height of the valley and of the loss beside it. */
  readonly y: Axis;
  /** The loss so far. */
  readonly past: Box;
  readonly steps: Axis;
  /** How far five steps move the ball, against its start; only with two wells. */
  readonly starts: Box | undefined;
}

/** From here on there is room for more than the picture of a phone. */
export const WIDE = 470;
/** Below an axis: the triangle, then the numbers. */
export const AXIS = 42;

export function roomOf({ width, model: { ground, hill } }: Pick<Seen, 'width' | 'model'>): Room {
  const narrow = width < WIDE;
  const height = narrow ? 250 : 370;
  const beside = narrow ? 86 : 128;
  const [left, right] = [narrow ? 26 : 34, width - (narrow ? 6 : 14)];
  const bottom = hill ? (narrow ? 104 : 176) : height - AXIS;
  const top = narrow ? 20 : 24;
  const box = { left, top, right: right - beside - (narrow ? 14 : 30), bottom };
  const past = { ...box, left: right - beside, right };
  const least = Math.min(...ground.minima.map((m) => m.y));
  // A bottom on the axis would lose half its cross.
  const low = least < 0.02 * ground.top ? least - 0.05 * ground.top : 0;
  return {
    height,
    narrow,
    box,
    past,
    x: linearAxis(ground.domain, [box.left, box.right], narrow ? 40 : 48),
    y: linearAxis([low, ground.top], [box.bottom, box.top], narrow ? 34 : 52),
    // Room at the right end for the number beside the last dot.
    steps: stepAxis(STEPS, [past.left + 4, past.right - 4], narrow ? 36 : 56),
    starts: hill && { left, right, top: bottom + (narrow ? 62 : 72), bottom: height - (narrow ? 28 : 36) },
  };
}
