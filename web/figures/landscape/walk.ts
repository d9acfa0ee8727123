/** A training that asks all points, every row of it kept: the way that maps are cut along. */
import type { Engine } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import { recent } from '../recent';
import { descentOf, moons } from './lesson';

export const UPDATES = 1200;
export const RATE = 0.1;

/** A run, all of its rows. */
export interface Walk {
  readonly rows: number;
  readonly dimension: number;
  readonly parameters: Float64Array;
  readonly losses: Float64Array;
}

/** A start or two back is as far as anybody goes; each takes two megabytes. */
const walks = recent<Walk>(4);

/** Updates at one go: a few milliseconds. */
const UPDATES_AT_ONCE = 50;

/** The training whose path is drawn: made once for each start. */
export const walkOf = (engine: Engine, seed: number): Walk => atOnce(walking(engine, seed));

export function* walking(engine: Engine, seed: number): Generator<void, Walk> {
  const before = walks(engine).get(String(seed));
  if (before) return before;
  const run = engine.createRun(descentOf(moons(engine), seed, RATE, UPDATES));
  for (let done = 0; done < UPDATES; done += UPDATES_AT_ONCE) {
    run.advance(UPDATES_AT_ONCE);
    yield;
  }
  const trace = run.trace();
  run.dispose();
  const walk = {
    rows: trace.step.length,
    dimension: trace.dimension,
    parameters: trace.parameters,
    losses: trace.loss,
  };
  return walks(engine).keep(String(seed), walk);
}

export const row = ({ parameters, dimension }: Walk, k: number): Float64Array =>
  parameters.subarray(k * dimension, (k + 1) * dimension);
