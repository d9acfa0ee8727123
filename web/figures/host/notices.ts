/** Sentences for the reader about what could not be used, kept or computed: each goes when what it is about is right. */

/** What a sentence is about; `engine` for what only that could tell. */
export type About = 'attributes' | 'link' | 'state' | 'step' | 'hand' | 'engine';

export class Notices {
  readonly #said = new Map<About, readonly string[]>();

  get all(): readonly string[] {
    return [...this.#said.values()].flat();
  }

  /** Takes the place of what was said about the same. */
  say(about: About, sentences: readonly string[]): void {
    this.#said.delete(about);
    if (sentences.length) this.#said.set(about, sentences);
  }

  /** Somebody has gone on to something else, and what was wrong before no longer matters. */
  only(about: About, sentences: readonly string[]): void {
    this.#said.clear();
    this.say(about, sentences);
  }
}
