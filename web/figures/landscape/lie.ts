/** How a plane lies to the path that runs past it: its directions, where the path falls onto it, what it shows of it. */
import type { Engine, Objective } from '../../engine/engine';
import type { Settings } from './choices';
import type { Directions, Pair } from './seen';
import { row, walking, type Walk } from './walk';

/** Width of the map to its height. */
export const ASPECT = 1.72;
/** Rows of the run that its principal directions are asked of, in one go: with twice as many it takes eight times as long. */
const ROWS_ASKED = 60;

export type Asked = Pick<Settings, 'plane' | 'draw' | 'seed'>;

export const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
export const length = (a: Float64Array): number => Math.sqrt(dot(a, a));

/** Some of the rows, the last among them, as one list. */
function sampled(walk: Walk, change: (row: Float64Array) => Float64Array = (same) => same): Float64Array {
  const stride = Math.ceil(walk.rows / ROWS_ASKED);
  const rows: Float64Array[] = [];
  for (let k = (walk.rows - 1) % stride; k < walk.rows; k += stride) rows.push(change(row(walk, k)));
  const all = new Float64Array(rows.length * walk.dimension);
  rows.forEach((r, k) => all.set(r, k * walk.dimension));
  return all;
}

function principal(engine: Engine, points: Float64Array, dimension: number, count: number): Float64Array[] {
  const { directions, error } = engine.principalDirections({ points, dimension, count });
  if (error) throw new Error(`${error.field}: ${error.message} ${error.remedy}`);
  return Array.from({ length: count }, (_, k) => directions.slice(k * dimension, (k + 1) * dimension));
}

function directionsOf(engine: Engine, objective: Objective, walk: Walk, s: Asked): Directions {
  const { dimension } = walk;
  const end = row(walk, walk.rows - 1);
  if (s.plane === 'random') {
    const { directions } = objective.randomDirections({ at: end, seed: s.draw });
    return { one: directions.slice(0, dimension), two: directions.slice(dimension) };
  }
  if (s.plane === 'path') {
    const [one, two] = principal(engine, sampled(walk), dimension, 2);
    return { one: one!, two: two! };
  }
  // From the end straight to the start, and where the path strays farthest from that line.
  const there = row(walk, 0).map((w, i) => w - end[i]!);
  const one = there.map((w) => w / length(there));
  const aside = sampled(walk, (r) => {
    const along = dot(
      r.map((w, i) => w - end[i]!),
      one,
    );
    return r.map((w, i) => w - along * one[i]!);
  });
  return { one, two: principal(engine, aside, dimension, 1)[0]! };
}

/** Where rows fall onto the plane: the nearest place of it, also where its directions are not square to each other. */
function falling(walk: Walk, { one, two }: Directions): Float64Array {
  const end = row(walk, walk.rows - 1);
  const [a, b, c] = [dot(one, one), dot(one, two), dot(two, two)];
  const det = a * c - b * b;
  const places = new Float64Array(2 * walk.rows);
  for (let k = 0; k < walk.rows; k++) {
    let [p, q] = [0, 0];
    row(walk, k).forEach((w, i) => {
      p += (w - end[i]!) * one[i]!;
      q += (w - end[i]!) * two[i]!;
    });
    places[2 * k] = (c * p - b * q) / det;
    places[2 * k + 1] = (a * q - b * p) / det;
  }
  return places;
}

/** Which part of the path's movement, squared and about its middle, the plane shows along each direction. */
function sharesOf(walk: Walk, places: Float64Array, { one, two }: Directions): Pair {
  const mean = new Float64Array(walk.dimension);
  for (let k = 0; k < walk.rows; k++) row(walk, k).forEach((w, i) => (mean[i]! += w / walk.rows));
  let total = 0;
  for (let k = 0; k < walk.rows; k++) row(walk, k).forEach((w, i) => (total += (w - mean[i]!) ** 2));
  const along = (i: 0 | 1, direction: Float64Array): number => {
    let [sum, squares] = [0, 0];
    for (let k = 0; k < walk.rows; k++) {
      const x = places[2 * k + i]!;
      sum += x;
      squares += x * x;
    }
    return ((squares - (sum * sum) / walk.rows) * dot(direction, direction)) / total;
  };
  return [along(0, one), along(1, two)];
}

/** A map of the right shape around the path, with room where the ground goes on. */
function windowOf(places: Float64Array): { readonly x: Pair; readonly y: Pair } {
  const range = (i: 0 | 1): Pair => {
    const all = places.filter((_, k) => k % 2 === i);
    return [Math.min(...all), Math.max(...all)];
  };
  const [[x0, x1], [y0, y1]] = [range(0), range(1)];
  const width = Math.max((x1 - x0) * 1.42, (y1 - y0) * 1.5 * ASPECT);
  const [cx, cy] = [(x0 + x1) / 2 - (x1 - x0) * 0.06, (y0 + y1) / 2];
  const half = width / ASPECT / 2;
  return { x: [cx - width / 2, cx + width / 2], y: [cy - half, cy + half] };
}

/** How far a random plane is looked at: as far as weights as long again as the network's own. */
const REACH = 1;
const FIXED = { x: [-REACH * ASPECT, REACH * ASPECT], y: [-REACH, REACH] } as const;

export const keyOf = (s: Asked): string => `${s.plane} ${s.plane === 'random' ? s.draw : ''} ${s.seed}`;

/** How a plane lies to the path. */
export interface Lie {
  readonly walk: Walk;
  readonly directions: Directions;
  readonly places: Float64Array;
  readonly covered: { readonly x: Pair; readonly y: Pair };
  readonly shares: Pair;
}

const lies = new WeakMap<Engine, { readonly key: string; readonly lie: Lie }>();

/** Found once, as long as no other is asked for. */
export function* lying(engine: Engine, objective: Objective, s: Asked): Generator<void, Lie> {
  const known = lies.get(engine);
  if (known?.key === keyOf(s)) return known.lie;
  const walk = yield* walking(engine, s.seed);
  yield;
  const directions = directionsOf(engine, objective, walk, s);
  yield;
  const places = falling(walk, directions);
  yield;
  const covered = s.plane === 'random' ? FIXED : windowOf(places);
  const lie = { walk, directions, places, covered, shares: sharesOf(walk, places, directions) };
  lies.set(engine, { key: keyOf(s), lie });
  yield;
  return lie;
}
