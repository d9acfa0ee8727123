/** The Markdown dialect of the chapters. Plain HTML is not part of it: it is shown, not obeyed. */
import MarkdownIt from 'markdown-it';
import type { StateCore } from 'markdown-it';
import { containers } from './containers';
import { linkTerms } from './glossary';
import { hiddenBar, inlineMarks } from './inline';
import { oneOf } from './problem';
import type { Setting } from './setting';

/** Tables are split at bars before placeholders are read, so the bars of placeholders hide meanwhile. */
function hideBars(state: StateCore): void {
  state.src = state.src.replace(/\{\{[^{}\n]*\}\}/g, (placeholder) => placeholder.replaceAll('|', hiddenBar));
}

/** Like markdown-it's own rule, but the marks learn on which line they stand. */
function readInline(state: StateCore): void {
  const setting = state.env as Setting;
  for (const token of state.tokens) {
    if (token.map) [setting.block] = token.map;
    if (token.type === 'inline') state.md.inline.parse(token.content, state.md, setting, (token.children ??= []));
  }
}

/** The page has the first heading and the chapter the second, so a chapter's own headings start at the third. */
function lowerHeadings(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === 'heading_open' && token.markup === '#') {
      throw (state.env as Setting).problem(
        token.map![0],
        'The title stands in the front matter; headings in the text begin with `##`.',
      );
    }
    if (/^heading_(open|close)$/.test(token.type)) token.tag = `h${Math.min(6, token.markup.length + 1)}`;
  }
}

/** A link to a chapter that there is not is a mistake. */
function checkLinks(state: StateCore): void {
  const setting = state.env as Setting;
  for (const { type, children, map } of state.tokens) {
    if (type !== 'inline' || !children) continue;
    for (const token of children) {
      const [, target] = /^#(.*)$/.exec(token.attrGet('href') ?? '') ?? [];
      if (token.type !== 'link_open' || target === undefined || setting.chapters.has(target)) continue;
      throw setting.problem(
        map?.[0] ?? 0,
        `There is no chapter \`${target}\` to link to. ${oneOf([...setting.chapters])}`,
      );
    }
  }
}

/** What a keyboard cannot type: a minus sign, a dash between words, a dash between two numbers. */
function signs(state: StateCore): void {
  for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type !== 'text') continue;
    token.content = token.content
      .replace(/(^|[\s(=])-(?=\d)/g, '$1\u2212')
      .replace(/(\s)-(?=\s)/g, '$1\u2013')
      .replace(/(?<![\d-])(\d+)-(\d+)(?![\d-])/g, '$1\u2013$2')
      // Thousands as the engine's own numbers have them.
      .replace(/(?<![\d.,])(\d{1,3}),(\d{3})(?![\d,])/g, '$1\u202f$2')
      // A number and its sign stay in one line.
      .replace(/ %/g, '\u00a0%');
  }
}

/** A reader and renderer of the dialect; its `env` is a {@link Setting}. */
export function createMarkdown(): MarkdownIt {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: true });
  md.use(containers);
  md.use(inlineMarks);
  md.core.ruler.before('block', 'hide-bars', hideBars);
  md.core.ruler.at('inline', readInline);
  md.core.ruler.push('lower-headings', lowerHeadings);
  md.core.ruler.push('check-links', checkLinks);
  md.core.ruler.push('signs', signs);
  md.use(linkTerms);
  return md;
}
