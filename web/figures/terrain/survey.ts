/** One landscape, surveyed: its map, its block, its bottoms and the rates they bear. */
import type { Engine, ObjectiveOptions } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import { logLevels, terrainOf, type Band, type Field, type Terrain } from '../../plot/contours';
import { traceBands, traceTerrain } from '../../plot/tracing';
import { reliefOf, type Relief } from '../numbers';
import { endsOf, type Ends } from './ends';
import { grounds, type GroundName, type Pair } from './grounds';
import { limits, rowsFor } from './limits';
import { ratesFor, type Rates } from './regimes';

export interface Asked {
  readonly ground: GroundName;
  /** For the reader's own: what was typed, and how far its map reaches each way. */
  readonly formula: string;
  readonly reach: number;
}

export interface Survey {
  /** The same for the same question. */
  readonly key: string;
  readonly label: string;
  readonly objective: ObjectiveOptions;
  readonly x: Pair;
  readonly y: Pair;
  readonly start: Pair;
  readonly terrain: Terrain;
  /** Heights for the block that can be turned, and where its contour lines run. */
  readonly heights: Field;
  readonly levels: readonly number[];
  /** For a map the size of a stamp. */
  readonly small: Terrain;
  /** Bottoms that a few gentle descents find: enough to name them before anybody asks who owns which ground. */
  readonly scouted: Ends;
  readonly rates: Rates;
  readonly relief: Relief;
}

const CELLS = 100;
const BLOCK = 64;
const SMALL = 30;
/** Descents along x that look for bottoms. */
const SCOUTS = 12;
/** Updates of theirs at one go: a few milliseconds. */
const PIECE = 2000;

/** A formula in one variable is a valley without end along the other. */
export const inTwo = (formula: string, variables: readonly string[]): string =>
  variables.length === 2 ? formula : `${formula} + 0 * ${variables[0] === 'x' ? 'y' : 'x'}`;

/** Where it is and what is seen of it. */
export function place(engine: Engine, asked: Asked): Pick<Survey, 'label' | 'objective' | 'x' | 'y' | 'start'> {
  const own = grounds[asked.ground];
  const info = engine.objectives().find((o) => o.name === asked.ground);
  const domain = info?.domain ?? [-asked.reach, asked.reach, -asked.reach, asked.reach];
  const typed =
    asked.ground === 'typed' ? inTwo(asked.formula, engine.parseFormula(asked.formula).variables) : own.formula;
  return {
    label: own.label,
    objective: typed === undefined ? { name: asked.ground } : { formula: typed },
    x: own.x ?? [domain[0]!, domain[1]!],
    y: own.y ?? [domain[2]!, domain[3]!],
    start: own.start ?? [info?.start[0] ?? asked.reach / 2, info?.start[1] ?? asked.reach / 3],
  };
}

/** Bottoms on the map, lowest first. */
function* scout(
  engine: Engine,
  { objective, x, y }: Pick<Survey, 'objective' | 'x' | 'y'>,
  rate: number,
): Generator<void, Ends> {
  const task = engine.createBasins({
    ...limits,
    objective,
    optimizer: { name: 'gradient_descent', learningRate: rate },
    x,
    y,
    columns: SCOUTS,
    rows: rowsFor(SCOUTS, x, y),
  });
  for (let at = task.advance(PIECE); at.done < at.total; at = task.advance(PIECE)) yield;
  const map = task.result();
  task.dispose();
  return endsOf(map);
}

function* make(engine: Engine, asked: Asked, key: string): Generator<void, Survey> {
  const found = place(engine, asked);
  const { x, y } = found;
  const objective = engine.createObjective(found.objective);
  const field = (columns: number) => {
    const rows = Math.round((columns * (y[1] - y[0])) / (x[1] - x[0]));
    return { ...objective.grid({ x, y, columns, rows }), columns, rows };
  };
  const [fine, coarse] = [field(CELLS), field(BLOCK)];
  const small = field(SMALL);
  const relief = reliefOf(objective, x, y);
  yield;
  const own = grounds[asked.ground];
  const scouted = yield* scout(engine, found, own.rate);
  yield;
  const lowest = scouted.bottoms[0];
  const curvature = lowest ? Math.max(0, objective.curvature([...lowest.at]).largest) : 0;
  objective.dispose();
  const levels = logLevels(fine.values, 22);
  const bands: Band[] = [];
  for (const band of traceBands(fine, levels)) {
    bands.push(band);
    yield;
  }
  return {
    ...found,
    key,
    relief,
    scouted,
    rates: ratesFor(own, curvature),
    small: traceTerrain(small, logLevels(small.values, 9)),
    terrain: terrainOf(bands, levels.length),
    heights: coarse,
    levels,
  };
}

const latest = new WeakMap<Engine, Survey>();

/** While only ball and rate change, the ground is not surveyed again. */
export const surveyOf = (engine: Engine, asked: Asked): Survey => atOnce(surveying(engine, asked));

/** The same in pieces, since all of it takes longer than a frame. */
export function* surveying(engine: Engine, asked: Asked): Generator<void, Survey> {
  const key = asked.ground === 'typed' ? `${asked.reach} ${asked.formula}` : asked.ground;
  const known = latest.get(engine);
  if (known?.key === key) return known;
  const survey = yield* make(engine, asked, key);
  latest.set(engine, survey);
  return survey;
}
