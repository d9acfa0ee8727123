/** One function surveyed for drawing: its map with its bottoms, or its curve. */
import type { Engine } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import { logLevels, terrainOf, type Band } from '../../plot/contours';
import { linspace } from '../../plot/curve';
import { traceBands } from '../../plot/tracing';
import { reliefOf } from '../numbers';
import { shown } from '../settings';
import { asText } from '../terrain/maths';
import type { Pair } from './grounds';
import type { Bottom, Mistake, Survey } from './seen';

/** A map is at most so many times as wide as high; what is surveyed is always that wide. */
export const WIDEST = 2.65;
const ROWS = 54;
const LEVELS = 24;
/** Bottoms that are named by a cross; more would be a rash. */
const MOST_BOTTOMS = 24;

export interface Asked {
  readonly formula: string;
  readonly middle: readonly number[];
  readonly reach: number;
}

export function read(engine: Engine, formula: string): Mistake | null {
  const { error } = engine.parseFormula(formula);
  return error;
}

/** What is wrong with a formula that nobody typed here, such as an attribute's; undefined if it makes a landscape. */
export function refusal(engine: Engine, formula: string): string | undefined {
  const mistake = read(engine, formula);
  if (!mistake) return undefined;
  const { message, remedy, position } = mistake;
  const place = position < 0 ? '' : `, character ${position + 1}`;
  return `“${shown(formula)}”${place}: ${`${message} ${remedy}`.trim().replace(/`([^`]*)`/g, '“$1”')}`;
}

export function slopes(engine: Engine, formula: string): readonly (readonly [string, string])[] {
  const { variables, gradientTex } = engine.parseFormula(formula);
  return variables.map((name, i) => [name, asText(gradientTex[i] ?? '')]);
}

/** A descent with steps that never overshoot. */
export const CAREFUL = {
  optimizer: { name: 'gradient_descent' },
  schedule: { name: 'backtracking' },
  stepLimit: 300,
  tolerance: 1e-6,
} as const;

/** Places of a grid, lowest first, that no neighbour is below; what lies on the edge may go on beyond it. */
function lowPlaces(values: Float64Array, columns: number): number[] {
  const rows = values.length / columns;
  const found: number[] = [];
  for (let row = 1; row < rows - 1; row++)
    for (let column = 1; column < columns - 1; column++) {
      const at = row * columns + column;
      const here = values[at]!;
      const around = [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1];
      if (around.every((by) => here <= values[at + by]!)) found.push(at);
    }
  return found.sort((a, b) => values[a]! - values[b]!).slice(0, MOST_BOTTOMS);
}

/** From near a bottom to the bottom; undefined where there is none so near, as at a kink or on level ground. */
function settled(
  engine: Engine,
  { objective }: Pick<Survey, 'objective'>,
  at: readonly number[],
  near: number,
): Bottom | undefined {
  const run = engine.createRun({
    objective,
    optimizer: { name: 'newton' },
    start: [...at],
    stepLimit: 30,
    tolerance: 1e-9,
  });
  const { reason, step, loss } = run.advance(30);
  const end = run.error || reason === 'diverged' ? undefined : run.at(step);
  run.dispose();
  if (!end || end.gradientNorm > 1e-5) return undefined;
  const place = Array.from(end.parameters);
  return Math.hypot(...place.map((value, i) => value - at[i]!)) <= near ? { at: place, loss } : undefined;
}

const inOrder = (all: readonly (Bottom | undefined)[]): Bottom[] =>
  all.filter((bottom): bottom is Bottom => bottom !== undefined).sort((a, b) => a.loss - b.loss);

function bottomsOf(
  engine: Engine,
  survey: Pick<Survey, 'objective' | 'x' | 'y'>,
  values: Float64Array,
  columns: number,
): Bottom[] {
  const { x, y } = survey;
  const cell = (x[1] - x[0]) / (columns - 1);
  const found = lowPlaces(values, columns).map((at) => {
    const place = [x[0] + (at % columns) * cell, y[0] + Math.floor(at / columns) * ((y[1] - y[0]) / (ROWS - 1))];
    return settled(engine, survey, place, 3 * cell);
  });
  // Two places of a narrow valley may lead to the same bottom.
  return inOrder(found).filter(
    ({ at }, i, all) =>
      !all.slice(0, i).some((other) => Math.hypot(at[0]! - other.at[0]!, at[1]! - other.at[1]!) < cell),
  );
}

const CURVE = 361;

/** Lowest places of a sampled curve, each made exact. */
function curveBottoms(engine: Engine, survey: Pick<Survey, 'objective'>, x: Float64Array, y: Float64Array): Bottom[] {
  const cell = x[1]! - x[0]!;
  const low = Array.from(x).filter((_, i) => i > 0 && i < x.length - 1 && y[i]! <= y[i - 1]! && y[i]! < y[i + 1]!);
  return inOrder(low.slice(0, MOST_BOTTOMS).map((at) => settled(engine, survey, [at], 3 * cell)));
}

/** Where small steps downhill from a place lead. */
export function downhill(
  engine: Engine,
  { objective }: Pick<Survey, 'objective'>,
  at: readonly number[],
): readonly number[] | undefined {
  const run = engine.createRun({ ...CAREFUL, objective, start: [...at] });
  const { reason, step } = run.advance(CAREFUL.stepLimit);
  const arrived = !run.error && reason !== 'diverged' ? Array.from(run.at(step).parameters) : undefined;
  run.dispose();
  return arrived;
}

const lowestOf = (values: Float64Array): number => values.reduce((low, value) => (value < low ? value : low), Infinity);

function* make(engine: Engine, asked: Asked, key: string): Generator<void, Survey> {
  const { variables } = engine.parseFormula(asked.formula);
  const [mx = 0, my = 0] = asked.middle;
  const base = {
    key,
    variables,
    objective: { formula: asked.formula },
    x: [mx - WIDEST * asked.reach, mx + WIDEST * asked.reach] as Pair,
    y: [my - asked.reach, my + asked.reach] as Pair,
  };
  const objective = engine.createObjective(base.objective);
  try {
    if (variables.length === 1) {
      const x = linspace(...base.x, CURVE);
      const y = objective.values(x).values;
      const bottoms = curveBottoms(engine, base, x, y);
      return { ...base, terrain: undefined, curve: { x, y }, bottoms, lowest: lowestOf(y), relief: undefined };
    }
    const columns = Math.round(ROWS * WIDEST);
    const { values } = objective.grid({ x: base.x, y: base.y, columns, rows: ROWS });
    yield;
    const bands: Band[] = [];
    for (const band of traceBands({ values, columns, rows: ROWS }, logLevels(values, LEVELS))) {
      bands.push(band);
      yield;
    }
    const terrain = terrainOf(bands);
    yield;
    const bottoms = bottomsOf(engine, base, values, columns);
    yield;
    const marks = bottoms.map(({ at }) => [at[0]!, at[1]!] as const);
    return {
      ...base,
      terrain,
      curve: undefined,
      bottoms,
      lowest: lowestOf(values),
      relief: reliefOf(objective, base.x, base.y, marks),
    };
  } finally {
    objective.dispose();
  }
}

const latest = new WeakMap<Engine, Survey>();

/** While only ball and runs change, the ground is not surveyed again. */
export const surveyOf = (engine: Engine, asked: Asked): Survey => atOnce(surveying(engine, asked));

/** The same in pieces, since all of it takes longer than a frame. */
export function* surveying(engine: Engine, asked: Asked): Generator<void, Survey> {
  const key = `${asked.middle.join(' ')} ${asked.reach} ${asked.formula}`;
  const known = latest.get(engine);
  if (known?.key === key) return known;
  const survey = yield* make(engine, asked, key);
  latest.set(engine, survey);
  return survey;
}
