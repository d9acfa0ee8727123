/** Breaking a title into lines. */

/**
 * Breaks `text` into as few lines as fit into `width`, as even in length as can be. A word that is wider than that has
 * a line of its own.
 *
 * @param measure width of some words in one line
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const words = text.split(' ');
  const filled = (limit: number): string[] => {
    const lines: string[] = [];
    for (const word of words) {
      const longer = `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && measure(longer) <= limit) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };
  const widest = (lines: readonly string[]): number => Math.max(...lines.map(measure));
  let best = filled(width);
  for (;;) {
    const limit = widest(best) - 1;
    const narrower = filled(limit);
    // Another line would be needed, or a word is wider than that by itself.
    if (narrower.length > best.length || widest(narrower) > limit) return best;
    best = narrower;
  }
}
