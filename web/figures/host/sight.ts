/**
 * Where an element stands: whether the reader is near it, looks at it, and how wide its inside is. A figure
 * that nobody is near costs nothing.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

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

export class Sight implements ReactiveController {
  /** Pixels to draw into, without padding; 0 until measured. */
  width = 0;
  #near: IntersectionObserver | undefined;
  #margin = '0px';
  #sizes: ResizeObserver | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: SightOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch('0px');
    addEventListener('scroll', this.#scrolled, { once: true, passive: true });
    // With the next frame: drawn at once, the figure would change the size that is being told, of which browsers complain.
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));
    this.#sizes.observe(this.host);
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

  measure(): void {
    // What the host page's padding leaves: a drawing wider than that would be shrunk, its letters and targets with it.
    const { paddingLeft, paddingRight } = getComputedStyle(this.host);
    const width = Math.floor(this.host.clientWidth - (parseFloat(paddingLeft) || 0) - (parseFloat(paddingRight) || 0));
    if (width <= 0 || width === this.width) return;
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
