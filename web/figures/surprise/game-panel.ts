/** Below the game: how it goes on, and at its end what a letter took. */
import { html, type TemplateResult } from 'lit';
import { fixed } from '../../plot/format';
import { oneIn } from './bars';
import { SENTENCE } from './choices';
import { again, bitsOfTries, hasEnded, lettersIn, sentenceOf, triesOf } from './game';
import { surprisesOf, updateNow } from './now';
import { sentences } from './sentences';
import type { Seen } from './seen';

const seen = (letter: string | undefined): string => (letter === ' ' ? 'the space' : (letter ?? ''));

function atLetter(v: Seen): TemplateResult {
  const letters = [...sentenceOf(v)];
  const i = Math.min(v.settings.letter, letters.length) - 1;
  const tries = triesOf(v);
  const mine = bitsOfTries(tries)[i - 1];
  const bits = surprisesOf(v, letters)[i];
  if (i === 0 || bits === undefined) return html`<span>The first letter was given.</span>`;
  const took = tries[i - 1] ?? 0;
  const same = tries.filter((n) => n === took).length;
  return html`${
      mine === undefined
        ? ''
        : html`<span
            >at <b>${seen(letters[i])}</b> you needed <b class="idea-guess">${took}</b> ${took === 1 ? 'try' : 'tries'},
            ${same} times in ${tries.length}: <b class="idea-guess">${fixed(mine, 2)}</b> bits</span
          >`
    }<span
      >after ${seen(letters[i - 1])} the table gave it <b class="idea-loss">${oneIn(bits)}</b>:
      <b class="idea-loss">${fixed(bits, 2)}</b> bits</span
    >`;
}

export function gamePanel(v: Seen): TemplateResult {
  const still = { keepTime: true } as const;
  if (v.settings.text !== '')
    return html`<p class="quiet">
      The game is played on the tutorial’s own text.
      <button
        type="button"
        class="link"
        @click=${() => v.set({ text: '', sentence: SENTENCE, row: 0, column: 0 }, still)}
      >
        back to it
      </button>
    </p>`;
  const next = (v.settings.round % sentences.length) + 1;
  if (hasEnded(v))
    return html`<div class="game" data-spot="took">
      <p class="took">${atLetter(v)}</p>
      <p>
        <span class="quiet"
          >The table is that of update ${updateNow(v)}; ${triesOf(v).length} of ${lettersIn(v)} letters are few, so
          yours is rough.</span
        >
        <button type="button" class="pill" @click=${() => again(v, next)}>another sentence</button>
        <button type="button" class="link" @click=${() => again(v)}>again</button>
      </p>
    </div>`;
  return html`<div class="game">
    <p>
      <span class="quiet"
        >Press a key, or type. Set the triangle first, if you like: how many bits a letter will you need?</span
      >
      <button type="button" class="link" @click=${() => v.set({ over: true }, still)}>show the rest</button>
      <button type="button" class="link" @click=${() => again(v, next)}>another sentence</button>
    </p>
  </div>`;
}
