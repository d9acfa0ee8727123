/** Where rates stop arriving: the cliff, what theory says of it, and what to do when an axis does not show it. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { brief } from '../../plot/format';
import { clamp } from '../../plot/scales';
import { rateText } from './race';
import { STRIP, type Named, type RateRoom } from './rate-axis';
import { ratesOf, REACH, spanOf, type Seen } from './seen';

/** The found edge and 2 / curvature are the same when they differ by less than this share. */
const SAME = 0.01;
/** An edge in the first such share of an axis cannot be told from its end. */
const CROWDED = 0.06;
/** Where an edge stands after zooming to it. */
const COMFORT = 1 / 1.2;

export const theory = (v: Seen): number => {
  const curvature = v.model.swept.last?.curvature ?? 0;
  return curvature > 0 ? 2 / curvature : NaN;
};

/** The edge as it was found, with what it is called. */
export function foundEdge(v: Seen): { readonly rate: number; readonly name: string } {
  const rate = v.model.edge();
  const expected = theory(v);
  const same = Math.abs(rate - expected) < SAME * expected;
  return same
    ? { rate: expected, name: `the edge, 2 / curvature = ${brief(expected)}` }
    : { rate, name: `the edge ${brief(rate)}` };
}

/** Where there is no room above the axis, it is named below. */
export function namedEdge(v: Seen, { x }: RateRoom): Named | undefined {
  if (!v.settings.revealed) return undefined;
  const { rate } = foundEdge(v);
  return rate > 0 && rate <= x.domain[1] ? { rate, text: `edge ${brief(rate)}` } : undefined;
}

interface Line {
  readonly rate: number;
  readonly name: string;
  readonly mark: 'gd-label' | 'gd-note';
}

const LETTER = 6.8;
/** Up to here the title takes the line above the box, px. */
const TITLE = 300;

/** A line with its name above it, or beside it within the box. */
function standing({ x, box }: RateRoom, { rate, name, mark }: Line, dy: number): SVGTemplateResult {
  if (!(rate > 0) || rate > x.domain[1]) return svg``;
  const at = round(x.at(rate));
  const half = (name.length * LETTER) / 2;
  // Above the box it keeps clear of the title; within, it stands to the right of its line where there is room.
  const inside = dy > 0 && at + 2 * half + 8 < box.right ? at + half + 6 : at - half - 6;
  const centre = round(dy > 0 ? inside : clamp(at, box.left + half, box.right - half + 8));
  return svg`<path class=${mark === 'gd-label' ? 'gd-threshold-line' : 'gd-guide-line'} d=${`M${at} ${box.top - 6}V${box.bottom + 6}`}></path>
    <text class=${mark} x=${centre} y=${box.top + dy} text-anchor="middle" aria-hidden="true">${name}</text>`;
}

/** Crowded against the end of the axis, it is told in a sentence instead. */
const isCrowded = ({ x }: RateRoom, rate: number): boolean =>
  x.kind === 'linear' && rate > 0 && rate < CROWDED * x.domain[1];

export function edgeOf(v: Seen, r: RateRoom): SVGTemplateResult {
  const { bend } = v.model;
  const found = foundEdge(v);
  const crowded = isCrowded(r, found.rate);
  const tall = r.box.bottom - r.box.top > STRIP;
  const was = bend && bend.now !== bend.before ? 2 / bend.before : 0;
  const expected = theory(v);
  const apart = found.rate !== expected;
  const left = r.x.at(found.rate) - (found.name.length * LETTER) / 2;
  const above = left > TITLE;
  return svg`
    ${was > 0 && tall ? standing(r, { rate: was, name: 'it was here', mark: 'gd-note' }, r.box.bottom - r.box.top - 34) : ''}
    ${apart && tall ? standing(r, { rate: expected, name: `2 / curvature = ${brief(expected)}`, mark: 'gd-note' }, 50) : ''}
    ${standing(r, { rate: found.rate, name: crowded || !tall ? '' : found.name, mark: 'gd-label' }, above ? -8 : 32)}`;
}

export interface Offer {
  readonly text: string;
  readonly press: { readonly label: string; readonly run: () => void };
}

const zoomTo = (v: Seen, reach: number): void =>
  v.set({ reach: clamp(Number(reach.toPrecision(6)), REACH.min, REACH.max) }, { keepTime: true });

/** Divides the rates by as much as the axis was enlarged; in a frame as much higher, it is the same picture. */
function bring(v: Seen, times: number): void {
  const rates = ratesOf(v.settings).map((r) => Number((r / times).toPrecision(6)));
  v.set({ rates, rate: null, reach: spanOf(v.settings).to, frame: 'fitted' }, { keepTime: true });
}

const powerOfTen = (factor: number): number => 10 ** Math.max(1, Math.round(Math.log10(factor)));

/** What an axis that does not show what matters offers; nothing where it does. */
export function offer(v: Seen): Offer | undefined {
  const { kind, to } = spanOf(v.settings);
  if (kind === 'log' || !v.settings.revealed) return undefined;
  const { rate } = foundEdge(v);
  if (!(rate > 0)) return undefined;
  const name = rate === theory(v) ? 'the edge, 2 / curvature, is now at' : 'the edge is now at';
  const all = v.model.balls.every((b) => b.manner === 'diverges') ? ': every rate you had diverges' : '';
  if (rate < CROWDED * to) {
    const times = powerOfTen((to * COMFORT) / rate);
    return {
      text: `${name} ${brief(rate)}${all}`,
      press: { label: `zoom in ${times} ×`, run: () => zoomTo(v, to / times) },
    };
  }
  if (rate > to && to < REACH.max) {
    const times = powerOfTen(rate / (to * COMFORT));
    return {
      text: `the edge is beyond this axis, at ${brief(rate)}`,
      press: { label: 'zoom out', run: () => zoomTo(v, Math.min(REACH.max, to * times)) },
    };
  }
  const rates = ratesOf(v.settings);
  if (rates.every((r) => r > to)) {
    const times = powerOfTen(Math.max(...rates) / to);
    return {
      text: `the four rates lie beyond this axis, from ${rateText(Math.min(...rates))} on`,
      press: { label: `divide them by ${times}`, run: () => bring(v, times) },
    };
  }
  return undefined;
}

/** Text that can be pressed within a drawing. */
function textButton(x: number, y: number, label: string, press: () => void): SVGTemplateResult {
  const width = label.length * 7;
  const key = (e: KeyboardEvent): void => {
    if (e.key !== 'Enter' && e.key !== ' ') return;
    e.preventDefault();
    press();
  };
  return svg`<g class="text-button" role="button" tabindex="0" aria-label=${label} @click=${press} @keydown=${key}>
    <rect class="gd-press" x=${round(x - 4)} y=${round(y - 18)} width=${round(width + 8)} height="26" rx="3"></rect>
    <text class="gd-label" x=${round(x)} y=${round(y)} text-decoration="underline" aria-hidden="true">${label}</text>
  </g>`;
}

export function notes(v: Seen, r: RateRoom): SVGTemplateResult {
  const made = offer(v);
  if (!made) return svg``;
  const { box } = r;
  const tall = box.bottom - box.top > STRIP;
  const x = box.left + 16;
  if (!tall) return textButton(box.right - made.press.label.length * 7, box.top - 5, made.press.label, made.press.run);
  return svg`<text class="gd-note" x=${x} y=${box.top + 32} aria-hidden="true">${made.text}</text>
    ${textButton(x, box.top + 54, made.press.label, made.press.run)}`;
}
