/** The table's rows by how often their letter was seen, and the one that still lacks most. */
import { count, significant } from '../../plot/format';
import { lacking, updateNow } from './now';
import { spoken } from './reading';
import type { Seen } from './seen';

/** Symbols from the rarest to the most frequent; those that nothing follows have no row to learn. */
export const byRarity = ({ model: { reading } }: Pick<Seen, 'model'>): number[] =>
  reading.order.filter((i) => (reading.rows[i] ?? 0) > 0).sort((a, b) => reading.rows[a]! - reading.rows[b]!);

/** The row that lacks most, with what it lacks. */
export function worst(v: Seen): { readonly symbol: number; readonly bits: number } {
  const lacks = lacking(v, v.model.chances(updateNow(v)));
  const symbol = lacks.indexOf(Math.max(...lacks));
  return { symbol, bits: lacks[symbol] ?? 0 };
}

/** `j, seen 5 times, still lacks 2.84 bits`. */
export function worstTold(v: Seen): string {
  const { symbol, bits } = worst(v);
  const { symbols, rows } = v.model.reading;
  return `the row of ${spoken(symbols[symbol])}, seen ${count(rows[symbol] ?? 0)} times, still lacks ${significant(bits)} bits`;
}
