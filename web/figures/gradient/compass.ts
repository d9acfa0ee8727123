/** The compass: the slope in every direction at once, as distance from the middle. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { brief } from '../../plot/format';
import { arrow, triangle } from '../../plot/marks';
import { direction, knobFace, turnedByKey } from './arms';
import { slopeTowards, type Place } from './place';

export interface CompassOptions {
  readonly width: number;
  readonly place: Place;
  readonly open: boolean;
  readonly needle: number;
  readonly guess: number | null;
  readonly turn: (angle: number) => void;
}

const HEIGHT = 158;
const RING = 66;
/** The steepest slope reaches this far; its number stands on the needle, not on a scale. */
const STEEPEST = 56;
const RADIAN = Math.PI / 180;

/**
 * norm x cos(angle) as a distance from the middle is a circle through the middle, whose diameter is the
 * gradient: rising directions fill it, falling ones its mirror image.
 */
function lobes(place: Place, needle: number, cx: number, cy: number): SVGTemplateResult | string {
  if (place.uphill === undefined) return '';
  const [ux, uy] = [Math.cos(place.uphill * RADIAN), -Math.sin(place.uphill * RADIAN)];
  const half = STEEPEST / 2;
  // Beside the diameter, which the arrow takes, on the side where the needle is not.
  const side = Math.sin((needle - place.uphill) * RADIAN) > 0 ? 0.5 : -0.5;
  const label = (sign: number): readonly [number, number] => [
    cx + (ux * sign - uy * side) * half,
    cy + (uy * sign + ux * side) * half + 4,
  ];
  const [up, down] = [label(1), label(-1)];
  return svg`
    <circle class="gd-rising" cx=${round(cx + ux * half)} cy=${round(cy + uy * half)} r=${half}></circle>
    <circle class="gd-falling" cx=${round(cx - ux * half)} cy=${round(cy - uy * half)} r=${half}></circle>
    ${arrow([cx, cy], [cx + ux * STEEPEST, cy + uy * STEEPEST], 'gradient')}
    <text class="gd-note" x=${round(up[0])} y=${round(up[1])} text-anchor="middle">rises</text>
    <text class="gd-note" x=${round(down[0])} y=${round(down[1])} text-anchor="middle">falls</text>`;
}

/** What the sections already told: the slope along each dial, towards where it rises. Together they span the arrow. */
function known({ gradient, norm }: Place, cx: number, cy: number): SVGTemplateResult | string {
  if (!norm) return '';
  const [x, y] = [round(cx + (gradient[0] / norm) * STEEPEST), round(cy - (gradient[1] / norm) * STEEPEST)];
  const dot = (px: number, py: number): SVGTemplateResult =>
    svg`<circle class="gd-gradient-dot" cx=${px} cy=${py} r="4"></circle>`;
  return svg`<path class="gd-gradient-part" d=${`M${cx} ${cy}H${x}M${cx} ${cy}V${y}`}></path>${dot(x, cy)}${dot(cx, y)}`;
}

/**
 * Why a circle: the slope along the needle is the gradient's shadow on it, so the line from the dot to the gradient's tip
 * stands square on the needle, and all corners that stand square over one line lie on a circle.
 */
function square(
  place: Place,
  [dx, dy]: readonly [number, number],
  cx: number,
  cy: number,
  rises: number,
): SVGTemplateResult | string {
  const way = (place.uphill ?? 0) * RADIAN;
  const tip = [cx + rises * Math.cos(way) * STEEPEST, cy - rises * Math.sin(way) * STEEPEST] as const;
  const [along, across] = [
    [cx - dx, cy - dy],
    [tip[0] - dx, tip[1] - dy],
  ].map(([x = 0, y = 0]) => [x, y, Math.hypot(x, y)] as const) as [Side, Side];
  // Where either side is hardly longer than the corner's own mark, there is no corner to see.
  if (along[2] < 10 || across[2] < 10) return '';
  const [ax, ay, bx, by] = [
    (6 * along[0]) / along[2],
    (6 * along[1]) / along[2],
    (6 * across[0]) / across[2],
    (6 * across[1]) / across[2],
  ];
  return svg`<path class="gd-scrub-line" d=${`M${round(dx)} ${round(dy)}L${round(tip[0])} ${round(tip[1])}`}></path>
    <path class="gd-scrub-sign" d=${`M${round(dx + ax)} ${round(dy + ay)}l${round(bx)} ${round(by)}l${round(-ax)} ${round(-ay)}`}></path>`;
}
type Side = readonly [x: number, y: number, length: number];

