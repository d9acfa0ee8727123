/** What the engine says about one place: its loss, its slopes, the ground along each dial, and what a step would do. */
import type { Objective } from '../../engine/engine';
import { linspace, logspace, type Series } from '../../plot/curve';
import type { Pair } from './survey';

export interface Place {
  readonly at: Pair;
  readonly loss: number;
  readonly gradient: Pair;
  /** The steepest slope there is here. */
  readonly norm: number;
  /** Where uphill is, in degrees counter-clockwise from the first dial; undefined on level ground. */
  readonly uphill: number | undefined;
  /** The loss along each dial, the other held still. */
  readonly slices: readonly [Series, Series];
  readonly outlook: Outlook;
}

/** Change of the loss by one step, against its rate. */
export interface Outlook {
  /** The largest rate worth showing: somewhat beyond where a step no longer gains anything. */
  readonly reach: number;
  /** The change there really is. */
  readonly real: Series;
  /** By how much the best of these steps lowers the loss. */
  readonly gain: number;
  /** The real change at any rate. */
  readonly at: (rate: number) => number;
}

/** Level enough that no direction means anything. */
const LEVEL = 1e-9;
/** Of the curve of rates. */
const POINTS = 97;
/** How far a cut reaches along each dial, on both sides: beyond any map. Its points are a tenth apart. */
const REACH = [11, 5.3] as const;

function slice(objective: Objective, [x, y]: Pair, dial: 0 | 1): Series {
  const count = Math.round(20 * REACH[dial]) + 1;
  const along = linspace(-REACH[dial], REACH[dial], count);
  const points = Float64Array.from({ length: 2 * count }, (_, i) => {
    const moving = along[i >> 1]!;
    return i % 2 === dial ? moving : dial === 0 ? y : x;
  });
  return { x: along, y: objective.values(points).values };
}

function outlook(objective: Objective, [x, y]: Pair, [gx, gy]: Pair, loss: number): Outlook {
  const changes = (rates: Float64Array): Float64Array => {
    const points = Float64Array.from({ length: 2 * rates.length }, (_, i) =>
      i % 2 ? y - rates[i >> 1]! * gy : x - rates[i >> 1]! * gx,
    );
    return objective.values(points).values.map((v) => v - loss);
  };
  if (Math.hypot(gx, gy) <= LEVEL) {
    const rates = linspace(0, 1, 2);
    return { reach: 1, real: { x: rates, y: new Float64Array(2) }, gain: 0, at: () => 0 };
  }
  const tried = logspace(1e-5, 100, 240);
  const found = changes(tried);
  const best = found.reduce((a, v, i) => (v < found[a]! ? i : a), 0);
  // The first rate beyond the best that gains nothing any more.
  const back = found.findIndex((v, i) => i > best && !(v < 0));
  const reach = 1.22 * (tried[back < 0 ? found.length - 1 : back] ?? 1);
  const rates = linspace(0, reach, POINTS);
  return {
    reach,
    real: { x: rates, y: changes(rates) },
    gain: Math.max(0, -(found[best] ?? 0)),
    at: (rate) => changes(Float64Array.of(rate))[0] ?? 0,
  };
}

export function placeAt(objective: Objective, at: Pair): Place {
  const { value, gradient } = objective.evaluate(at);
  const pair: Pair = [gradient[0] ?? 0, gradient[1] ?? 0];
  const norm = Math.hypot(...pair);
  return {
    at,
    loss: value,
    gradient: pair,
    norm,
    uphill: norm > LEVEL ? degrees(Math.atan2(pair[1], pair[0])) : undefined,
    slices: [slice(objective, at, 0), slice(objective, at, 1)],
    outlook: outlook(objective, at, pair, value),
  };
}

const degrees = (radians: number): number => around((radians * 180) / Math.PI);

/** An angle between 0 and 360 degrees. */
export const around = (angle: number): number => ((angle % 360) + 360) % 360;

/** The same from -180 to 180, so that directions downwards are below zero. */
export const signed = (angle: number): number => around(angle + 180) - 180;

/** The angle between two directions, 0 to 180 degrees. */
export const between = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180);

/** Slope in a direction: the gradient's share of it. */
export function slopeTowards({ gradient: [gx, gy] }: Place, angle: number): number {
  const a = (angle * Math.PI) / 180;
  const slope = gx * Math.cos(a) + gy * Math.sin(a);
  // Square to the gradient there is none; what is left there is how finely an angle is written.
  return Math.abs(slope) < 1e-5 * Math.hypot(gx, gy) ? 0 : slope;
}
