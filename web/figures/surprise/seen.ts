/** What is computed from the settings, and so what every part of the figure sees. */
import type { Model, View } from '../figure';
import type { settings } from './choices';
import type { Reading } from './reading';
import type { Training } from './training';

export interface Surprised extends Model {
  readonly reading: Reading;
  readonly training: Training;
  /** The table: `V x V` chances, row by row, as they are after an update. */
  chances(update: number): Float64Array;
  /** What the table writes. */
  write(update: number, how: { readonly length: number; readonly seed: number; readonly temperature: number }): string;
}

export type Seen = View<typeof settings, Surprised>;
