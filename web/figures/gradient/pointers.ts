/** What points from the ball: the gradient with its two parts, the step against it, the way to the bottom. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { arrow } from '../../plot/marks';
import { nearestBottom } from './bottoms';
import type { Mapped } from './mapped';
import type { Pixel } from '../../plot/names';
import { nextOf } from './seen';

/** How long the gradient is drawn, in px: bounded, and never less for being steeper. */
export const arrowLength = (norm: number, usual: number): number => 34 + 42 * (norm / (norm + usual));
/** Pixels for a unit, of a map that has room for arrows of that length. */
const ROOMY = 40;

/** Where each arrow ends, in px; undefined where there is none, or a wager is still to be made. */
export interface Ends {
  readonly uphill?: Pixel | undefined;
  readonly step?: Pixel | undefined;
  readonly bottom?: Pixel | undefined;
}

export function endsOf({ v, frame, place, open, ball: [bx, by] }: Mapped): Ends {
  if (!open || place.uphill === undefined) return {};
  const { survey } = v.model;
  const length = (arrowLength(place.norm, survey.usual) * Math.min(1, frame.unit / ROOMY)) / place.norm;
  const next = nextOf(v);
  const bottom = nearestBottom(place.at, survey);
  const on = ([x, y]: Pixel): Pixel => [frame.x.at(x), frame.y.at(y)];
  return {
    uphill: [bx + place.gradient[0] * length, by - place.gradient[1] * length],
    step: next && on(next),
    bottom: bottom && on(bottom),
  };
}

const path = (...points: readonly Pixel[]): string => `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;

export function pointers(m: Mapped): SVGTemplateResult | string {
  const { uphill, step, bottom } = endsOf(m);
  if (!uphill) return '';
  return svg`
    ${bottom ? svg`<path class="gd-optimum-dash" data-spot="bottom" d=${path(m.ball, bottom)}></path>` : ''}
    <path class="gd-gradient-part" stroke-dasharray="0.5 4.5" d=${path(m.ball, [uphill[0], m.ball[1]], uphill)}></path>
    ${step ? svg`<g data-spot="step">${arrow(m.ball, step, 'parameter')}</g>` : ''}
    <g data-spot="gradient">${arrow(m.ball, uphill, 'gradient')}</g>`;
}
