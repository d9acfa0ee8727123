/**
 * The hilltop between two wells, and how far five steps move a ball from every start: level ground that is no bottom,
 * found by what the ball does there.
 */
import type { Engine } from '../../engine/engine';
import { linspace, type Series } from '../../plot/curve';
import { descend, type Descent } from '../descent';
import type { Profile } from '../profile';
import { recent } from '../recent';

/** Steps the ball is watched for, and how far it may move in them and still count as resting. */
export const WATCHED = 5;
export const RESTS = 0.05;
/** Nearer to a bottom than this, resting there is what bottoms are for. */
export const FAR = 0.3;
/** With smaller rates the ball hardly moves anywhere, and resting says nothing about the ground. */
export const LEAST_RATE = 0.1;
/** Half of what the loupe shows. */
export const LENS = 0.08;
/** Farthest from the hilltop that the loupe is open. */
export const NEAR = 0.1;

export interface Hill {
  /** Where the slope is zero between the wells. */
  readonly top: number;
  /** What the loupe shows of the starts. */
  readonly lens: readonly [number, number];
  /** How far the ball gets from its start within five steps, over all starts; and finer, over those in the loupe. */
  readonly moves: Series;
  readonly near: Series;
}

/** The largest distance from the start in the first five steps; huge where the ball is thrown out. */
export function moved({ run }: { readonly run: Descent }): number {
  let most = 0;
  for (let k = 1; k <= Math.min(WATCHED, run.steps); k++)
    most = Math.max(most, Math.abs(run.parameter(k, 0) - run.parameter(0, 0)));
  return run.reason === 'diverged' && run.steps < WATCHED ? 1e9 : most;
}

/** Distance from the nearer bottom of the farthest that the ball comes to one in five steps. */
export function fromBottom({ run, ground }: { readonly run: Descent; readonly ground: Profile }): number {
  const at = run.parameter(WATCHED, 0);
  return Math.min(...ground.minima.map((m) => Math.abs(m.x - at)));
}

function movesFrom(engine: Engine, name: string, rate: number, starts: Float64Array): Series {
  const y = starts.map((start) => {
    const run = descend(engine, {
      objective: { name },
      optimizer: { name: 'gradient_descent', learningRate: rate },
      start: [start],
      stepLimit: WATCHED,
      divergenceLimit: 1e4,
    });
    const far = moved({ run });
    run.dispose();
    return far;
  });
  return { x: starts, y };
}

/** Where the slope changes its sign between two bottoms, to the last digit that halving finds. */
function topBetween(ground: Profile, left: number, right: number): number {
  let [low, high] = [left + 1e-3, right - 1e-3];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    // Uphill from the left well, downhill beyond the top.
    if (ground.slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A rate being dragged passes many values. */
const known = recent<Hill>(40);

/** Asked once for each curve and rate, however often a start is dragged. */
export function hillOf(engine: Engine, name: string, rate: number, ground: Profile): Hill | undefined {
  const [left, right] = ground.minima.map((m) => m.x).sort((a, b) => a - b);
  if (left === undefined || right === undefined) return undefined;
  return known(engine).of(`${name} ${rate}`, () => {
    const top = topBetween(ground, left, right);
    // Round numbers at its ends, so that the loupe does not point at its middle.
    const middle = Math.round(top * 50) / 50;
    const lens = [middle - LENS, middle + LENS] as const;
    return {
      top,
      lens,
      moves: movesFrom(engine, name, rate, linspace(ground.domain[0], ground.domain[1], 161)),
      near: movesFrom(engine, name, rate, linspace(lens[0], lens[1], 81)),
    };
  });
}
