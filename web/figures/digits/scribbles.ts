/** A thousand scribbles, which are no digits: how sure the network is of each, beside how sure it is of real ones. */
import type { Run } from '../../engine/engine';
import { SIDE, type Ink } from './ink';
import { largest } from './judging';
import { fit, placed, raster, type Picture } from './raster';

export const SCRIBBLES = 1000;
export const SURE = [0.9, 0.99] as const;

/** Numbers between 0 and 1 that begin alike for the same seed (mulberry32). */
function randomly(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A line that wanders over the pad: five to nine corners anywhere, rounded off. */
export function scribble(seed: number): Ink {
  const random = randomly(seed);
  const corners = Array.from({ length: 5 + Math.floor(random() * 5) }, () => [
    4 + random() * (SIDE - 8),
    4 + random() * (SIDE - 8),
  ]);
  const stroke: number[] = [];
  for (let i = 0; i + 2 < corners.length; i++) {
    const [a, b, c] = [corners[i]!, corners[i + 1]!, corners[i + 2]!];
    const from = i ? [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2] : a;
    const to = i + 3 < corners.length ? [(b[0]! + c[0]!) / 2, (b[1]! + c[1]!) / 2] : c;
    for (let k = i ? 1 : 0; k <= 6; k++) {
      const t = k / 6;
      for (const axis of [0, 1])
        stroke.push((1 - t) ** 2 * from[axis]! + 2 * t * (1 - t) * b[axis]! + t * t * to[axis]!);
    }
  }
  const ink = [stroke];
  return placed(ink, fit(ink));
}

export const scribbled = (seed: number): Picture => raster(scribble(seed));

export interface Scribbled {
  readonly count: number;
  /** By {@link SURE}: how many are answered surer than that. */
  readonly surer: readonly number[];
  /** What they are taken for, digit by digit. */
  readonly taken: readonly number[];
}

/** Pictures that are drawn and read at one go. */
const PIECE = 8;

export function* scribbling(run: Run, parameters: Float64Array): Generator<void, Scribbled> {
  const taken = new Array<number>(10).fill(0);
  const surer = SURE.map(() => 0);
  for (let from = 0; from < SCRIBBLES; from += PIECE) {
    const inputs = new Float64Array(PIECE * SIDE * SIDE);
    for (let i = 0; i < PIECE; i++) inputs.set(scribbled(from + i + 1), i * SIDE * SIDE);
    const { values } = run.predict({ at: parameters }, inputs);
    for (let i = 0; i < PIECE; i++) {
      const best = largest(values, 10 * i, 10);
      taken[best]!++;
      SURE.forEach((bound, k) => (surer[k]! += Number(values[10 * i + best]! > bound)));
    }
    yield;
  }
  return { count: SCRIBBLES, surer, taken };
}
