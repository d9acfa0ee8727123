/** What the reader says the digit on the pad is. */
import { html, type TemplateResult } from 'lit';
import { meantNow } from './now';
import type { Seen } from './seen';

export function meantChoice(v: Seen): TemplateResult {
  const meant = meantNow(v);
  return html`<select
    class="meant"
    aria-label="What it is meant to be"
    @change=${(e: Event) => v.set({ meant: Number((e.target as HTMLSelectElement).value) }, { keepTime: true })}
  >
    ${Array.from({ length: 10 }, (_, d) => html`<option value=${String(d)} .selected=${d === meant}>${d}</option>`)}
  </select>`;
}
