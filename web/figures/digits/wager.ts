/** The wager: of a thousand scribbles, which are no digits, how many are answered surer than 0.9? */
import { html, type TemplateResult } from 'lit';
import { guessMark } from '../../parts/predict';
import { slider } from '../../parts/slider';
import { updateNow } from './now';
import { SCRIBBLES, type Scribbled } from './scribbles';
import type { Seen } from './seen';

const still = { keepTime: true } as const;

/** Of a hundred. */
export const percent = ({ surer, count }: Scribbled): number => (100 * (surer[0] ?? 0)) / count;

/** @param more what to press once it is answered */
export function wager(v: Seen, more: TemplateResult): TemplateResult {
  const { guess, revealed } = v.settings;
  const narrow = v.width < 440;
  if (!revealed)
    return html`<div class="predict scribbled" part="predict">
      ${guessMark}
      ${slider({
        id: `${v.id}-guess`,
        label: narrow ? 'surer than 0.9, of 100' : 'scribbles answered surer than 0.9, of 100',
        value: guess ?? 0,
        min: 0,
        max: 100,
        step: 1,
        text: (n) => (guess === null ? '?' : String(Math.round(n))),
        input: (n) => v.set({ guess: Math.round(n) }, still),
      })}
      <button type="button" class="pill" @click=${() => v.set({ revealed: true }, still)}>
        ${narrow ? 'draw them' : `draw ${SCRIBBLES}`}
      </button>
    </div>`;
  const { scribbled } = v.model.scribbled(updateNow(v));
  return html`<div class="predict scribbled" part="predict">
    <p class="question">
      ${guessMark}<span
        >${guess === null ? '' : html`you said <b class="idea-guess">${guess} %</b>; `}${
          scribbled ? html`it is <b>${Math.round(percent(scribbled))} %</b>` : 'drawing them …'
        }</span
      >
      <button type="button" class="link" @click=${() => v.set({ guess: null, revealed: false }, still)}>again</button>
      ${more}
    </p>
  </div>`;
}
