/** What the slope promises of a step, and what the step really brings, as the rate grows. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { linePath, round } from '../../plot/curve';
import { brief, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { beyond } from '../../plot/marks';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { knobFace } from './arms';
import type { Place } from './place';

export interface OutlookOptions {
  readonly id: string;
  readonly width: number;
  readonly place: Place;
  readonly rate: number;
  readonly rates: { readonly min: number; readonly max: number };
  readonly setRate: (rate: number) => void;
}

const HEIGHT = 158;

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

function room(o: OutlookOptions): Room {
  const { reach, gain, real } = o.place.outlook;
  const last = real.y[real.y.length - 1] ?? 0;
  const range = [-3.1 * (gain || 1), Math.min(1.4 * (gain || 1), Math.max(0.5 * (gain || 1), last))] as const;
  const down = [HEIGHT - 44, 26] as const;
  const y = linearAxis(range, down, 40);
  const left = 12 + Math.max(2, ...y.ticks.map((t) => t.text.length)) * 6.8;
  const box = { left, top: 26, right: o.width - 14, bottom: HEIGHT - 44 };
  return { box, y, x: linearAxis([0, reach], [box.left, box.right], 58) };
}

/** A value's dot, or an arrowhead at the edge it lies beyond. */
function dot({ box, y }: Room, px: number, value: number, idea: 'loss' | 'gradient'): SVGTemplateResult {
  const py = y.at(value);
  if (py > box.bottom) return beyond(px, box.bottom - 9, 'down', idea);
  if (py < box.top) return beyond(px, box.top + 9, 'up', idea);
  return svg`<circle class=${`gd-${idea}-dot`} cx=${round(px)} cy=${round(py)} r="5"></circle>`;
}

/** The promise is named where it leaves the plot or below its end, clear of the curve above it; the curve below its lowest point. */
function names(o: OutlookOptions, { box, x, y }: Room): SVGTemplateResult {
  const { reach, real, gain } = o.place.outlook;
  const slope = o.place.norm ** 2;
  const leaves = -y.domain[0] / (slope || 1);
  const lowest = Array.from(real.y).reduce((a, v, i, all) => (v < (all[a] ?? 0) ? i : a), 0);
  const middle = clamp(x.at(real.x[lowest] ?? 0), box.left + 22, box.right - 22);
  // Clear of the knob on the axis, too.
  const named = Math.min(leaves * 0.7, reach);
  const [px, py] = [x.at(named), y.at(-slope * named)];
  const fits = px + 72 < box.right;
  const promised =
    leaves > reach
      ? { x: box.right, y: Math.min(box.bottom - 4, py + 18), anchor: 'end' }
      : { x: fits ? px + 10 : px - 12, y: py + (fits ? 3 : 6), anchor: fits ? 'start' : 'end' };
  return svg`<text class="gd-gradient-text" x=${round(promised.x)} y=${round(promised.y)} text-anchor=${promised.anchor}>promised</text>
    ${gain > 0 ? svg`<text class="gd-loss-text" x=${round(middle)} y=${round(y.at(-gain) + 18)} text-anchor="middle">real</text>` : ''}`;
}

export function outlookPlot(o: OutlookOptions): TemplateResult {
  const r = room(o);
  const { box, x, y } = r;
  const { place, rate } = o;
  const slope = place.norm ** 2;
  const inside = rate <= place.outlook.reach;
  const px = Math.min(box.right, x.at(rate));
  const [promised, real] = [-rate * slope, place.outlook.at(rate)];
  const set = (value: number): void => o.setRate(clamp(Number(value.toPrecision(3)), o.rates.min, o.rates.max));
  const foot = y.at(0);
  return html`<svg
    width=${o.width}
    height=${HEIGHT}
    viewBox=${`0 0 ${o.width} ${HEIGHT}`}
    role="group"
    aria-label=${`Change of the loss by one step against its rate: at ${brief(rate)} promised ${significant(promised)}, really ${significant(real)}`}
  >
    <clipPath id=${`${o.id}-outlook`}>
      <rect x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}></rect>
    </clipPath>
    ${frame({ box, x, y, xName: 'learning rate', yName: 'change of loss' })}
    <path class="gd-guide-line" d=${`M${box.left} ${round(foot)}H${box.right}`}></path>
    <g clip-path=${`url(#${o.id}-outlook)`}>
      <path class="gd-loss-line" d=${linePath(place.outlook.real, x, y)}></path>
      <path
        class="gd-gradient-line"
        d=${`M${box.left} ${round(foot)}L${box.right} ${round(y.at(-slope * place.outlook.reach))}`}
      ></path>
    </g>
    <path class="gd-section-line" d=${`M${round(px)} ${box.top}V${box.bottom}`}></path>
    ${place.norm ? names(o, r) : ''}
    ${inside ? svg`${dot(r, px, promised, 'gradient')}${dot(r, px, real, 'loss')}` : ''}
    ${handle({
      x: px,
      y: box.bottom,
      label: 'Learning rate of the step',
      value: rate,
      min: o.rates.min,
      max: o.rates.max,
      valueText: `${brief(rate)}: promised ${significant(promised)}, really ${significant(real)}`,
      move: (mx) => set(x.value(mx)),
      nudge: (dx, dy, scale) => set(rate + (dx || dy) * scale * (place.outlook.reach / 100)),
      face: knobFace,
    })}
  </svg>`;
}
