/** A racer's number in its colour: what tells it from the others where colours do not. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { round } from '../../plot/curve';
import type { Racer } from './field';

export function bib({ number, colour }: Pick<Racer, 'number' | 'colour'>, x: number, y: number): SVGTemplateResult {
  return svg`<g transform=${`translate(${round(x)} ${round(y)})`}>
    <circle class=${`gd-racer-fill-${colour}`} r="8.5"></circle>
    <text class="gd-racer-number" y="3.7" text-anchor="middle">${number}</text>
  </g>`;
}

/** The same within a line of text, with a piece of its curve. */
export function sign(
  racer: Pick<Racer, 'number' | 'colour'> & { readonly dash?: string },
  withLine = false,
): TemplateResult {
  const width = withLine ? 44 : 18;
  return html`<svg class="sign-of" width=${width} height="18" viewBox=${`0 0 ${width} 18`} aria-hidden="true">
    ${
      withLine
        ? svg`<path class=${`gd-racer-line-${racer.colour}`} stroke-dasharray=${racer.dash ?? ''} d="M18 9H43"></path>`
        : ''
    }
    ${bib(racer, 9, 9)}
  </svg>`;
}
