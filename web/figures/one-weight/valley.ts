/** The valley itself: its axes, the curve, the way so far, and the slope under the ball. */
import { svg, type SVGTemplateResult } from 'lit';
import { areaPath, linePath, round } from '../../plot/curve';
import { brief, significant } from '../../plot/format';
import { arrow, cross } from '../../plot/marks';
import { clamp, type Axis, type Box } from '../../plot/scales';
import { stairs } from '../../plot/stairs';
import { ghostOnCurve } from '../pinned';
import type { Room } from './room';
import type { Seen } from './seen';

/** Rules across, and ticks along an axis that has something hanging from it. */
export function rules(box: Box, y: Axis, named: boolean): SVGTemplateResult {
  return svg`<g aria-hidden="true">${y.ticks.map(
    (t) => svg`<path class="gd-grid" d=${`M${round(box.left)} ${round(t.at)}H${round(box.right)}`}></path>
      ${named ? svg`<text class="gd-tick-text" x=${round(box.left - 8)} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>` : ''}`,
  )}</g>`;
}

/** @param below how far under the axis its numbers stand */
export function axisBelow(box: Box, x: Axis, name: string, below: number): SVGTemplateResult {
  const ticks = x.ticks.map((t) => `M${round(t.at)} ${box.bottom}v4`).join('');
  return svg`<g aria-hidden="true">
    <path class="gd-baseline" d=${`M${round(box.left)} ${box.bottom}H${round(box.right)}`}></path>
    <path class="gd-hairline" d=${ticks}></path>
    ${x.ticks.map((t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${box.bottom + below} text-anchor="middle">${t.text}</text>`)}
    <text class="gd-note" x=${round(box.right)} y=${box.bottom - 7} text-anchor="end">${name}</text>
  </g>`;
}

/** The curve with its bottoms, the way so far as stairs, and a pinned run. */
export function ground(v: Seen, r: Room, now: number): SVGTemplateResult {
  const { run, ground: shape } = v.model;
  const { trace } = run;
  return svg`
    <path class="gd-loss-area" d=${areaPath(shape.curve, r.x, r.y, r.box.bottom)}></path>
    <path class="gd-loss-line" d=${linePath(shape.curve, r.x, r.y)}></path>
    ${shape.minima.map((m) => cross(r.x.at(m.x), r.y.at(m.y)))} ${ghostOnCurve(v.pinned, shape, r)}
    ${stairs({
      rows: { x: trace.parameters, y: trace.loss },
      step: v.step,
      landing: v.time > v.step ? { x: now, y: shape.value(now) } : undefined,
      x: r.x,
      y: r.y,
      radius: r.narrow ? 3 : 4,
    })}`;
}

type Point = readonly [number, number];

/** The tangent at the ball, as long as it may be without leaving the picture; undefined where the ball is not in it. */
export function tangent(v: Seen, r: Room): { readonly from: Point; readonly to: Point } | undefined {
  const { run, ground: shape } = v.model;
  const at = run.parameter(v.step, 0);
  const [px, py] = [r.x.at(at), r.y.at(shape.value(at))];
  const { left, right, top, bottom } = r.box;
  if (px < left || px > right || py < top - 4 || py > bottom) return undefined;
  const perPixel = (r.y.at(1) - r.y.at(0)) / (r.x.at(1) - r.x.at(0));
  const angle = Math.atan(run.gradient(v.step, 0) * perPixel);
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
  const reach = (way: 1 | -1): number => {
    const across = ux * way > 0 ? (right - px) / ux : (px - left) / ux;
    const down = uy * way > 0 ? (bottom - py) / Math.abs(uy || 1e-9) : (py - top) / Math.abs(uy || 1e-9);
    return Math.max(0, Math.min(r.narrow ? 44 : 74, across, down));
  };
  const end = (way: 1 | -1): Point => [px + ux * way * reach(way), py + uy * way * reach(way)];
  return { from: end(-1), to: end(1) };
}

/** A letter's width at the size of labels. */
const LETTER = 6.9;

/**
 * A place for the slope's name: beside an end of the tangent, clear of the ball, the curve, the axis and the line that
 * rises from the guess. The upper end first.
 */
export function slopeName(
  v: Seen,
  r: Room,
  line: { readonly from: Point; readonly to: Point },
  guess: number | undefined,
): { readonly x: number; readonly y: number; readonly text: string } {
  const slope = v.model.run.gradient(v.step, 0);
  const text = `slope ${significant(slope)}`;
  const half = (text.length * LETTER) / 2;
  const ends = line.from[1] < line.to[1] ? [line.from, line.to] : [line.to, line.from];
  const ball = r.x.at(v.model.run.parameter(v.step, 0));
  const height = r.y.at(v.model.run.loss(v.step));
  const sides = ends.flatMap(([x, y]): Point[] => [
    [x + half + 8, y + 4],
    [x - half - 8, y + 4],
    [x, y - 10],
    [x, y + 18],
    [x, y - 30],
    [x + half + 10, y + 24],
    [x - half - 10, y + 24],
  ]);
  const shape = v.model.ground;
  // What a place would cover; the guess's line and the ball are never written over while there is another place.
  const faults = ([x, y]: Point): number =>
    (x - half > r.box.left && x + half < r.past.left - 4 ? 0 : 20) +
    (y > r.box.top + 8 && y < r.box.bottom - (x + half > r.box.right - 70 ? 24 : 8) ? 0 : 10) +
    (guess === undefined || Math.abs(guess - x) > half + 7 ? 0 : 8) +
    (Math.abs(x - ball) > half + 16 || Math.abs(y - height) > 28 ? 0 : 6) +
    // The line that leads to the loss beside it.
    (Math.abs(y - 4 - height) < 11 && x + half > ball ? 3 : 0) +
    // The curve must not run through the word.
    [-1, -0.5, 0, 0.5, 1].filter((s) => Math.abs(r.y.at(shape.value(r.x.value(x + s * half))) - (y - 4)) < 11).length;
  const [x, y] = sides.reduce((best, place) => (faults(place) < faults(best) ? place : best));
  return {
    text,
    x: round(clamp(x, r.box.left + half, r.past.left - half - 4)),
    y: round(clamp(y, r.box.top + 10, r.box.bottom - 10)),
  };
}

export function slopeLine(v: Seen, r: Room, guess: number | undefined): SVGTemplateResult {
  const line = v.time === v.step ? tangent(v, r) : undefined;
  if (!line) return svg``;
  const name = slopeName(v, r, line, guess);
  const [[x0, y0], [x1, y1]] = [line.from, line.to];
  return svg`<path class="gd-gradient-line" d=${`M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}`}></path>
    <text class="gd-gradient-text" x=${name.x} y=${name.y} text-anchor="middle">${name.text}</text>`;
}

/** While a step is taken slowly: how far the rate times the slope will carry the ball. */
export function stepAhead(v: Seen, r: Room): SVGTemplateResult {
  const { run, ground: shape } = v.model;
  if (v.beat === null || v.beat === 'look' || v.step >= run.steps) return svg``;
  const [from, to] = [run.parameter(v.step, 0), run.parameter(v.step + 1, 0)];
  const y = clamp(r.y.at(shape.value(from)), r.box.top, r.box.bottom);
  const [x0, x1] = [from, to].map((w) => clamp(r.x.at(w), r.box.left, r.box.right)) as [number, number];
  const label = `−${brief(v.settings.rate)} × ${significant(run.gradient(v.step, 0))} = ${significant(to - from)}`;
  return svg`${arrow([x0, y], [x1, y], 'parameter')}
    <text class="gd-parameter-text" x=${round(clamp((x0 + x1) / 2, r.box.left + 80, r.box.right - 80))} y=${round(y - 12)} text-anchor="middle">${label}</text>`;
}
