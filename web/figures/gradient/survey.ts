/** The landscapes of this figure, each surveyed once: its map, its block of ground, its bottoms. */
import type { Engine, Objective, ObjectiveOptions } from '../../engine/engine';
import { bowlTerrain, logLevels, traceTerrain, type Field, type Terrain } from '../../plot/contours';
import { ground, type Ground } from '../../plot/surface';
import { reliefOf, type Relief } from '../numbers';

export type Pair = readonly [number, number];

export const landscapeNames = ['bowl', 'ravine', 'himmelblau'] as const;
export type LandscapeName = (typeof landscapeNames)[number];

interface Landscape {
  readonly label: string;
  /** Whether the condition number shapes it. */
  readonly shaped: boolean;
  /** A start and a rate that show something. */
  readonly start: Pair;
  readonly rate: number;
}

export const landscapes: Readonly<Record<LandscapeName, Landscape>> = {
  bowl: { label: 'bowl', shaped: true, start: [-3, 2], rate: 0.15 },
  ravine: { label: 'turned bowl', shaped: true, start: [-3, 0.5], rate: 0.15 },
  himmelblau: { label: 'four valleys', shaped: false, start: [-0.5, -1], rate: 0.012 },
};

export interface Asked {
  readonly function: LandscapeName;
  readonly condition: number;
}

export interface Survey {
  readonly objective: ObjectiveOptions;
  /** The same range along both dials, so that angles on the map are true. */
  readonly domain: Pair;
  readonly terrain: Terrain;
  readonly ground: Ground;
  readonly minima: readonly Pair[];
  readonly relief: Relief;
  /** How far the middle of the ground lies above the lowest: the size of a usual difference in loss. */
  readonly usual: number;
}

/** Of the map, where it is traced; of the block, which is surveyed anew while the condition number is dragged. */
const CELLS = { map: 110, block: 64 } as const;

/** Bowls are quadratic: three of their values say everything, and their contours are exact ellipses. */
function ellipses(objective: Objective, domain: Pair, levels: readonly number[]): Terrain {
  const [xx = 0, yy = 0, both = 0] = objective.values([1, 0, 0, 1, 1, 1]).values;
  return bowlTerrain({ xx, xy: (both - xx - yy) / 2, yy }, domain, domain, levels);
}

function make(engine: Engine, asked: Asked): Survey {
  const name = asked.function;
  const options: ObjectiveOptions = landscapes[name].shaped ? { name, conditionNumber: asked.condition } : { name };
  const info = engine.objectives().find((o) => o.name === name);
  const domain: Pair = [info?.domain[0] ?? -4, info?.domain[1] ?? 4];
  const objective = engine.createObjective(options);
  const surveyed = (cells: number): Field => ({
    ...objective.grid({ x: domain, y: domain, columns: cells, rows: cells }),
    columns: cells,
    rows: cells,
  });
  const block = surveyed(CELLS.block);
  const levels = logLevels(block.values, 24);
  const terrain = landscapes[name].shaped
    ? ellipses(objective, domain, levels)
    : traceTerrain(surveyed(CELLS.map), levels);
  const flat = Array.from(info?.minima ?? []);
  const minima = flat.flatMap((x, i) => (i % 2 ? [] : [[x, flat[i + 1] ?? 0] as const]));
  const relief = reliefOf(objective, domain, domain, minima);
  objective.dispose();
  const sorted = block.values.slice().sort();
  return {
    objective: options,
    domain,
    terrain,
    ground: ground({ field: block, x: domain, y: domain, levels }),
    minima,
    relief,
    usual: (sorted[sorted.length >> 1] ?? 1) - (sorted[0] ?? 0),
  };
}

const latest = new WeakMap<Engine, { readonly asked: Asked; readonly survey: Survey }>();

/** While only the ball moves, the ground is not surveyed again. */
export function surveyOf(engine: Engine, asked: Asked): Survey {
  const known = latest.get(engine);
  const same = known?.asked.function === asked.function && known.asked.condition === asked.condition;
  if (known && (same || (known.asked.function === asked.function && !landscapes[asked.function].shaped)))
    return known.survey;
  const survey = make(engine, asked);
  latest.set(engine, { asked, survey });
  return survey;
}
