/** What is computed from the settings, and so what every part of the figure sees. */
import type { Engine } from '../../engine/engine';
import type { Model, View } from '../figure';
import type { settings, Settings } from './choices';
import type { Examples } from './examples';
import type { Judged, Losses } from './judging';
import type { Mine, Updated } from './mine';
import type { Picture } from './raster';
import type { Scribbled } from './scribbles';
import type { Training } from './training';

/** One picture's numbers through the network. */
export interface Passing {
  /** What every neuron answers, layer by layer, the ten chances last. */
  readonly layers: readonly Float64Array[];
  readonly chances: Float64Array;
}

export interface Reading extends Model {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly sizes: readonly number[];
  /** Updates in a pass over all digits. */
  readonly perEpoch: number;
  readonly examples: Examples;
  /** Undefined until the digits are there. */
  readonly training: Training | undefined;
  /** What stands in the way, as a sentence for the reader; undefined where nothing does. */
  readonly trouble: string | undefined;
  /** Works for a few milliseconds towards a step, and on what was asked for; answers the last one there is by now. */
  tend(step: number, o: { readonly patient: boolean; readonly again: () => void }): number;
  /** Of a step that was reached; undefined before there is a network. */
  parameters(step: number): Float64Array | undefined;
  pass(parameters: Float64Array, picture: Picture): Passing;
  /** What each weight and bias would do to the loss of one picture. */
  gradient(parameters: Float64Array, picture: Picture, digit: number): Float64Array;
  /** How it reads the unseen digits at a step; while that is worked out, at the one before. */
  judged(step: number): { readonly judged: Judged | undefined; readonly fresh: boolean };
  losses(): Losses | undefined;
  /** Of an unseen digit; undefined where there is none of that number. */
  picture(index: number): { readonly picture: Picture; readonly label: number } | undefined;
  /** One update on the reader's own digit, at several lengths. */
  mine(
    step: number,
    picture: Picture,
    digit: number,
    rate: number,
  ): { readonly mine: Mine | undefined; readonly others: readonly Updated[]; readonly fresh: boolean };
  scribbled(step: number): { readonly scribbled: Scribbled | undefined; readonly fresh: boolean };
}

export type Seen = View<typeof settings, Reading>;
