/**
 * Basins are pursued while they can be seen: the present map first, then small ones, one at a time. A question that was
 * replaced is given up once it has shown something, so that a dragged rate draws all the way; one that nobody asks any
 * more is given up at once.
 */
import { noChange, svg, type SVGTemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

export interface Wanted {
  readonly key: string;
  /** Starts to compute it; `told` is called after each result. Returns how to stop. */
  readonly begin: (told: (done: boolean) => void) => () => void;
}

export interface Chased {
  readonly first: Wanted | undefined;
  /** Those not known yet, in the order in which they are wanted. */
  readonly then: readonly Wanted[];
}

interface Work {
  readonly key: string;
  readonly stop: () => void;
}

export class Chase {
  #asked: Chased | undefined;
  #first: Work | undefined;
  /** Whether the first has shown something; until then it is not stopped for a newer question. */
  #shown = true;
  #next: Work | undefined;

  ask(asked: Chased): void {
    this.#asked = asked;
    if (!asked.first) this.#end();
    else if (this.#first?.key !== asked.first.key && this.#shown) this.#begin(asked.first);
    this.#goOn();
  }

  stop(): void {
    this.#end();
    this.#next?.stop();
    this.#next = undefined;
    this.#asked = undefined;
  }

  #end(): void {
    this.#first?.stop();
    this.#first = undefined;
    this.#shown = true;
  }

  #begin(wanted: Wanted): void {
    this.#first?.stop();
    this.#shown = false;
    const stop = wanted.begin(() => {
      if (this.#first?.key !== wanted.key) return;
      this.#shown = true;
      const now = this.#asked?.first;
      if (now && now.key !== wanted.key) this.#begin(now);
      else this.#goOn();
    });
    this.#first = { key: wanted.key, stop };
  }

  #goOn(): void {
    const then = this.#asked?.then ?? [];
    if (this.#next && !then.some(({ key }) => key === this.#next?.key)) {
      this.#next.stop();
      this.#next = undefined;
    }
    const [wanted] = then;
    if (this.#next || !wanted || !this.#shown) return;
    const stop = wanted.begin((done) => {
      if (!done || this.#next?.key !== wanted.key) return;
      this.#next = undefined;
      if (this.#asked) this.#asked = { ...this.#asked, then: this.#asked.then.filter(({ key }) => key !== wanted.key) };
      this.#goOn();
    });
    this.#next = { key: wanted.key, stop };
  }
}

class Chasing extends AsyncDirective {
  readonly #chase = new Chase();

  override render(_asked: Chased): typeof noChange {
    return noChange;
  }

  override update(_part: unknown, [asked]: [Chased]): typeof noChange {
    this.#chase.ask(asked);
    return noChange;
  }

  protected override disconnected(): void {
    this.#chase.stop();
  }
}

const chasing = directive(Chasing);

/** Lasts as long as the picture that it stands in. */
export const chased = (asked: Chased): SVGTemplateResult => svg`<g ${chasing(asked)}></g>`;
