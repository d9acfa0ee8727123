/**
 * Shannon's game: the next letter is guessed until it is found, and only the number of tries is kept. Their entropy is how
 * many bits a letter the guesser needs at most (C. E. Shannon, "Prediction and entropy of printed English", 1951, eq. 17).
 */
import type { Settings } from './choices';
import { sentences } from './sentences';
import type { Seen } from './seen';

const still = { keepTime: true } as const;

/** A space among struck letters, whose own would be trimmed. */
const LOW_LINE = '_';

export const KEYS = [...'abcdefghijklmnopqrstuvwxyz '];

type Chosen = Pick<Seen, 'settings'>;

export const sentenceOf = ({ settings }: Chosen): string => sentences[settings.round - 1] ?? sentences[0];
/** Letters to guess: all but the first. */
export const lettersIn = (v: Chosen): number => sentenceOf(v).length - 1;
/** Tries of the letters that were found, no more than there are. */
export const triesOf = (v: Chosen): readonly number[] => v.settings.tries.slice(0, lettersIn(v));
export const struckOf = ({ settings }: Chosen): string[] => [...settings.struck].map((c) => (c === LOW_LINE ? ' ' : c));
export const hasEnded = (v: Chosen): boolean => v.settings.over || triesOf(v).length === lettersIn(v);
/** The letter that is asked for; undefined at the end. */
export const wanted = (v: Chosen): string | undefined =>
  hasEnded(v) ? undefined : sentenceOf(v)[triesOf(v).length + 1];

/** Surprise of each number of tries, in bits: how rare that number was among all. */
export function bitsOfTries(tries: readonly number[]): number[] {
  const often = new Map<number, number>();
  for (const n of tries) often.set(n, (often.get(n) ?? 0) + 1);
  return tries.map((n) => Math.log2(tries.length / (often.get(n) ?? 1)));
}

/** Bits a letter; undefined before the first was found. */
export function readerBits(v: Chosen): number | undefined {
  const bits = bitsOfTries(triesOf(v));
  return bits.length ? bits.reduce((sum, b) => sum + b, 0) / bits.length : undefined;
}

/** One guess. A letter that was struck out already costs nothing. */
export function guess(v: Seen, letter: string): void {
  const right = wanted(v);
  const struck = struckOf(v);
  if (right === undefined || !KEYS.includes(letter) || struck.includes(letter)) return;
  const change: Partial<Settings> =
    letter === right
      ? { tries: [...triesOf(v), struck.length + 1], struck: '' }
      : { struck: v.settings.struck + (letter === ' ' ? LOW_LINE : letter) };
  v.set(change, still);
}

export const again = (v: Seen, round = v.settings.round): void =>
  v.set({ round, tries: [], struck: '', over: false, letter: 2 }, still);
