/**
 * Everything a reader can set, described once. The same table reads attributes, reads and writes the
 * URL, and says what is allowed when something cannot be read.
 */

/** Why a text could not be read. */
export class Problem {
  constructor(readonly message: string) {}
}

export interface Setting<T> {
  /** For a control's label and for messages. */
  readonly label: string;
  readonly initial: T;
  /** What is allowed, as the end of the sentence "allowed: ...". */
  readonly accepts: string;
  read(text: string): T | Problem;
  write(value: T): string;
}

/** How far, as a share of it, a number may be from what a text says and still be called that: a hand is not exact. */
const NEAR = 0.01;

function nearNumber(one: number, other: number): boolean {
  return Math.abs(one - other) <= (other === 0 ? NEAR : NEAR * Math.abs(other));
}

/** Whether a value is, to the eye, what a text says. */
export function near(value: unknown, said: unknown): boolean {
  if (typeof value === 'number' && typeof said === 'number') return nearNumber(value, said);
  if (Array.isArray(value) && Array.isArray(said))
    return value.length === said.length && said.every((x, i) => near(value[i], x));
  return value === said;
}

export type SettingTable = Readonly<Record<string, Setting<unknown>>>;
export type Values<T extends SettingTable> = { readonly [K in keyof T]: T[K]['initial'] };
/** Values of whatever figure. */
export type AnySettings = Values<SettingTable>;

/** Longest attribute or URL value that is looked at, so that a stranger's text costs nothing. */
const LONGEST = 20_000;

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

function readNumber(text: string): number | Problem {
  const trimmed = text.trim().replace('\u2212', '-');
  if (trimmed.length > 40 || !PLAIN_NUMBER.test(trimmed)) return new Problem(`“${shown(text)}” is not a number`);
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : new Problem(`“${shown(text)}” is too large`);
}

/** A stranger's text, short enough to show. */
export function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Up to 12 significant digits: short in a link, and exact for anything a handle can reach. */
function writeNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

