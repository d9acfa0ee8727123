/** Small signs, each belonging to one idea. Every idea has a colour and a shape. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from './curve';

/** Optimum: a cross. */
export function cross(x: number, y: number, size = 7): SVGTemplateResult {
  return svg`<path class="gd-optimum-line" d=${`M${round(x - size)} ${round(y)}h${size * 2}M${round(x)} ${round(y - size)}v${size * 2}`}></path>`;
}

/** The reader's guess: a hollow triangle standing on `(x, y)`. */
export function triangle(x: number, y: number, size = 8): SVGTemplateResult {
  return svg`<path class="gd-guess-mark" d=${`M${round(x)} ${round(y - size * 1.5)}L${round(x + size)} ${round(y)}H${round(x - size)}Z`}></path>`;
}

/** A past position: a small ring. */
export function ring(x: number, y: number, radius = 4): SVGTemplateResult {
  return svg`<circle class="gd-parameter-ring" cx=${round(x)} cy=${round(y)} r=${radius}></circle>`;
}

/** An arrow from a to b with a head that never grows longer than the arrow itself. */
export function arrow(
  from: readonly [number, number],
  to: readonly [number, number],
  idea: 'parameter' | 'gradient',
): SVGTemplateResult {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (!(length > 0.5)) return svg``;
  const head = Math.min(9, length * 0.6);
  const [ux, uy] = [dx / length, dy / length];
  const base = [to[0] - ux * head, to[1] - uy * head] as const;
  const half = head * 0.45;
  const wing = (side: number): string => `${round(base[0] - uy * half * side)} ${round(base[1] + ux * half * side)}`;
  return svg`<path class=${`gd-${idea}-line`} d=${`M${round(from[0])} ${round(from[1])}L${round(base[0])} ${round(base[1])}`}></path>
    <path class=${`gd-${idea}-fill`} d=${`M${round(to[0])} ${round(to[1])}L${wing(1)}L${wing(-1)}Z`}></path>`;
}

/** Where something lies beyond the edge of a plot: a small solid arrowhead pointing out. */
export function beyond(
  x: number,
  y: number,
  direction: 'left' | 'right' | 'up' | 'down',
  idea: 'parameter' | 'loss' | 'gradient' = 'parameter',
): SVGTemplateResult {
  const turn = { right: 0, down: 90, left: 180, up: 270 }[direction];
  return svg`<path class=${`gd-${idea}-fill`} transform=${`translate(${round(x)} ${round(y)}) rotate(${turn})`} d="M0 -6L9 0L0 6Z"></path>`;
}
