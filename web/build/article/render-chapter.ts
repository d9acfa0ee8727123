/** A chapter as HTML: title and claim, the figure, the text beside it, the sentence to keep. */
import type { Token } from 'markdown-it';
import type { Engine } from '../../engine/engine';
import type { Chapter } from './chapter';
import { computeFacts, type Tables } from './facts';
import { FigureRefusal, figureElement, type Standing } from './figure-element';
import { glossarySection, TermFinder, type Term } from './glossary';
import { createMarkdown } from './markdown';
import { ArticleProblem } from './problem';
import type { FigureShelf, Setting } from './setting';

/** What a chapter is made with. */
export interface Workshop {
  readonly engine: Engine;
  readonly tables: Tables;
  readonly figures: FigureShelf;
  readonly chapters: ReadonlySet<string>;
  readonly glossary: readonly Term[];
}

/** A chapter as the page needs it. */
export interface RenderedChapter {
  readonly chapter: Chapter;
  readonly html: string;
  /** The claim without markup, for descriptions. */
  readonly summary: string;
}

/** The pieces of a chapter, each finished HTML. */
interface Pieces {
  readonly title: string;
  readonly claim: string;
  readonly figure: string;
  readonly text: string;
  readonly sources: string;
  readonly keep: string;
}

const markdown = createMarkdown();

/** Splits off `::: sources` at the end, which follows the sentence to keep. */
function splitSources(tokens: Token[]): { text: Token[]; sources: Token[] } {
  const at = tokens.findIndex((t) => t.type === 'block_open' && t.meta === 'sources' && t.level === 0);
  return at < 0 ? { text: tokens, sources: [] } : { text: tokens.slice(0, at), sources: tokens.slice(at) };
}

function pieces(chapter: Chapter, workshop: Workshop): Pieces {
  const facts = computeFacts(chapter, workshop.engine, workshop.tables);
  const settingAt = (firstLine: number): Setting => ({
    facts,
    figures: workshop.figures,
    chapters: workshop.chapters,
    figure: chapter.figure,
    chapter: chapter.name,
    block: 0,
    problem: (line, message) => new ArticleProblem(chapter.file, firstLine + line, message),
  });
  const field = (name: 'title' | 'claim' | 'keep'): string =>
    markdown.renderInline(chapter[name], settingAt(chapter.lines.get(name) ?? 1));
  const body = { ...settingAt(chapter.bodyLine), terms: new TermFinder(workshop.glossary) };
  const { text, sources } = splitSources(markdown.parse(chapter.body, body));
  const render = (tokens: Token[]): string => markdown.renderer.render(tokens, markdown.options, body);
  const [title, claim] = [field('title'), field('claim')];
  // On the first screen the words lie on the map; elsewhere they stand above the text.
  const card = chapter.number === 0 ? { card: `<h1>${title}</h1><p>${claim}</p>` } : {};
  return {
    title,
    claim,
    figure: figure(chapter, workshop.figures, { linked: true, ...card }),
    text: render(text),
    sources: render(sources),
    keep: chapter.keep === '' ? '' : `<p class="keep"><strong>Keep this</strong> ${field('keep')}</p>\n`,
  };
}

function figure(chapter: Chapter, figures: FigureShelf, standing: Standing): string {
  try {
    return figureElement(figures, chapter.figure, chapter.attributes, standing);
  } catch (error) {
    if (!(error instanceof FigureRefusal)) throw error;
    const field = error.message.includes('attribute') ? 'attributes' : 'figure';
    throw new ArticleProblem(chapter.file, chapter.lines.get(field) ?? 2, error.message);
  }
}

/** The first screen: the figure fills it; what text there is stands below. */
function firstScreen({ name }: Chapter, { figure, text, sources }: Pieces): string {
  const below = text + sources;
  return `<section class="first-screen" id="${name}" aria-label="Start">
${figure}
</section>${below === '' ? '' : `\n<div class="first-text text">${below}</div>`}`;
}

function besideFigure({ name, number }: Chapter, { title, claim, figure, text, sources, keep }: Pieces): string {
  return `<section class="chapter" id="${name}" aria-labelledby="${name}-title">
<header>
<p class="chapter-number">Chapter ${number}</p>
<h2 id="${name}-title">${title} <a class="address" href="#${name}" aria-label="Link to this chapter">#</a></h2>
<p class="claim">${claim}</p>
</header>
<div class="beside">${figure}</div>
<div class="text">
${text}${keep}${sources}</div>
</section>`;
}

/** For what stands at the page's end: it may link and use marks and formulas, but knows no facts. */
const endSetting = (file: string, name: string, { figures, chapters }: Workshop): Setting => ({
  facts: {},
  figures,
  chapters,
  figure: '',
  chapter: name,
  block: 0,
  problem: (line, message) => new ArticleProblem(file, line + 1, message),
});

/** The glossary as a section for the page's end. */
export function renderGlossary(file: string, workshop: Workshop): string {
  const setting = endSetting(file, 'glossary', workshop);
  return glossarySection(workshop.glossary, (text) => markdown.renderInline(text, setting));
}

/** Signs, history and questions, after the glossary: each a heading with a list. */
export function renderEnd(file: string, source: string, workshop: Workshop): string {
  const html = markdown.render(source, endSetting(file, 'end', workshop)).replace(/<(\/?)h3>/g, '<$1h2>');
  return `<section class="end-matter" id="end" aria-label="Signs, history and questions">\n${html}</section>`;
}

/**
 * Renders one chapter.
 *
 * @throws ArticleProblem naming file and line of the first thing that does not resolve
 */
export function renderChapter(chapter: Chapter, workshop: Workshop): RenderedChapter {
  const made = pieces(chapter, workshop);
  return {
    chapter,
    html: chapter.number === 0 ? firstScreen(chapter, made) : besideFigure(chapter, made),
    summary: made.claim.replace(/<[^>]+>/g, ''),
  };
}
