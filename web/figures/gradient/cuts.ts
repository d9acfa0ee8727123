/**
 * The ground cut open along both lines of the map, as a surveyor draws sections: upright, side by side, with one scale of
 * loss and one of the dials, so that a slope is an angle and the two can be compared.
 */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { areaPath, linePath, round } from '../../plot/curve';
import { brief, significant } from '../../plot/format';
import { beyond } from '../../plot/marks';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { frameOf, marks, type Mark } from './frame';
import { put } from './hands';
import { placeOf, type Seen } from './seen';
import type { Pair } from './survey';

const HEIGHT = 156;
const [LEFT, GAP, TOP, FOOT] = [28, 26, 20, 20];
/** Pixels that a tangent reaches to either side, where there is room. */
const TANGENT = 52;

interface Cut {
  readonly dial: 0 | 1;
  readonly box: Box;
  readonly along: Axis;
  readonly loss: Axis;
  readonly ticks: readonly Mark[];
}

/** Both cuts of the map's own frame, on one scale. */
export function cutsOf(v: Seen): readonly [Cut, Cut] {
  const frame = frameOf(v);
  const spans = [frame.x.domain, frame.y.domain] as const;
  const [first, second] = spans.map(([low, high]) => high - low) as [number, number];
  const unit = (v.width - LEFT - GAP - 4) / (first + second);
  const [top, bottom] = [TOP, HEIGHT - FOOT];
  const loss = linearAxis(v.model.survey.losses, [bottom, top], 34);
  const cut = (dial: 0 | 1, left: number): Cut => {
    const [low, high] = spans[dial];
    const box = { left, top, right: left + (high - low) * unit, bottom };
    const along = linearAxis([low, high], [box.left, box.right]);
    return { dial, box, along, loss, ticks: marks(along, 2).filter((t) => t.at < box.right - 16) };
  };
  return [cut(0, LEFT), cut(1, LEFT + first * unit + GAP)];
}

/** A straight line through a place, as far as it goes to each side without leaving the plot. */
export function tangent([x, y]: Pair, [dx, dy]: Pair, box: Box): string {
  const length = Math.hypot(dx, dy) || 1;
  const end = (side: number): string => {
    const [ux, uy] = [(side * dx) / length, (side * dy) / length];
    const room = (at: number, u: number, low: number, high: number): number =>
      u > 1e-9 ? (high - at) / u : u < -1e-9 ? (low - at) / u : Infinity;
    const reach = Math.max(0, Math.min(TANGENT, room(x, ux, box.left, box.right), room(y, uy, box.top, box.bottom)));
    return `${round(x + ux * reach)} ${round(y + uy * reach)}`;
  };
  return `M${end(-1)}L${end(1)}`;
}

function ball(v: Seen, { dial, box, along, loss }: Cut): SVGTemplateResult {
  const place = placeOf(v);
  const name = 'xy'[dial]!;
  const here = place.at[dial];
  const slope = place.gradient[dial];
  const at: Pair = [clamp(along.at(here), box.left, box.right), loss.at(place.loss)];
  const over = at[1] < box.top;
  const y = over ? box.top + 12 : at[1];
  const perDial = along.at(1) - along.at(0);
  const perLoss = loss.at(1) - loss.at(0);
  const move = (to: number): void => (dial === 0 ? put(v, to, place.at[1]) : put(v, place.at[0], to));
  return svg`
    <path class="gd-scrub-line" d=${`M${round(at[0])} ${round(y)}V${box.bottom}`}></path>
    ${over ? beyond(at[0], box.top + 2, 'up') : svg`<path class="gd-gradient-line" d=${tangent(at, [perDial, slope * perLoss], box)}></path>`}
    ${handle({
      x: at[0],
      y,
      label: `The ball along ${name}, the other dial held still`,
      value: here,
      min: along.domain[0],
      max: along.domain[1],
      valueText: `${name} ${brief(here)}, loss ${significant(place.loss)}, slope ${brief(slope)}`,
      move: (px) => move(along.value(px)),
      nudge: (dx, dy, by) => move(here + (dx || dy) * 0.05 * by),
      face: ballFace,
    })}`;
}

function section(v: Seen, cut: Cut): SVGTemplateResult {
  const { dial, box, along, loss, ticks } = cut;
  const place = placeOf(v);
  const curve = place.slices[dial];
  const name = 'xy'[dial]!;
  const [from, to] = dial === 0 ? ['A', 'A′'] : ['B', 'B′'];
  const back = v.settings.cut !== 'both' && v.settings.cut !== name;
  const clip = `${v.id}-cut-${name}`;
  const middle = (box.left + box.right) / 2;
  return svg`<g data-spot=${`cut-${name}`} opacity=${back ? 0.45 : 1}>
    <clipPath id=${clip}><rect x=${round(box.left)} y=${box.top} width=${round(box.right - box.left)} height=${box.bottom - box.top}></rect></clipPath>
    <g aria-hidden="true">
      ${loss.ticks.map((t) => svg`<path class="gd-grid" d=${`M${round(box.left)} ${round(t.at)}H${round(box.right)}`}></path>`)}
      ${ticks.map((t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${box.bottom + 16} text-anchor="middle">${t.text}</text>`)}
      <text class="gd-axis-name" x=${round(box.right)} y=${box.bottom + 16} text-anchor="end">${name}</text>
      <text class="gd-note" x=${round(middle)} y="12" text-anchor="middle">${v.width < 430 ? '' : `only ${name} turns: `}slope <tspan class="gd-gradient-text">${brief(place.gradient[dial])}</tspan></text>
      <g clip-path=${`url(#${clip})`}>
        <path class="gd-loss-area" d=${areaPath(curve, along, loss, box.bottom)}></path>
        <path class="gd-loss-line" d=${linePath(curve, along, loss)}></path>
      </g>
      <path class="gd-solid-line" d=${`M${round(box.left)} ${box.bottom}H${round(box.right)}`}></path>
      <text class="gd-label" x=${round(box.left + 4)} y=${box.bottom - 6}>${from}</text>
      <text class="gd-label" x=${round(box.right - 4)} y=${box.bottom - 6} text-anchor="end">${to}</text>
    </g>
    ${ball(v, cut)}
  </g>`;
}

export function twoCuts(v: Seen): TemplateResult {
  const both = cutsOf(v);
  const { loss } = both[0];
  return html`<svg
    data-spot="cuts"
    width=${v.width}
    height=${HEIGHT}
    viewBox=${`0 0 ${v.width} ${HEIGHT}`}
    role="group"
    aria-label="The ground along both dials, each with the other held still"
  >
    <g aria-hidden="true">
      ${loss.ticks.map((t) => svg`<text class="gd-tick-text" x=${LEFT - 6} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`)}
      <text class="gd-axis-name" x="0" y="12">loss</text>
    </g>
    ${both.map((cut) => section(v, cut))}
  </svg>`;
}
