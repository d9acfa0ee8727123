/** Where each ball stands at a moment, which of them stand together, and what they are called. */
import { fixed } from '../../plot/format';
import { clamp, type Axis, type Box } from '../../plot/scales';
import { isGone } from '../ball-on-curve';
import { rateText, type Ball, type Race } from './race';

export interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

export interface Place {
  readonly i: number;
  readonly ball: Ball;
  readonly weight: number;
  readonly loss: number;
  /** Pixels, inside the frame. */
  readonly x: number;
  readonly y: number;
  /** Where it lies, if beyond the frame. */
  readonly away: 'left' | 'right' | 'up' | undefined;
  /** The step that led out of bounds has begun. */
  readonly gone: boolean;
}

/** How far inside the frame a ball stands that has left it, so that the sign of where it went fits, too. */
const INSET = 20;
/** How far below the upper edge whatever lies above it is drawn. */
export const UPPER = 12;
/** Balls nearer than this are named together. */
const NEAR = 13;

/** A height within the frame. */
export const within = ({ box }: Room, y: number): number => Math.max(y, box.top + UPPER);

/** The weight it lies at, on the way, or out of bounds. */
function weightAt({ run, leap }: Ball, time: number): number {
  if (!isGone(run, time) || !leap) return run.at(time, 0);
  const from = run.parameter(run.steps, 0);
  return from + (leap.weight - from) * Math.min(1, time - run.steps);
}

/** A step that leads where there are no numbers any more has still a direction. */
function sideOf([low, high]: Race['frame']['x'], { run, leap }: Ball, weight: number, gone: boolean): Place['away'] {
  if (gone && !leap) return run.gradient(run.steps, 0) > 0 ? 'left' : 'right';
  return weight < low ? 'left' : weight > high ? 'right' : undefined;
}

function place(r: Room, race: Race, ball: Ball, i: number, time: number): Place {
  const { box, x, y } = r;
  const weight = weightAt(ball, time);
  const step = Math.floor(time);
  const loss = weight === ball.run.parameter(step, 0) ? ball.run.loss(step) : race.ground.value(weight);
  const gone = isGone(ball.run, time);
  const side = sideOf(race.frame.x, ball, weight, gone);
  const above = loss > race.frame.top;
  const inside = clamp(x.at(weight), box.left + INSET, box.right - INSET);
  return {
    i,
    ball,
    weight,
    loss,
    x: side || above ? inside : x.at(weight),
    y: side || above ? clamp(y.at(loss), box.top + UPPER, box.bottom) : y.at(loss),
    away: side ?? (above ? 'up' : undefined),
    gone,
  };
}

export const placesOf = (r: Room, race: Race, time: number): Place[] =>
  race.balls.map((ball, i) => place(r, race, ball, i, time));

/** Those that stand so near to one another that one name must do; in the order of their rates' places. */
export function together(places: readonly Place[]): Place[][] {
  const groups: Place[][] = [];
  for (const p of places) {
    const group = groups.find((g) => g.some((q) => q.away === p.away && Math.hypot(q.x - p.x, q.y - p.y) < NEAR));
    if (group) group.push(p);
    else groups.push([p]);
  }
  return groups;
}

/** What it does, in a word, with its rate where another ball does the same. */
export function nameOf({ ball, i }: Place, all: readonly Place[]): string {
  const alone = all.every((p) => p.i === i || p.ball.manner !== ball.manner);
  return alone ? ball.manner : `${ball.manner}, ${rateText(ball.rate)}`;
}

/** What a screen reader is told of the ball's place. */
export const toldPlace = ({ weight, loss }: Place): string => `w ${fixed(weight)}, loss ${fixed(loss)}`;
