/** The landscapes of this figure, each surveyed once: its map, its heights, its bottoms. */
import type { Engine, Objective, ObjectiveOptions } from '../../engine/engine';
import { logLevels, type Field } from '../../plot/contours';
import { reliefOf, type Relief } from '../numbers';
import { bowlLines, tracedLines, type Lines } from '../traced';

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
  /** What the map shows of the second dial; of the first, as much as it is wide. */
  readonly tall: Pair;
  /** The losses that its cuts show: always the same, so that what is steeper looks it. */
  readonly losses: Pair;
}

const BOWL = { shaped: true, rate: 0.15, tall: [-3, 3.4], losses: [0, 25] } as const;

export const landscapes: Readonly<Record<LandscapeName, Landscape>> = {
  bowl: { label: 'bowl', ...BOWL, start: [-3, 2] },
  ravine: { label: 'turned bowl', ...BOWL, start: [-3, 0.5] },
  himmelblau: {
    label: 'four valleys',
    shaped: false,
    start: [-0.5, -1],
    rate: 0.012,
    tall: [-4, 4],
    losses: [0, 200],
  },
};

export interface Asked {
  readonly function: LandscapeName;
  readonly condition: number;
}

export interface Survey {
  readonly objective: ObjectiveOptions;
  readonly tall: Pair;
  readonly losses: Pair;
  readonly lines: Lines;
  /** What its map covers; all ground around it is higher than its highest level. */
  readonly covered: { readonly x: Pair; readonly y: Pair };
  /** Over all of the first dial and what the map shows of the second. */
  readonly heights: Field;
  readonly levels: readonly number[];
  readonly minima: readonly Pair[];
  readonly relief: Relief;
  /** How far the middle of the ground lies above the lowest: the size of a usual difference in loss. */
  readonly usual: number;
}

/** Where both dials may stand. */
export const DOMAIN: Pair = [-5, 5];
/** Heights at so many places for each unit; they are surveyed anew while the condition number is dragged. */
const CELLS = 7;
/** A traced map covers a little more than dials can reach, at so many cells for each unit. */
const TRACED = { x: [-6.5, 6.5], y: [-5.4, 5.4], cells: 11 } as const;
const AROUND = { x: [-9, 9], y: [-9, 9] } as const;

function surveyed(objective: Objective, x: Pair, y: Pair, cells: number): Field {
  const [columns, rows] = [x, y].map(([low, high]) => Math.round(cells * (high - low)) + 1) as [number, number];
  return { ...objective.grid({ x, y, columns, rows }), columns, rows };
}

function make(engine: Engine, asked: Asked): Survey {
  const name = asked.function;
  const options: ObjectiveOptions = landscapes[name].shaped ? { name, conditionNumber: asked.condition } : { name };
  const { shaped, tall, losses } = landscapes[name];
  const objective = engine.createObjective(options);
  const heights = surveyed(objective, DOMAIN, tall, CELLS);
  const levels = logLevels(heights.values, 24);
  const flat = Array.from(engine.objectives().find((o) => o.name === name)?.minima ?? []);
  const minima = flat.flatMap((x, i) => (i % 2 ? [] : [[x, flat[i + 1] ?? 0] as const]));
  const made = {
    objective: options,
    tall,
    losses,
    heights,
    levels,
    lines: shaped
      ? bowlLines(objective, AROUND.x, AROUND.y, levels)
      : tracedLines(surveyed(objective, TRACED.x, TRACED.y, TRACED.cells), levels),
    covered: shaped ? AROUND : TRACED,
    minima,
    relief: reliefOf(objective, DOMAIN, tall, minima),
  };
  objective.dispose();
  const sorted = heights.values.slice().sort();
  return { ...made, usual: (sorted[sorted.length >> 1] ?? 1) - (sorted[0] ?? 0) };
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
