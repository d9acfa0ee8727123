/**
 * A chapter as a walk, for who wants to be led: one press, one beat. The figure goes where the next word of the text
 * would have it, and that word's sentence is marked. Nothing goes on by itself.
 */
import { markSentence, sentenceOf } from './sentence';
import type { Word } from './word';

function button(label: string, text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  if (label) made.setAttribute('aria-label', label);
  made.addEventListener('click', press);
  return made;
}

/** Brings a sentence between what is pinned above and what stands below, if it is not there. */
function bring(word: Element, bar: Element): void {
  const { top, bottom } = word.getBoundingClientRect();
  const figure = word.closest('section')?.querySelector('.beside > gd-figure.docked');
  const above = figure ? figure.getBoundingClientRect().bottom : 0;
  if (top >= above + 8 && bottom <= innerHeight - bar.clientHeight - 24) return;
  const middle = (above + innerHeight - bar.clientHeight) / 2;
  const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: (top + bottom) / 2 - middle, behavior: smooth ? 'smooth' : 'instant' });
}

class Walk {
  #at = -1;
  readonly #bar = document.createElement('div');
  readonly #count = document.createElement('span');
  readonly #said = document.createElement('span');
  readonly #line = document.createElement('progress');
  readonly #back = button('Back one beat', '‹', () => this.#go(this.#at - 1));
  readonly #next = button('', 'next ›', () => this.#go(this.#at + 1));

  constructor(
    private readonly offer: HTMLButtonElement,
    private readonly words: readonly Word[],
    /** Called when another walk must end, because this one begins. */
    private readonly begins: (walk: Walk) => void,
  ) {
    this.#bar.className = 'walk';
    this.#bar.setAttribute('role', 'region');
    this.#bar.setAttribute('aria-label', 'Walk through this chapter');
    this.#said.setAttribute('role', 'status');
    this.#line.max = words.length;
    this.#next.className = 'next';
    this.#bar.append(
      this.#back,
      this.#count,
      this.#said,
      this.#line,
      this.#next,
      button('End the walk', '×', this.end),
    );
    this.#bar.addEventListener('keydown', (event) => {
      const to = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (to !== undefined) this.#go(this.#at + to);
      if (event.key === 'Escape') this.end();
    });
  }

  begin(): void {
    this.begins(this);
    document.body.append(this.#bar);
    this.#go(Math.max(0, this.#at));
    this.#next.focus({ preventScroll: true });
  }

  readonly end = (): void => {
    if (!this.#bar.isConnected) return;
    const inside = this.#bar.contains(document.activeElement);
    this.#bar.remove();
    markSentence(undefined);
    // Whoever walked to the end begins at the beginning the next time.
    if (this.#at >= this.words.length - 1) this.#at = -1;
    if (inside) this.offer.focus({ preventScroll: true });
  };

  #go(to: number): void {
    if (to >= this.words.length) this.end();
    const word = this.words[to];
    if (!word) return;
    this.#at = to;
    this.#count.innerHTML = '';
    const now = document.createElement('b');
    now.textContent = String(to + 1);
    this.#count.append(now, ` / ${this.words.length}`);
    this.#line.value = to + 1;
    this.#back.disabled = to === 0;
    this.#next.textContent = to === this.words.length - 1 ? 'done' : 'next ›';
    const sentence = sentenceOf(word);
    this.#said.textContent = (word.textContent ?? '').replace(/, shown now$/, '').trim();
    markSentence(sentence);
    bring(word, this.#bar);
    void word.press();
  }
}

/** Offers a walk under the claim of every chapter whose text has enough to show. */
export function offerWalks(root: Document): void {
  let walking: Walk | undefined;
  for (const chapter of root.querySelectorAll('section.chapter')) {
    const words = [...chapter.querySelectorAll<Word>('.text gd-word')].filter((w) => !w.closest('details, .predict'));
    const header = chapter.querySelector('header');
    if (words.length < 3 || !header) continue;
    const offer = button('', '', () => walk.begin());
    offer.className = 'walk-offer';
    const name = root.createElement('b');
    name.textContent = 'walk me through';
    offer.append(name, ` ${words.length} beats`);
    const walk: Walk = new Walk(offer, words, (begun) => {
      if (walking !== begun) walking?.end();
      walking = begun;
    });
    header.append(offer);
  }
}
