/** The lines of a loss from a grid of values: what takes longest about a map, and not every map needs. */
import { contours as d3contours } from 'd3-contour';
import { logLevels, terrainOf, UNITS, type Band, type Field, type Terrain } from './contours';
import { fewerCorners, type Point } from './corners';

/** Units by which a line may miss its traced points: an eighth of a pixel on a map 1,250 pixels wide. */
const MISS = 0.5;

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
