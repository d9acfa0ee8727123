/** Hyper-parameters set by hand, and lists of names, as settings. */
import { Problem, type Setting } from '../settings';

/** By `optimizer.option`; a switch is 0 or 1. What is not in it follows the figure's rule. */
export type Tuning = Readonly<Record<string, number>>;

const LONGEST = 2000;
const ENTRY = /^([a-z][a-z0-9_]{0,40}\.[a-z][A-Za-z0-9]{0,40}):([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)$/;

/** Written `adam.learningRate:0.1,adam.biasCorrection:0`. */
export function tuning(label: string): Setting<Tuning> {
  return {
    label,
    initial: {},
    accepts: 'entries such as “adam.learningRate:0.1”, separated by commas',
    read: (text) => {
      if (text.length > LONGEST) return new Problem('the text is too long');
      const entries: [string, number][] = [];
      for (const part of text.split(',').filter((p) => p.trim() !== '')) {
        const [, key, value] = ENTRY.exec(part.trim()) ?? [];
        if (key === undefined || !Number.isFinite(Number(value)))
          return new Problem(`“${part.trim().slice(0, 40)}” is not such an entry`);
        entries.push([key, Number(value)]);
      }
      return Object.fromEntries(entries);
    },
    write: (value) =>
      Object.entries(value)
        .map(([key, v]) => `${key}:${Number(v.toPrecision(12))}`)
        .join(','),
  };
}

/** Names such as `adam,newton`; whether they are known is for the figure to say. */
export function nameList(label: string, initial: readonly string[]): Setting<readonly string[]> {
  return {
    label,
    initial,
    accepts: 'names such as “adam,newton”, separated by commas',
    read: (text) => {
      if (text.length > LONGEST) return new Problem('the text is too long');
      const names = text.split(/[\s,]+/).filter((n) => n !== '');
      const odd = names.find((n) => !/^[a-z][a-z0-9_]{0,40}$/.test(n));
      return odd === undefined ? [...new Set(names)] : new Problem(`“${odd.slice(0, 40)}” is not a name`);
    },
    write: (names) => names.join(','),
  };
}

/** Without what was set for those keys. */
export const without = (tuned: Tuning, leave: (key: string) => boolean): Tuning =>
  Object.fromEntries(Object.entries(tuned).filter(([key]) => !leave(key)));
