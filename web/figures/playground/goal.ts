/** A teacher's goal: one sentence with two numbers, and whether a run reaches it. */
import { fixed, significant } from '../../plot/format';
import type { Descent } from '../descent';
import { outAt, pickedOf, type Played, type Seen } from './seen';
import type { Settings } from './settings';

export type Goal = Pick<Settings, 'goal' | 'goalSteps' | 'goalLoss' | 'goalAt'>;

/** Places this near, as a share of the map's height, are in the same valley's bottom. */
const NEAR = 0.04;

/** The step at which it is judged: where the run stands then. */
const judgedAt = (run: Pick<Descent, 'steps'>, { goalSteps }: Goal): number => Math.min(goalSteps, run.steps);

/** The first step that is low enough, of a goal that counts steps. */
export function firstBelow(losses: ArrayLike<number>, { goalLoss, goalSteps }: Goal): number | undefined {
  const last = Math.min(losses.length - 1, goalSteps);
  for (let k = 0; k <= last; k++) if ((losses[k] ?? Infinity) <= goalLoss) return k;
  return undefined;
}

export function isSameValley(at: readonly number[] | undefined, s: Goal & Pick<Settings, 'reach'>): boolean {
  return at !== undefined && Math.hypot(...at.map((value, i) => value - (s.goalAt[i] ?? 0))) <= NEAR * s.reach;
}

/** Whether a run reaches the goal, however far the reader has played it. */
export function reaches(
  run: Descent | undefined,
  s: Goal & Pick<Settings, 'reach'>,
  downhill: Played['downhill'],
): boolean {
  // What is out of bounds by then stands nowhere.
  if (!run || (run.reason === 'diverged' && run.steps < s.goalSteps && s.goal !== 'within')) return false;
  const k = judgedAt(run, s);
  if (s.goal === 'below') return run.loss(k) <= s.goalLoss;
  if (s.goal === 'within') return firstBelow(run.trace.loss, s) !== undefined;
  const at = Array.from({ length: run.dimension }, (_, i) => run.parameter(k, i));
  return s.goal === 'valley' && isSameValley(downhill(at), s);
}

const place = (at: readonly number[], count: number): string =>
  at
    .slice(0, count)
    .map((value) => fixed(value, 2))
    .join(', ');

export function goalSentence({ settings: s, model }: Pick<Seen, 'settings' | 'model'>): string {
  const steps = `${s.goalSteps} steps`;
  if (s.goal === 'within') return `Get to ${significant(s.goalLoss)} or below within ${steps}.`;
  if (s.goal === 'valley')
    return `After ${steps}, be in the valley at ${place(s.goalAt, model.survey?.variables.length ?? 2)}.`;
  return `After ${steps}, stand at ${significant(s.goalLoss)} or below.`;
}

export interface Verdict {
  /** Undefined: the run has not been played that far yet. */
  readonly reached: boolean | undefined;
  readonly text: string;
}

/** What the chosen run makes of the goal, as far as it has been played. */
export function verdict(v: Seen): Verdict {
  const { settings: s, model } = v;
  const { run, diverged } = pickedOf(v);
  if (!run) return { reached: false, text: 'no run yet' };
  const k = judgedAt(run, s);
  const early = s.goal === 'within' ? firstBelow(run.trace.loss, s) : undefined;
  if (v.step < (early ?? k)) return { reached: undefined, text: 'press play' };
  if (diverged && run.steps < s.goalSteps && early === undefined)
    return { reached: false, text: `diverged at step ${outAt({ run })}` };
  const reached = reaches(run, s, model.downhill);
  if (s.goal === 'within')
    return { reached, text: early === undefined ? `never that low in ${k} steps` : `there at step ${early}` };
  if (s.goal === 'below') return { reached, text: `stands at ${significant(run.loss(k))}` };
  return { reached, text: reached ? 'in this valley' : 'in another valley' };
}
