/** What a format is made of. */
import type { Moment } from './moment';

/** A file to be kept. */
export interface Download {
  /** What the button says. */
  readonly label: string;
  /** Name of the file. */
  readonly file: string;
  readonly content: () => Blob | Promise<Blob>;
}

/** One thing that can be taken. */
export interface Piece {
  /** What it is, in a few words; names it for a screen reader as well. */
  readonly label: string;
  /** What to do with it. */
  readonly note?: string;
  /** Shown, and copied at one press. */
  readonly text?: string;
  /** Shown: an SVG. */
  readonly picture?: string;
  /** Where it leads, for a text that is an address. */
  readonly href?: string;
  readonly downloads?: readonly Download[];
}

export interface Format {
  readonly name: string;
  /** On its button. */
  readonly label: string;
  /** Put into somebody's page, or kept as a file. */
  readonly kind: 'page' | 'file';
  /** Whether the figure has anything of the kind; by default every figure has. */
  readonly has?: (moment: Moment) => boolean;
  readonly pieces: (moment: Moment) => readonly Piece[] | Promise<readonly Piece[]>;
}

/** A snippet, or, where `names` could not be written by the rules of the format, a sentence that says so. */
export function snippet(piece: Piece & { readonly text: string }, unwritable: readonly string[]): Piece {
  if (unwritable.length === 0) return piece;
  return {
    label: piece.label,
    note: `Its rules of quoting cannot carry what stands in ${unwritable.join(' and ')}; the element can.`,
  };
}

/** Parameters by a rule of quoting, and the names of those that it has no way to write. */
export function quoted(
  pairs: readonly (readonly [string, string])[],
  quote: (text: string) => string | undefined,
  between: '=' | ':' = '=',
): { readonly text: string; readonly unwritable: readonly string[] } {
  const written = pairs.map(([name, value]) => ({ name, value: quote(value) }));
  return {
    text: written.map(({ name, value }) => `${name}${between}${value ?? ''}`).join(' '),
    unwritable: written.filter(({ value }) => value === undefined).map(({ name }) => name),
  };
}

export const textFile = (label: string, file: string, text: string, type = 'text/plain'): Download => ({
  label,
  file,
  content: () => new Blob([text], { type: `${type};charset=utf-8` }),
});
