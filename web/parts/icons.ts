/** The few signs on buttons, drawn rather than typed, so that no font decides how they look. */
import { svg, type SVGTemplateResult } from 'lit';

const icon = (content: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${content}</svg>`;
const stroke = (d: string): SVGTemplateResult =>
  svg`<path d=${d} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"></path>`;

export const icons = {
  reset: icon(stroke('M4.5 8.5A6 6 0 1 1 4 11.5M4.2 4.2v4.4h4.4')),
  back: icon(stroke('M12 5l-5 5 5 5')),
  forward: icon(stroke('M8 5l5 5-5 5')),
  end: icon(stroke('M6 5l5 5-5 5M14.5 5v10')),
  play: icon(svg`<path d="M6.5 4.2v11.6L16 10z" fill="currentColor"></path>`),
  pause: icon(svg`<path d="M6 4.5h3v11H6zM11 4.5h3v11h-3z" fill="currentColor"></path>`),
  undo: icon(stroke('M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5')),
  redo: icon(stroke('M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5')),
  more: icon(
    svg`<g fill="currentColor"><circle cx="4.5" cy="10" r="1.7"></circle><circle cx="10" cy="10" r="1.7"></circle><circle cx="15.5" cy="10" r="1.7"></circle></g>`,
  ),
  speed: icon(stroke('M4 14a7 7 0 1 1 12 0M10 12l3.5-4')),
  pin: icon(stroke('M7.5 3.5h5M8.5 3.5v5L6 11.5h8L11.5 8.5v-5M10 11.5v5.5')),
  dice: icon(
    svg`<rect x="3.5" y="3.5" width="13" height="13" rx="3" fill="none" stroke="currentColor" stroke-width="1.6"></rect><circle cx="7.3" cy="7.3" r="1.3" fill="currentColor"></circle><circle cx="12.7" cy="12.7" r="1.3" fill="currentColor"></circle><circle cx="10" cy="10" r="1.3" fill="currentColor"></circle>`,
  ),
} as const;
