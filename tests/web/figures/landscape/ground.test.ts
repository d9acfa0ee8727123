/** What the landscape's maps are cut from: planes that lie to their path as they say, and all of the loss on them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, Objective, PlaneRequest } from '../../../../web/engine/engine';
import { atOnce } from '../../../../web/engine/pause';
import { betweenOf } from '../../../../web/figures/landscape/between';
import { settings } from '../../../../web/figures/landscape/choices';
import { mapped, planeOf } from '../../../../web/figures/landscape/ground';
import { descentOf, moons, networkOf } from '../../../../web/figures/landscape/lesson';
import { dot, lying, type Asked, type Lie } from '../../../../web/figures/landscape/lie';
import { RATE, row, walkOf } from '../../../../web/figures/landscape/walk';
import { initialValues } from '../../../../web/figures/settings';
import { logLevels, terrainOf, type Terrain } from '../../../../web/plot/contours';
import { traceBands } from '../../../../web/plot/tracing';
import { realEngine } from '../stage';

let engine: Engine;
let objective: Objective;
const lieOf = (asked: Asked): Lie => atOnce(lying(engine, objective, asked));

/** The same map, of all its losses at once. */
function traced(request: PlaneRequest, on = objective): Terrain {
  const task = on.createPlane(request);
  task.advance(Infinity);
  const { values } = task.result();
  task.dispose();
  const { columns = 0, rows = 0 } = request;
  return terrainOf([...traceBands({ values, columns, rows }, logLevels(values, 26))]);
}

beforeAll(async () => {
  engine = await realEngine();
  objective = engine.createObjective(networkOf(moons(engine), 1));
});
afterAll(() => {
  objective.dispose();
  expect(engine.liveHandles()).toBe(0);
});

describe('a plane', () => {
  test.each([
    { plane: 'path', draw: 1, seed: 1 },
    { plane: 'straight', draw: 1, seed: 1 },
    { plane: 'random', draw: 1, seed: 1 },
    { plane: 'random', draw: 2, seed: 1 },
  ] as const)('$plane $draw has each row of its path where it is nearest', (asked) => {
    const { walk, directions, places, covered, shares } = lieOf(asked);
    const { one, two } = directions;
    const end = row(walk, walk.rows - 1);
    for (const k of [0, 10, 300, walk.rows - 1]) {
      const left = row(walk, k).map((w, i) => w - end[i]! - places[2 * k]! * one[i]! - places[2 * k + 1]! * two[i]!);
      for (const direction of [one, two]) expect(dot(left, direction)).toBeCloseTo(0, 9);
    }
    // Its parts of the movement: the spread of what falls onto it over the spread of the path.
    const spread = (numbers: readonly number[]): number => {
      const mean = numbers.reduce((a, b) => a + b) / numbers.length;
      return numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    };
    const rows = Array.from({ length: walk.rows }, (_, k) => k);
    const all = Array.from(end, (_, i) => spread(rows.map((k) => row(walk, k)[i]!))).reduce((a, b) => a + b);
    [one, two].forEach((direction, j) =>
      expect(shares[j]).toBeCloseTo((spread(rows.map((k) => places[2 * k + j]!)) * dot(direction, direction)) / all, 9),
    );
    if (asked.plane === 'random') return;
    // With ground around it on every side.
    for (const [j, [low, high]] of [covered.x, covered.y].entries()) {
      const on = rows.map((k) => places[2 * k + j]!);
      const long = Math.max(...on) - Math.min(...on);
      expect(Math.min(...on) - low).toBeGreaterThan(0.1 * long);
      expect(high - Math.max(...on)).toBeGreaterThan(0.1 * long);
    }
  });

  test('that is drawn again is another one, and the same number the same', () => {
    const [first, second, again] = [1, 2, 1].map((draw) => lieOf({ plane: 'random', draw, seed: 1 }).directions.one);
    expect(second).not.toEqual(first);
    expect(again).toEqual(first);
  });

  test('is asked for in both its directions', () => {
    const { directions } = planeOf(
      Float64Array.of(7, 8),
      { one: Float64Array.of(1, 2), two: Float64Array.of(3, 4) },
      { x: [0, 1], y: [0, 1] },
    );
    expect(Array.from(directions)).toEqual([1, 2, 3, 4]);
  });
});

describe('a map', () => {
  const request = (): PlaneRequest => {
    const { walk, directions, covered } = lieOf({ plane: 'path', draw: 1, seed: 1 });
    return planeOf(row(walk, walk.rows - 1), directions, covered);
  };
  const begun = () => mapped(engine, objective, networkOf(moons(engine), 1), request(), 'tested');

  test('is whole only when all of its places were asked, and is kept only then', () => {
    const [brief] = begun();
    while (!(brief.next().value as Terrain).bands.length);
    brief.return?.();
    const [whole, aside] = begun();
    expect(aside).toBeDefined();
    let last: Terrain | undefined;
    for (let next = whole.next(); !next.done; next = whole.next()) last = next.value;
    expect(last).toEqual(traced(request()));
    expect(begun()).toHaveLength(1);
  }, 60_000);
});

describe('between two ends', () => {
  test('lies the ground from the first, under the losses of its own run; it is made once', () => {
    const s = { ...initialValues(settings), seed: 1 };
    const between = betweenOf(engine, s);
    const { plane, x, y, ground } = between.ways.finish()!;
    const walk = walkOf(engine, 1);
    expect(ground).toEqual(traced(planeOf(row(walk, walk.rows - 1), plane, { x, y })));
    const run = engine.createRun(descentOf(moons(engine), 1, RATE, 1));
    expect(between.begins).toBe(run.progress().loss);
    run.dispose();
    between.dispose();
    const again = betweenOf(engine, s);
    expect(again.ways.over).toBe(true);
    expect(again.ways.now!.ground).toEqual(ground);
    again.dispose();
  }, 60_000);
});
