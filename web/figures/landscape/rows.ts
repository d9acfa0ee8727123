/** Which runs there are of each width at a time, and which of them are looked at. */
import { WIDTHS, type Settings } from './choices';
import { lossAt } from './ends';
import type { Seen, Trial, Trials } from './seen';

export interface Row {
  readonly width: (typeof WIDTHS)[number];
  readonly runs: readonly Trial[];
  /** Of each run, now. */
  readonly losses: readonly number[];
  /** Numbers of the runs, the lowest loss first. */
  readonly ranked: readonly number[];
}

/** More than this is not done: four straight coasts can do far better, and one alone cannot. */
export const HIGH = 0.1;

export function rowOf(trials: Trials | undefined, width: Row['width'], time: number): Row {
  const runs = trials?.get(width) ?? [];
  const losses = runs.map((run) => lossAt(run, time));
  const ranked = losses.map((_, i) => i).sort((a, b) => losses[a]! - losses[b]! || a - b);
  return { width, runs, losses, ranked };
}

export const rowsOf = (trials: Trials | undefined, time: number): readonly Row[] =>
  WIDTHS.map((width) => rowOf(trials, width, time));

/** How many runs there are by now, in words. */
export function runsThere(rows: readonly Pick<Row, 'runs'>[]): string {
  const [least, all] = [
    Math.min(...rows.map(({ runs }) => runs.length)),
    rows.reduce((n, { runs }) => n + runs.length, 0),
  ];
  if (rows.length === WIDTHS.length && least > 0 && all === least * rows.length)
    return `${least} ${least === 1 ? 'run' : 'runs'} of each width`;
  return `${all} ${all === 1 ? 'run' : 'runs'} so far`;
}

export const highOf = ({ losses }: Row): number => losses.filter((loss) => loss > HIGH).length;

export interface Picked {
  readonly letter: string;
  readonly run: number;
}

/** The lowest, the middle and the highest of a row, and the one that was pressed. */
export function pickedOf({ ranked }: Row, { run }: Pick<Settings, 'run'>): readonly Picked[] {
  if (!ranked.length) return [];
  const own = run === null ? undefined : ranked.indexOf(run - 1);
  const standard = [0, Math.floor((ranked.length - 1) / 2), ranked.length - 1];
  const third = Math.floor((3 * (ranked.length - 1)) / 4);
  const ranks = [...new Set([...standard, own !== undefined && own >= 0 ? own : third])].sort((a, b) => a - b);
  return ranks.map((rank, i) => ({ letter: 'abcd'[i]!, run: ranked[rank]! }));
}

/** Of how many updates all this is told: never a share without them. */
export const updateOf = (v: Pick<Seen, 'step'>): number => v.step;
