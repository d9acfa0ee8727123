/** One function surveyed for drawing: its map with its bottoms, or its curve. */
import type { Engine } from '../../engine/engine';
import { logLevels, traceTerrain } from '../../plot/contours';
import { linspace } from '../../plot/curve';
import { reliefOf } from '../numbers';
import { shown } from '../settings';
import { asText } from '../terrain/maths';
import type { Pair } from './grounds';
import type { Bottom, Mistake, Survey } from './seen';

/** A map is at most so many times as wide as high; what is surveyed is always that wide. */
export const WIDEST = 2.5;
const ROWS = 54;
const LEVELS = 24;
const SCOUTS = 18;
/** Bottoms that are named by a cross; more would be a rash. */
const MOST_BOTTOMS = 40;

export interface Asked {
  readonly formula: string;
  readonly middle: readonly number[];
  readonly reach: number;
}

export function read(engine: Engine, formula: string): Mistake | null {
  const { error, variables } = engine.parseFormula(formula);
  if (error) return error;
  return variables.length ? null : { message: 'There is no weight in it.', remedy: 'Use x and y, or w.', position: -1 };
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

/** So many short descents with steps that never overshoot. */
export const CAREFUL = {
  optimizer: { name: 'gradient_descent' },
  schedule: { name: 'backtracking' },
  stepLimit: 300,
  tolerance: 1e-6,
} as const;

function bottomsOf(engine: Engine, survey: Pick<Survey, 'objective' | 'x' | 'y'>): Bottom[] {
  const { objective, x, y } = survey;
  const task = engine.createBasins({ ...CAREFUL, objective, x, y, columns: SCOUTS, rows: Math.round(SCOUTS / WIDEST) });
  if (task.error) {
    task.dispose();
    return [];
  }
  task.advance(Infinity);
  const { minima, minimumValues } = task.result();
  task.dispose();
  const all = Array.from(minimumValues, (loss, i): Bottom => ({ at: [minima[2 * i]!, minima[2 * i + 1]!], loss }));
  return all.sort((a, b) => a.loss - b.loss).slice(0, MOST_BOTTOMS);
}

const CURVE = 361;

/** Lowest places of a sampled curve, each made exact by a descent. */
function curveBottoms(engine: Engine, survey: Pick<Survey, 'objective'>, x: Float64Array, y: Float64Array): Bottom[] {
  const found = Array.from(x)
    .filter((_, i) => i > 0 && i < x.length - 1 && y[i]! <= y[i - 1]! && y[i]! < y[i + 1]!)
    .flatMap((at) => downhill(engine, survey, [at]) ?? []);
  const objective = engine.createObjective(survey.objective);
  const losses = objective.values(found).values;
  objective.dispose();
  return found
    .map((at, i): Bottom => ({ at: [at], loss: losses[i]! }))
    .sort((a, b) => a.loss - b.loss)
    .slice(0, MOST_BOTTOMS);
}

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

function make(engine: Engine, asked: Asked, key: string): Survey {
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
    const terrain = traceTerrain({ values, columns, rows: ROWS }, logLevels(values, LEVELS));
    const bottoms = bottomsOf(engine, base);
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
export function surveyOf(engine: Engine, asked: Asked): Survey {
  const key = `${asked.middle.join(' ')} ${asked.reach} ${asked.formula}`;
  const known = latest.get(engine);
  if (known?.key === key) return known;
  const survey = make(engine, asked, key);
  latest.set(engine, survey);
  return survey;
}
