/** The map of a plane through a network's loss: coarse at once, and whole from the worker. */
import type { Engine, NetworkOptions, Objective, PlaneRequest, PlaneValues } from '../../engine/engine';
import { inSlices } from '../../engine/pause';
import { pursueSoon } from '../../engine/soon';
import { logLevels, terrainOf, type Terrain } from '../../plot/contours';
import { traceBands } from '../../plot/tracing';
import { recent } from '../recent';
import type { Aside } from './growth';
import type { Directions, Pair } from './seen';

/** Places of the map's grid: squares on the map. */
const COLUMNS = 69;
const ROWS = 41;
/** Losses at one go. */
const AT_ONCE = 100;

/** A plane of the usual grid. */
export function planeOf(
  at: Float64Array,
  { one, two }: Directions,
  covered: { readonly x: Pair; readonly y: Pair },
): PlaneRequest {
  const directions = new Float64Array(2 * one.length);
  directions.set(one);
  directions.set(two, one.length);
  return { at, directions, ...covered, columns: COLUMNS, rows: ROWS };
}

/** Yields after every band. */
function* tracing({ error, values }: PlaneValues): Generator<void, Terrain> {
  if (error) throw new Error(`${error.field}: ${error.message} ${error.remedy}`);
  const bands = [];
  for (const band of traceBands({ values, columns: COLUMNS, rows: ROWS }, logLevels(values, 26))) {
    bands.push(band);
    yield;
  }
  return terrainOf(bands);
}

function* mapping(
  objective: Objective,
  plane: PlaneRequest,
  keep: (whole: Terrain) => unknown,
): Generator<Terrain, void> {
  const task = objective.createPlane(plane);
  try {
    let terrain: Terrain = terrainOf([]);
    // Drawn when there are so many of its places: coarse, finer, all.
    for (const part of [1 / 16, 1 / 4, 1]) {
      for (let { done, total } = task.progress(); done < part * total; { done, total } = task.progress()) {
        task.advance(Math.min(AT_ONCE, Math.ceil(part * total - done)));
        yield terrain;
      }
      const traced = tracing(task.result());
      let next = traced.next();
      for (; !next.done; next = traced.next()) yield terrain;
      terrain = next.value;
      if (part === 1) keep(terrain);
      yield terrain;
    }
  } finally {
    task.dispose();
  }
}

const mappingAside =
  (engine: Engine, network: NetworkOptions, plane: PlaneRequest, keep: (whole: Terrain) => unknown): Aside<Terrain> =>
  ({ told, over, failed }) => {
    let latest = 0;
    const stop = pursueSoon(
      {
        call: 'createPlane',
        objective: network,
        options: plane,
        engine,
        told: (values, { done, total }) => {
          const mine = ++latest;
          const drawing = function* (): Generator<void, Terrain | undefined> {
            const traced = tracing(values);
            for (let next = traced.next(); ; next = traced.next()) {
              if (mine !== latest) return undefined;
              if (next.done) return next.value;
              yield;
            }
          };
          void inSlices(drawing()).then((terrain) => {
            if (!terrain) return;
            told(terrain);
            if (done < total) return;
            keep(terrain);
            over();
          });
        },
      },
      failed,
    );
    return () => {
      latest = -1;
      stop();
    };
  };

/** What has been drawn in full is not drawn again. */
const drawn = recent<Terrain>(6);

/** What was drawn in full before, or how it is drawn, in the page and beside it. */
export function mapped(
  engine: Engine,
  objective: Objective,
  network: NetworkOptions,
  plane: PlaneRequest,
  key: string,
): readonly [Iterator<Terrain, void>, Aside<Terrain>?] {
  const all = drawn(engine);
  const before = all.get(key);
  if (before) return [[before].values()];
  const keep = (terrain: Terrain): unknown => all.keep(key, terrain);
  return [mapping(objective, plane, keep), mappingAside(engine, network, plane, keep)];
}
