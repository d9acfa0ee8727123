/** The two directions a reader points from the ball: a guess first, then the needle. */
import { svg, type SVGTemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { triangle } from '../../plot/marks';
import { point } from './hands';
import type { Mapped } from './mapped';
import type { Pixel } from '../../plot/names';
import { around, signed } from './place';

/** How far from the ball an arm is held: clear of the ball's own grip. */
const ARM = 58;
const RADIAN = Math.PI / 180;

/** The end of an arm that points to `angle`, held within the picture. */
function armEnd([x, y]: Pixel, { frame: { box } }: Mapped, angle: number): Pixel {
  const [ux, uy] = [Math.cos(angle * RADIAN), -Math.sin(angle * RADIAN)];
  const limit = (from: number, u: number, low: number, high: number): number =>
    u > 1e-6 ? (high - from) / u : u < -1e-6 ? (low - from) / u : Infinity;
  const room = Math.min(limit(x, ux, box.left + 8, box.right - 10), limit(y, uy, box.top + 10, box.bottom - 8));
  const length = Math.max(30, Math.min(ARM, room));
  return [x + ux * length, y + uy * length];
}

export const guessTip = (m: Mapped): Pixel => armEnd(m.start, m, m.v.settings.guess ?? 0);
export const needleTip = (m: Mapped): Pixel => armEnd(m.ball, m, m.v.settings.needle);

/** Where the pointer is from a middle, as a direction in whole degrees. */
export const direction = (fromX: number, fromY: number, x: number, y: number): number =>
  Math.round(around(Math.atan2(fromY - y, x - fromX) / RADIAN)) % 360;

/** Arrow keys turn by two degrees: right and down clockwise, left and up the other way; with Alt by one. */
export const turnedByKey = (angle: number, dx: number, dy: number, scale: number): number =>
  around(Math.round(angle - (dx || -dy) * Math.max(1, 2 * scale)));

export const knobFace: SVGTemplateResult = svg`<circle class="gd-knob-halo" r="11"></circle><circle class="gd-knob" r="6.5"></circle>`;

export const line = ([ax, ay]: Pixel, [bx, by]: Pixel): string =>
  `M${round(ax)} ${round(ay)}L${round(bx)} ${round(by)}`;

/** The guess: which way the ground falls fastest. Once that is known it stays as a witness, where it was made. */
export function guessArm(m: Mapped): SVGTemplateResult | string {
  const { v, start, open } = m;
  const { guess } = v.settings;
  if (open && guess === null) return '';
  const angle = guess ?? 0;
  const [x, y] = guessTip(m);
  const arm = svg`<path class="gd-guess-line arm" d=${line(start, [x, y])}></path>`;
  const face = svg`<g transform=${`rotate(${90 - angle})`}>${triangle(0, 6)}</g>`;
  if (open) return svg`<g data-spot="guess">${arm}<g transform=${`translate(${round(x)} ${round(y)})`}>${face}</g></g>`;
  return svg`<g data-spot="guess">${arm}${handle({
    x,
    y,
    label: 'Your guess: which way the loss falls fastest',
    value: angle,
    min: 0,
    max: 360,
    valueText: guess === null ? 'no guess yet' : `${signed(angle)} degrees`,
    move: (px, py) => point(v, direction(...start, px, py)),
    nudge: (dx, dy, scale) => point(v, turnedByKey(angle, dx, dy, scale)),
    face,
  })}</g>`;
}
