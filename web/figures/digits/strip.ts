/** Digits that it never saw and misreads, to press. */
import { html, type TemplateResult } from 'lit';
import { count } from '../../plot/format';
import { updateNow } from './now';
import type { Seen } from './seen';
import { tile } from './tiles';

const TILE = 36;
const GAP = 6;

export function strip(v: Seen): TemplateResult {
  const { judged } = v.model.judged(updateNow(v));
  const narrow = v.width < 440;
  const room = narrow ? v.width : v.width - 128;
  const fits = Math.max(3, Math.floor((room + GAP) / (TILE + GAP)));
  const from = (v.local['strip'] as number | undefined) ?? 0;
  const wrong = judged?.wrong ?? [];
  const first = wrong.length > from ? from : 0;
  return html`<div class="strip" data-spot="strip">
    <p>
      ${judged ? html`<b>${count(wrong.length)}</b> of ${count(judged.count)} unseen misread` : 'reading unseen digits …'}
      ${
        wrong.length > fits
          ? html`<button
              type="button"
              class="link"
              @click=${() => v.setLocal({ strip: first + fits < wrong.length ? first + fits : 0 })}
            >
              others
            </button>`
          : ''
      }
    </p>
    <div class="tiles">
      ${wrong.slice(first, first + fits).map((index) => tile(v, { index, is: judged!.labels[index] ?? 0, taken: judged!.taken[index] ?? 0 }, TILE))}
    </div>
  </div>`;
}
