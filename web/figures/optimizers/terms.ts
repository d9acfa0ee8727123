/**
 * The arithmetic of a step with many terms, one term a line: its name, its value, and how it was made. The terms come
 * from the engine; `arithmetic` sets those of short steps with every number's name above it.
 */
import { html, type TemplateResult } from 'lit';
import type { Explanation, Term } from '../../engine/engine';
import { tokens } from '../../parts/arithmetic';
import { brief, exact, significant } from '../../plot/format';

/** More lines than this stand in the way of the map; the first of them wait. */
const LINES = 9;

const ideaOf = ({ role }: Term): string =>
  role === 'gradient' ? 'gradient' : role === 'parameter' || role === 'result' || role === 'step' ? 'parameter' : 'ink';

const shown = (t: Term): string =>
  t.role === 'rate' || t.role === 'hyperparameter' || Number.isInteger(t.value)
    ? brief(t.value)
    : significant(t.value, 4);

function made({ expression }: Term, terms: readonly Term[]): TemplateResult[] {
  const all = tokens(expression, terms);
  return all.map((token, i) => {
    if (token.kind === 'sign') return html`<i>${token.text}</i>`;
    const before = all[i - 1];
    const negative = token.term.value < 0 && before?.kind === 'sign' && before.text !== '(';
    const text = negative ? `(${shown(token.term)})` : shown(token.term);
    return html`<b class=${`idea-${ideaOf(token.term)}`} title=${`${token.term.label}: ${exact(token.term.value)}`}
      >${text}</b
    >`;
  });
}

const line = (t: Term, terms: readonly Term[]): TemplateResult =>
  html`<tr>
    <th scope="row">${t.label}</th>
    <td class="made">
      <b class=${`idea-${ideaOf(t)}`} title=${exact(t.value)}>${shown(t)}</b> <i>=</i> ${made(t, terms)}
    </td>
  </tr>`;

export interface TermsOptions {
  readonly explanation: Explanation;
  /** Whether those that wait are shown, too. */
  readonly all: boolean;
  readonly showAll: () => void;
}

export function termLines({ explanation: { terms }, all, showAll }: TermsOptions): TemplateResult {
  const computed = terms.filter((t) => t.expression !== '');
  const lines = all ? computed : computed.slice(-LINES);
  const waiting = computed.length - lines.length;
  return html`<div class="terms" part="arithmetic">
    ${waiting > 0 ? html`<button type="button" class="link small" @click=${showAll}>and ${waiting} before</button>` : ''}
    <table>
      <tbody>
        ${lines.map((t) => line(t, terms))}
      </tbody>
    </table>
  </div>`;
}
