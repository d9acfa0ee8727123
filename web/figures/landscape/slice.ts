/** A plane cut through a landscape of hundreds of directions, and a path that runs past it. */
import type { Engine, PlaneRequest } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import type { Settings } from './choices';
import { mapped, planeOf } from './ground';
import { Growth } from './growth';
import { moons, networkOf } from './lesson';
import { keyOf, lying, type Asked, type Lie } from './lie';
import type { Pair, Slice } from './seen';
import { row } from './walk';

const requestOf = ({ walk, directions, covered }: Lie): PlaneRequest =>
  planeOf(row(walk, walk.rows - 1), directions, covered);

/** Draws a slice ahead, so that it stands there whole when it is first seen. */
export function* slicing(engine: Engine, s: Asked): Generator<void | Promise<void>, void> {
  const objective = engine.createObjective(networkOf(moons(engine), s.seed));
  try {
    yield;
    const lie = yield* lying(engine, objective, s);
    const [, aside] = mapped(engine, objective, networkOf(moons(engine), s.seed), requestOf(lie), keyOf(s));
    if (aside) yield new Promise<void>((over) => aside({ told: () => undefined, over, failed: over }));
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
  const map = new Growth(
    ...mapped(engine, objective, networkOf(moons(engine), s.seed), requestOf(lie), keyOf(s)),
  ).first(({ bands }) => bands.length > 0);
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
