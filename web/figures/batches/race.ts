/** Three batches on their way to one finish line, each at a rate that suits it: counted in updates, and in examples. */
import type { Engine, Objective } from '../../engine/engine';
import { descend } from '../descent';
import { EXAMPLES } from './geyser';
import type { Pair, Survey } from './survey';

export interface Racer {
  readonly size: number;
  /** Chosen by hand: about as large as its arrow's noise permits. */
  readonly rate: number;
  /** Loss above the lowest at every update, the mean over {@link SHUFFLES} shuffles. */
  readonly above: Float64Array;
  /** The first update after which the mean lies below {@link FINISH}; undefined where it never does. */
  readonly arrives: number | undefined;
}

export type Race = readonly Racer[];

/** Above the lowest loss. */
export const FINISH = 0.05;
export const SHUFFLES = 20;
const RACERS = [
  { size: EXAMPLES, rate: 0.3, updates: 40 },
  { size: 8, rate: 0.12, updates: 300 },
  { size: 1, rate: 0.02, updates: 800 },
] as const;

function meanLosses(
  engine: Engine,
  objective: Objective,
  survey: Survey,
  start: Pair,
  { size, rate, updates }: (typeof RACERS)[number],
): Float64Array {
  const shuffles = size === EXAMPLES ? 1 : SHUFFLES;
  const sum = new Float64Array(updates + 1);
  for (let seed = 1; seed <= shuffles; seed++) {
    const run = descend(engine, {
      objective: survey.objective,
      optimizer: { name: 'gradient_descent', learningRate: rate },
      start,
      stepLimit: updates,
      tolerance: 0,
      batch: { size, seed },
    });
    const { values } = objective.values(run.trace.parameters);
    // A run that rests at the bottom stays there.
    for (let k = 0; k <= updates; k++)
      sum[k]! += Math.max(0, values[Math.min(k, values.length - 1)]! - survey.least) / shuffles;
    run.dispose();
  }
  return sum;
}

export function raceFrom(engine: Engine, objective: Objective, survey: Survey, start: Pair): Race {
  return RACERS.map((racer) => {
    const above = meanLosses(engine, objective, survey, start, racer);
    const first = above.findIndex((loss) => loss < FINISH);
    return { size: racer.size, rate: racer.rate, above, arrives: first < 0 ? undefined : first };
  });
}
