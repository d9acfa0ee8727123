/**
 * The room that a figure takes up in a page: a breadth to ask for where boxes are only as wide as what they hold, and an
 * inside at which the page's style ends. Until the figure is there, the element's children stand inside.
 */
import { html, type TemplateResult } from 'lit';
import type { Card } from 'virtual:figures';
import { NARROWEST } from './sight';

/** Widths that a line can be broken between: at least as wide as the widest of them, at best as all of them together. */
const PIECES = 4;

function block(name: string, children: readonly Node[] = []): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.append(...children);
  return element;
}

function slot(name: string): HTMLSlotElement {
  const element = document.createElement('slot');
  if (name) element.name = name;
  return element;
}

export class Room {
  /** As wide as the figure asks for, and dressed as the page would have it. */
  readonly breadth = block(
    'breadth',
    Array.from({ length: PIECES }, () => document.createElement('i')),
  );
  readonly inside = block('inside');
  readonly #poster = block('poster', [slot('')]);
  /** Where the element's children show, in place of what does not run yet, or never will. */
  readonly children: readonly Node[] = [this.#poster, slot('card')];

  /** @returns what is drawn into */
  within(root: Node): HTMLElement {
    this.breadth.setAttribute('aria-hidden', 'true');
    this.inside.append(...this.children);
    root.appendChild(this.breadth);
    return root.appendChild(this.inside);
  }

  /** Keeps the height free that the figure will take, so that nothing moves when it comes; undefined lets it go. */
  reserve(heights: Card['heights']): void {
    this.#poster.classList.toggle('reserved', heights !== undefined);
    this.#poster.style.setProperty('--narrow', `${heights?.[0] ?? 0}px`);
    this.#poster.style.setProperty('--wide', `${heights?.[1] ?? 0}px`);
  }
}

/** In place of a figure that a narrow box leaves no room for. */
export function tooNarrow(width: number): TemplateResult {
  return html`<p class="stillness" role="note" lang="en" dir="ltr">
    This figure needs a column at least ${NARROWEST} pixels wide; here it has ${width}.
  </p>`;
}
