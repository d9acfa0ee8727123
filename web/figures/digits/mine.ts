/** One update on the reader's own digit alone, at several lengths: what it reads afterwards, and whose digits it broke. */
import type { Engine, Run } from '../../engine/engine';
import { logspace } from '../../plot/curve';
import { MINE, type Settings } from './choices';
import type { Digits } from './examples';
import { judging, type Judged } from './judging';
import type { Picture } from './raster';
import { networkOf } from './training';

/** Lengths of the step that the plot has points at. */
export const LENGTHS: readonly number[] = Array.from(logspace(MINE.min, MINE.max, 13), (r) => Number(r.toPrecision(3)));

export interface Updated {
  readonly rate: number;
  /** The dials afterwards. */
  readonly parameters: Float64Array;
  /** What it makes of the reader's digit. */
  readonly chances: Float64Array;
  /** Unseen digits that were right and are not, and those the other way. */
  readonly broken: readonly number[];
  readonly mended: readonly number[];
  readonly right: number;
  readonly count: number;
  /** What each unseen digit is taken for now. */
  readonly taken: Uint8Array;
  /** What most of all unseen digits are now taken for, and how many are. */
  readonly most: { readonly digit: number; readonly count: number };
}

export interface Mine {
  readonly before: Judged;
  readonly chosen: Updated;
}

/** The engine's own plain step from those dials, with one digit to learn from. */
export function stepped(
  engine: Engine,
  s: Settings,
  from: Float64Array,
  picture: Picture,
  digit: number,
  rate: number,
): Float64Array {
  const targets = new Float64Array(10);
  targets[digit] = 1;
  const run = engine.createRun({
    objective: { network: { ...networkOf(s), parameters: from, inputs: picture, targets } },
    optimizer: { name: 'gradient_descent', learningRate: rate },
    stepLimit: 1,
    divergenceLimit: 1e30,
  });
  run.advance(1);
  const { parameters } = run.at(run.progress().step);
  run.dispose();
  return parameters;
}

export interface Asked {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly run: Run;
  readonly parameters: Float64Array;
  readonly unseen: Digits;
  readonly picture: Picture;
  readonly digit: number;
}

function* update(o: Asked, before: Judged, rate: number): Generator<void, Updated> {
  const parameters = stepped(o.engine, o.settings, o.parameters, o.picture, o.digit, rate);
  const chances = o.run.predict({ at: parameters }, o.picture).values;
  yield;
  const { taken, labels, right, count } = yield* judging(o.run, parameters, o.unseen);
  const all = Array.from(taken, (_, i) => i);
  const counts = Array.from({ length: 10 }, (_, d) => taken.filter((t) => t === d).length);
  const digit = counts.indexOf(Math.max(...counts));
  return {
    rate,
    parameters,
    chances,
    broken: all.filter((i) => before.taken[i] === labels[i] && taken[i] !== labels[i]),
    mended: all.filter((i) => before.taken[i] !== labels[i] && taken[i] === labels[i]),
    right,
    count,
    taken,
    most: { digit, count: counts[digit] ?? 0 },
  };
}

export function* learningMine(o: Asked, rate: number): Generator<void, Mine> {
  const before = yield* judging(o.run, o.parameters, o.unseen);
  return { before, chosen: yield* update(o, before, rate) };
}

/** The plot's {@link LENGTHS}, one after the other, into `sofar`. */
export function* lengthening(o: Asked, sofar: Updated[]): Generator<void, readonly Updated[]> {
  const before = yield* judging(o.run, o.parameters, o.unseen);
  for (const rate of LENGTHS.slice(sofar.length)) sofar.push(yield* update(o, before, rate));
  return sofar;
}
