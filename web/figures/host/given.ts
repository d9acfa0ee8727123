/**
 * What scripts give as properties. Frameworks set a property to undefined or null when a binding goes, and to whatever
 * somebody bound: nothing here throws, and what is not there is not asked for.
 */
import { Problem } from '../settings';

/** A value as the text that an attribute would have; undefined for one that is not there. */
export function givenText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  try {
    return `${value as string}`;
  } catch {
    // An object without a prototype, or a symbol.
    return typeof value;
  }
}

/** Texts by attribute name, without those that are not there; a problem for what has no names. */
export function givenTexts(value: unknown): Readonly<Record<string, string>> | Problem {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value))
    return new Problem('state: that is no object. Allowed: texts by attribute name, such as { rate: "0.2" }.');
  const pairs = Object.entries(value).map(([name, given]) => [name, givenText(given)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
