/**
 * Numbers in prose: `{{first.loss[2]|3}}` names a fact, a field and how to write it.
 *
 * Formats, after a bar: a whole number is a count of significant digits; anything else is a d3-format
 * specifier such as `.2f`; `abs` drops the sign and may stand before either. Without a format whole
 * numbers are written out and others get three significant digits without trailing zeros.
 */
import { format, formatSpecifier } from 'd3-format';
import type { Fact } from './facts';
import { oneOf } from './problem';

/** Where a number stands: running text and TeX write it differently, and a figure reads it as it was computed. */
export type Setting = 'text' | 'tex' | 'value';

/** What is wrong with a placeholder; the caller knows the place. */
export class NumberProblem extends Error {}

/** The names a fact offers: `first.loss[0 ... 40]`. */
export function namesOf(fact: Fact, prefix: string): string[] {
  if (Array.isArray(fact)) {
    const all = `${prefix}[0 ... ${fact.length - 1}]`;
    return fact.length === 0 ? [] : namesOf(fact[0] as Fact, all);
  }
  if (typeof fact === 'object')
    return Object.entries(fact).flatMap(([name, value]) => namesOf(value, `${prefix}.${name}`));
  return [prefix];
}

function allNames(facts: Readonly<Record<string, Fact>>): string[] {
  return Object.entries(facts).flatMap(([name, fact]) => namesOf(fact, name));
}

function step(fact: Fact | undefined, key: string): Fact | undefined {
  if (Array.isArray(fact)) return /^-?\d+$/.test(key) ? (fact.at(Number(key)) as Fact | undefined) : undefined;
  if (typeof fact !== 'object' || !Object.hasOwn(fact, key)) return undefined;
  return (fact as Readonly<Record<string, Fact>>)[key];
}

function resolve(path: string, facts: Readonly<Record<string, Fact>>): number | string {
  const wellFormed = /^[\w-]+(?:\.\w+|\[-?\d+\])*$/.test(path);
  const keys = wellFormed ? (path.match(/[\w-]+/g) ?? []) : [];
  const found = keys.length === 0 ? undefined : keys.reduce<Fact | undefined>(step, facts);
  if (typeof found === 'number' || typeof found === 'string') return found;
  throw new NumberProblem(`\`${path}\` names no number. ${oneOf(allNames(facts))}`);
}

/** 1.2e-9 as a product with a power of ten. */
function scientific(value: number, digits: number, trim: boolean, setting: Setting): string {
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
  const short = trim ? String(Number(mantissa)) : mantissa;
  const power = Number(exponent);
  return setting === 'tex' ? `${short} \\times 10^{${power}}` : `${short} × 10<sup>${power}</sup>`;
}

function written(value: number, specifier: string, setting: Setting): string {
  const digits = /^\d+$/.test(specifier) ? Number(specifier) : 3;
  if (specifier !== '' && !/^\d+$/.test(specifier)) return format(formatSpecifier(specifier).toString())(value);
  if (specifier === '' && Number.isInteger(value) && Math.abs(value) < 1e15) return format(',d')(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) return scientific(value, digits, specifier === '', setting);
  return format(specifier === '' ? ',.3~r' : `,.${digits}r`)(value);
}

function checkFormat(specifier: string): void {
  const significant = /^\d+$/.test(specifier) ? Number(specifier) : 1;
  let known = significant >= 1 && significant <= 17;
  try {
    if (specifier !== '' && !/^\d+$/.test(specifier)) {
      // d3 reads an unknown type letter as another type: it must not pass unnoticed.
      const { type } = formatSpecifier(specifier);
      known = type === '' || 'efgrsd%pcxXob'.includes(type);
    }
  } catch {
    known = false;
  }
  if (!known)
    throw new NumberProblem(
      `Unknown format \`${specifier}\`. Write significant digits (\`|3\`) or a d3 format (\`|.2f\`).`,
    );
}

/**
 * Writes the number (or word) that a placeholder names.
 *
 * @param placeholder what stands between the braces
 * @param setting `text` gives HTML with a typographic minus, `tex` gives TeX, `value` what a figure's attribute reads
 * @throws NumberProblem on an unknown name, an unknown format, or a number that is not finite
 */
export function fill(placeholder: string, facts: Readonly<Record<string, Fact>>, setting: Setting): string {
  const [path, ...filters] = placeholder.split('|').map((part) => part.trim());
  const value = resolve(path!, facts);
  const absolute = filters[0] === 'abs';
  const specifier = filters[absolute ? 1 : 0] ?? '';
  if (filters.length > (absolute ? 2 : 1)) throw new NumberProblem(`\`${placeholder}\` has more than one format.`);
  if (typeof value === 'string') {
    if (filters.length > 0) throw new NumberProblem(`\`${path!}\` is a word, so it takes no format.`);
    return setting === 'value' ? value : value.replaceAll('_', ' ').replace(/[&<>"]/g, '');
  }
  checkFormat(specifier);
  if (!Number.isFinite(value)) throw new NumberProblem(`\`${path!}\` is ${value}, which no sentence can carry.`);
  if (setting === 'value' && specifier === '') return String(Number(value.toPrecision(12)));
  const text = written(absolute ? Math.abs(value) : value, specifier, setting);
  // In prose a typographic minus, and thousands set apart as in the figures; TeX makes its own minus.
  if (setting === 'value') return text.replaceAll('\u2212', '-').replaceAll(',', '');
  return setting === 'tex'
    ? text.replaceAll('\u2212', '-').replaceAll(',', '\\,')
    : text.replaceAll('-', '\u2212').replaceAll(',', '\u202f');
}
