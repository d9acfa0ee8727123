/**
 * Between the ends of two trainings: straight, straight with the second's neurons sorted to do the first's work, and bent:
 * a way whose one free point is trained (Garipov et al. 2018).
 */
import type { Bend, BendOptions, Engine, Objective } from '../../engine/engine';
import { pursueSoon } from '../../engine/soon';
import type { Terrain } from '../../plot/contours';
import { recent } from '../recent';
import type { Settings } from './choices';
import { mapped, planeOf } from './ground';
import { Growth, type Aside } from './growth';
import { moons, networkOf } from './lesson';
import { ASPECT, dot, length } from './lie';
import type { Between, Directions, Pair, Ways } from './seen';
import { row, walkOf } from './walk';

/** Hundredths of the way. */
export const STEPS = 100;
const PLACES = STEPS + 1;
/** Updates of the bent way's free point. */
export const BENT = 500;
/** Units of work at one go: a millisecond or two. */
const AT_ONCE = 100;

/** The other training begins at the next start. */
export const otherOf = (seed: number): number => (seed % 9999) + 1;

interface Ends {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

const asked = (engine: Engine, seed: number, { from, to }: Ends): BendOptions => ({
  objective: networkOf(moons(engine), seed),
  optimizer: { name: 'adam', learningRate: 0.03 },
  from,
  to,
  stepLimit: BENT,
  columns: PLACES,
});

/** The plane through both ends and the free point: along the straight line, and square to it. */
function planeThrough({ from, to }: Ends, middle: Float64Array): { readonly plane: Directions; readonly free: Pair } {
  const way = to.map((w, i) => w - from[i]!);
  const one = way.map((w) => w / length(way));
  const there = middle.map((w, i) => w - from[i]!);
  const along = dot(there, one);
  const aside = there.map((w, i) => w - along * one[i]!);
  const up = length(aside);
  return { plane: { one, two: aside.map((w) => (up > 0 ? w / up : 0)) }, free: [along, up] };
}

/** Both ends, the free point's arc and some ground around them. */
function coveredOf(apart: number, [, up]: Pair): { readonly x: Pair; readonly y: Pair } {
  // A parabola between three points reaches half way up to its free one.
  const height = Math.max((1.44 * apart) / ASPECT, up);
  const [cx, cy] = [apart / 2, up / 4];
  return {
    x: [cx - (height * ASPECT) / 2, cx + (height * ASPECT) / 2],
    y: [cy - height / 2, cy + height / 2],
  };
}

function waysOf(ends: Ends, { error, loss, bent, middle }: Bend): Ways {
  if (error) throw new Error(`${error.field}: ${error.message} ${error.remedy}`);
  const { plane, free } = planeThrough(ends, middle);
  return {
    updates: Math.max(0, loss.length - 1),
    bent,
    plane,
    free,
    ...coveredOf(length(ends.to.map((w, i) => w - ends.from[i]!)), free),
  };
}

const known = recent<Ways>(4);

/** What is asked of whom. */
interface Task {
  readonly engine: Engine;
  readonly objective: Objective;
  readonly seed: number;
  readonly ends: Ends;
}

const keyOf = ({ seed }: Task): string => `between ${seed}`;

const groundOf = (t: Task, { plane, x, y }: Ways): ReturnType<typeof mapped> =>
  mapped(t.engine, t.objective, networkOf(moons(t.engine), t.seed), planeOf(t.ends.from, plane, { x, y }), keyOf(t));

function* bending(t: Task): Generator<Ways, void> {
  const task = t.engine.createBend(asked(t.engine, t.seed, t.ends));
  try {
    for (let { done, total } = task.progress(); done < total; { done, total } = task.advance(AT_ONCE))
      yield waysOf(t.ends, task.result());
    const ways = waysOf(t.ends, task.result());
    let ground: Terrain | undefined;
    const [work] = groundOf(t, ways);
    try {
      for (let next = work.next(); !next.done; next = work.next()) yield { ...ways, ground: (ground = next.value) };
    } finally {
      work.return?.();
    }
    known(t.engine).keep(keyOf(t), { ...ways, ground });
  } finally {
    task.dispose();
  }
}

const bendingAside =
  (t: Task): Aside<Ways> =>
  ({ told, over, failed }) => {
    let stop = pursueSoon(
      {
        call: 'createBend',
        options: asked(t.engine, t.seed, t.ends),
        engine: t.engine,
        told: (bend, { done, total }) => {
          const ways = waysOf(t.ends, bend);
          told(ways);
          if (done < total) return;
          const end = (ground: Terrain): void => {
            known(t.engine).keep(keyOf(t), { ...ways, ground });
            over();
          };
          const [work, aside] = groundOf(t, ways);
          let latest: Terrain;
          const show = (ground: Terrain): void => told({ ...ways, ground: (latest = ground) });
          if (aside) stop = aside({ told: show, over: () => end(latest), failed });
          else {
            show(work.next().value as Terrain);
            end(latest!);
          }
        },
      },
      failed,
    );
    return () => stop();
  };

/** The highest of some losses. */
export const highest = (losses: ArrayLike<number>): number => Math.max(...Array.from(losses));

export function betweenOf(engine: Engine, { seed }: Settings): Between & { readonly dispose: () => void } {
  const objective = engine.createObjective(networkOf(moons(engine), seed));
  const [one, two] = [walkOf(engine, seed), walkOf(engine, otherOf(seed))];
  const ends = { from: row(one, one.rows - 1), to: row(two, two.rows - 1) };
  const sorted = objective.matchNeurons(ends.from, ends.to);
  if (sorted.error) throw new Error(`${sorted.error.field}: ${sorted.error.message} ${sorted.error.remedy}`);
  const straightTo = (end: Float64Array): Float64Array => {
    const direction = end.map((w, i) => w - ends.from[i]!);
    return objective.line({ at: ends.from, direction, from: 0, to: 1, count: PLACES }).values;
  };
  const before = known(engine).get(keyOf({ engine, objective, seed, ends }));
  const task = { engine, objective, seed, ends };
  const ways = before ? new Growth([before].values()) : new Growth(bending(task), bendingAside(task)).first();
  return {
    seeds: [seed, otherOf(seed)],
    begins: one.losses[0] ?? NaN,
    apart: length(ends.to.map((w, i) => w - ends.from[i]!)),
    straight: straightTo(ends.to),
    sorted: straightTo(sorted.parameters),
    ways,
    dispose: () => {
      ways.end();
      objective.dispose();
    },
  };
}

/** Where a way stands on the map: `free` is its free point, or the middle of a straight one. */
export function onWay(part: number, apart: number, free?: Pair): Pair {
  const bow = 2 * part * (1 - part);
  return free ? [bow * free[0] + part * part * apart, bow * free[1]] : [part * apart, 0];
}
