/** What there is to find in the page: its words, its chapters' texts and its figures, read from the page itself. */

/** A word of the glossary. */
export interface Term {
  readonly name: string;
  readonly meaning: string;
  readonly element: HTMLElement;
}

/** A paragraph, or whatever else can be read by itself. */
export interface Block {
  readonly text: string;
  readonly element: HTMLElement;
}

export interface ChapterText {
  readonly number: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A figure, or the state of one that a word of the text sets. */
export interface Shown {
  readonly title: string;
  /** What it says of itself, or the sentence around the word. */
  readonly about: string;
  /** Where the reader is led. */
  readonly element: HTMLElement;
  /** Whose first picture stands for it. */
  readonly figure: HTMLElement;
  /** Pressed on arrival. */
  readonly word?: HTMLElement;
}

export interface Index {
  readonly terms: readonly Term[];
  readonly chapters: readonly ChapterText[];
  readonly figures: readonly Shown[];
}

const READ = 'p, li, summary, h3, figcaption, dd, blockquote, td';
/** What is said to nobody, twice, or by the page about itself. */
const UNREAD = 'gd-figure, .neighbours, .chapter-number, .walk, [hidden], annotation';

const TEXT = 3;
const ELEMENT = 1;
const UNSAID = 'annotation, .address, [aria-hidden="true"]';

/** An element's own words: without the marks of formulas that stand for them a second time. */
export function wordsOf(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === TEXT) text += node.nodeValue ?? '';
    else if (node.nodeType === ELEMENT && !(node as Element).matches(UNSAID)) text += wordsOf(node as Element);
  }
  return text.replace(/\s+/g, ' ');
}

const trimmed = (element: Element | null | undefined): string => (element ? wordsOf(element).trim() : '');

function chapterOf(section: HTMLElement): ChapterText {
  const title = section.querySelector<HTMLElement>('h1, h2');
  const blocks = [...section.querySelectorAll<HTMLElement>(READ)].filter(
    // A paragraph within an item is found once.
    (block) => !block.closest(UNREAD) && !block.parentElement?.closest(READ),
  );
  return {
    number: trimmed(section.querySelector('.chapter-number')).replace(/\D+/g, '') || '0',
    title: trimmed(title),
    blocks: [...(title ? [title] : []), ...blocks].map((element) => ({ element, text: trimmed(element) })),
  };
}

/** The picture in a figure's words, which its markup says or, once it runs, the figure itself. */
function aboutFigure(figure: HTMLElement): string {
  const poster = figure.querySelector('svg[aria-label]')?.getAttribute('aria-label');
  return poster ?? figure.getAttribute('aria-label') ?? '';
}

function figuresOf(section: HTMLElement): Shown[] {
  const title = trimmed(section.querySelector('h1, h2'));
  const figures = [...section.querySelectorAll<HTMLElement>('gd-figure')];
  const states = [...section.querySelectorAll<HTMLElement>('gd-word[set]')].flatMap((word): Shown[] => {
    const figure = figures.find((f) => f.getAttribute('name') === word.getAttribute('for'));
    // A wager's answer is not to be found before it is given.
    return figure && !word.closest('.predict')
      ? [{ title: trimmed(word), about: trimmed(word.closest(READ)), element: word, figure, word }]
      : [];
  });
  return [
    ...figures.map((figure) => ({
      title: `${figure.getAttribute('name')?.replaceAll('-', ' ') ?? ''}: ${title}`,
      about: aboutFigure(figure),
      element: figure,
      figure,
    })),
    ...states,
  ];
}

export function readPage(root: ParentNode): Index {
  const sections = [...root.querySelectorAll<HTMLElement>('.chapter')];
  return {
    terms: [...root.querySelectorAll<HTMLElement>('.glossary dl > div')].map((element) => ({
      name: trimmed(element.querySelector('dt')),
      meaning: trimmed(element.querySelector('dd')),
      element,
    })),
    chapters: sections.map(chapterOf),
    figures: sections.flatMap(figuresOf),
  };
}