export function compass(o: CompassOptions): TemplateResult {
  const [cx, cy] = [o.width / 2, HEIGHT / 2];
  const slope = slopeTowards(o.place, o.needle);
  const on = (angle: number, radius: number): readonly [number, number] => [
    cx + Math.cos(angle * RADIAN) * radius,
    cy - Math.sin(angle * RADIAN) * radius,
  ];
  const tip = on(o.needle, RING);
  // A falling direction is drawn forwards, too: into the other circle.
  const dot = on(o.needle, (Math.abs(slope) / (o.place.norm || 1)) * STEEPEST);
  const ticks = Array.from({ length: 24 }, (_, k) => {
    const [from, to] = [on(k * 15, RING), on(k * 15, RING + (k % 6 ? 4 : 7))];
    return `M${round(from[0])} ${round(from[1])}L${round(to[0])} ${round(to[1])}`;
  }).join('');
  const guess = o.guess === null ? undefined : on(o.guess, RING - 2);
  return html`<svg
    width=${o.width}
    height=${HEIGHT}
    viewBox=${`0 0 ${o.width} ${HEIGHT}`}
    role="group"
    aria-label="The slope in every direction"
  >
    <circle class="gd-baseline" fill="none" cx=${cx} cy=${cy} r=${RING}></circle>
    <path class="gd-guide-line" d=${ticks}></path>
    <path class="gd-section-line" d=${`M${cx - RING} ${cy}H${cx + RING}M${cx} ${cy - RING}V${cy + RING}`}></path>
    <text class="gd-axis-name" x=${cx + RING - 12} y=${cy - 6}>x</text>
    <text class="gd-axis-name" x=${cx + 6} y=${cy - RING + 14}>y</text>
    ${o.open ? lobes(o.place, o.needle, cx, cy) : ''} ${known(o.place, cx, cy)}
    ${
      guess
        ? svg`<path class="gd-guess-line" d=${`M${cx} ${cy}L${round(guess[0])} ${round(guess[1])}`}></path>
          <g transform=${`translate(${round(guess[0])} ${round(guess[1])}) rotate(${90 - (o.guess ?? 0)})`}>${triangle(0, 6)}</g>`
        : ''
    }
    ${
      o.open && o.place.uphill !== undefined
        ? svg`<path class="gd-solid-line" d=${`M${cx} ${cy}L${round(tip[0])} ${round(tip[1])}`}></path>
          ${square(o.place, dot, cx, cy, Math.sign(slope))}
          <circle class="gd-gradient-dot" cx=${round(dot[0])} cy=${round(dot[1])} r="5"></circle>
          ${handle({
            x: tip[0],
            y: tip[1],
            label: 'The compass needle',
            value: o.needle,
            min: 0,
            max: 360,
            valueText: `${o.needle} degrees from x, slope ${brief(slope)}`,
            move: (x, y) => o.turn(direction(cx, cy, x, y)),
            nudge: (dx, dy, scale) => o.turn(turnedByKey(o.needle, dx, dy, scale)),
            face: knobFace,
          })}`
        : svg`<text class="gd-note" x=${cx} y=${cy + (o.place.gradient[1] < 0 ? -40 : 48)} text-anchor="middle">${o.place.norm ? 'opens after your guess' : 'level ground'}</text>`
    }
  </svg>`;
}
