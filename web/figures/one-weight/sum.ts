/** The arithmetic of the step just taken, and of the next one, with a hole where the wager is. */
import { html, type TemplateResult } from 'lit';
import type { Explanation, Term } from '../../engine/engine';
import { arithmetic, type Precision } from '../../parts/arithmetic';
import { guessMark } from '../../parts/predict';
import { brief, exact, fixed, significant } from '../../plot/format';
import type { Seen } from './seen';

/** So many decimals that a small slope still shows three digits, and the sum can be done by eye. */
export function decimalsFor({ terms }: Explanation): Precision {
  const slope = Math.abs(terms.find((t) => t.role === 'gradient')?.value ?? 0);
  if (!(slope > 0) || slope >= 1) return 3;
  const wanted = 2 - Math.floor(Math.log10(slope));
  return wanted > 7 ? 'significant' : Math.max(3, wanted);
}

const text = (value: number, p: Precision): string => (p === 'significant' ? significant(value, 4) : fixed(value, p));

function quantity(term: Term | undefined, idea: string, p: Precision): TemplateResult {
  if (!term) return html``;
  const shown = term.role === 'rate' ? brief(term.value) : text(term.value, p);
  return html`<span class="quantity idea-${idea}" title=${exact(term.value)}
    ><small>${term.label}</small><b>${shown}</b></span
  >`;
}

/** *lands at* is for the reader to fill: by the triangle under the axis. */
function coming(v: Seen, into: Explanation): TemplateResult {
  const { guess } = v.settings;
  const term = (role: Term['role']): Term | undefined => into.terms.find((t) => t.role === role);
  const p = decimalsFor(into);
  const slope = term('gradient');
  return html`<p class="equation">
    <span class="quantity idea-guess hole"
      ><small>lands at</small
      ><b>${guessMark} ${guess === null ? html`<span class="unseen">not guessed</span>` : fixed(guess, 2)}</b></span
    ><span class="sign">=</span>${quantity(term('parameter'), 'parameter', p)}<span class="sign">−</span>${quantity(
      term('rate'),
      'ink',
      p,
    )}<span class="sign">×</span>${
      slope && slope.value < 0
        ? html`<span class="group"
            ><span class="sign">(</span>${quantity(slope, 'gradient', p)}<span class="sign">)</span></span
          >`
        : quantity(slope, 'gradient', p)
    }
  </p>`;
}

/** A step by name, and its line; many digits are set smaller, so that the line stays one. */
const row = (name: unknown, kind: string, p: Precision, line: TemplateResult): TemplateResult =>
  html`<div class=${`step-told ${kind} ${p === 'significant' || p > 4 ? 'many-digits' : ''}`}>
    <p class="quiet">${name}</p>
    ${line}
  </div>`;

export function sum(v: Seen): TemplateResult {
  const { run } = v.model;
  const { step, beat } = v;
  const taken = (k: number): TemplateResult => {
    const explained = run.explain(k, 0);
    const p = decimalsFor(explained);
    return row(`step ${k}`, 'taken', p, arithmetic(explained, false, p));
  };
  const next = Math.min(step + 1, run.steps);
  // Taken slowly, the next step is told while it is made.
  const now = beat !== null && beat !== 'look' && next > step ? next : step;
  const ahead = run.explain(next, 0);
  return html`${now > 0 ? taken(now) : ''}
  ${now === step && next > step ? row(html`step ${next},<br />to come`, 'coming', decimalsFor(ahead), coming(v, ahead)) : ''}`;
}
