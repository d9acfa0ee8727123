/** A mistake in the article, with the place to look for it. Every check of the article build throws this. */
export class ArticleProblem extends Error {
  /**
   * @param file path as the author knows it, for example `web/article/02-one-weight.md`
   * @param line 1-based
   * @param message what is wrong and what would be right, as a sentence
   */
  constructor(
    readonly file: string,
    readonly line: number,
    message: string,
  ) {
    super(`${file}:${line}: ${message}`);
    this.name = 'ArticleProblem';
  }
}

/** For messages: what may be written here, in the author's alphabet. */
export function oneOf(names: readonly string[]): string {
  return names.length === 0 ? 'There is none yet.' : `Known: ${names.join(', ')}.`;
}
