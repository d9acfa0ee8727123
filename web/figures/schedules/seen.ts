/** What a reader can set of a run with a schedule, what is computed from it, and so what every part of the figure sees. */
import type { Descent } from '../descent';
import type { Model, View } from '../figure';
import { curveNames, type Bottom, type Profile } from '../profile';
import { choice, number } from '../settings';

export const RATES = { min: 0.01, max: 10 } as const;

/** What is offered, with what its one control then means. */
export const SCHEDULES = {
  constant: { label: 'constant', rate: 'learning rate' },
  step: { label: 'steps', rate: 'learning rate at first' },
  exponential: { label: 'exponential', rate: 'learning rate at first' },
  cosine: { label: 'cosine', rate: 'learning rate at first' },
  warmup: { label: 'warm-up', rate: 'learning rate in the end' },
  backtracking: { label: 'line search', rate: 'boldest rate it tries' },
} as const;
export type ScheduleName = keyof typeof SCHEDULES;
export const NAMES = Object.keys(SCHEDULES) as [ScheduleName, ...ScheduleName[]];

export const settings = {
  schedule: choice('schedule', NAMES, 'cosine'),
  function: choice('curve', curveNames, 'linex'),
  rate: number({ label: 'learning rate', initial: 2.5, ...RATES }),
  /** Held within the part of the curve that is drawn. */
  start: number({ label: 'start', initial: 5, min: -10, max: 10 }),
  log: choice('loss axis', ['linear', 'log'], 'linear'),
};

export interface Scheduled extends Model {
  readonly ground: Profile;
  readonly start: number;
  readonly run: Descent;
  /** The same with a constant rate, to compare with. */
  readonly plain: Descent;
  /** Rates tried and refused before each update was made. */
  readonly refused: readonly (readonly number[])[];
  /** The bottom nearest to where the run ended. */
  readonly bottom: Bottom | undefined;
}
export type Seen = View<typeof settings, Scheduled>;
