/** What the engine knows of the examples before anything moves: the lowest place, the shape of the ground, its map. */
import type { Engine, ObjectiveOptions } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import { bowlTerrain, logLevels, type Terrain } from '../../plot/contours';
import { reliefOf, type Relief } from '../numbers';
import { geyser, type Geyser } from './geyser';

export type Pair = readonly [number, number];

export interface Survey {
  readonly geyser: Geyser;
  readonly objective: ObjectiveOptions;
  /** Weight and bias of the lowest loss, and that loss. */
  readonly lowest: Pair;
  readonly least: number;
  /** Largest curvature; the same everywhere. */
  readonly curvature: number;
  readonly terrain: Terrain;
  /** What the terrain covers. */
  readonly covered: { readonly x: Pair; readonly y: Pair };
  readonly relief: Relief;
}

/** Half the side of what is mapped around the lowest place. */
const REACH = 12;
const LEVELS = 22;
/** What a map in a column shows, from which levels are chosen. */
const USUAL = { x: [-4.5, 3], y: [5, 9] } as const;

const made = new WeakMap<Engine, Survey>();

/** Made once; in pieces, since all of it takes longer than a frame. */
export function* surveying(engine: Engine): Generator<void, Survey> {
  const known = made.get(engine);
  if (known) return known;
  const eruptions = geyser();
  yield;
  const { inputs, targets } = eruptions;
  const options = { regression: { inputs, targets } };
  const fit = engine.leastSquares(inputs, targets);
  const [w = 0, b = 0] = fit.parameters;
  const objective = engine.createObjective(options);
  const { values } = objective.grid({ ...USUAL, columns: 40, rows: 24 });
  yield;
  const least = fit.meanOfSquares;
  const rise = (dw: number, db: number): number => objective.evaluate([w + dw, b + db]).value - least;
  const [xx, yy, both] = [rise(1, 0), rise(0, 1), rise(1, 1)];
  const covered = { x: [-REACH, REACH], y: [-REACH, REACH] } as const;
  const levels = logLevels(
    values.map((value) => value - least),
    LEVELS,
  );
  const relief = reliefOf(objective, USUAL.x, USUAL.y, [[w, b]]);
  const curvature = objective.curvature([w, b]).largest;
  objective.dispose();
  yield;
  const survey: Survey = {
    geyser: eruptions,
    objective: options,
    lowest: [w, b],
    least,
    curvature,
    terrain: bowlTerrain({ xx, xy: (both - xx - yy) / 2, yy }, covered.x, covered.y, levels),
    covered: { x: [w - REACH, w + REACH], y: [b - REACH, b + REACH] },
    relief,
  };
  made.set(engine, survey);
  yield;
  return survey;
}

export const surveyOf = (engine: Engine): Survey => atOnce(surveying(engine));
