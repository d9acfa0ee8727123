/** What a reader can set of a race, what is computed from it, and so what every part of the figure sees. */
import type { View } from '../figure';
import { choice, flag, number, words, type Values } from '../settings';
import { landscapes, type LandscapeName } from './landscapes';
import type { Race } from './race';
import { nameList, tuning } from './tuning';
import type { answers } from './winner';

/** What stands below the map, one at a time. */
export const PANELS = ['curves', 'arrivals', 'step', 'dials', 'field', 'guess'] as const;

export const FIELD = ['gradient_descent', 'momentum', 'nesterov', 'adagrad', 'adam', 'lbfgs', 'newton'] as const;

export const settings = {
  landscape: choice('landscape', landscapes, 'ravine'),
  /** Of bowl and ravine. */
  condition: number({ label: 'condition number', initial: 50, min: 1, max: 10_000 }),
  x: number({ label: 'start x', initial: -3.5, min: -10, max: 10 }),
  y: number({ label: 'start y', initial: -2.5, min: -10, max: 10 }),
  racers: nameList('racers on the field', FIELD),
  /** Whose step is open. */
  picked: words({ label: 'chosen racer', initial: 'momentum', longest: 40 }),
  dial: number({ label: 'dial looked at, 0 or 1', initial: 0, min: 0, max: 1, whole: true }),
  /** Hyper-parameters set by hand. */
  tuned: tuning('hyper-parameters'),
  panel: choice('panel', PANELS, 'curves'),
  against: choice('counting', ['steps', 'evaluations'], 'steps'),
  log: choice('loss axis', ['linear', 'log'], 'log'),
  guessRound: words({ label: 'guess at condition number 1', initial: '', longest: 40 }),
  guessLong: words({ label: 'guess at condition number 1000', initial: '', longest: 40 }),
  revealed: flag('races of the prediction shown'),
};

export type Settings = Values<typeof settings>;

export interface Racing extends Race {
  /** Results of the prediction's two races. */
  readonly truth: () => ReturnType<typeof answers>;
  /** Another landscape's own start. */
  readonly startOn: (name: LandscapeName) => readonly [number, number];
}
export type Seen = View<typeof settings, Racing>;
