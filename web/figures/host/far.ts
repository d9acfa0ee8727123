/**
 * Tells when nobody has been anywhere near an element for a while: what it holds only to be seen may then be let go.
 * In a frame of another site, a browser knows no more than whether the element is in sight.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far below or above the window an element counts as far: so many windows. */
const FAR = '200%';
/** How long nothing may have happened, in milliseconds: whoever looks something up and comes back finds all as it was. */
const PATIENCE = 20_000;

export class Far implements ReactiveController {
  #begun = false;
  #watch: IntersectionObserver | undefined;
  #far = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param left called after every while in which the element was far and has not been drawn */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly left: () => void,
  ) {
    host.addController(this);
  }

  /** Watches from now on: before somebody came near there is nothing to let go of. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.hostConnected();
  }

  hostConnected(): void {
    if (!this.#begun) return;
    this.#watch = new IntersectionObserver((entries) => this.#look(entries), { rootMargin: FAR });
    this.#watch.observe(this.host);
  }

  hostDisconnected(): void {
    this.#watch?.disconnect();
    clearTimeout(this.#timer);
    this.#far = false;
  }

  hostUpdated(): void {
    if (this.#far) this.#wait();
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    const far = entries.at(-1)?.isIntersecting === false;
    if (far === this.#far) return;
    this.#far = far;
    if (far) this.#wait();
    else clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.left, PATIENCE);
  }
}
