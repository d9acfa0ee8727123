/** A page beside the tutorial: Markdown in the chapters' dialect, without figures, facts or glossary. */
import { parse } from 'yaml';
import { splitFrontMatter } from './chapter';
import { createMarkdown } from './markdown';
import { ArticleProblem } from './problem';
import type { FigureShelf } from './setting';

export interface SidePage {
  /** Of the window and of the page. */
  readonly title: string;
  /** The sentence below the title. */
  readonly claim: string;
  /** For search engines; plain text. */
  readonly description: string;
  /** The text, rendered. */
  readonly html: string;
}

const nothing: FigureShelf = {
  names: [],
  attributes: () => [],
  goals: () => [],
  spots: () => [],
  problems: () => [],
  poster: () => '',
};
const markdown = createMarkdown();

/**
 * Reads and renders a page.
 *
 * @param file path as the author knows it
 * @param source the file's text: front matter with title, claim and description, then Markdown
 * @throws ArticleProblem where a field is missing or something does not resolve
 */
export function readSidePage(file: string, source: string): SidePage {
  const { matter, body, bodyLine } = splitFrontMatter(file, source.replaceAll('\r\n', '\n'));
  const given = (parse(matter) ?? {}) as Record<string, unknown>;
  const text = (field: 'title' | 'claim' | 'description'): string => {
    const value = given[field];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    throw new ArticleProblem(file, 2, `Front matter lacks \`${field}\`.`);
  };
  const html = markdown.render(body, {
    facts: {},
    figures: nothing,
    chapters: new Set<string>(),
    figure: '',
    chapter: 'page',
    block: 0,
    problem: (line: number, message: string) => new ArticleProblem(file, bodyLine + line, message),
  });
  // In the tutorial a chapter's title stands above these headings; here only the page's own does.
  const raised = html.replace(/<(\/?)h3>/g, '<$1h2>');
  return { title: text('title'), claim: text('claim'), description: text('description'), html: raised };
}
