/**
 * The moment a figure stands at, in an attribute. Turbo, htmx and their kin exchange pages within one document, and at
 * "back" put in a copy of the markup that was there: its figure is a new one, and finds here what the reader left. What
 * has been left alone has no such attribute.
 */
import type { AnyFigure } from '../figure';
import { readLink, type Link } from './link';

export const KEEPSAKE = 'data-gd-moment';

/** How long changes must rest before the last of them is written, in milliseconds; the first is written at once. */
const REST = 300;

export class Keepsake {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #recalled = false;

  /** @param moment the link to this moment; empty while nothing differs from what the attributes ask for */
  constructor(
    private readonly host: Element,
    private readonly moment: () => string,
  ) {}

  /** What a figure before this one left; asked for once, later changes of this one are its own. */
  recall(figure: AnyFigure): Link | undefined {
    if (this.#recalled) return undefined;
    this.#recalled = true;
    const left = this.host.getAttribute(KEEPSAKE);
    const link = left === null ? undefined : readLink(left, figure);
    return link?.problems.length ? undefined : link;
  }

  keep(): void {
    if (this.#timer === undefined) this.#write();
    else clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#write();
    }, REST);
  }

  #write(): void {
    const now = this.moment();
    if (now === (this.host.getAttribute(KEEPSAKE) ?? '')) return;
    if (now) this.host.setAttribute(KEEPSAKE, now);
    else this.host.removeAttribute(KEEPSAKE);
  }
}
