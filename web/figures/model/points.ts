/** Points a line is fitted to: the setting that holds them, and the scales they can be measured in. */
import hubbleTable from '../tables/hubble.csv?raw';
import { rowsOf } from '../tables/rows';
import { numbers, Problem, type Setting } from '../settings';

/** x, y, x, y, ...; an empty list stands for Hubble's galaxies. */
export type Points = readonly number[];

export const MOST_POINTS = 1000;
/** What fits in a link that still survives being mailed. */
export const MOST_LINKED = 60;
/** Largest coordinate; its square is still exact enough to add up a thousand of. */
export const FARTHEST = 1e9;
/** Smaller coordinates count as zero: slopes between them would leave the numbers there are. */
export const TINIEST = 1e-30;

const pairs = numbers({
  label: 'points',
  initial: [],
  min: -FARTHEST,
  max: FARTHEST,
  fewest: 2,
  most: 2 * MOST_POINTS,
});
const HUBBLE = 'hubble';
const LEFT_OUT = 'left-out';

/** `hubble`, or up to 1,000 points as `x,y,x,y`. Longer lists than a link can hold are written as `left-out`. */
export const pointsSetting: Setting<Points> = {
  label: 'points',
  initial: [],
  accepts: `“${HUBBLE}”, or 1 to ${MOST_POINTS} points as x,y,x,y with numbers from -1e9 to 1e9`,
  read: (text) => {
    if (text.trim() === HUBBLE) return [];
    if (text.trim() === LEFT_OUT)
      return new Problem(
        `the link leaves its points out, since it can hold only ${MOST_LINKED}; ask for the file they came from`,
      );
    const values = pairs.read(text);
    if (values instanceof Problem) return values;
    return values.length % 2 ? new Problem('the last point has no y') : values;
  },
  write: (points) => {
    if (points.length === 0) return HUBBLE;
    return points.length > 2 * MOST_LINKED ? LEFT_OUT : pairs.write(points);
  },
};

/** Hubble's galaxies. */
export const hubble: Points = rowsOf(hubbleTable);

export const SCALES = ['given', 'million_light_years', 'standardised'] as const;
export type ScaleName = (typeof SCALES)[number];

/** What the model is told instead of x: (x - shift) * factor. */
export interface Scale {
  readonly shift: number;
  readonly factor: number;
}

/** 648,000 / pi astronomical units in a parsec, 63,241.077 of them in a light year (IAU 2015). */
const LIGHT_YEARS_PER_PARSEC = 3.261563777;

/** Standardised: mean 0 and standard deviation 1; points that share one x are only shifted. */
export function scaleOf(name: ScaleName, points: Points): Scale {
  if (name === 'given') return { shift: 0, factor: 1 };
  if (name === 'million_light_years') return { shift: 0, factor: LIGHT_YEARS_PER_PARSEC };
  const count = points.length / 2;
  let mean = 0;
  for (let i = 0; i < points.length; i += 2) mean += (points[i] ?? 0) / count;
  let variance = 0;
  for (let i = 0; i < points.length; i += 2) variance += ((points[i] ?? 0) - mean) ** 2 / count;
  // Below rounding error, a spread is no spread.
  const spread = Math.sqrt(variance);
  return { shift: mean, factor: spread > 1e-12 * (Math.abs(mean) + Number.MIN_VALUE) ? 1 / spread : 1 };
}

export const scaled = (x: number, s: Scale): number => (x - s.shift) * s.factor;

/** The dials that draw the same line once x is measured in `to` instead of `from`. */
export function sameLine(
  weight: number,
  bias: number,
  from: Scale,
  to: Scale,
): { readonly weight: number; readonly bias: number } {
  const slope = weight * from.factor;
  return { weight: slope / to.factor, bias: bias + slope * (to.shift - from.shift) };
}
