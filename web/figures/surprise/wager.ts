/** The wager: which letter of the last word surprises the table most. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { questionLine } from '../../parts/predict';
import { brief, significant } from '../../plot/format';
import { clamp } from '../../plot/scales';
import { asks, from, isPut, possible } from './asking';
import { lettersOf, surprisesOf, updateNow } from './now';
import type { Bars } from './room';
import type { Seen } from './seen';

const still = { keepTime: true } as const;

const guessed = (v: Seen): number | undefined =>
  v.settings.guess === null ? undefined : clamp(v.settings.guess - 1, from(v), lettersOf(v).length - 1);

/** The letter of the last word with most surprise, counted from 0; the first of equals. */
export function truthOf(v: Seen): number {
  const bits = surprisesOf(v, lettersOf(v));
  let best = from(v);
  bits.forEach((b, i) => {
    if (i >= from(v) && (b ?? 0) > (bits[best] ?? 0) + 1e-9) best = i;
  });
  return best;
}

export function triangle(v: Seen, b: Bars): SVGTemplateResult {
  if (!isPut(v)) return svg``;
  const first = from(v);
  const last = lettersOf(v).length - 1;
  const at = guessed(v);
  const set = (i: number): void => v.set({ guess: clamp(i, first, last) + 1 }, still);
  const x = b.at(at ?? (first + last) / 2);
  return svg`<g data-spot="guess">
    ${at === undefined ? svg`<text class="gd-guess-text hint" x=${b.at(first) - b.pitch} y=${b.letters + 24} text-anchor="end">${v.width < 400 ? 'most?' : 'which surprises most?'}</text>` : ''}
    ${handle({
      x,
      y: b.letters + 9,
      label: 'Your guess: the letter that surprises most',
      value: (at ?? first) + 1,
      min: first + 1,
      max: last + 1,
      valueText: at === undefined ? 'no guess yet' : `letter ${at - first + 1} of the word, ${lettersOf(v)[at] ?? ''}`,
      move: (px) => set(b.index(px)),
      nudge: (dx, dy, scale) => set((at ?? first) + Math.sign(dx || dy) * Math.max(1, Math.round(scale))),
      face: svg`<path class="gd-guess-mark" d="M0 2L8 15H-8Z"></path>`,
      kind: at === undefined ? 'faint under' : 'under',
    })}
  </g>`;
}

/** What became of the guess, in words; undefined while it may not be told. */
export function verdict(v: Seen): string | undefined {
  if (!possible(v) || asks(v)) return undefined;
  if (updateNow(v) === 0) return 'at update 0 every letter surprises alike';
  const letters = lettersOf(v);
  const bits = surprisesOf(v, letters);
  const truth = truthOf(v);
  const it = `${letters[truth] ?? ''} after ${letters[truth - 1] ?? ''}: ${significant(bits[truth] ?? 0, 2)} bits`;
  const at = guessed(v);
  if (at === undefined) return it;
  return at === truth ? `right, ${it}` : `no, ${it}; yours ${significant(bits[at] ?? 0, 2)}`;
}

export const reveal = (v: Seen): void => v.set({ revealed: true, letter: truthOf(v) + 1, row: 0, column: 0 }, still);

export function asked(v: Seen): TemplateResult {
  if (!possible(v) || !['writes', 'table'].includes(v.settings.panel)) return html``;
  const said = verdict(v);
  const at = guessed(v);
  if (said === undefined)
    return questionLine(
      at === undefined
        ? 'Which letter of “downhill” surprises it most?'
        : html`You say <b class="idea-guess">${lettersOf(v)[at]}</b>, letter ${brief(at - from(v) + 1)}.`,
      html`<button type="button" class="pill" @click=${() => reveal(v)}>show it</button>`,
    );
  if (at === undefined) return html``;
  return questionLine(
    said,
    html`<button type="button" class="link" @click=${() => v.set({ guess: null, revealed: false }, still)}>
      again
    </button>`,
  );
}
