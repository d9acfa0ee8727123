/** Small digits to press: each goes onto the pad. */
import { html, svg, type TemplateResult } from 'lit';
import { lay } from './asked';
import type { Seen } from './seen';
import { squares } from './squares';

export interface Tile {
  /** Number of the unseen digit. */
  readonly index: number;
  /** What it is, and what it is taken for. */
  readonly is: number;
  readonly taken: number;
}

export function tile(v: Seen, { index, is, taken }: Tile, side: number): TemplateResult | string {
  const found = v.model.picture(index);
  if (!found) return '';
  return html`<button
    type="button"
    class="tile"
    aria-pressed=${v.settings.digit === index ? 'true' : 'false'}
    aria-label=${`${is} → ${taken}: a ${is} that is taken for a ${taken}, onto the pad`}
    @click=${() => lay(v, { digit: index })}
  >
    <svg width=${side} height=${side} viewBox=${`0 0 ${side} ${side}`} aria-hidden="true">
      ${svg`<rect class="gd-tile-rim" x="0.5" y="0.5" width=${side - 1} height=${side - 1} rx="4"></rect>`}
      ${squares(found.picture, { x: 2, y: 2, side: side - 4, greys: 4 })}
    </svg>
    <span aria-hidden="true">${is} → <b class=${is === taken ? '' : 'idea-loss'}>${taken}</b></span>
  </button>`;
}
