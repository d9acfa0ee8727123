/** What a screen reader is told: a sentence once things have come to rest, never one for every frame. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a control must rest before its effect is spoken, in milliseconds. */
const REST = 700;

export class Speech implements ReactiveController {
  /** Stands in the live region. */
  said = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param sentence what there is to say now; undefined while there is nothing */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly sentence: () => string | undefined,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  now(): void {
    const said = this.sentence();
    if (said === undefined) return;
    this.said = said;
    this.host.requestUpdate();
  }

  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), REST);
  }
}
