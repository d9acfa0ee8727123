/** What is descended above, its picture below. */
import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import { curve } from './curve';
import { head } from './head';
import { map } from './map';
import { roomFor, type Room } from './room';
import { allowed, isPreparing, type Seen } from './seen';
import { tag } from './tags';

function label({ model, settings }: Seen): string {
  const { survey } = model;
  if (!survey) return `What the network of run ${settings.picked} says of every place, and the points it learns from`;
  return survey.curve ? 'The loss as a curve, and every run on it' : 'The loss as a map, and every run on it';
}

/** Of a picture that stands still, the formula is a line of it. */
const LINE = 26;

/** The network's picture, which most readers never ask for. */
export const ashore = new Late(() => import('./shore'));

const drawing = (v: Seen, { height }: Room, picture: SVGTemplateResult): TemplateResult =>
  html`<svg width=${v.width} height=${height} viewBox=${`0 0 ${v.width} ${height}`} role="group" aria-label=${label(v)}>
    ${picture}
  </svg>`;

export function plot(v: Seen): TemplateResult {
  const { learner, survey } = v.model;
  const r = roomFor(v.width, v.model, v.settings);
  if (learner)
    return html`${head(v)}
      <div class="scene">
        ${ashore.draw(
          ({ shore }) => drawing(v, r, shore(v, r)),
          () => v.setLocal({}),
        )}
      </div>`;
  const picture = survey?.curve ? curve(v, r) : map(v, r);
  if (v.local['still'] === true) {
    const formula = allowed(v, 'formula') === 'gone' ? '' : v.settings.formula;
    return html`<svg
      width=${v.width}
      height=${r.height + LINE}
      viewBox=${`0 0 ${v.width} ${r.height + LINE}`}
      role="group"
      aria-label=${label(v)}
    >
      <text class="gd-loss-text" x="2" y="17">${formula ? 'loss =' : ''}</text>
      <text class="gd-label" x="46" y="17">${formula}</text>
      <g transform=${`translate(0 ${LINE})`}>${picture}</g>
    </svg>`;
  }
  return html`${head(v)}
    <div class="scene">
      ${drawing(v, r, picture)}
      ${isPreparing(v) ? html`<div class="tags-over">${tag(v, 'ground')} ${tag(v, 'start')}</div>` : ''}
    </div>`;
}
