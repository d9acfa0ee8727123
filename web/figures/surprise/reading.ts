/** A text as the table reads it: its symbols, how often each followed each, and in which order they are drawn. */
import { text as chapters } from 'virtual:reading';
import type { Engine } from '../../engine/engine';
import { LONGEST, MOST_LETTERS, MOST_SYMBOLS } from './choices';

/** Stands for all symbols that are too rare for a row of their own. */
export const RARE = '\uFFFD';

export interface Reading {
  readonly text: string;
  /** Whether it is the reader's, and not the tutorial's. */
  readonly own: boolean;
  /** In the engine's order, which is that of the rows of `counts` and of the dials. */
  readonly symbols: readonly string[];
  /** `V x V`, row by row. */
  readonly counts: Float64Array;
  /** How often each symbol was followed by any. */
  readonly rows: Float64Array;
  readonly pairs: number;
  /** What counting comes to: bits a letter, and perplexity. */
  readonly bits: number;
  readonly perplexity: number;
  /** As drawn: the space, vowels, other letters, the merged ones. Numbers of symbols. */
  readonly order: readonly number[];
  /** How many stand before the first consonant. */
  readonly vowels: number;
}

const VOWEL = /^[aeiouyаеиоуыэюяіïєαεηιουω]$/u;
const rank = (symbol: string): number => {
  if (symbol === ' ') return 0;
  if (symbol === RARE) return 3;
  return VOWEL.test(symbol.normalize('NFD')[0] ?? '') ? 1 : 2;
};

/**
 * Lower case, single spaces; of everything that is no letter, mark, digit or picture, a space is left. Symbols are code
 * points, so a picture that is made of several comes apart.
 */
export function legible(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’\p{Cf}\uFE0E\uFE0F]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}\p{So}\p{Emoji_Modifier}]+/gu, ' ')
    .trim();
}

/** The first `most` UTF-16 units, but no half of a character. */
export const upTo = (text: string, most: number): string =>
  text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim();

const STRONG = /[\p{L}\p{N}]/u;
const LEFTWARDS =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;

/** Whether a sentence is read from right to left, as its first letter is. */
export const isLeftwards = (sentence: string): boolean => LEFTWARDS.test(STRONG.exec(sentence)?.[0] ?? '');

/** As much of somebody's text as is read. */
export const ownText = (text: string): string => upTo(legible(text), MOST_LETTERS);

/** A sentence to look at: the beginning of a text, to the end of a word where one ends. */
export function beginningOf(text: string): string {
  const line = upTo(text, LONGEST - 6);
  const last = line.lastIndexOf(' ');
  return line.length < text.length && last > 8 ? line.slice(0, last) : line;
}

/** @param text the reader's own, legible; empty for the tutorial's */
export function readingOf(engine: Engine, text: string): Reading {
  const own = text !== '';
  const read = own ? text : chapters;
  const { symbols, counts, pairs, entropy, perplexity, error } = engine.bigram(read, { symbols: MOST_SYMBOLS });
  if (error) throw new Error(`${error.field}: ${error.message} ${error.remedy}`);
  const size = symbols.length;
  const order = symbols.map((_, i) => i).sort((a, b) => rank(symbols[a]!) - rank(symbols[b]!) || a - b);
  const rows = Float64Array.from({ length: size }, (_, i) =>
    counts.subarray(i * size, (i + 1) * size).reduce((sum, count) => sum + count, 0),
  );
  return {
    ...{ text: read, own, symbols, counts, rows, pairs, perplexity, order },
    bits: entropy / Math.LN2,
    vowels: order.filter((i) => rank(symbols[i]!) < 2).length,
  };
}

/** Number of a symbol; those that were merged are the last one. -1 where the text had nothing of the kind. */
export function numberOf({ symbols }: Reading, symbol: string): number {
  const found = symbols.indexOf(symbol);
  return found >= 0 ? found : symbols.indexOf(RARE);
}

/** A symbol in a sentence about it. */
export const spoken = (symbol: string | undefined): string =>
  symbol === ' ' ? 'a space' : symbol === RARE ? 'any rare one' : (symbol ?? '');
