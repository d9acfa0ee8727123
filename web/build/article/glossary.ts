/**
 * The glossary: read from `glossary.yaml`, linked where a chapter first uses a term, listed at the page's
 * end. The links work without scripts; the page's script shows the sentence in place instead.
 */
import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { parse } from 'yaml';
import { escapeAttribute } from './escape';
import { ArticleProblem } from './problem';

export interface Term {
  readonly term: string;
  /** Every way the term stands in a text, itself included. */
  readonly forms: readonly string[];
  /** A sentence; inline Markdown. */
  readonly text: string;
}

/** Where a term's sentence stands. */
export const anchor = (term: string): string => `term-${term.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

/** @throws ArticleProblem about an entry that lacks something or says what another says already */
export function readGlossary(file: string, source: string): readonly Term[] {
  const entries = (parse(source) ?? []) as readonly { term?: unknown; forms?: unknown; text?: unknown }[];
  const seen = new Map<string, string>();
  return entries.map(({ term, forms = [], text }, i) => {
    const refuse = (message: string): ArticleProblem =>
      new ArticleProblem(file, 1, `Entry ${i + 1} (${String(term)}): ${message}`);
    if (typeof term !== 'string' || typeof text !== 'string') throw refuse('it needs a `term` and a `text`.');
    if (!Array.isArray(forms) || forms.some((f) => typeof f !== 'string')) throw refuse('`forms` is a list of texts.');
    const all = [term, ...(forms as string[])];
    for (const form of all.map((f) => f.toLowerCase())) {
      if (seen.has(form)) throw refuse(`\`${form}\` belongs to \`${seen.get(form)!}\` already.`);
      seen.set(form, term);
    }
    return { term, forms: all, text };
  });
}

/** Finds terms that a text has not used yet. One per chapter. */
export class TermFinder {
  readonly #pattern: RegExp;
  readonly #owner: ReadonlyMap<string, string>;
  readonly #used = new Set<string>();

  constructor(glossary: readonly Term[]) {
    this.#owner = new Map(glossary.flatMap(({ term, forms }) => forms.map((f) => [f.toLowerCase(), term] as const)));
    // Of two that begin alike the longer one is meant: a partial derivative is more than a derivative.
    const forms = [...this.#owner.keys()].sort((a, b) => b.length - a.length);
    this.#pattern = forms.length
      ? new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|').replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}-])`, 'giu')
      : /(?!)/g;
  }

  /** Splits `text` at the terms that are new: texts, and terms as pairs of what stands there and whose it is. */
  split(text: string): (string | readonly [shown: string, term: string])[] {
    const parts: (string | readonly [string, string])[] = [];
    let from = 0;
    for (const match of text.matchAll(this.#pattern)) {
      const term = this.#owner.get(match[0].toLowerCase().replaceAll(/\s+/g, ' '));
      if (term === undefined || this.#used.has(term)) continue;
      this.#used.add(term);
      parts.push(text.slice(from, match.index), [match[0], term]);
      from = match.index + match[0].length;
    }
    return [...parts, text.slice(from)];
  }
}

type Make = (type: string, content: string) => Token;

function linked(children: readonly Token[], terms: TermFinder, make: Make): Token[] {
  let inLink = 0;
  return children.flatMap((token): Token[] => {
    // What can be pressed already is pressed for something else.
    if (/^(link|word)_open$/.test(token.type)) inLink += 1;
    if (/^(link|word)_close$/.test(token.type)) inLink -= 1;
    if (token.type !== 'text' || inLink > 0) return [token];
    return terms.split(token.content).map((part) => {
      if (typeof part === 'string') return make('text', part);
      const [shown, term] = part;
      return make('made', `<a class="term" href="#${anchor(term)}">${escapeAttribute(shown)}</a>`);
    });
  });
}

/** Links the terms of running text; headings, links and sources stay as they are. */
export function linkTerms(md: MarkdownIt): void {
  md.core.ruler.push('terms', (state) => {
    const { terms } = state.env as { readonly terms?: TermFinder };
    if (!terms) return;
    const sources = state.tokens.findIndex((t) => t.type === 'block_open' && t.meta === 'sources');
    const text = sources < 0 ? state.tokens : state.tokens.slice(0, sources);
    text.forEach((token, i) => {
      if (token.type !== 'inline' || !token.children || text[i - 1]?.type === 'heading_open') return;
      token.children = linked(token.children, terms, (type, content) => {
        const made = new state.Token(type, '', 0);
        made.content = content;
        return made;
      });
    });
  });
}

/** The list at the page's end, in the alphabet's order. */
export function glossarySection(glossary: readonly Term[], render: (text: string) => string): string {
  if (glossary.length === 0) return '';
  const entries = [...glossary]
    .sort((a, b) => a.term.localeCompare(b.term, 'en'))
    .map(
      ({ term, text }) => `<div id="${anchor(term)}"><dt>${escapeAttribute(term)}</dt><dd>${render(text)}</dd></div>`,
    );
  return `<section class="glossary" id="glossary" aria-labelledby="glossary-title">
<h2 id="glossary-title">Words</h2>
<dl>
${entries.join('\n')}
</dl>
</section>`;
}
