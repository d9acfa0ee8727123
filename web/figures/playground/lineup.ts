/** Several runs as one setting: each its rule, perhaps a schedule, and the numbers that somebody gave them. */
import { Problem, shown, type Setting } from '../settings';

/** A rule or a schedule by the engine's name, with what differs from the engine's defaults. */
export interface Chosen {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
}

export interface Spec {
  readonly rule: Chosen;
  /** Absent: the rate is constant. */
  readonly schedule: Chosen | undefined;
}

/** More could not be told apart on one map. */
export const MOST_RUNS = 6;

const NAME = /^[a-z][a-z0-9_]{0,40}$/;
const OPTION = /^([a-z][A-Za-z0-9]{0,40})=([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)$/;

function readOne(text: string): Spec | Problem {
  const all: { name: string; options: Record<string, number> }[] = [];
  for (const word of text.split(',').map((part) => part.trim())) {
    const [, option, value] = OPTION.exec(word) ?? [];
    const latest = all[all.length - 1];
    if (NAME.test(word) && all.length < 2) all.push({ name: word, options: {} });
    else if (option !== undefined && latest && Number.isFinite(Number(value))) latest.options[option] = Number(value);
    else return new Problem(`“${shown(word)}” is neither a rule, a schedule nor a number of one`);
  }
  const [rule, schedule] = all;
  return rule ? { rule, schedule } : new Problem('there is a run without a rule');
}

const number = (value: number): string => String(Number(value.toPrecision(12)));

const writeChosen = ({ name, options }: Chosen): string =>
  [name, ...Object.entries(options).map(([key, value]) => `${key}=${number(value)}`)].join(',');

export const writeSpec = ({ rule, schedule }: Spec): string =>
  [rule, ...(schedule ? [schedule] : [])].map(writeChosen).join(',');

/** Written `momentum,learningRate=0.08;adam,learningRate=0.35,cosine,steps=80`. */
export function lineup(label: string, initial: readonly Spec[]): Setting<readonly Spec[]> {
  return {
    label,
    initial,
    accepts: `1 to ${MOST_RUNS} runs such as “adam,learningRate=0.35,cosine,steps=80”, separated by semicolons`,
    read: (text) => {
      if (text.length > 4000) return new Problem('the text is too long');
      const parts = text.split(';').filter((part) => part.trim() !== '');
      if (parts.length < 1 || parts.length > MOST_RUNS)
        return new Problem(`there are ${parts.length} runs instead of 1 to ${MOST_RUNS}`);
      const all = parts.map(readOne);
      return all.find((one) => one instanceof Problem) ?? (all as Spec[]);
    },
    write: (runs) => runs.map(writeSpec).join(';'),
  };
}

/** A run of a rule at a rate, for lists that are written by hand. */
export const spec = (
  name: string,
  learningRate: number,
  more: Readonly<Record<string, number>> = {},
  schedule?: Chosen,
): Spec => ({
  rule: { name, options: { learningRate, ...more } },
  schedule,
});
