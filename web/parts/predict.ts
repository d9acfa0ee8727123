/** A guess beside the truth: asked for first, then compared, and never in the way. */
import { html, type TemplateResult } from 'lit';
import { brief } from '../plot/format';

export interface PredictOptions {
  /** The question, as one sentence. */
  readonly question: string;
  readonly guess: number | null;
  /** The truth once it may be shown, otherwise null. */
  readonly truth: number | null;
  /** How the difference reads, for example `0.22 too far`. */
  readonly verdict: string;
  readonly truthLabel: string;
  /** What to do next, once there is a guess; default: take the step. */
  readonly next?: string;
  /** Lets the truth be seen, guess or no guess. */
  readonly reveal?: { readonly label: string; readonly press: () => void } | undefined;
  /** Whether the truth is a place of the ball, and has its mark; default true. */
  readonly isPlace?: boolean;
  /** It stands nowhere else: a phone, whose text asks, shows it all the same. */
  readonly kept?: boolean;
  /** Takes the guess back. */
  readonly forget: () => void;
}

/** What a guess is marked with, within a line of text. */
export const guessMark = html`<svg class="mark" viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">
  <path class="gd-guess-mark" d="M7 1.5L12.5 10.8H1.5Z"></path>
</svg>`;

/** A wager in one line: its question, or what became of it, and what can be pressed. */
export const questionLine = (said: unknown, buttons: unknown, kept = false): TemplateResult =>
  html`<div class=${kept ? 'predict kept' : 'predict'} part="predict">
    <p class="question">${guessMark}<span>${said}</span>${buttons}</p>
  </div>`;

export function predict(o: PredictOptions): TemplateResult {
  const ball =
    o.isPlace === false
      ? ''
      : html`<svg class="mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <circle class="gd-ball" cx="6" cy="6" r="5"></circle>
        </svg>`;
  const reveal = o.reveal
    ? html`<button type="button" class="pill" @click=${o.reveal.press}>${o.reveal.label}</button>`
    : '';
  if (o.guess === null) return questionLine(o.question, reveal, o.kept);
  return html`<div class=${o.kept ? 'predict kept' : 'predict'} part="predict">
    <p>
      ${guessMark} your guess <b class="idea-guess">${brief(o.guess)}</b>
      ${
        o.truth === null
          ? html`<span class="quiet">${o.next ?? 'now take the step'}</span> ${reveal}`
          : html`<span class="truth"
              >${ball} ${o.truthLabel}
              <b class=${o.isPlace === false ? '' : 'idea-parameter'}>${brief(o.truth)}</b>
              <span class="quiet">${o.verdict}</span></span
            >`
      }
      <button type="button" class="link" @click=${o.forget}>${o.truth === null ? 'forget it' : 'guess again'}</button>
    </p>
  </div>`;
}
