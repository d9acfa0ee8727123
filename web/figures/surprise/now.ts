/** Where the picture stands: the last update there is by now, and what the table says of letters then. */
import { numberOf } from './reading';
import type { Seen } from './seen';
import type { Training } from './training';

/** Those that go on in the next frame. */
const waiting = new WeakSet<Training>();

/** The update that is shown. As long as there are more to come, they are made between frames. */
export function updateNow(v: Seen): number {
  const { training } = v.model;
  if (training.reason === 'running') {
    // A still picture has nobody to wait for.
    if (v.local['still'] === true || typeof requestAnimationFrame !== 'function') training.finish();
    else if (!waiting.has(training)) {
      waiting.add(training);
      requestAnimationFrame(() => {
        waiting.delete(training);
        training.goOn();
        v.setLocal({});
      });
    }
  }
  return Math.min(v.step, training.reached);
}

export const chancesNow = (v: Seen): Float64Array => v.model.chances(updateNow(v));

/** A chance so small that it is no number any more counts as the smallest that is one. */
export const bitsOf = (chance: number): number => -Math.log2(Math.max(chance, Number.MIN_VALUE)) || 0;

/** Mean surprise per letter of the text that is learned. */
export const bitsNow = (v: Seen): number => v.model.training.loss(updateNow(v)) / Math.LN2;
export const perplexityNow = (v: Seen): number => Math.exp(v.model.training.loss(updateNow(v)));

/** A letter with the one before it, as numbers of symbols; -1 where there is no such symbol, or none before it. */
export interface Pair {
  readonly first: number;
  readonly second: number;
}

/** A sentence begins as a word does: after a space, where the text has any. */
export function pairsOf({ model: { reading } }: Pick<Seen, 'model'>, sentence: readonly string[]): Pair[] {
  return sentence.map((letter, i) => ({
    first: i > 0 ? numberOf(reading, sentence[i - 1]!) : reading.symbols.indexOf(' '),
    second: numberOf(reading, letter),
  }));
}

export const isKnown = ({ first, second }: Pair): boolean => first >= 0 && second >= 0;

/** How the table is surprised by each letter, in bits; undefined where it has no row or no column for it. */
export function surprisesOf(v: Seen, sentence: readonly string[], chances = chancesNow(v)): (number | undefined)[] {
  const size = v.model.reading.symbols.length;
  return pairsOf(v, sentence).map((p) => (isKnown(p) ? bitsOf(chances[p.first * size + p.second] ?? 0) : undefined));
}

/** Mean of those that are known; undefined without any. */
export function meanOf(bits: readonly (number | undefined)[]): number | undefined {
  const known = bits.filter((b) => b !== undefined);
  return known.length ? known.reduce((sum, b) => sum + b, 0) / known.length : undefined;
}

/** The sentence's letters. */
export const lettersOf = ({ settings }: Pick<Seen, 'settings'>): string[] => [...settings.sentence];

/** Where the chosen letter stands in the sentence, counted from 0. */
export const chosen = (v: Pick<Seen, 'settings'>): number => Math.min(v.settings.letter, lettersOf(v).length) - 1;

/** The row and column that are lit, as numbers of symbols; -1 where nothing is. */
export function litPair(v: Pick<Seen, 'settings' | 'model'>): Pair {
  const { row, column } = v.settings;
  const { order } = v.model.reading;
  if (row > 0 && column > 0) return { first: order[row - 1] ?? -1, second: order[column - 1] ?? -1 };
  return pairsOf(v, lettersOf(v))[chosen(v)] ?? { first: -1, second: -1 };
}

/** How much more than the counted table each row is surprised by what followed its symbol, in bits; never below 0 by more than rounding. */
export function lacking({ model: { reading } }: Pick<Seen, 'model'>, chances: Float64Array): number[] {
  const { symbols, counts, rows } = reading;
  const size = symbols.length;
  return symbols.map((_, i) => {
    const total = rows[i] ?? 0;
    let bits = 0;
    for (let k = i * size; k < (i + 1) * size; k++) {
      const share = (counts[k] ?? 0) / total;
      if (share > 0) bits += share * (bitsOf(chances[k] ?? 0) - bitsOf(share));
    }
    return Math.max(0, bits);
  });
}
