/** The search as a sheet from above: words and places on the left, figures on the right; all of it by keys as well. */
import { find, type Found, type Piece } from './find';
import { readPage, type Index, type Shown } from './index';

type Child = Node | string;

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const marked = (pieces: readonly Piece[]): Child[] =>
  pieces.map(({ text, found }) => (found ? make('mark', {}, text) : text));

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What was found, in one line that is spoken too. */
export function summary({ terms, figures, chapters, places }: Found): string {
  const kinds = [
    ...(terms.length ? [counted(terms.length, 'word')] : []),
    ...(figures.length ? [counted(figures.length, 'figure')] : []),
    ...(places ? [`${counted(places, 'place')} in ${counted(chapters.length, 'chapter')}`] : []),
  ];
  return kinds.join(', ');
}

/** A fold that hides it opens; on a phone that reads with a screen reader the focus is where the reader is. */
function arrive(element: HTMLElement): void {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  if (!element.hasAttribute('tabindex')) {
    element.setAttribute('tabindex', '-1');
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
  element.classList.add('found');
  setTimeout(() => element.classList.remove('found'), 2500);
}

interface Left {
  /** Where the reader stood, in px. */
  readonly left?: number;
}

/** A new entry in the browser's history, so that Back returns to the sentence that was left. */
function leave(to: HTMLElement): void {
  const section = to.closest<HTMLElement>('section[id]');
  if (!section) return;
  history.replaceState({ ...(history.state as Left | null), left: scrollY }, '');
  history.pushState(null, '', `#${section.id}`);
}

/** The browser would come back to the figure that the address names. */
function comeBack(): void {
  addEventListener('popstate', ({ state }) => {
    const { left } = (state as Left | null) ?? {};
    if (left !== undefined) setTimeout(() => scrollTo({ top: left, behavior: 'instant' }));
  });
}

class Search {
  readonly #dialog = make('dialog', { class: 'search-sheet', 'aria-label': 'Search' });
  readonly #field = make('input', {
    type: 'search',
    placeholder: 'a word, a figure, a sentence',
    'aria-label': 'Search words, figures and text',
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  readonly #status = make('p', { class: 'search-count', role: 'status' });
  readonly #results = make('div', { class: 'search-results' });
  #index: Index | undefined;

  constructor() {
    const close = make('button', { type: 'button', class: 'search-close' }, make('kbd', {}, 'esc'));
    close.setAttribute('aria-label', 'esc: close the search');
    close.addEventListener('click', () => this.#dialog.close());
    this.#dialog.append(make('div', { class: 'search-head' }, this.#field, this.#status, close), this.#results);
    this.#field.addEventListener('input', () => this.#show());
    this.#dialog.addEventListener('keydown', (event) => this.#key(event));
    // Beside the sheet, on what lies dimmed behind it.
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
    document.body.append(this.#dialog);
    comeBack();
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#index = readPage(document);
    this.#show();
    this.#dialog.showModal();
    this.#field.focus();
    this.#field.select();
  }

  #key(event: KeyboardEvent): void {
    const all = [...this.#results.querySelectorAll<HTMLElement>('a')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') {
      // A search field would only empty itself.
      event.preventDefault();
      this.#dialog.close();
    } else if (event.key === 'Enter' && document.activeElement === this.#field) {
      event.preventDefault();
      all[0]?.click();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      (next < 0 ? this.#field : all[Math.min(next, all.length - 1)])?.focus();
    }
  }

  /** A link that really is one, for the pointer's menu and for speech; pressed, it leads to the very place. */
  #link(to: HTMLElement, children: readonly Child[], then?: () => void): HTMLAnchorElement {
    const section = to.closest<HTMLElement>('section[id]');
    const link = make('a', { href: `#${to.id || (section?.id ?? '')}` }, ...children);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#dialog.close();
      leave(to);
      arrive(to);
      then?.();
    });
    return link;
  }

  #figure(shown: Shown): HTMLElement {
    const picture = shown.figure.querySelector('svg')?.cloneNode(true) as SVGElement | undefined;
    picture?.setAttribute('aria-hidden', 'true');
    picture?.removeAttribute('aria-label');
    return make(
      'li',
      {},
      this.#link(
        shown.element,
        [
          ...(picture ? [picture] : []),
          make('b', {}, shown.title),
          make('span', { class: 'search-about' }, shown.about),
        ],
        () => shown.word?.click(),
      ),
    );
  }

  #show(): void {
    const query = this.#field.value;
    const found = find(this.#index ?? { terms: [], chapters: [], figures: [] }, query);
    const part = (title: string, kind: string, items: readonly HTMLElement[]): HTMLElement[] =>
      items.length ? [make('h3', {}, title), make('ul', { class: kind }, ...items)] : [];
    const words = found.terms.map((term) =>
      make('li', {}, this.#link(term.element, [make('b', {}, term.name), ` ${term.meaning}`])),
    );
    const texts = found.chapters.map(({ chapter, places, first, excerpt }) =>
      make(
        'li',
        {},
        this.#link(first.element, [
          make('span', { class: 'search-number' }, chapter.number),
          make('b', {}, chapter.title),
          make('span', { class: 'search-places' }, counted(places, 'place')),
          make('span', { class: 'search-excerpt' }, ...marked(excerpt)),
        ]),
      ),
    );
    const said = summary(found);
    const short = query.trim().length < 2;
    this.#status.textContent = said || (short ? '' : 'nothing found');
    const keys = (names: readonly string[], what: string): Child[] => [
      ...names.map((name) => make('kbd', {}, name)),
      ` ${what}`,
    ];
    const help = make(
      'p',
      { class: 'search-help' },
      ...keys(['/'], 'opens this anywhere. '),
      ...keys(['↑', '↓'], 'move, '),
      ...keys(['↵'], 'goes there, and Back returns you to the sentence you left.'),
    );
    const none =
      said || short
        ? []
        : [
            make(
              'p',
              { class: 'search-none' },
              `Nothing here says “${query.trim()}”. Fewer letters find more: the beginning of a word is enough.`,
            ),
          ];
    this.#results.replaceChildren(
      make('div', {}, ...none, ...part('Words', 'search-words', words), ...part('In the text', 'search-texts', texts)),
      make(
        'div',
        {},
        ...part(
          'Figures',
          'search-figures',
          found.figures.map((f) => this.#figure(f)),
        ),
        help,
      ),
    );
  }
}

let search: Search | undefined;

export function openSearch(): void {
  search ??= new Search();
  search.open();
}
