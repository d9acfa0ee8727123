/** The dialect's inline marks: `{{fact}}`, `$formula$`, `[word]{.idea name="value"}` and `[[Key]]`. */
import type MarkdownIt from 'markdown-it';
import type { StateInline } from 'markdown-it';
import { palette } from '../../style/tokens';
import { FigureRefusal } from './figure-element';
import { formula } from './math';
import { fill, NumberProblem } from './numbers';
import { oneOf } from './problem';
import type { Setting } from './setting';
import { markOf, type Mark } from './word';

/** A bar inside a placeholder, while tables are split at bars. A private-use character. */
export const hiddenBar = '\uE000';

const ideas = Object.keys(palette);

function problem(state: StateInline, at: number, message: string): Error {
  const setting = state.env as Setting;
  const line = state.src.slice(0, at).split('\n').length - 1;
  return setting.problem(setting.block + line, message);
}

function filled(state: StateInline, at: number, placeholder: string, where: 'text' | 'tex' | 'value'): string {
  try {
    return fill(placeholder.replaceAll(hiddenBar, '|'), (state.env as Setting).facts, where);
  } catch (error) {
    if (error instanceof NumberProblem) throw problem(state, at, error.message);
    throw error;
  }
}

/** Pushes finished HTML, which the renderer passes through. */
function push(state: StateInline, html: string, end: number): void {
  const token = state.push('made', '', 0);
  token.content = html;
  state.pos = end;
}

function number(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('{{', state.pos)) return false;
  const end = state.src.indexOf('}}', state.pos);
  if (end < 0) throw problem(state, state.pos, '`{{` is never closed by `}}`.');
  if (!silent) push(state, filled(state, state.pos, state.src.slice(state.pos + 2, end), 'text'), end + 2);
  else state.pos = end + 2;
  return true;
}

const tex = String.raw`((?:\\[\s\S]|\{\{[^{}]*\}\}|[^\\$])+?)`;
const displayed = new RegExp(String.raw`\$\$\s*${tex}\s*\$\$`, 'y');
/** In running text a dollar sign opens only before, and closes only after, something that is not a space. */
const running = new RegExp(String.raw`\$(?![\s$])${tex}(?<!\s)\$(?!\d)`, 'y');

function math(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '$') return false;
  const display = state.src[state.pos + 1] === '$';
  const pattern = display ? displayed : running;
  pattern.lastIndex = state.pos;
  const match = pattern.exec(state.src);
  if (!match) return false;
  const start = state.pos;
  const end = start + match[0].length;
  state.pos = end;
  if (silent) return true;
  const numbered = match[1]!.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => filled(state, start, name, 'tex'));
  try {
    const html = formula(numbered, display);
    push(state, display ? `<span class="formula">${html}</span>` : html, end);
  } catch (error) {
    throw problem(state, start, `This formula cannot be read: ${(error as Error).message.split('\n')[0]!}`);
  }
  return true;
}

/** `[[Step]]` names a button or a key. */
function key(state: StateInline, silent: boolean): boolean {
  const match = /^\[\[([^[\]\n]+)\]\]/.exec(state.src.slice(state.pos, state.pos + 80));
  if (!match) return false;
  if (silent) state.pos += match[0].length;
  else push(state, `<kbd>${state.md.utils.escapeHtml(match[1]!)}</kbd>`, state.pos + match[0].length);
  return true;
}

/** Closes, from `start`, a word's mark: its braces may hold values with facts, and those have braces of their own. */
const marked = /\{([.a-z](?:"[^"]*"|[^"{}])*)\}/y;

/**
 * `[slope]{.gradient}` gives a word the colour and cue of its idea; `[glides]{chosen="1" step="3"}` lets it set the
 * chapter's figure.
 */
function word(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false;
  const start = state.pos;
  const close = state.md.helpers.parseLinkLabel(state, start, true);
  if (close < 0 || state.src[close + 1] !== '{' || state.src[close + 2] === '{') return false;
  marked.lastIndex = close + 1;
  const written = marked.exec(state.src)?.[1];
  if (written === undefined) {
    const end = state.src.indexOf('}', close);
    const mark = state.src.slice(close + 1, end < 0 ? undefined : end + 1);
    throw problem(state, close, `Unknown mark \`${mark}\`. ${oneOf(ideas.map((name) => `{.${name}}`))}`);
  }
  if (!silent) {
    const { idea, press } = readMark(state, close, written);
    if (press) Object.assign(state.push('word_open', 'gd-word', 1), { attrs: Object.entries(press) });
    if (idea !== undefined) state.push('idea_open', 'span', 1).attrSet('class', idea);
    const { posMax } = state;
    state.pos = start + 1;
    state.posMax = close;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    if (idea !== undefined) state.push('idea_close', 'span', -1);
    if (press) state.push('word_close', 'gd-word', -1);
  }
  state.pos = close + 1 + written.length + 2;
  return true;
}

function readMark(state: StateInline, at: number, written: string): Mark {
  const { figure, figures } = state.env as Setting;
  try {
    return markOf(
      written.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => filled(state, at, name, 'value')),
      figure,
      figures,
    );
  } catch (error) {
    if (error instanceof FigureRefusal) throw problem(state, at, error.message);
    throw error;
  }
}

/** Adds the inline marks to a Markdown reader. */
export function inlineMarks(md: MarkdownIt): void {
  // Before escapes, because a formula is full of backslashes.
  md.inline.ruler.before('escape', 'math', math);
  md.inline.ruler.before('link', 'key', key);
  md.inline.ruler.before('link', 'word', word);
  md.inline.ruler.before('link', 'number', number);
  md.renderer.rules.made = (tokens, index) => tokens[index]!.content;
}