interface NumberOptions {
  readonly label: string;
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

function bounded(text: string, { min, max, whole }: Pick<NumberOptions, 'min' | 'max' | 'whole'>) {
  const value = readNumber(text);
  if (value instanceof Problem) return value;
  if (value < min || value > max) return new Problem(`${shown(text)} is outside ${min} to ${max}`);
  if (whole && !Number.isInteger(value)) return new Problem(`${shown(text)} is not a whole number`);
  return value;
}

/** A number from `min` to `max`, both included. */
export function number(options: NumberOptions): Setting<number> {
  const { label, initial, min, max, whole = false } = options;
  return {
    label,
    initial,
    accepts: `a ${whole ? 'whole ' : ''}number from ${min} to ${max}`,
    read: (text) => bounded(text, { min, max, whole }),
    write: writeNumber,
  };
}

/** A number that may be absent (`none`), such as a guess not made yet. */
export function optionalNumber(options: Omit<NumberOptions, 'initial'>): Setting<number | null> {
  const { label, min, max, whole = false } = options;
  return {
    label,
    initial: null,
    accepts: `a number from ${min} to ${max}, or “none”`,
    read: (text) => (text.trim() === 'none' ? null : bounded(text, { min, max, whole })),
    write: (value) => (value === null ? 'none' : writeNumber(value)),
  };
}

/**
 * One of a few names.
 *
 * @param formerly texts that posts were written with before these names, and what they meant
 */
export function choice<const N extends readonly string[]>(
  label: string,
  names: N,
  initial: N[number],
  formerly: Readonly<Record<string, N[number]>> = {},
): Setting<N[number]> {
  return {
    label,
    initial,
    accepts: names.map((n) => `“${n}”`).join(', '),
    read: (text) => {
      const word = text.trim();
      const found = names.find((n) => n === word) ?? (Object.hasOwn(formerly, word) ? formerly[word] : undefined);
      return found ?? new Problem(`“${shown(text)}” is not one of them`);
    },
    write: (value) => value,
  };
}

/** A few words of somebody's own, such as the name of an axis. */
export function words(options: {
  readonly label: string;
  readonly initial: string;
  readonly longest: number;
}): Setting<string> {
  const { label, initial, longest } = options;
  return {
    label,
    initial,
    accepts: `up to ${longest} characters on one line`,
    read: (text) => {
      if (text.length > longest) return new Problem(`“${shown(text)}” is too long`);
      // Half a letter (a lone surrogate) has no place in an address, and turns into something else there.
      return /[\p{Cc}\p{Cs}]/u.test(text)
        ? new Problem('there are line breaks, control characters or broken letters in it')
        : text.trim();
    },
    write: (value) => value,
  };
}

/** Whether the text of a boolean attribute says no: frameworks write `false` where they do not leave it out. */
export const saysNo = (text: string): boolean => text.trim().toLowerCase() === 'false';

/** Yes or no: present or `true` is yes; `false` is no, and so is nothing, which is what some frameworks make of `false`. */
export function flag(label: string): Setting<boolean> {
  return {
    label,
    initial: false,
    accepts: '“true” or “false”',
    read: (text) => {
      const t = text.trim().toLowerCase();
      if (t === '' || t === 'true') return true;
      return saysNo(t) ? false : new Problem(`“${shown(text)}” is neither`);
    },
    write: String,
  };
}

/** A fixed or bounded list of numbers, separated by commas or spaces. */
export function numbers(options: {
  readonly label: string;
  readonly initial: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly fewest: number;
  readonly most: number;
}): Setting<readonly number[]> {
  const { label, initial, min, max, fewest, most } = options;
  const howMany = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
  return {
    label,
    initial,
    accepts: `${howMany} numbers from ${min} to ${max}, separated by commas`,
    read: (text) => {
      if (text.length > LONGEST) return new Problem('the text is too long');
      const parts = text.split(/[\s,;]+/).filter((p) => p !== '');
      if (parts.length < fewest || parts.length > most)
        return new Problem(`there are ${parts.length} numbers instead of ${howMany}`);
      const values: number[] = [];
      for (const part of parts) {
        const value = bounded(part, { min, max });
        if (value instanceof Problem) return value;
        values.push(value);
      }
      return values;
    },
    write: (values) => values.map(writeNumber).join(','),
  };
}

export const attributeName = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function initialValues<T extends SettingTable>(table: T): Values<T> {
  return Object.fromEntries(Object.entries(table).map(([k, s]) => [k, s.initial])) as Values<T>;
}

export interface Reading<T extends SettingTable> {
  readonly values: Partial<Values<T>>;
  /** Sentences for the reader, one for each name or value that could not be used. */
  readonly problems: readonly string[];
}

/** Reads named texts, such as attributes or a link's query; keeps what is right, explains the rest. */
export function readSettings<T extends SettingTable>(table: T, texts: Iterable<readonly [string, string]>): Reading<T> {
  const keys = new Map(Object.keys(table).map((key) => [attributeName(key), key]));
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, text] of texts) {
    const key = keys.get(name);
    const setting = key === undefined ? undefined : table[key];
    if (key === undefined || setting === undefined) {
      problems.push(`There is no setting “${shown(name)}” here. Allowed: ${[...keys.keys()].join(', ')}.`);
      continue;
    }
    const value: unknown = setting.read(text);
    if (value instanceof Problem) problems.push(`${name}: ${value.message}. Allowed: ${setting.accepts}.`);
    else values[key] = value;
  }
  return { values: values as Partial<Values<T>>, problems };
}

/** What differs from the initial values, as `name=text` pairs in the table's order. */
export function writeSettings<T extends SettingTable>(
  table: T,
  values: Values<T>,
  base: Values<T> = initialValues(table),
): [string, string][] {
  return Object.entries(table).flatMap(([key, setting]): [string, string][] => {
    const text = setting.write(values[key]);
    return text === setting.write(base[key]) ? [] : [[attributeName(key), text]];
  });
}
