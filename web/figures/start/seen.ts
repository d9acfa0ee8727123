/** What a reader can set of the first screen, what is computed from it, and so what every part of it sees. */
import type { Terrain } from '../../plot/contours';
import type { Descent } from '../descent';
import type { Model, View } from '../figure';
import type { Relief } from '../numbers';
import { number } from '../settings';

export const settings = {
  x: number({ label: 'start, first dial', initial: -0.55, min: -6, max: 6 }),
  y: number({ label: 'start, second dial', initial: -0.9, min: -6, max: 6 }),
  rate: number({ label: 'learning rate', initial: 0.004, min: 0.0005, max: 0.02 }),
};

export interface Start extends Model {
  readonly run: Descent;
  readonly others: readonly { readonly x: Float64Array; readonly y: Float64Array }[];
  readonly terrain: Terrain;
  readonly relief: Relief;
  readonly minima: readonly (readonly [number, number])[];
}
export type Seen = View<typeof settings, Start>;
