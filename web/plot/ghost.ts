/** A run kept to compare with: a thin dashed way, a hollow ball where it stands now, a ring at its end, and its name. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from './curve';
import { clamp, type Box } from './scales';

type Pixel = readonly [number, number];

export interface GhostOptions {
  /** Its whole way, as path data; the caller clips it to `box`. */
  readonly way: string;
  readonly now: Pixel;
  readonly end: Pixel;
  readonly box: Box;
  /** Where its name stands: beneath the ball (default), since many runs end in one place, or at its end. */
  readonly named?: 'ball' | 'end';
  /** Marks of its line and its balls; default: those of a parameter. */
  readonly line?: string;
  readonly ball?: string;
  /** Dash of a line whose mark has none of its own. */
  readonly dash?: string;
}

/** Half of the name's width, and how far below or above its mark it stands, in px. */
const NAME = { half: 22, below: 21, above: 12 } as const;

export function ghost(o: GhostOptions): SVGTemplateResult {
  const { box, line = 'gd-pinned-line', ball = 'gd-pinned-ball' } = o;
  // One that left the picture waits at its edge.
  const [now, end] = [o.now, o.end].map(([x, y]): Pixel => [
    round(clamp(x, box.left + 6, box.right - 6)),
    round(clamp(y, box.top + 6, box.bottom - 6)),
  ]) as [Pixel, Pixel];
  const arrived = Math.hypot(now[0] - end[0], now[1] - end[1]) < 2;
  const [x, y] = o.named === 'end' ? end : now;
  const above = y + NAME.below > box.bottom;
  return svg`<g aria-hidden="true">
    <path class="gd-racer-seam" d=${o.way}></path>
    <path class=${line} stroke-dasharray=${o.dash ?? ''} d=${o.way}></path>
    ${arrived ? '' : svg`<circle class=${ball} cx=${end[0]} cy=${end[1]} r="3.5"></circle>`}
    <circle class=${ball} cx=${now[0]} cy=${now[1]} r="6.5"></circle>
    <text class="gd-note" x=${clamp(x, box.left + NAME.half, box.right - NAME.half)} y=${y + (above ? -NAME.above : NAME.below)} text-anchor="middle">pinned</text>
  </g>`;
}
