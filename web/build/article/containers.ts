/**
 * The dialect's blocks: `::: predict`, `::: task goal="..."`, `::: deeper Title`,
 * `::: figure name="..."` and `::: sources`, each closed by `:::` on a line of its own, one within the
 * other where wanted. One more is one entry of {@link blocks}.
 */
import type MarkdownIt from 'markdown-it';
import type { StateBlock, Token } from 'markdown-it';
import { FigureRefusal, figureElement } from './figure-element';
import { oneOf, type ArticleProblem } from './problem';
import type { Setting } from './setting';

interface Block {
  /** HTML before the block's content. `info` is what follows the block's name on its first line. */
  open(info: string, setting: Setting, md: MarkdownIt, line: number): string;
  readonly close: string;
  /** Nothing may stand inside. */
  readonly empty?: boolean;
}

/** Reads `name="value"` pairs. */
function pairs(info: string): Record<string, string> {
  const found: Record<string, string> = {};
  const rest = info.replace(/([a-z][a-z0-9-]*)="([^"]*)"/g, (_, name: string, value: string) => {
    found[name] = value;
    return '';
  });
  if (rest.trim() !== '') throw new FigureRefusal(`\`${rest.trim()}\` is not of the form \`name="value"\`.`);
  return found;
}

function task(info: string, { figure, figures }: Setting): string {
  const { goal, ...others } = pairs(info);
  const goals = figures.goals(figure);
  if (goal === undefined || Object.keys(others).length > 0)
    throw new FigureRefusal('A task is opened as `::: task goal="..."`.');
  if (!goals.includes(goal)) throw new FigureRefusal(`Figure \`${figure}\` has no goal \`${goal}\`. ${oneOf(goals)}`);
  return `<gd-task for="${figure}" goal="${goal}">`;
}

/** Text that is read on its own, though it stands on a later line. */
function movedTo(line: number, setting: Setting): Setting {
  const { facts, figures, figure, chapter, chapters, block } = setting;
  const problem = (below: number, message: string): ArticleProblem => setting.problem(line + below, message);
  // Without its terms: a summary is pressed to unfold, so a term in it could not be pressed on its own.
  return { facts, figures, figure, chapter, chapters, block, problem };
}

export const blocks: Readonly<Record<string, Block>> = {
  predict: { open: () => '<div class="predict">', close: '</div>' },
  task: { open: task, close: '</gd-task>' },
  deeper: {
    open: (title, setting, md, line) => {
      if (title === '') throw new FigureRefusal('Say what is deeper: `::: deeper Where does a slope come from?`.');
      const address = `${setting.chapter}-${title
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')}`;
      return `<details class="deeper" id="${address}"><summary>${md.renderInline(title, movedTo(line, setting))}</summary>`;
    },
    close: '</details>',
  },
  figure: {
    open: (info, { figures }) => {
      const { name = '', ...attributes } = pairs(info);
      return figureElement(figures, name, attributes, { linked: true });
    },
    close: '',
    empty: true,
  },
  sources: { open: () => '<div class="sources"><h3>Sources</h3>', close: '</div>' },
};

/** The `:::` line at `line`: the block it opens, or an empty name where it closes one. */
function marker(state: StateBlock, line: number): { name: string; rest: string } | undefined {
  const text = state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);
  const [, name, rest] = /^:{3,}[ \t]*(\S*)[ \t]*(.*?)[ \t]*$/.exec(text) ?? [];
  return name === undefined ? undefined : { name, rest: rest ?? '' };
}

/** The line that closes the block opened at `start`. Colons within a fence of code do not count. */
function closing(state: StateBlock, start: number, end: number): number | undefined {
  let depth = 0;
  let fenced = false;
  for (let line = start; line < end; line += 1) {
    const text = state.src.slice(state.bMarks[line], state.eMarks[line]);
    if (/^\s*(```|~~~)/.test(text)) fenced = !fenced;
    const mark = fenced ? undefined : marker(state, line);
    if (mark) depth += mark.name === '' ? -1 : 1;
    if (mark && depth === 0) return line;
  }
  return undefined;
}

function block(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const mark = marker(state, start);
  if (!mark) return false;
  if (silent) return true;
  const { name, rest } = mark;
  const setting = state.env as Setting;
  if (name === '') throw setting.problem(start, 'This `:::` closes nothing.');
  if (!Object.hasOwn(blocks, name))
    throw setting.problem(start, `Unknown block \`${name}\`. ${oneOf(Object.keys(blocks))}`);
  const close = closing(state, start, end);
  if (close === undefined) throw setting.problem(start, `Block \`${name}\` is never closed by \`:::\`.`);
  if (blocks[name]!.empty && state.getLines(start + 1, close, 0, false).trim() !== '') {
    throw setting.problem(start, `Nothing may stand inside \`::: ${name}\`.`);
  }
  const { lineMax } = state;
  const opening = state.push('block_open', '', 1);
  Object.assign(opening, { block: true, meta: name, info: rest, map: [start, close] });
  // Paragraphs inside end at the closing line even without a blank line before it.
  state.lineMax = close;
  state.md.block.tokenize(state, start + 1, close);
  state.lineMax = lineMax;
  Object.assign(state.push('block_close', '', -1), { block: true, meta: name });
  state.line = close + 1;
  return true;
}

function open(md: MarkdownIt, { meta, info, map }: Token, setting: Setting): string {
  try {
    return `${blocks[meta as string]!.open(info, setting, md, map![0])}\n`;
  } catch (error) {
    if (error instanceof FigureRefusal) throw setting.problem(map![0], error.message);
    throw error;
  }
}

/** Adds the blocks to a Markdown reader. */
export function containers(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'container', block, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.renderer.rules.block_open = (tokens, index, _options, env) => open(md, tokens[index]!, env as Setting);
  md.renderer.rules.block_close = (tokens, index) => `${blocks[tokens[index]!.meta as string]!.close}\n`;
}
