/** The wager in one line, for a figure that stands alone: where is the edge, and how far off was the guess? */
import { html, type TemplateResult } from 'lit';
import { guessMark } from '../../parts/predict';
import { brief } from '../../plot/format';
import { foundEdge } from './edge';
import { rateText } from './race';
import type { Seen } from './seen';

/** Narrower than this, a line has room for a few words only. */
const ROOMY = 440;
/** A guess within this share of the edge is as good as it. */
const GOOD = 0.03;

export function verdict(guess: number, edge: number): string {
  const off = guess - edge;
  if (Math.abs(off) <= GOOD * edge) return 'a good guess';
  return `${brief(Math.abs(off), 2)} too ${off > 0 ? 'bold' : 'careful'}`;
}

const again = (v: Seen): TemplateResult =>
  html`<button type="button" class="link" @click=${() => v.set({ guess: null, revealed: false }, { keepTime: true })}>
    ${v.width < ROOMY ? 'again' : 'guess again'}
  </button>`;

export function wager(v: Seen): TemplateResult {
  const { guess, revealed } = v.settings;
  if (revealed) {
    const { rate } = foundEdge(v);
    return guess === null
      ? html`<p class="wager">${guessMark}<span class="quiet">every rate has run</span>${again(v)}</p>`
      : html`<p class="wager">
          ${guessMark}<span>your guess <b class="idea-guess">${rateText(guess)}</b></span>
          <span>the edge <b>${brief(rate)}</b></span>
          <span class="quiet">${verdict(guess, rate)}</span>${again(v)}
        </p>`;
  }
  const show = (): void => v.set({ revealed: true }, { keepTime: true });
  return html`<p class="wager">
    ${guessMark}<span
      >${guess === null ? 'Where is the edge?' : html`the edge, you say: <b class="idea-guess">${rateText(guess)}</b>`}</span
    >
    <button type="button" class="pill" part="button" @click=${show}>run every rate</button>
  </p>`;
}
