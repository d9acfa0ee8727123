/** Ground of a figure that opens on a bowl: what traces any other comes when such ground is first looked at. */
import type { Objective } from '../engine/engine';
import { Late } from '../parts/late';
import { bowlTerrain, terrainMap, type Field, type Terrain } from '../plot/contours';
import type { Box } from '../plot/scales';
import type { SVGTemplateResult, TemplateResult } from './figure';

export const tracing = new Late(() => import('../plot/tracing'));

/** The lines of a ground's map; undefined until what traces them has come. */
export type Lines = () => Terrain | undefined;

type Pair = readonly [number, number];

/** Of a quadratic with its lowest place and loss at 0: three of its values say everything. */
export function bowlLines(objective: Objective, x: Pair, y: Pair, levels: readonly number[]): Lines {
  const [xx = 0, yy = 0, both = 0] = objective.values([1, 0, 0, 1, 1, 1]).values;
  const terrain = bowlTerrain({ xx, xy: (both - xx - yy) / 2, yy }, x, y, levels);
  return () => terrain;
}

/** Of any field, traced once when it is first drawn. */
export function tracedLines(field: Field, levels: readonly number[]): Lines {
  let terrain: Terrain | undefined;
  return () => (terrain ??= tracing.here?.traceTerrain(field, levels));
}

/** `again` is called when there is something else to draw. */
export function groundMap(lines: Lines, box: Box, again: () => void): SVGTemplateResult {
  const terrain = lines();
  if (!terrain) tracing.want(again);
  return terrainMap(terrain ?? { tinted: 1, bands: [] }, box);
}

/** Where it is without its lines, since what traces them could not be had: that, and what to do about it. */
export const groundLack = (lines: Lines, again: () => void): TemplateResult | undefined =>
  lines() ? undefined : tracing.lack(again, 'The lines of this map');
