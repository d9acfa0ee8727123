/** One landscape, surveyed: its map, its block, its bottoms and the rates they bear; and its picture for the shelf. */
import type { Engine, ObjectiveOptions } from '../../engine/engine';
import { logLevels, traceTerrain, type Field, type Terrain } from '../../plot/contours';
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
const PICTURE = 30;
/** Descents along x that look for bottoms. */
const SCOUTS = 12;

/** A formula in one variable is a valley without end along the other. */
export const inTwo = (formula: string, variables: readonly string[]): string =>
  variables.length === 2 ? formula : `${formula} + 0 * ${variables[0] === 'x' ? 'y' : 'x'}`;

function place(engine: Engine, asked: Asked): Pick<Survey, 'label' | 'objective' | 'x' | 'y' | 'start'> {
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
function scout(engine: Engine, { objective, x, y }: Pick<Survey, 'objective' | 'x' | 'y'>, rate: number): Ends {
  const task = engine.createBasins({
    ...limits,
    objective,
    optimizer: { name: 'gradient_descent', learningRate: rate },
    x,
    y,
    columns: SCOUTS,
    rows: rowsFor(SCOUTS, x, y),
  });
  task.advance(Infinity);
  const map = task.result();
  task.dispose();
  return endsOf(map);
}

function make(engine: Engine, asked: Asked, key: string): Survey {
  const found = place(engine, asked);
  const { x, y } = found;
  const objective = engine.createObjective(found.objective);
  const field = (columns: number) => {
    const rows = Math.round((columns * (y[1] - y[0])) / (x[1] - x[0]));
    return { ...objective.grid({ x, y, columns, rows }), columns, rows };
  };
  const [fine, coarse] = [field(CELLS), field(BLOCK)];
  const small = field(PICTURE);
  const relief = reliefOf(objective, x, y);
  const own = grounds[asked.ground];
  const scouted = scout(engine, found, own.rate);
  const lowest = scouted.bottoms[0];
  const curvature = lowest ? Math.max(0, objective.curvature([...lowest.at]).largest) : 0;
  objective.dispose();
  const levels = logLevels(fine.values, 22);
  return {
    ...found,
    key,
    relief,
    scouted,
    rates: ratesFor(own, curvature),
    small: traceTerrain(small, logLevels(small.values, 9)),
    terrain: traceTerrain(fine, levels),
    heights: coarse,
    levels,
  };
}

/** Where to let go on it first. */
export const startOn = (engine: Engine, asked: Asked): Pair => place(engine, asked).start;

const latest = new WeakMap<Engine, Survey>();

/** While only ball and rate change, the ground is not surveyed again. */
export function surveyOf(engine: Engine, asked: Asked): Survey {
  const key = asked.ground === 'typed' ? `${asked.reach} ${asked.formula}` : asked.ground;
  const known = latest.get(engine);
  if (known?.key === key) return known;
  const survey = make(engine, asked, key);
  latest.set(engine, survey);
  return survey;
}

const pictures = new WeakMap<Engine, ReadonlyMap<GroundName, Terrain>>();

/** A small map of every landscape but the reader's own. */
export function shelfPictures(engine: Engine): ReadonlyMap<GroundName, Terrain> {
  const known = pictures.get(engine);
  if (known) return known;
  const names = (Object.keys(grounds) as GroundName[]).filter((name) => name !== 'typed');
  const made = new Map(
    names.map((name) => {
      const { x, y, objective: options } = place(engine, { ground: name, formula: '', reach: 1 });
      const objective = engine.createObjective(options);
      const { values } = objective.grid({ x, y, columns: PICTURE, rows: PICTURE });
      objective.dispose();
      return [name, traceTerrain({ values, columns: PICTURE, rows: PICTURE }, logLevels(values, 9))] as const;
    }),
  );
  pictures.set(engine, made);
  return made;
}
