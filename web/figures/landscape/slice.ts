/** A plane cut through a landscape of hundreds of directions, and a path that runs past it. */
import type { Engine, Objective } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import { traceBands, terrainOf, logLevels, type Terrain } from '../../plot/contours';
import { recent } from '../recent';
import type { Settings } from './choices';
import { Growth } from './growth';
import { descentOf, moons, networkOf } from './lesson';
import type { Pair, Slice } from './seen';

/** Width of the map to its height. */
export const ASPECT = 1.72;
export const UPDATES = 1200;
export const RATE = 0.1;
/** Places of the map's grid: squares on the map. */
const COLUMNS = 69;
const ROWS = 41;
/** Rows of the run that its principal directions are asked of, in one go: with twice as many it takes eight times as long. */
const ROWS_ASKED = 60;
/** Losses at one go. */
const AT_ONCE = 100;

type Asked = Pick<Settings, 'plane' | 'draw' | 'seed'>;

/** A run, all of its rows. */
interface Walk {
  readonly rows: number;
  readonly dimension: number;
  readonly parameters: Float64Array;
  readonly losses: Float64Array;
}

/** A start or two back is as far as anybody goes; each takes two megabytes. */
const walks = recent<Walk>(3);

/** Updates at one go: a few milliseconds. */
const UPDATES_AT_ONCE = 50;

/** The training whose path is drawn: made once for each start. */
export const walkOf = (engine: Engine, seed: number): Walk => atOnce(walking(engine, seed));

function* walking(engine: Engine, seed: number): Generator<void, Walk> {
  const made = walks(engine);
  const before = made.get(String(seed));
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
  return made.keep(String(seed), walk);
}

const row = ({ parameters, dimension }: Walk, k: number): Float64Array =>
  parameters.subarray(k * dimension, (k + 1) * dimension);

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
const length = (a: Float64Array): number => Math.sqrt(dot(a, a));

interface Directions {
  readonly one: Float64Array;
  readonly two: Float64Array;
}

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

function* mapping(
  objective: Objective,
  at: Float64Array,
  { one, two }: Directions,
  covered: { readonly x: Pair; readonly y: Pair },
): Generator<Terrain, void> {
  const directions = new Float64Array(2 * one.length);
  directions.set(one);
  directions.set(two, one.length);
  const plane = objective.createPlane({ at, directions, ...covered, columns: COLUMNS, rows: ROWS });
  if (plane.error) throw new Error(`${plane.error.field}: ${plane.error.message} ${plane.error.remedy}`);
  try {
    let terrain: Terrain = terrainOf([]);
    // Drawn when there are so many of its places: coarse, finer, all.
    for (const part of [1 / 16, 1 / 4, 1]) {
      for (let { done, total } = plane.progress(); done < part * total; { done, total } = plane.progress()) {
        plane.advance(Math.min(AT_ONCE, Math.ceil(part * total - done)));
        yield terrain;
      }
      const field = { values: plane.result().values, columns: COLUMNS, rows: ROWS };
      const bands = [];
      for (const band of traceBands(field, logLevels(field.values, 26))) {
        bands.push(band);
        yield terrain;
      }
      yield (terrain = terrainOf(bands));
    }
  } finally {
    plane.dispose();
  }
}

/** What has been drawn in full is not drawn again. */
const drawn = recent<Terrain>(5);

function* remembered(engine: Engine, key: string, make: () => Generator<Terrain, void>): Generator<Terrain, void> {
  const all = drawn(engine);
  const before = all.get(key);
  if (before) {
    yield before;
    return;
  }
  let last: Terrain | undefined;
  for (const terrain of make()) yield (last = terrain);
  if (last) all.keep(key, last);
}

const keyOf = (s: Asked): string => `${s.plane} ${s.plane === 'random' ? s.draw : ''} ${s.seed}`;

/** How a plane lies to the path. */
interface Lie {
  readonly walk: Walk;
  readonly directions: Directions;
  readonly places: Float64Array;
  readonly covered: { readonly x: Pair; readonly y: Pair };
  readonly shares: Pair;
}

const lies = new WeakMap<Engine, { readonly key: string; readonly lie: Lie }>();

/** Found once, as long as no other is asked for. */
function* lying(engine: Engine, objective: Objective, s: Asked): Generator<void, Lie> {
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

const mapped = (engine: Engine, objective: Objective, s: Asked, { walk, directions, covered }: Lie) =>
  remembered(engine, keyOf(s), () => mapping(objective, row(walk, walk.rows - 1), directions, covered));

/** Draws a slice ahead, so that it stands there whole when it is first seen. */
export function* slicing(engine: Engine, s: Asked): Generator<void, void> {
  const objective = engine.createObjective(networkOf(moons(engine), s.seed));
  try {
    yield;
    const lie = yield* lying(engine, objective, s);
    for (const part of mapped(engine, objective, s, lie)) if (part) yield;
  } finally {
    objective.dispose();
  }
}

export function sliceOf(engine: Engine, s: Settings): Slice & { readonly dispose: () => void } {
  const objective = engine.createObjective(networkOf(moons(engine), s.seed));
  const lie = atOnce(lying(engine, objective, s));
  const { walk, directions, places, covered, shares } = lie;
  const end = row(walk, walk.rows - 1);
  const { one, two } = directions;
  const over = ([x, y]: Pair): Float64Array => end.map((w, i) => w + x * one[i]! + y * two[i]!);
  const map = new Growth(mapped(engine, objective, s, lie)).first(({ bands }) => bands.length > 0);
  return {
    shares,
    ...covered,
    at: (time) => {
      const k = Math.min(walk.rows - 1, Math.floor(time));
      const next = Math.min(walk.rows - 1, k + 1);
      const part = Math.min(1, time - k);
      const between = (i: 0 | 1): number => places[2 * k + i]! * (1 - part) + places[2 * next + i]! * part;
      return [between(0), between(1)];
    },
    network: (step) => walk.losses[Math.min(step, walk.rows - 1)] ?? NaN,
    plane: (at) => objective.evaluate(over(at)).value,
    section: (from, to, count) => {
      const direction = one.map((w, i) => (to[0] - from[0]) * w + (to[1] - from[1]) * two[i]!);
      return objective.line({ at: over(from), direction, from: 0, to: 1, count }).values;
    },
    map,
    dispose: () => {
      map.end();
      objective.dispose();
    },
  };
}
