/**
 * The script of pages that hold one figure: `figure.html`, where the address chooses it, and `figures/`,
 * where each has a page. It goes to the head, so that the theme is there before the first paint. It uses
 * neither storage nor history: a sandboxed frame has none.
 */
import { readRequest, type FrameRequest } from './request';
import { reportHeight } from './size';

/** Names of the properties that every element has: attributes by these names may mean something. */
function platformNames(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name in document.createElement('div')) names.add(name.toLowerCase());
  return names;
}

const platform = platformNames();
const asked = (): FrameRequest =>
  readRequest(location.search, location.hash, document.documentElement.dataset.figure ?? '', platform);

function paint({ theme, transparent, name }: FrameRequest): void {
  const { classList, dataset } = document.documentElement;
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
  classList.toggle('transparent', transparent);
  classList.toggle('chosen', name !== undefined);
}

/** Gives the figure what the address asks for, and takes back what an earlier one did. */
function configure(figure: Element, { attributes }: FrameRequest, before?: FrameRequest): void {
  for (const name of before?.attributes.keys() ?? []) if (!attributes.has(name)) figure.removeAttribute(name);
  for (const [name, value] of attributes) figure.setAttribute(name, value);
}

/** The chooser of `figure.html`: an entry for each figure, with its picture. */
class Chooser {
  private readonly title = document.title;

  private readonly entries: readonly ChildNode[];

  constructor(private readonly main: HTMLElement) {
    this.entries = [...main.childNodes];
  }

  show(request: FrameRequest): void {
    this.main.classList.toggle('figures', request.name === undefined);
    if (request.name === undefined) {
      document.title = this.title;
      this.main.replaceChildren(...this.entries);
      return;
    }
    const entry = this.entry(request.name);
    const heading = document.createElement('h1');
    heading.className = 'unseen';
    heading.textContent = entry?.querySelector('h2')?.textContent ?? 'There is no such figure';
    document.title = heading.textContent;
    const figure = document.createElement('gd-figure');
    figure.setAttribute('name', request.name);
    configure(figure, request);
    // Until the engine is there, and where it never will be, the picture stands for the figure.
    const picture = [...(entry?.querySelectorAll('.gd-poster, .gd-caption') ?? [])];
    figure.append(...picture.map((part) => part.cloneNode(true)));
    this.main.replaceChildren(heading, figure);
  }

  private entry(name: string): Element | undefined {
    const all = this.entries.flatMap((node) => (node instanceof Element ? [...node.querySelectorAll('li')] : []));
    return all.find((entry) => entry.id === name);
  }
}

function start(): void {
  reportHeight();
  const main = document.querySelector('main')!;
  const own = main.querySelector('gd-figure');
  const chooser = new Chooser(main);
  let before: FrameRequest | undefined;
  const follow = (): void => {
    const request = asked();
    paint(request);
    if (own) configure(own, request, before);
    else chooser.show(request);
    before = request;
  };
  follow();
  addEventListener('hashchange', follow);
}

paint(asked());
document.addEventListener('DOMContentLoaded', start);
