/** What is learned from: one geyser's eruptions, each a point. */
import table from '../tables/geyser.csv?raw';
import { rowsOf } from '../tables/rows';

/** How many there are; the table is held against it by a test. */
export const EXAMPLES = 272;
/** Inputs are minutes beyond this many, so that the bias is a wait that occurs; targets are in tens of minutes. */
export const FROM = 3;
const TENS = 10;

export interface Geyser {
  /** As recorded, in minutes. */
  readonly duration: Float64Array;
  readonly wait: Float64Array;
  /** As the model is told them. */
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/** The shortest wait first: whoever does not shuffle meets them in this order. */
export function geyser(): Geyser {
  const values = rowsOf(table);
  const rows = Array.from({ length: values.length / 2 }, (_, i) => [values[2 * i]!, values[2 * i + 1]!] as const);
  rows.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const duration = Float64Array.from(rows, ([d]) => d);
  const wait = Float64Array.from(rows, ([, w]) => w);
  return { duration, wait, inputs: duration.map((d) => d - FROM), targets: wait.map((w) => w / TENS) };
}

/** Minutes of waiting that a line predicts after so long an eruption. */
export const predicted = (weight: number, bias: number, duration: number): number =>
  TENS * (weight * (duration - FROM) + bias);
