/** The loss over both dials as a map's ground, traced when a map is first drawn. */
import { logLevels, type Field, type Terrain } from '../../plot/contours';
import { traceTerrain } from '../../plot/tracing';
import type { Survey } from './survey';

const LEVELS = 20;

/** Levels whose valley is at least a cell wide: narrower ones would show the grid instead of the ground. */
function resolved({ values, columns }: Field, floor: number): number[] {
  // On a quadratic the second difference is the same everywhere.
  const bend = (step: number): number => (values[0] ?? 0) - 2 * (values[step] ?? 0) + (values[2 * step] ?? 0);
  const least = 0.6 * Math.max(bend(1), bend(columns));
  return logLevels(values, LEVELS).filter((level) => level - floor >= least);
}

const traced = new WeakMap<Survey, Terrain>();

export function groundOf(survey: Survey): Terrain {
  const known = traced.get(survey);
  if (known) return known;
  const ground = traceTerrain(survey.heights, resolved(survey.heights, survey.floor));
  traced.set(survey, ground);
  return ground;
}
