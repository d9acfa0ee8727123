/** The sentence that a word stands in, and a marker stroke under it. */

const NAME = 'sentence';

/** From where to where, in a paragraph's text, the sentence runs that holds the character at `at`. */
export function sentenceAround(text: string, at: number): readonly [from: number, to: number] {
  if (!('Segmenter' in Intl)) return [0, text.length];
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  const found = segments.containing(Math.min(at, text.length - 1));
  if (!found) return [0, text.length];
  return [found.index, found.index + found.segment.trimEnd().length];
}

/** The place of a character in the text below an element. */
function placeOf(element: Element, at: number): readonly [Text, number] | undefined {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = at;
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return undefined;
}

export function sentenceOf(word: Element): Range | undefined {
  const paragraph = word.closest('p, li');
  if (!paragraph) return undefined;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEndBefore(word);
  const [from, to] = sentenceAround(paragraph.textContent ?? '', before.toString().length + 1);
  const [start, end] = [placeOf(paragraph, from), placeOf(paragraph, to)];
  if (!start || !end) return undefined;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

/** Marks one sentence, or none. Where a browser cannot, the word's own ring has to do. */
export function markSentence(range: Range | undefined): void {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set(NAME, new Highlight(range));
  else CSS.highlights.delete(NAME);
}
