/**
 * The arithmetic of a step as a sentence: *lands at = was at - rate x slope*, every number with its
 * name above it. The terms come from the engine; this only sets them.
 */
import { html, type TemplateResult } from 'lit';
import type { Explanation, Term } from '../engine/engine';
import { brief, exact, fixed, significant } from '../plot/format';

type Token = { readonly kind: 'term'; readonly term: Term } | { readonly kind: 'sign'; readonly text: string };

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−', '+': '+', '^': '^' };

/** Splits an expression into the terms it names and the signs between them. */
export function tokens(expression: string, terms: readonly Term[]): Token[] {
  const bySymbol = new Map(terms.map((t) => [t.symbol, t]));
  return (expression.match(/[A-Za-z_]\w*|\d+(?:\.\d+)?(?:e[+-]?\d+)?|[-+*/^(),]/g) ?? []).map((text): Token => {
    const term = bySymbol.get(text);
    return term ? { kind: 'term', term } : { kind: 'sign', text: SIGNS[text] ?? text };
  });
}

/** The engine's roles in the page's dictionary of colours. */
function idea(term: Term): string {
  switch (term.role) {
    case 'parameter':
    case 'result':
    case 'step':
      return 'parameter';
    case 'gradient':
      return 'gradient';
    default:
      return 'ink';
  }
}

const given = (t: Term): boolean => t.role === 'rate' || t.role === 'hyperparameter';

/** How numbers read: so many decimals, or four significant digits where sizes differ too much for columns. */
export type Precision = number | 'significant';

/** Settings as they were chosen, the rest in columns; a slope that is small but not zero does not read as zero. */
function shown(term: Term, decimals: Precision): string {
  if (given(term)) return brief(term.value);
  if (decimals === 'significant') return Number.isInteger(term.value) ? brief(term.value) : significant(term.value, 4);
  const vanishes = term.role === 'gradient' && term.value !== 0 && Math.abs(term.value) < 0.5 * 10 ** -decimals;
  return vanishes ? significant(term.value, 2) : fixed(term.value, decimals);
}

function quantity(term: Term, decimals: Precision): TemplateResult {
  return html`<span class="quantity idea-${idea(term)}" title=${exact(term.value)}
    ><small>${term.label}</small><b>${shown(term, decimals)}</b></span
  >`;
}

function parenthesised(term: Term, decimals: Precision): TemplateResult {
  return term.value < 0 && !given(term)
    ? html`<span class="group"><span class="sign">(</span>${quantity(term, decimals)}<span class="sign">)</span></span>`
    : quantity(term, decimals);
}

/** Puts the intermediates' own terms in their places, so that one line says it all. */
function inlined(parts: readonly Token[], terms: readonly Term[]): Token[] {
  return parts.flatMap((t): Token[] => {
    if (t.kind === 'sign' || t.term.expression === '') return [t];
    const inner = inlined(tokens(t.term.expression, terms), terms);
    const sum = inner.some((i) => i.kind === 'sign' && (i.text === '+' || i.text === '−'));
    const sign = (text: string): Token => ({ kind: 'sign', text });
    return sum ? [sign('('), ...inner, sign(')')] : inner;
  });
}

/** Longer than this, one line no longer reads as a sentence; the intermediates are named instead. */
const LONGEST_LINE = 9;

function line(term: Term, terms: readonly Term[], open: boolean, decimals: Precision): TemplateResult {
  const named = tokens(term.expression, terms);
  const whole = inlined(named, terms);
  const parts = open || whole.length > LONGEST_LINE ? named : whole;
  return html`<p class="equation">
    ${quantity(term, decimals)}<span class="sign">=</span>${parts.map((t, i) =>
      t.kind === 'sign'
        ? html`<span class="sign">${t.text}</span>`
        : i === 0
          ? quantity(t.term, decimals)
          : parenthesised(t.term, decimals),
    )}
  </p>`;
}

/** The last term's line; with `all`, every intermediate's as well. */
export function arithmetic(explanation: Explanation, all = false, decimals: Precision = 3): TemplateResult {
  const computed = explanation.terms.filter((t) => t.expression !== '');
  const lines = all ? computed : computed.slice(-1);
  return html`<div class="arithmetic" part="arithmetic">
    ${lines.map((t) => line(t, explanation.terms, all, decimals))}
  </div>`;
}

/** Before the first step there is nothing to explain yet: say what a step would do. */
export function waiting(text: string): TemplateResult {
  return html`<div class="arithmetic"><p class="quiet">${text}</p></div>`;
}
