/** What the engine knows about a set of points before any dial is turned; made once for each set. */
import type { Curvature, Engine, LeastSquares, ObjectiveOptions } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import type { Field } from '../../plot/contours';
import { reliefOf, type Relief } from '../numbers';
import { decimalsFor, dialRanges, extentOf, type Dials, type Extent } from './extent';
import { hubble, scaled, scaleOf, SCALES, TINIEST, type Points, type Scale, type ScaleName } from './points';

export type LossName = 'mean_squares' | 'sum_squares';

export interface Survey {
  /** Never empty: Hubble's table stands where the setting says so. */
  readonly points: Points;
  readonly count: number;
  readonly scale: Scale;
  readonly objective: ObjectiveOptions;
  readonly extent: Extent;
  readonly dials: Dials;
  readonly decimals: { readonly weight: number; readonly bias: number };
  /** Closed form; its `error` says why there is none. */
  readonly fit: LeastSquares;
  /** The least loss there is, of the chosen kind. */
  readonly best: number | undefined;
  readonly curvature: Curvature;
  /** Rates worth offering: the same for every scale and kind of loss, so that their regimes can be compared. */
  readonly rates: { readonly min: number; readonly max: number };
  /** The loss over both dials, as far as they turn. */
  readonly heights: Field;
  /** The least loss there is, or that was met over both dials. */
  readonly floor: number;
  readonly relief: Relief;
}

interface Asked {
  readonly points: Points;
  readonly scale: ScaleName;
  readonly loss: LossName;
}

const MAP = { columns: 64, rows: 40 } as const;

/** Points in the model's own scale, as the engine takes them. */
function examples(points: Points, scale: Scale): { inputs: Float64Array; targets: Float64Array } {
  const length = points.length / 2;
  return {
    inputs: Float64Array.from({ length }, (_, i) => scaled(points[2 * i] ?? 0, scale)),
    targets: Float64Array.from({ length }, (_, i) => points[2 * i + 1] ?? 0),
  };
}

/** Largest curvature of the loss over both dials; 0 where the engine cannot say. */
export function steepestCurvature(engine: Engine, { points, scale, loss }: Asked): number {
  const objective = engine.createObjective({ regression: { ...examples(points, scaleOf(scale, points)), loss } });
  const { largest } = objective.curvature([0, 0]);
  objective.dispose();
  return largest;
}

const SLOWEST = 1e-8;
const FASTEST = 1000;

/** From well below the smallest threshold (sum of squares, steepest scale) to well above the largest. */
function ratesFor(engine: Engine, points: Points): { min: number; max: number } {
  const curvatures = SCALES.map((scale) => steepestCurvature(engine, { points, scale, loss: 'mean_squares' })).filter(
    (c) => c > 0,
  );
  const [low, high] = [2 / (Math.max(1, ...curvatures) * points.length * 4), 6 / Math.min(1e3, ...curvatures)];
  return {
    min: Math.max(SLOWEST, 10 ** Math.floor(Math.log10(low))),
    max: Math.min(FASTEST, 10 ** Math.ceil(Math.log10(high))),
  };
}

function* make(engine: Engine, asked: Asked): Generator<void, Survey> {
  const points = asked.points.length ? asked.points.map((v) => (Math.abs(v) < TINIEST ? 0 : v)) : hubble;
  const scale = scaleOf(asked.scale, points);
  const { inputs, targets } = examples(points, scale);
  const options = { regression: { inputs, targets, loss: asked.loss } };
  const fit = engine.leastSquares(inputs, targets);
  const best = fit.error ? undefined : asked.loss === 'mean_squares' ? fit.meanOfSquares : fit.sumOfSquares;
  yield;
  const extent = extentOf(points);
  const dials = dialRanges(extent, scale, { weight: fit.parameters[0] ?? 0, bias: fit.parameters[1] ?? 0 });
  const objective = engine.createObjective(options);
  const { values } = objective.grid({ x: dials.weight, y: dials.bias, ...MAP });
  yield;
  const curvature = objective.curvature([0, 0]);
  const relief = reliefOf(objective, dials.weight, dials.bias);
  objective.dispose();
  yield;
  return {
    points,
    count: inputs.length,
    scale,
    objective: options,
    extent,
    dials,
    decimals: { weight: decimalsFor(dials.weight), bias: decimalsFor(dials.bias) },
    fit,
    best,
    curvature,
    rates: ratesFor(engine, points),
    relief,
    heights: { values, ...MAP },
    floor: best ?? values.reduce((a, b) => Math.min(a, b), Infinity),
  };
}

const latest = new WeakMap<Engine, { readonly asked: Asked; readonly survey: Survey }>();

/** The survey for these points; while only dials turn, it is not made again. */
export const surveyOf = (engine: Engine, asked: Asked): Survey => atOnce(surveying(engine, asked));

/** The same in pieces: the first time, all of it takes longer than a frame. */
export function* surveying(engine: Engine, asked: Asked): Generator<void, Survey> {
  const known = latest.get(engine);
  const same =
    known &&
    known.asked.points === asked.points &&
    known.asked.scale === asked.scale &&
    known.asked.loss === asked.loss;
  if (same) return known.survey;
  const survey = yield* make(engine, asked);
  latest.set(engine, { asked, survey });
  return survey;
}
