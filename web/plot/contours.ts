/** A loss as terrain: filled bands and lines. Those of a bowl are written here, all others are traced: {@link ./tracing}. */
import { svg, type SVGTemplateResult } from 'lit';
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

/** @param bands lowest first */
export function terrainOf(bands: readonly Band[], tinted = bands.length): Terrain {
  return { bands: [...bands].reverse(), tinted };
}

/** Corners an ellipse is drawn with: as smooth as any screen shows. */
const CORNERS = 72;

/**
 * Of a bowl, `xx x^2 + 2 xy x y + yy y^2` with both curvatures positive, whose levels are ellipses:
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
