/** A loss as terrain: filled bands and lines from a grid of values. */
import { contours as d3contours } from 'd3-contour';
import { svg, type SVGTemplateResult } from 'lit';
import { round } from './curve';

export interface Field {
  /** Row by row, lowest y first, as the engine returns it. */
  readonly values: Float64Array;
  readonly columns: number;
  readonly rows: number;
}

export interface Terrain {
  readonly levels: readonly number[];
  /** One closed path per level, in the unit square with y pointing down. */
  readonly bands: readonly { readonly level: number; readonly rank: number; readonly path: string }[];
}

/** Levels evenly spaced in log(1 + (value - lowest) / scale), so that valleys keep their detail. */
export function logLevels(values: Float64Array, count: number): number[] {
  let low = Infinity;
  const finite: number[] = [];
  for (const v of values)
    if (Number.isFinite(v)) {
      finite.push(v);
      if (v < low) low = v;
    }
  if (!finite.length) return [];
  finite.sort((a, b) => a - b);
  const high = finite[Math.floor(finite.length * 0.995)] ?? low + 1;
  const middle = (finite[Math.floor(finite.length / 4)] ?? low) - low;
  const scale = Math.max(middle / 8, (high - low) * 1e-6, Number.MIN_VALUE);
  const top = Math.log1p((high - low) / scale);
  return Array.from({ length: count }, (_, i) => low + scale * Math.expm1((top * (i + 0.35)) / count));
}

/** Traces each level once; the result scales to any size without being traced again. */
export function traceTerrain(field: Field, count = 26): Terrain {
  const levels = logLevels(field.values, count);
  const { columns, rows } = field;
  const high = levels[levels.length - 1] ?? 1;
  const capped = Array.from(field.values, (v) => (Number.isFinite(v) ? v : high * 2));
  const trace = d3contours().size([columns, rows]).smooth(true);
  const bands = levels.map((level, rank) => {
    const shape = trace.contour(capped, level);
    const path = shape.coordinates
      .map((polygon) =>
        polygon
          .map((loop) =>
            loop
              .map((point, i) => {
                const px = ((point[0] ?? 0) - 0.5) / (columns - 1);
                const py = 1 - ((point[1] ?? 0) - 0.5) / (rows - 1);
                return `${i ? 'L' : 'M'}${unit(px)} ${unit(py)}`;
              })
              .join(''),
          )
          .join('Z'),
      )
      .join('Z');
    return { level, rank, path: path ? `${path}Z` : '' };
  });
  return { levels, bands };
}

/** Thousandths of the map, four digits: a tenth of a pixel on a map 1,000 pixels wide. */
const unit = (v: number): number => Math.round(v * 10000) / 10;

/**
 * The map, filled and lined, in a box. A band holds everything *above* its level, so they are painted
 * from the valley upwards, the lowest tint lying beneath them all.
 */
export function terrainMap(
  terrain: Terrain,
  box: { left: number; top: number; right: number; bottom: number },
): SVGTemplateResult {
  const [w, h] = [box.right - box.left, box.bottom - box.top];
  const last = Math.max(1, terrain.bands.length - 1);
  const transform = `translate(${round(box.left)} ${round(box.top)}) scale(${w / 1000} ${h / 1000})`;
  return svg`<g aria-hidden="true">
    <rect class="gd-terrain-0" x=${box.left} y=${box.top} width=${w} height=${h}></rect>
    <g transform=${transform}>
      ${terrain.bands.map(
        (b) =>
          svg`<path class=${`gd-terrain-${Math.min(11, Math.round((b.rank / last) * 11))}`} d=${b.path}></path>`,
      )}
      ${terrain.bands.map(
        (b) =>
          svg`<path class=${b.rank % 5 === 2 ? 'gd-contour-heavy' : 'gd-contour-thin'} vector-effect="non-scaling-stroke" d=${b.path}></path>`,
      )}
    </g>
  </g>`;
}
