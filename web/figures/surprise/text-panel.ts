/** The reader's own text, which is counted as it is typed, and the sentence that is looked at. */
import { html, nothing, type TemplateResult } from 'lit';
import { count, significant } from '../../plot/format';
import { SENTENCE, MOST_SYMBOLS } from './choices';
import { beginningOf, legible, ownText, RARE, upTo } from './reading';
import { LONGEST } from './choices';
import type { Seen } from './seen';

/** What was typed, as it was typed; the setting holds what is read of it. */
const typedIn = (v: Seen): string => {
  const typed = v.local['typed'];
  return typeof typed === 'string' && ownText(typed) === v.settings.text ? typed : v.settings.text;
};

export function takeText(v: Seen, typed: string): void {
  const text = ownText(typed);
  v.setLocal({ typed });
  // One symbol has no neighbour yet.
  if ([...text].length < 2) {
    if (v.settings.text !== '') giveBack(v);
    return;
  }
  v.set({ text, sentence: beginningOf(text), letter: 2, row: 0, column: 0 }, { keepTime: true });
}

function giveBack(v: Seen): void {
  v.set({ text: '', sentence: SENTENCE, letter: 2, row: 0, column: 0 }, { keepTime: true });
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
    ${own ? 'With other symbols than ours, not to be compared with ours.' : ''}
  </p>`;
}

export function text(v: Seen): TemplateResult {
  const { settings: s } = v;
  return html`<div class="own-text" data-spot="text">
    <label for=${`${v.id}-own`}>learn from your text, in any script</label>
    <textarea
      id=${`${v.id}-own`}
      rows="2"
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
    ${s.text ? html`<button type="button" class="link" @click=${() => giveBack(v)}>the tutorial’s text again</button>` : nothing}
  </div>`;
}
