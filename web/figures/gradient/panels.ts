/** Equations of the panels: the slope along the needle, and what a step promises. */
import { html, type TemplateResult } from 'lit';
import { brief, exact, fixed } from '../../plot/format';
import { between, slopeTowards, type Place } from './place';

function quantity(label: string, value: number, text: string, idea: string): TemplateResult {
  return html`<span class=${`quantity idea-${idea}`} title=${exact(value)}
    ><small>${label}</small><b>${text}</b></span
  >`;
}
const sign = (text: string): TemplateResult => html`<span class="sign">${text}</span>`;

/** slope this way = steepest x cos(angle between), with its numbers. */
export function slopeThisWay(place: Place, needle: number): TemplateResult {
  if (place.uphill === undefined) return html``;
  const angle = between(needle, place.uphill);
  const slope = slopeTowards(place, needle);
  return html`<p class="equation">
      ${quantity('this way', slope, brief(slope), 'gradient')} ${sign('=')}
      ${quantity('steepest', place.norm, brief(place.norm), 'gradient')} ${sign('× cos')}
      ${quantity('off uphill', angle, `${brief(angle)}°`, 'ink')}
    </p>
    <p class="quiet small">
      From the dot to the gradient’s tip is square to the needle. All such corners lie on one circle.
    </p>`;
}

/** What the slopes promise of a step: each dial turns by minus rate times its slope, and brings its slope times that. */
export function promiseKept(place: Place, rate: number): TemplateResult {
  const [promised, real] = [-rate * place.norm ** 2, place.outlook.at(rate)];
  // Hundredths, as the text has them, unless they would say nothing.
  const change = (value: number): string => (Math.abs(promised) < 1 ? brief(value) : fixed(value, 2));
  const [x, y] = place.gradient.map((slope) => -rate * slope ** 2) as [number, number];
  return html`<p class="equation">
      ${quantity('promised', promised, change(promised), 'gradient')} ${sign('=')}
      ${quantity('of x', x, change(x), 'gradient')} ${sign(y < 0 ? '−' : '+')}
      ${quantity('of y', y, change(Math.abs(y)), 'gradient')}
    </p>
    <p class="quiet small">each −rate × slope², together −rate × length²</p>
    <p class="equation">${quantity('really', real, change(real), 'loss')}</p>`;
}
