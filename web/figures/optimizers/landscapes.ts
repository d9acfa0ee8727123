/** Where they race: functions of the engine, surveyed once, with what the rates are chosen by. */
import type { Engine, Objective, ObjectiveInfo, ObjectiveOptions } from '../../engine/engine';
import { logLevels } from '../../plot/contours';
import { reliefOf, type Relief } from '../numbers';
import { recent } from '../recent';
import { bowlLines, tracedLines, type Lines } from '../traced';

export const landscapes = ['ravine', 'bowl', 'rosenbrock', 'himmelblau', 'beale', 'saddle', 'double_well_2d'] as const;
export type LandscapeName = (typeof landscapes)[number];

/** Short enough for a row of buttons. */
export const landscapeLabels: Readonly<Record<LandscapeName, string>> = {
  ravine: 'ravine',
  bowl: 'bowl',
  rosenbrock: 'Rosenbrock',
  himmelblau: 'Himmelblau',
  beale: 'Beale',
  saddle: 'saddle',
  double_well_2d: 'two wells',
};

type Pair = readonly [number, number];

export interface Landscape {
  readonly info: ObjectiveInfo;
  readonly objective: ObjectiveOptions;
  /** What the engine calls worth drawing; where a start may be. */
  readonly x: Pair;
  readonly y: Pair;
  /** What is surveyed: more, so that a map of any shape is filled. */
  readonly survey: Survey;
  readonly lines: Lines;
  readonly minima: readonly Pair[];
  readonly relief: Relief;
  /** The lowest minimum's loss, or the lowest on the map where there is no minimum. */
  readonly floor: number;
  /** The highest loss on the map. */
  readonly highest: number;
  /** The largest curvature at the landscape's own start and at its minima. */
  readonly curvature: number;
  /** The smallest curvature, where it is the same everywhere: of bowl and ravine. */
  readonly softest: number | undefined;
  /** The shorter side of the map. */
  readonly side: number;
  /** Its own start. */
  readonly start: Pair;
}

/** Fine enough for the tips of thin valleys; each ground is surveyed once. */
const COLUMNS = 180;
const LEVELS = 16;
/** How much is surveyed on each side, as a share of the domain; of bowls, whose levels are known, as much as wide maps ask. */
const MARGIN = 0.35;
const WIDE = 0.8;

export const hasCondition = (name: LandscapeName): boolean => name === 'ravine' || name === 'bowl';

export function objectiveOf(name: LandscapeName, condition: number): ObjectiveOptions {
  return hasCondition(name) ? { name, conditionNumber: condition } : { name };
}

function pairs(flat: Float64Array): Pair[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0]);
}

const widened = ([low, high]: Pair, margin: number): Pair => [
  low - (high - low) * margin,
  high + (high - low) * margin,
];

interface Survey {
  readonly x: Pair;
  readonly y: Pair;
}

function traced(objective: Objective, { x, y }: Survey, levels: number[]): Lines {
  const rows = Math.round((COLUMNS * (y[1] - y[0])) / (x[1] - x[0]));
  const { values } = objective.grid({ x, y, columns: COLUMNS, rows });
  return tracedLines({ values, columns: COLUMNS, rows }, levels);
}

function make(engine: Engine, name: LandscapeName, condition: number): Landscape {
  const info = engine.objectives().find((o) => o.name === name);
  if (!info) throw new Error(`The engine knows no function “${name}”.`);
  const [x0 = 0, x1 = 1, y0 = 0, y1 = 1] = info.domain;
  const [x, y]: [Pair, Pair] = [
    [x0, x1],
    [y0, y1],
  ];
  const options = objectiveOf(name, condition);
  const objective = engine.createObjective(options);
  const survey = { x: widened(x, hasCondition(name) ? WIDE : MARGIN), y: widened(y, MARGIN) };
  const inside = objective.grid({ x, y, columns: 40, rows: 40 }).values.filter(Number.isFinite);
  const minima = pairs(info.minima);
  const start = pairs(info.start)[0] ?? [0, 0];
  const curvature = Math.max(...[start, ...minima].map((at) => objective.curvature(at).largest));
  const softest = hasCondition(name) ? objective.curvature([0, 0]).smallest : undefined;
  const levels = logLevels(inside, LEVELS);
  // Bowl and ravine are quadratic: no frame of a drag waits for a survey.
  const lines = hasCondition(name)
    ? bowlLines(objective, survey.x, survey.y, levels)
    : traced(objective, survey, levels);
  const relief = reliefOf(objective, x, y, minima);
  objective.dispose();
  return {
    info,
    objective: options,
    x,
    y,
    survey,
    lines,
    relief,
    minima,
    floor: info.minimumValues[0] ?? Math.min(...inside),
    highest: Math.max(...inside),
    curvature,
    softest,
    side: Math.min(x1 - x0, y1 - y0),
    start,
  };
}

/** More would only be kept while a condition number is being dragged. */
const made = recent<Landscape>(12);

/** Surveyed once however often a start is moved. */
export function landscape(engine: Engine, name: LandscapeName, condition: number): Landscape {
  const key = `${name} ${hasCondition(name) ? condition : ''}`;
  return made(engine).of(key, () => make(engine, name, condition));
}
