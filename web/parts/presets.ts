/** Starts worth offering, one press each. */
import { html, nothing, type TemplateResult } from 'lit';

type Content = TemplateResult | typeof nothing;

/**
 * @param choose is called with the one that was pressed
 * @param around what stands in the same line before the first and after the last
 */
export function presetButtons<P extends { readonly label: string }>(
  presets: readonly P[] | undefined,
  choose: (preset: P) => void,
  { before = nothing, after = nothing }: { readonly before?: Content; readonly after?: Content } = {},
): Content {
  return presets?.length
    ? html`<div class="presets" role="group" aria-label="Try">
        ${before}
        ${presets.map((p) => html`<button type="button" class="pill" @click=${() => choose(p)}>${p.label}</button>`)}
        ${after}
      </div>`
    : nothing;
}
