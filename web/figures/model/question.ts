/** Points through which more than one best line goes. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Seen } from './seen';

/** What a reader would otherwise take for a fault of the figure. */
export function openQuestion(v: Seen): TemplateResult | typeof nothing {
  const { fit, count } = v.model.survey;
  if (!fit.error) return nothing;
  return html`<p class="quiet remark">
    ${count === 1 ? 'Through one point goes' : 'All points share one x, so there is'} more than one best line: the loss
    has a level valley, and descent stops where it first meets the floor.
  </p>`;
}
