/** What a reader can set of one weight and its curve, and so what every part of the figure sees. */
import type { Descent } from '../descent';
import type { Model, View } from '../figure';
import { curveNames, type Profile } from '../profile';
import { choice, number, optionalNumber } from '../settings';
import type { Hill } from './hill';

export const STEPS = 40;
export const RATES = { min: 0.001, max: 10 } as const;

export const settings = {
  function: choice('curve', curveNames, 'parabola'),
  rate: number({ label: 'learning rate', initial: 0.1, ...RATES }),
  start: number({ label: 'start', initial: 3, min: -10, max: 10 }),
  guess: optionalNumber({ label: 'guess', min: -100, max: 100 }),
  /** The step the guess is about. */
  guessFor: number({ label: 'step guessed', initial: 1, min: 1, max: STEPS, whole: true }),
  log: choice('loss axis', ['linear', 'log'], 'linear'),
  panel: choice('panel', ['step', 'steps', 'curve'], 'step'),
};

export interface OneWeight extends Model {
  readonly run: Descent;
  readonly ground: Profile;
  /** What lies between two wells; undefined where there is one valley. */
  readonly hill: Hill | undefined;
}
export type Seen = View<typeof settings, OneWeight>;
