/**
 * A part that most readers never open is a piece of its own: it comes when it is first to be drawn. Until then one
 * quiet line stands in its place, and where it cannot be had, what to do about it.
 */
import { html, type CSSResult, type TemplateResult } from 'lit';

export class Late<T> {
  #here: T | undefined;
  #coming: Promise<void> | undefined;
  #lost = false;

  /** @param bring imports the module that holds it */
  constructor(private readonly bring: () => Promise<T>) {}

  /** It, if it has come. */
  get here(): T | undefined {
    return this.#here;
  }

  /** Settled when it has come, or cannot. */
  async come(): Promise<T | undefined> {
    if (!this.#here) {
      this.#lost = false;
      await (this.#coming ??= this.#fetch());
    }
    return this.#here;
  }

  async #fetch(): Promise<void> {
    try {
      this.#here = await this.bring();
    } catch {
      this.#lost = true;
    }
    this.#coming = undefined;
  }

  /** Asks for what is drawn without words of its own, unless it could not be had: then {@link lack} says so elsewhere. */
  want(again: () => void): void {
    if (!this.#here && !this.#lost) void this.come().then(again);
  }

  /**
   * Draws with it; `again` is called when there is something else to draw. `height`: pixels that it will take, kept free
   * until then, so that what lies below stays.
   */
  draw(draw: (part: T) => TemplateResult, again: () => void, height?: number): TemplateResult {
    if (this.#here) return draw(this.#here);
    const room = height ? html`<svg width="1" height=${height} aria-hidden="true"></svg>` : '';
    this.want(again);
    return html`${this.lack(again) ?? html`<p class="quiet">One moment …</p>`} ${room}`;
  }

  /** Where it could not be had: that, and what to do about it. `what` begins the sentence. */
  lack(again: () => void, what = 'This part'): TemplateResult | undefined {
    if (!this.#lost) return undefined;
    const anew = (): void => void this.come().then(again);
    return html`<p class="quiet">
      ${what} could not be loaded.
      <button type="button" class="link" @click=${anew}>Try again</button>
    </p>`;
  }
}

/** The style of such parts, as far as they have come: what `Figure.laterStyles` answers. */
export const stylesOf = (...parts: readonly Late<{ readonly styles: readonly CSSResult[] }>[]): readonly CSSResult[] =>
  parts.flatMap(({ here }) => here?.styles ?? []);
