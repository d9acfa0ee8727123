/** What the wager hides: until it is answered, the last word of the sentence has no bars. */
import { SENTENCE } from './choices';
import { lettersOf, pairsOf } from './now';
import type { Seen } from './seen';

/** Only this sentence is asked about, and only the table that the tutorial's text makes. */
export const possible = ({ settings: s }: Pick<Seen, 'settings'>): boolean => s.sentence === SENTENCE && s.text === '';
/** While the answer is not to be seen. */
export const asks = (v: Pick<Seen, 'settings'>): boolean => possible(v) && !v.settings.revealed;

/** First letter of the last word, counted from 0. */
export const from = (v: Pick<Seen, 'settings'>): number => lettersOf(v).lastIndexOf(' ') + 1;
/** From this letter on nothing is told. */
export const hiddenFrom = (v: Pick<Seen, 'settings'>): number => (asks(v) ? from(v) : Infinity);

/** Pairs of letters, as numbers of symbols, of which nothing is told: they stand in the word that is asked about, and not before it. */
export function hiddenPairs(v: Pick<Seen, 'settings' | 'model'>): (first: number, second: number) => boolean {
  if (!asks(v)) return () => false;
  const pairs = pairsOf(v, lettersOf(v)).map(({ first, second }) => `${first} ${second}`);
  const told = new Set(pairs.slice(0, from(v)));
  const hidden = new Set(pairs.slice(from(v)).filter((pair) => !told.has(pair)));
  return (first, second) => hidden.has(`${first} ${second}`);
}

/** Whether the question stands in the picture: elsewhere its room is needed for what is looked at. */
export const isPut = (v: Pick<Seen, 'settings'>): boolean =>
  asks(v) && (v.settings.panel === 'writes' || v.settings.panel === 'table');
