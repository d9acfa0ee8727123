/** What is descended above, its picture below. */
import { html, type TemplateResult } from 'lit';
import { curve } from './curve';
import { head } from './head';
import { map } from './map';
import { roomFor } from './room';
import { allowed, isPreparing, type Seen } from './seen';
import { shore } from './shore';
import { tag } from './tags';

function label({ model, settings }: Seen): string {
  const { survey } = model;
  if (!survey) return `What the network of run ${settings.picked} says of every place, and the points it learns from`;
  return survey.curve ? 'The loss as a curve, and every run on it' : 'The loss as a map, and every run on it';
}

/** Of a picture that stands still, the formula is a line of it. */
const LINE = 26;

export function plot(v: Seen): TemplateResult {
  const { learner, survey } = v.model;
  const r = roomFor(v.width, v.model, v.settings);
  const picture = learner ? shore(v, r) : survey?.curve ? curve(v, r) : map(v, r);
  if (v.local['still'] === true) {
    const formula = survey && allowed(v, 'formula') !== 'gone' ? v.settings.formula : '';
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
      <svg
        width=${v.width}
        height=${r.height}
        viewBox=${`0 0 ${v.width} ${r.height}`}
        role="group"
        aria-label=${label(v)}
      >
        ${picture}
      </svg>
      ${isPreparing(v) && survey ? html`<div class="tags-over">${tag(v, 'ground')} ${tag(v, 'start')}</div>` : ''}
    </div>`;
}
