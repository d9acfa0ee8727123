/** One run as a ball on its curve: the curve, the way so far as stairs, and where it went if it left. */
import { svg, type SVGTemplateResult } from 'lit';
import { areaPath, linePath, round } from '../plot/curve';
import { beyond, cross } from '../plot/marks';
import { clamp, type Axis, type Box } from '../plot/scales';
import { stairs } from '../plot/stairs';
import type { Descent } from './descent';
import { ghostOnCurve, type PinnedRun } from './pinned';
import type { Profile } from './profile';

export interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

export interface BallOnCurve {
  /** Unique within the page. */
  readonly id: string;
  readonly room: Room;
  readonly ground: Profile;
  readonly run: Descent;
  readonly time: number;
  readonly step: number;
  readonly pinned?: PinnedRun | undefined;
}

export interface Place {
  readonly weight: number;
  readonly loss: number;
  /** Pixels, inside the frame. */
  readonly x: number;
  readonly y: number;
  /** Where it lies, if beyond the frame. */
  readonly away: 'left' | 'right' | 'up' | undefined;
}

/** How far inside its frame a ball stands that has left it, so that the sign of where it went fits, too. */
const INSET = 20;

/** Steps a run takes up on the time line: one more than were recorded where the last one led out. */
export const span = (run: Descent): number => run.steps + (run.reason === 'diverged' ? 1 : 0);

/** Whether the step that led out of bounds has begun: it has a direction, but no end that could be drawn. */
export const isGone = (run: Descent, time: number): boolean => run.reason === 'diverged' && time > run.steps;

export function place({ room: { box, x, y }, ground, run, time, step }: BallOnCurve): Place {
  const weight = run.at(time, 0);
  const loss = weight === run.parameter(step, 0) ? run.loss(step) : ground.value(weight);
  const py = clamp(y.at(loss), box.top + 8, box.bottom);
  const [left, right] = [box.left + INSET, box.right - INSET];
  if (isGone(run, time)) {
    const away = run.gradient(run.steps, 0) > 0 ? 'left' : 'right';
    const from = clamp(x.at(weight), left, right);
    const to = away === 'left' ? left : right;
    return { weight, loss, x: from + (to - from) * Math.min(1, time - run.steps), y: py, away };
  }
  const [low, high] = ground.domain;
  if (weight < low) return { weight, loss, x: left, y: py, away: 'left' };
  if (weight > high) return { weight, loss, x: right, y: py, away: 'right' };
  const above = loss > ground.top;
  return { weight, loss, x: x.at(weight), y: above ? box.top + INSET : py, away: above ? 'up' : undefined };
}

/** All but the ball itself, which is a handle and lies on top. */
export function ballOnCurve(o: BallOnCurve): SVGTemplateResult {
  const { room: r, ground, run, time, step } = o;
  const p = place(o);
  const moving = time > step && step < run.steps;
  const arrow = { left: [-10, 0], right: [10, 0], up: [0, -10] }[p.away ?? 'up'];
  const last = round(r.y.at(run.loss(run.steps)));
  return svg`
    <clipPath id=${o.id}><rect x=${round(r.box.left)} y=${r.box.top - 2} width=${round(r.box.right - r.box.left)} height=${r.box.bottom - r.box.top + 2}></rect></clipPath>
    <g clip-path=${`url(#${o.id})`}>
      <path class="gd-loss-area" d=${areaPath(ground.curve, r.x, r.y, r.box.bottom)}></path>
      <path class="gd-loss-line" d=${linePath(ground.curve, r.x, r.y)}></path>
      ${ground.minima.map((m) => cross(r.x.at(m.x), r.y.at(m.y), 5))}
      ${ghostOnCurve(o.pinned, ground, r)}
      ${stairs({
        rows: { x: run.trace.parameters, y: run.trace.loss },
        step: Math.min(step, run.steps),
        landing: moving ? { x: p.weight, y: p.loss } : undefined,
        x: r.x,
        y: r.y,
        radius: 3,
      })}
      ${isGone(run, time) ? svg`<path class="gd-parameter-line" d=${`M${round(r.x.at(p.weight))} ${last}H${round(p.away === 'left' ? r.box.left : r.box.right)}`}></path>` : ''}
    </g>
    ${p.away ? beyond(p.x + (arrow[0] ?? 0), p.y + (arrow[1] ?? 0), p.away) : ''}`;
}
