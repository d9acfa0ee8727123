/** A dial that turns: what its slider does, done by twisting. Keys belong to the slider beside it. */
import { svg, html, type TemplateResult } from 'lit';
import { round } from '../plot/curve';
import { clamp } from '../plot/scales';
import { follow } from './drag';

export interface DialOptions {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly input: (value: number) => void;
}

const SIZE = 44;
const RADIUS = 14;
/** Three quarters of a turn, open at the bottom, as on any instrument. */
const SWEEP = 270;

/** Clockwise degrees from straight up. */
const angleOf = (x: number, y: number): number => (Math.atan2(x - SIZE / 2, SIZE / 2 - y) * 180) / Math.PI;

const rim = (degrees: number, radius: number): string => {
  const a = (degrees * Math.PI) / 180;
  return `${round(SIZE / 2 + radius * Math.sin(a))} ${round(SIZE / 2 - radius * Math.cos(a))}`;
};

function arc(from: number, to: number): string {
  const [a, b] = from < to ? [from, to] : [to, from];
  return `M${rim(a, RADIUS + 4.5)}A${RADIUS + 4.5} ${RADIUS + 4.5} 0 ${b - a > 180 ? 1 : 0} 1 ${rim(b, RADIUS + 4.5)}`;
}

/** Follows how far the pointer turns about the middle, so that taking hold never moves the dial. */
function twist(e: PointerEvent, o: DialOptions): void {
  let last: number | undefined;
  let { value } = o;
  follow(e, (x, y) => {
    const angle = angleOf(x, y);
    if (last !== undefined) {
      const turned = ((angle - last + 540) % 360) - 180;
      value = clamp(value + (turned / SWEEP) * (o.max - o.min), o.min, o.max);
      o.input(value);
    }
    last = angle;
  });
}

export function dial(o: DialOptions): TemplateResult {
  const degrees = (v: number): number => (clamp((v - o.min) / (o.max - o.min), 0, 1) - 0.5) * SWEEP;
  const [zero, now] = [degrees(clamp(0, o.min, o.max)), degrees(o.value)];
  return html`<svg
    class="knob"
    width=${SIZE}
    height=${SIZE}
    viewBox=${`0 0 ${SIZE} ${SIZE}`}
    aria-hidden="true"
    @pointerdown=${(e: PointerEvent) => twist(e, o)}
  >
    <path class="gd-dial-scale" d=${arc(-SWEEP / 2, SWEEP / 2)}></path>
    <path class="gd-dial-arc" d=${Math.abs(now - zero) > 0.5 ? arc(zero, now) : ''}></path>
    <circle class="gd-dial-cap" cx=${SIZE / 2} cy=${SIZE / 2} r=${RADIUS}></circle>
    ${svg`<path class="gd-dial-needle" d=${`M${rim(now, 4)}L${rim(now, RADIUS - 2)}`}></path>`}
  </svg>`;
}
