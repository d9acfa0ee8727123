/**
 * Where an element stands: whether the reader is near it, looks at it, and how wide its inside is. A figure
 * that nobody is near costs nothing.
 */
import type { ReactiveController, ReactiveElement } from 'lit';

export interface SightOptions {
  /** Called whenever the reader comes near; again after having been away. */
  readonly near: () => void;
  /** Called when a good part of the element is in view. */
  readonly seen: () => void;
  readonly away: () => void;
}

/** How far below or above the window an element counts as near, once the reader scrolls: before, it may never matter. */
const NEAR = '300px';
/** Share of the element that must be in view for it to be looked at. */
const SEEN = 0.35;
/** In fewer pixels than this there is nothing to be seen of a figure. */
export const NARROWEST = 200;

export class Sight implements ReactiveController {
  /** Pixels to draw into, without padding; 0 until measured. */
  width = 0;
  /** Measured, and too narrow to draw anything. */
  cramped = false;
  #near: IntersectionObserver | undefined;
  #margin = '0px';
  #sizes: ResizeObserver | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly options: SightOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch('0px');
    addEventListener('scroll', this.#scrolled, { once: true, passive: true });
    // With the next frame: drawn at once, the figure would change the size that is being told, of which browsers complain.
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));
    this.#sizes.observe(this.#inside);
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#scrolled);
    this.#near?.disconnect();
    this.#sizes?.disconnect();
  }

  readonly #scrolled = (): void => this.#watch(NEAR);

  #watch(rootMargin: string): void {
    this.#margin = rootMargin;
    this.#near?.disconnect();
    this.#near = new IntersectionObserver((entries) => this.#look(entries), { rootMargin, threshold: [0, 0.4] });
    this.#near.observe(this.host);
  }

  /** What is drawn into: within the host page's padding, where a drawing would be shrunk, its letters and targets with it. */
  get #inside(): HTMLElement {
    return this.host.renderRoot as HTMLElement;
  }

  measure(): void {
    // In a closed tab it is not too narrow, only not there.
    if (this.#inside.getClientRects().length === 0) return;
    const width = this.#inside.clientWidth;
    if (width === this.width && this.cramped === width < NARROWEST) return;
    this.cramped = width < NARROWEST;
    this.width = width;
    this.host.requestUpdate();
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    // A page may open scrolled. To ask any earlier would cost a layout of its own.
    if (this.#margin !== NEAR && scrollY > 0) this.#watch(NEAR);
    if (!entries.some((e) => e.isIntersecting)) {
      this.options.away();
      return;
    }
    this.options.near();
    if (entries.some((e) => e.intersectionRatio > SEEN)) this.options.seen();
  }
}
