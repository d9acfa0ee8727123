/** The reader's own text, which is counted as it is typed, and the sentence that is looked at. */
import { html, nothing, type TemplateResult } from 'lit';
import { count, significant } from '../../plot/format';
import { LONGEST, MOST_SYMBOLS, RATES, rules, SENTENCE } from './choices';
import { beginningOf, legible, ownText, RARE, upTo } from './reading';
import type { Seen } from './seen';

/** What was typed, as it was typed; the setting holds what is read of it. */
const typedIn = (v: Seen): string => {
  const typed = v.local['typed'];
  return typeof typed === 'string' && ownText(typed) === v.settings.text ? typed : v.settings.text;
};

/**
 * A rate at which plain descent is sure to settle. A row's curvature is at most half of the share of letters that its symbol
 * is, and steps below 2 / curvature lead down; for the tutorial's own text that is 20.
 */
export function steadyRate(text: string): number {
  const often = new Map<string, number>();
  // The last letter has nothing after it, and so no row of its own.
  const letters = [...text].slice(0, -1);
  for (const letter of letters) often.set(letter, (often.get(letter) ?? 0) + 1);
  const share = Math.max(...often.values()) / letters.length;
  return Math.min(RATES.max, Math.floor(4 / share));
}

export function takeText(v: Seen, typed: string): void {
  const text = ownText(typed);
  v.setLocal({ typed });
  // One symbol has no neighbour yet.
  if ([...text].length < 2) {
    if (v.settings.text !== '') giveBack(v);
    return;
  }
  const rate = v.settings.optimizer === 'gradient_descent' ? { rate: steadyRate(text) } : {};
  v.set({ text, sentence: beginningOf(text), letter: 2, row: 0, column: 0, ...rate }, { keepTime: true });
}

function giveBack(v: Seen): void {
  const rate = v.settings.optimizer === 'gradient_descent' ? { rate: rules.gradient_descent.rate } : {};
  v.set({ text: '', sentence: SENTENCE, letter: 2, row: 0, column: 0, ...rate }, { keepTime: true });
}

export function takeSentence(v: Seen, typed: string): void {
  const sentence = upTo(legible(typed), LONGEST);
  if (sentence !== '')
    v.set(
      { sentence, letter: Math.min(v.settings.letter, [...sentence].length), row: 0, column: 0 },
      { keepTime: true },
    );
}

function counted(v: Seen): TemplateResult {
  const { symbols, pairs, bits, perplexity, own } = v.model.reading;
  const cut = typedIn(v).length > 0 && legible(typedIn(v)).length > v.settings.text.length;
  return html`<p class="quiet" role="status">
    ${own ? 'Yours' : 'Chapters 1 to 4'}${cut ? ', its beginning' : ''}: ${count(pairs + 1)} letters of
    ${symbols.length}
    kinds${symbols.includes(RARE) ? ` (the rarest are one, “…”, so that there are ${MOST_SYMBOLS})` : ''}. Counting
    pairs comes to <b class="idea-optimum">${significant(bits)}</b> bits a letter, perplexity
    <b class="idea-optimum">${significant(perplexity)}</b> of ${symbols.length}.
    ${
      own
        ? html`Other symbols than ours: not to be compared with ours.
            <button type="button" class="link" @click=${() => giveBack(v)}>the tutorial’s text again</button>`
        : nothing
    }
  </p>`;
}

export function text(v: Seen): TemplateResult {
  const { settings: s } = v;
  return html`<div class="own-text" data-spot="text">
    <label for=${`${v.id}-own`}>your text, any script</label>
    <textarea
      id=${`${v.id}-own`}
      rows="1"
      spellcheck="false"
      autocomplete="off"
      placeholder="paste or type; a page or more is best"
      dir="auto"
      .value=${typedIn(v)}
      @input=${(e: Event) => takeText(v, (e.target as HTMLTextAreaElement).value)}
    ></textarea>
    <label for=${`${v.id}-sentence`}>look at</label>
    <input
      id=${`${v.id}-sentence`}
      type="text"
      spellcheck="false"
      autocomplete="off"
      maxlength=${2 * LONGEST}
      dir="auto"
      .value=${s.sentence}
      @change=${(e: Event) => takeSentence(v, (e.target as HTMLInputElement).value)}
    />
    ${counted(v)}
  </div>`;
}
