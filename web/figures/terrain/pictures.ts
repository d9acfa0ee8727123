/** A small map of every landscape, for the shelf. */
import type { Engine } from '../../engine/engine';
import { logLevels, type Terrain } from '../../plot/contours';
import { traceTerrain } from '../../plot/tracing';
import { grounds, type GroundName } from './grounds';
import { place } from './survey';

/** Cells along a side. */
const CELLS = 30;

const made = new WeakMap<Engine, ReadonlyMap<GroundName, Terrain>>();

function picture(engine: Engine, name: GroundName): Terrain {
  const { x, y, objective: options } = place(engine, { ground: name, formula: '', reach: 1 });
  const objective = engine.createObjective(options);
  const { values } = objective.grid({ x, y, columns: CELLS, rows: CELLS });
  objective.dispose();
  return traceTerrain({ values, columns: CELLS, rows: CELLS }, logLevels(values, 9));
}

/** Of all but the reader's own; made once. */
export function shelfPictures(engine: Engine): ReadonlyMap<GroundName, Terrain> {
  const known = made.get(engine);
  if (known) return known;
  const names = (Object.keys(grounds) as GroundName[]).filter((name) => name !== 'typed');
  const all = new Map(names.map((name) => [name, picture(engine, name)]));
  made.set(engine, all);
  return all;
}
