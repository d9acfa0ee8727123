import type { Answer, Numbers, Values } from './base.d.ts';

/** What a text is read into. */
export interface AlphabetOptions {
  /**
   * Most different symbols, 2 to 256; default 64. A symbol is a Unicode code point. Where a text has more,
   * the most frequent stay (of equally frequent ones the lower code point), and all others together become
   * `'\uFFFD'`, the alphabet's last symbol, which counts among those allowed.
   */
  readonly symbols?: number;
}

/**
 * The character bigram model: a table of logits, `V x V` parameters for `V` symbols, row by row. Row `i`
 * says what follows symbol `i`: the softmax of its entries are the probabilities. The loss is the mean
 * cross-entropy over the text's pairs of neighbours, in nats; its exponential is the perplexity. Starts at
 * zero, where every symbol is as likely as any other and the perplexity is `V`. Examples for batches: pairs.
 *
 * The text has 2 to 2,097,152 UTF-16 units and no half of a surrogate pair.
 */
export interface BigramOptions {
  readonly bigram: AlphabetOptions & { readonly text: string };
}

/** The pairs of neighbours in a text, counted. */
export interface Bigram extends Answer {
  /** The alphabet: `V` symbols by code point, the merged `'\uFFFD'` last. */
  readonly symbols: readonly string[];
  /** `V x V`, row by row: how often row's symbol was followed by column's. */
  readonly counts: Float64Array;
  /** How many there are altogether. */
  readonly pairs: number;
  /**
   * Mean surprise per pair in nats under the counted probabilities: the loss of the best bigram model
   * possible, which descent approaches from above.
   */
  readonly entropy: number;
  /** `e^entropy`: among how many equally likely symbols the choice would be as hard. */
  readonly perplexity: number;
}

export interface SampleTextOptions {
  /** The alphabet that {@link Bigram} answers; as a list, or as one string. */
  readonly symbols: readonly string[] | string;
  /** One logit per pair, as in {@link BigramOptions}. */
  readonly parameters: Numbers;
  /** How many symbols to write, 1 to 1,000,000; default 100. */
  readonly length?: number;
  /** A whole number from 0 on; default 1. The same seed writes the same text. */
  readonly seed?: number;
  /** The symbol to begin with, itself part of the text; default: any, each as likely. */
  readonly first?: string;
  /** Divides the logits, 0 to 1,000,000; default 1. Below 1 bolder, above 1 wilder; 0 always takes the likeliest. */
  readonly temperature?: number;
}

export interface SampledText extends Answer {
  readonly text: string;
}

export interface TextCalls {
  /** Counts the pairs of neighbours in a text. */
  bigram(text: string, options?: AlphabetOptions): Bigram;
  /**
   * The softmax of every row of `columns` logits (default: all of them are one row), each divided by
   * `temperature` first: positive numbers that add up to 1.
   */
  softmax(logits: Numbers, options?: { readonly columns?: number; readonly temperature?: number }): Values;
  /** Writes a text by a bigram model, each symbol drawn from the row of the one before it. */
  sampleText(options: SampleTextOptions): SampledText;
}
