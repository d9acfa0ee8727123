/** What the engine is asked about one landscape, start and rate: the run, and lazily everything around it. */
import type { BasinMap, BasinsOptions, Engine, SeriesOptions } from '../../engine/engine';
import { descend, ending, type Descent } from '../descent';
import type { Model } from '../figure';
import { shown } from '../settings';
import { grounds } from './grounds';
import { limits, rowsFor } from './limits';
import type { FormulaOptions } from './shelf';
import { inTwo, surveyOf, type Asked, type Survey } from './survey';

export interface Rest {
  readonly x: number;
  readonly loss: number;
}

export interface Terrain extends Model {
  readonly run: Descent;
  readonly survey: Survey;
  /** The way from the same start at the landscape's usual rate, where the present one is another. */
  readonly beside: { readonly rate: number; readonly run: Descent } | undefined;
  /** Of what basins answer: landscape and rate. */
  readonly key: string;
  /** How all runs of that landscape and rate go. */
  readonly series: SeriesOptions;
  /** What to ask for basins of so many cells along x, by default at the present rate. */
  readonly basins: (columns: number, rate?: number) => BasinsOptions;
  readonly engine: Engine;
  /** Where a gentle descent from the same start, at the landscape's usual rate, comes to rest. */
  readonly gently: Rest | undefined;
}

/** The basins at once: for a picture that stands still, and for the text. */
export function basinsNow({ engine, basins }: Terrain, columns: number): BasinMap {
  const task = engine.createBasins(basins(columns));
  task.advance(Infinity);
  const map = task.result();
  task.dispose();
  return map;
}

/** Where a run came to rest, if it did. */
export const restOf = (run: Descent): Rest | undefined =>
  run.reason === 'converged' ? { x: run.parameter(run.steps, 0), loss: run.loss(run.steps) } : undefined;

/** How near to a bottom counts as there. */
export const near = ({ x, y }: Survey): number => Math.max(x[1] - x[0], y[1] - y[0]) / 100;

/** What of the figure's settings shapes the model. */
export interface Asks extends Asked {
  readonly x: number;
  readonly y: number;
  readonly rate: number;
}

/** What is wrong with a formula; null if it makes a landscape. */
export function read(engine: Engine, formula: string): FormulaOptions['problem'] {
  const { error, variables } = engine.parseFormula(formula);
  if (error) return error;
  const stranger = variables.find((name) => name !== 'x' && name !== 'y');
  if (stranger)
    return {
      message: `Here the dials are called x and y, not ${stranger}.`,
      remedy: '',
      position: formula.indexOf(stranger),
    };
  const objective = engine.createObjective({ formula: inTwo(formula, variables) });
  const { values } = objective.grid({ x: [-1, 1], y: [-1, 1], columns: 12, rows: 12 });
  objective.dispose();
  if (values.some(Number.isFinite)) return null;
  return { message: 'It has no value around the middle of the map.', remedy: 'Try another one.', position: -1 };
}

/** What is wrong with a formula that nobody typed here, such as an attribute's; undefined if it makes a landscape. */
export function refusal(engine: Engine, formula: string): string | undefined {
  const problem = read(engine, formula);
  if (!problem) return undefined;
  const { message, remedy, position } = problem;
  const place = position < 0 ? '' : `, character ${position + 1}`;
  return `“${shown(formula)}”${place}: ${`${message} ${remedy}`.trim().replace(/`([^`]*)`/g, '“$1”')}`;
}

/** Rates nearer to each other than this share make the same path, to the eye. */
const SAME = 0.01;
export const sameRate = (one: number, other: number): boolean => Math.abs(one / other - 1) < SAME;

export function modelOf(engine: Engine, s: Asks): Terrain {
  const survey = surveyOf(engine, s);
  const { objective, x, y } = survey;
  const series = (rate: number): SeriesOptions => ({
    ...limits,
    objective,
    optimizer: { name: 'gradient_descent', learningRate: rate },
  });
  const from = (rate: number): Descent => descend(engine, { ...series(rate), start: [s.x, s.y] });
  const run = from(s.rate);
  const usual = grounds[s.ground].rate;
  const beside = sameRate(s.rate, usual) ? undefined : { rate: usual, run: from(usual) };
  const key = `${survey.key} ${s.rate}`;
  return {
    run,
    steps: run.steps,
    end: ending(run),
    survey,
    beside,
    key,
    engine,
    series: series(s.rate),
    basins: (columns, rate = s.rate) => ({ ...series(rate), x, y, columns, rows: rowsFor(columns, x, y) }),
    gently: restOf(beside?.run ?? run),
    dispose: () => {
      run.dispose();
      beside?.run.dispose();
    },
  };
}
