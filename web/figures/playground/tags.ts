/** While a link for a class is prepared, every part wears a tag that says what its readers may do with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { PARTS, stateOf, turned, type Part } from './parts';
import { isPreparing, still, type Seen } from './seen';

const SAYS = { change: 'they may change it', see: 'they see it', gone: 'hidden' } as const;

export function tag(v: Seen, part: Part): TemplateResult | typeof nothing {
  if (!isPreparing(v)) return nothing;
  const state = stateOf(v.settings, part);
  const { label } = PARTS[part];
  return html`<button
    type="button"
    class=${`tag ${state}`}
    aria-label=${`${label}: ${SAYS[state]}. Press for the next`}
    title=${SAYS[state]}
    @click=${() => v.set(turned(v.settings, part), still)}
  >
    <span class="tag-mark" aria-hidden="true"></span>${label}
  </button>`;
}

/** What the three faces of a tag mean. */
export const legend = (): TemplateResult =>
  html`<p class="tag-legend small">
    ${(['change', 'see', 'gone'] as const).map(
      (state) =>
        html`<span class=${`tag ${state}`}><span class="tag-mark" aria-hidden="true"></span>${SAYS[state]}</span>`,
    )}
  </p>`;
