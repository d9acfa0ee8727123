/** A guess among names: asked for first, then the truth beside it. The sister of `predict.ts`. */
import { html, type TemplateResult } from 'lit';
import { guessMark } from './predict';

export interface ChoiceQuestion {
  readonly id: string;
  /** The question, as one sentence. */
  readonly question: string;
  /** Empty until something has been chosen. */
  readonly guess: string;
  readonly choose: (value: string) => void;
  /** The truth once it may be shown. */
  readonly truth?: TemplateResult | undefined;
  /** How the guess did, for example `place 12, after 47 steps`. */
  readonly verdict?: string | undefined;
}

export interface ChoicesOptions {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly questions: readonly ChoiceQuestion[];
  /** Lets the truth be seen, guess or no guess. */
  readonly reveal?: { readonly label: string; readonly press: () => void } | undefined;
  /** Takes the guesses back. */
  readonly forget: () => void;
}

function ask(q: ChoiceQuestion, options: ChoicesOptions['options']): TemplateResult {
  const named = options.find((o) => o.value === q.guess);
  return html`<p>
    <label class="asked" for=${q.id}>${guessMark} ${q.question}</label>
    ${
      q.truth
        ? html`<span class="truth"
              >${named ? html`<b class="idea-guess">${named.label}</b> <span class="quiet">${q.verdict}</span>` : html`<span class="quiet">no guess</span>`}</span
            ><span class="told">${q.truth}</span>`
        : html`<select id=${q.id} @change=${(e: Event) => q.choose((e.target as HTMLSelectElement).value)}>
            <option value="" .selected=${!named}>choose</option>
            ${options.map((o) => html`<option value=${o.value} .selected=${o.value === q.guess}>${o.label}</option>`)}
          </select>`
    }
  </p>`;
}

export function predictChoices(o: ChoicesOptions): TemplateResult {
  return html`<div class="predict choices-guessed" part="predict">
    ${o.questions.map((q) => ask(q, o.options))}
    <p>
      ${
        o.reveal
          ? html`<button type="button" class="pill" @click=${o.reveal.press}>${o.reveal.label}</button>`
          : html`<button type="button" class="link" @click=${o.forget}>guess again</button>`
      }
    </p>
  </div>`;
}
