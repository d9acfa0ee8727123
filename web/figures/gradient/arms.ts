/** The two directions a reader points from the ball: a guess first, then the needle. */
import { svg, type SVGTemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { significant } from '../../plot/format';
import { triangle } from '../../plot/marks';
import { around, slopeTowards, type Place } from './place';
import type { Pair } from './survey';

export interface ArmsOptions {
  /** Where the ball is drawn. */
  readonly x: number;
  readonly y: number;
  /** The picture, which an arm does not leave. */
  readonly width: number;
  readonly height: number;
  readonly place: Place;
  readonly open: boolean;
  readonly needle: number;
  readonly guess: number | null;
  readonly turn: (angle: number) => void;
  readonly point: (angle: number) => void;
}

/** How far from the ball an arm is held: clear of the ball's own grip. */
const ARM = 58;
const RADIAN = Math.PI / 180;

/** The end of an arm that points to `angle`, held within the picture. */
function armEnd(o: ArmsOptions, angle: number): Pair {
  const [ux, uy] = [Math.cos(angle * RADIAN), -Math.sin(angle * RADIAN)];
  const limit = (from: number, u: number, low: number, high: number): number =>
    u > 1e-6 ? (high - from) / u : u < -1e-6 ? (low - from) / u : Infinity;
  const room = Math.min(limit(o.x, ux, 12, o.width - 12), limit(o.y, uy, 12, o.height - 12));
  const length = Math.max(30, Math.min(ARM, room));
  return [o.x + ux * length, o.y + uy * length];
}

/** Where the pointer is from a middle, as a direction in whole degrees. */
export const direction = (fromX: number, fromY: number, x: number, y: number): number =>
  Math.round(around(Math.atan2(fromY - y, x - fromX) / RADIAN)) % 360;

/** Arrow keys turn by two degrees: right and down clockwise, left and up the other way; with Alt by one. */
export const turnedByKey = (angle: number, dx: number, dy: number, scale: number): number =>
  around(Math.round(angle - (dx || -dy) * Math.max(1, 2 * scale)));

export const knobFace: SVGTemplateResult = svg`<circle class="gd-knob-halo" r="11"></circle><circle class="gd-knob" r="6.5"></circle>`;

/** The needle the reader turns once the compass is open, with the slope that way. */
export function needleArm(o: ArmsOptions): SVGTemplateResult {
  const [x, y] = armEnd(o, o.needle);
  const slope = significant(slopeTowards(o.place, o.needle));
  const right = x >= o.x;
  // Outwards, unless the picture ends there.
  const outwards = right ? x + 70 < o.width : x - 70 > 0;
  const after = right === outwards;
  return svg`<path class="gd-solid-line" d=${`M${round(o.x)} ${round(o.y)}L${round(x)} ${round(y)}`}></path>
    <text class="gd-gradient-text" x=${round(x + (after ? 13 : -13))} y=${round(y + 4.5)} text-anchor=${after ? 'start' : 'end'}>${slope}</text>
    ${handle({
      x,
      y,
      label: 'The needle: a direction to ask about',
      value: o.needle,
      min: 0,
      max: 360,
      valueText: `${o.needle} degrees, slope ${slope}`,
      move: (px, py) => o.turn(direction(o.x, o.y, px, py)),
      nudge: (dx, dy, scale) => o.turn(turnedByKey(o.needle, dx, dy, scale)),
      face: knobFace,
    })}`;
}

/** The guess: which way the ground falls fastest. Once the compass is open it only stays as a witness. */
export function guessArm(o: ArmsOptions): SVGTemplateResult | string {
  if (o.open && o.guess === null) return '';
  const angle = o.guess ?? 0;
  const [x, y] = armEnd(o, angle);
  const line = svg`<path class="gd-guess-line" d=${`M${round(o.x)} ${round(o.y)}L${round(x)} ${round(y)}`}></path>`;
  const face = svg`<g transform=${`rotate(${90 - angle})`}>${triangle(0, 6)}</g>`;
  if (o.open) return svg`${line}<g transform=${`translate(${round(x)} ${round(y)})`}>${face}</g>`;
  return svg`${line}${handle({
    x,
    y,
    label: 'Your guess: which way the loss falls fastest',
    value: angle,
    min: 0,
    max: 360,
    valueText: o.guess === null ? 'no guess yet' : `${angle} degrees`,
    move: (px, py) => o.point(direction(o.x, o.y, px, py)),
    nudge: (dx, dy, scale) => o.point(turnedByKey(angle, dx, dy, scale)),
    face,
  })}`;
}
