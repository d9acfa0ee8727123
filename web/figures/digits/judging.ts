/** How the network reads digits that it never saw: every one of them, in slices. */
import type { Data, Run } from '../../engine/engine';
import type { Digits } from './examples';

/** Digits that are read at one go: a few milliseconds for a wide network. */
const PIECE = 240;

/** The largest, the first of equals. */
export function largest(values: ArrayLike<number>, from = 0, count = values.length - from): number {
  let best = 0;
  for (let k = 1; k < count; k++) if (values[from + k]! > values[from + best]!) best = k;
  return best;
}

export interface Judged {
  readonly count: number;
  readonly right: number;
  /** What each is taken for. */
  readonly taken: Uint8Array;
  /** The largest answer, each. */
  readonly sure: Float64Array;
  readonly labels: ArrayLike<number>;
  /** Numbers of those that are misread, in their order. */
  readonly wrong: readonly number[];
}

export function* judging(run: Run, parameters: Float64Array, { data, labels }: Digits): Generator<void, Judged> {
  const { count } = data;
  const [taken, sure] = [Uint8Array.from(labels), new Float64Array(count)];
  const wrong: number[] = [];
  for (let from = 0; from < count; from += PIECE) {
    const part = run.assess({ at: parameters }, data, { from, count: Math.min(PIECE, count - from) });
    if (part.error) throw new Error(`${part.error.field}: ${part.error.message} ${part.error.remedy}`);
    sure.set(part.confidence, from);
    part.wrong.forEach((i, k) => (taken[i] = part.taken[k] ?? 0));
    wrong.push(...part.wrong);
    yield;
  }
  return { count, right: count - wrong.length, taken, sure, labels, wrong };
}

/** How many of each digit (row) were taken for each (column), 10 x 10. */
export function mixUps({ taken, labels }: Judged): readonly number[] {
  const counts = new Array<number>(100).fill(0);
  taken.forEach((to, i) => counts[10 * (labels[i] ?? 0) + to]!++);
  return counts;
}

/** Of what it learns from, so many are looked at for a curve. */
export const SAMPLED = 1000;

export interface Look {
  /** Mean over the digits. */
  readonly loss: number;
  /** Share that is read right. */
  readonly accuracy: number;
}

export interface Losses {
  readonly at: number[];
  readonly seen: Look[];
  readonly unseen: Look[];
}

/** Updates at which the curve has a point: close together at first, where most happens. */
export function looksOf(limit: number): readonly number[] {
  const early = [0, 1 / 256, 1 / 128, 1 / 64, 3 / 128];
  const even = Array.from({ length: 32 }, (_, k) => (k + 1) / 32);
  return [...new Set([...early, ...even].map((share) => Math.round(share * limit)))].sort((a, b) => a - b);
}

/** The last look at or before a step. */
export function lookAt(at: readonly number[], step: number): number {
  let k = at.length - 1;
  while (k > 0 && at[k]! > step) k--;
  return k;
}

/** The first `count` digits, piece by piece. */
function* assessing(run: Run, step: number, data: Data, count: number): Generator<void, Look> {
  const total = Math.min(count, data.count);
  let [loss, correct] = [0, 0];
  for (let from = 0; from < total; from += PIECE) {
    const part = run.assess({ step }, data, { from, count: Math.min(PIECE, total - from) });
    loss += part.loss * part.count;
    correct += part.correct;
    yield;
  }
  return { loss: loss / total, accuracy: correct / total };
}

/** Adds what is missing, as far as the run has been made. */
export function* looking(
  losses: Losses,
  run: Run,
  looks: readonly number[],
  learned: Digits,
  unseen: Digits,
): Generator<void, Losses> {
  for (const step of looks.slice(losses.at.length)) {
    const seen = yield* assessing(run, step, learned.data, SAMPLED);
    const other = yield* assessing(run, step, unseen.data, 2 * SAMPLED);
    losses.at.push(step);
    losses.seen.push(seen);
    losses.unseen.push(other);
  }
  return losses;
}
