/** Where the bottoms lie from a place, and how straight down lies to them. */
import { around, between, type Place } from './place';
import type { Pair, Survey } from './survey';

const away = ([x, y]: Pair, [mx, my]: Pair): number => Math.hypot(mx - x, my - y);

/** The nearest bottom; undefined where the ball lies in it. */
export function nearestBottom(at: Pair, { minima }: Pick<Survey, 'minima'>): Pair | undefined {
  const [nearest] = [...minima].sort((a, b) => away(at, a) - away(at, b));
  return nearest && away(at, nearest) > 0.05 ? nearest : undefined;
}

/** In which direction a place lies from another, in degrees. */
export const bearing = ([x, y]: Pair, [tx, ty]: Pair): number => around((Math.atan2(ty - y, tx - x) * 180) / Math.PI);

/** By how much the steepest way down misses the nearest bottom, and how far away that is; undefined without either. */
export function straightOff(
  place: Place,
  survey: Pick<Survey, 'minima'>,
): { angle: number; distance: number } | undefined {
  const bottom = nearestBottom(place.at, survey);
  if (!bottom || place.uphill === undefined) return undefined;
  return { distance: away(place.at, bottom), angle: between(place.uphill + 180, bearing(place.at, bottom)) };
}
