/** A loss as terrain: filled bands and lines from a grid of values. */
import { contours as d3contours } from 'd3-contour';
import { svg, type SVGTemplateResult } from 'lit';
import { fewerCorners, type Point } from './corners';
import { round } from './curve';
import type { Box } from './scales';

export interface Field {
  /** Row by row, lowest y first, as the engine returns it. */
  readonly values: Float64Array;
  readonly columns: number;
  readonly rows: number;
}

/** The map's own units, across and down: fine enough for a map 2,500 pixels wide, and whole numbers. */
export const UNITS = 5000;
/** Units by which a line may miss its traced points: an eighth of a pixel on a map 1,250 pixels wide. */
const MISS = 0.5;

export interface Band {
  readonly level: number;
  /** Of its level, counted from the lowest. */
  readonly rank: number;
  readonly path: string;
}

export interface Terrain {
  /** How many levels the tints are spread over; all ground above them has the last tint. */
  readonly tinted: number;
  /**
   * One closed path per level, highest first, each holding all ground *below* its level: painted in this
   * order, every valley lies on top of its slopes, and nothing runs along the survey's edge but ground
   * that really leaves it.
   */
  readonly bands: readonly Band[];
}

/** Levels evenly spaced in log(1 + height / scale), so that valleys keep their detail. */
export function logLevels(values: Float64Array, count: number): number[] {
  const finite = values.filter(Number.isFinite).sort();
  const low = finite[0];
  if (low === undefined) return [];
  const quantile = (q: number): number => finite[Math.floor((finite.length - 1) * q)] ?? low;
  const height = quantile(0.995) - low;
  const scale = Math.max((quantile(0.25) - low) / 8, height * 1e-6, Number.MIN_VALUE);
  const top = Math.log1p(height / scale);
  return Array.from({ length: count }, (_, i) => low + scale * Math.expm1((top * (i + 0.35)) / count));
}

/** `count` more levels above the highest, each a constant factor further up: for the ground around. */
export function continued(levels: readonly number[], count: number): number[] {
  const [low = 0, last = 1] = [levels[0], levels[levels.length - 1]];
  const factor = ((last - low) / ((levels[levels.length - 3] ?? low) - low || 1)) ** 0.5;
  return [...levels, ...Array.from({ length: count }, (_, i) => low + (last - low) * factor ** (i + 1))];
}

/** A loop of grid points as relative moves in whole units: short markup, and no drift between loops. */
export function loopPath(loop: readonly (readonly number[])[], columns: number, rows: number): string {
  const unit = (v: number, cells: number): number => Math.round(((v - 0.5) / (cells - 1)) * UNITS);
  const points = loop.map(([x = 0, y = 0]): Point => [unit(x, columns), UNITS - unit(y, rows)]);
  const corners = fewerCorners(points, MISS);
  // Of one that is smaller than can be seen only its first and last point are left, which are the same.
  if (corners.length < 3) return '';
  let [px, py] = [0, 0];
  const moves = corners.map(([x, y], i) => {
    const move = i ? `${x - px} ${y - py}` : `M${x} ${y}l`;
    [px, py] = [x, y];
    return move;
  });
  // The last point is the first.
  return `${moves.slice(0, -1).join(' ').replaceAll(' -', '-')}z`;
}

/**
 * Traces each level once; the result scales to any size without being traced again. `levels` default to
 * 26 that suit the whole field; the tints are spread over the first `tinted` of them.
 */
export function traceTerrain(
  field: Field,
  levels: readonly number[] = logLevels(field.values, 26),
  tinted = levels.length,
): Terrain {
  return terrainOf([...traceBands(field, levels)], tinted);
}

/** The bands of a terrain one by one, lowest first: for those who must pause between them. */
export function* traceBands({ values, columns, rows }: Field, levels: readonly number[]): Generator<Band> {
  const beyond = (levels[levels.length - 1] ?? 1) * 2 + 1;
  const depths = Array.from(values, (v) => (Number.isFinite(v) ? -v : -beyond));
  const tracer = d3contours().size([columns, rows]).smooth(true);
  for (const [rank, level] of levels.entries()) {
    const loops = tracer.contour(depths, -level).coordinates.flat();
    yield { level, rank, path: loops.map((loop) => loopPath(loop, columns, rows)).join('') };
  }
}

/** @param bands lowest first */
export function terrainOf(bands: readonly Band[], tinted = bands.length): Terrain {
  return { bands: [...bands].reverse(), tinted };
}

/** Corners an ellipse is drawn with: as smooth as any screen shows. */
const CORNERS = 72;

/**
 * The same for a bowl, `xx x^2 + 2 xy x y + yy y^2` with both curvatures positive, whose levels are ellipses:
 * exact however long and thin they are, and made in a fraction of the time that tracing takes.
 */
export function bowlTerrain(
  form: { readonly xx: number; readonly xy: number; readonly yy: number },
  x: readonly [number, number],
  y: readonly [number, number],
  levels: readonly number[],
): Terrain {
  const [middle, half] = [(form.xx + form.yy) / 2, Math.hypot((form.xx - form.yy) / 2, form.xy)];
  // The axis along which the bowl is steepest, and the two curvatures' halves.
  const turn = Math.atan2(2 * form.xy, form.xx - form.yy) / 2;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const unit = (v: number, [low, high]: readonly [number, number]): number =>
    Math.round(((v - low) / (high - low)) * UNITS);
  const path = (level: number): string => {
    const [a, b] = [Math.sqrt(level / (middle + half)), Math.sqrt(level / (middle - half))];
    const corners = Array.from({ length: CORNERS }, (_, k) => {
      const t = (2 * Math.PI * k) / CORNERS;
      const [u, v] = [a * Math.cos(t), b * Math.sin(t)];
      return `${unit(u * cos - v * sin, x)} ${UNITS - unit(u * sin + v * cos, y)}`;
    });
    return level > 0 ? `M${corners.join('L')}z` : '';
  };
  return terrainOf(levels.map((level, rank) => ({ level, rank, path: path(level) })));
}

/** Where in the box the first point of a traced path comes to lie; undefined of an empty path. */
export function beginningOver(path: string, { left, top, right, bottom }: Box): Point | undefined {
  const [, x, y] = /^M\s*(-?[\d.]+)[\s,]+(-?[\d.]+)/.exec(path) ?? [];
  if (x === undefined || y === undefined) return undefined;
  return [left + (Number(x) / UNITS) * (right - left), top + (Number(y) / UNITS) * (bottom - top)];
}

/** The transform that stretches traced paths over a box. */
export function stretchedOver({ left, top, right, bottom }: Box): string {
  return `translate(${round(left)} ${round(top)}) scale(${((right - left) / UNITS).toPrecision(6)} ${((bottom - top) / UNITS).toPrecision(6)})`;
}

/** The map, filled and lined, stretched over a box; every fifth line is heavier. */
export function terrainMap(terrain: Terrain, box: Box): SVGTemplateResult {
  const [w, h] = [box.right - box.left, box.bottom - box.top];
  const tint = (rank: number): number => Math.min(11, Math.round((rank / terrain.tinted) * 11));
  return svg`<g aria-hidden="true">
    <rect class="gd-terrain-11" x=${round(box.left)} y=${round(box.top)} width=${round(w)} height=${round(h)}></rect>
    <g transform=${stretchedOver(box)}>${terrain.bands.map(
      (b) =>
        svg`<path class=${`gd-terrain-${tint(b.rank)} gd-contour-${b.rank % 5 === 2 ? 'heavy' : 'thin'}`} vector-effect="non-scaling-stroke" d=${b.path}></path>`,
    )}</g>
  </g>`;
}
