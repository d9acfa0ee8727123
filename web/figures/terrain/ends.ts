/** Where starts end: the bottoms by depth, each with its letter and tint, and what ends nowhere. */
import type { BasinMap } from '../../engine/engine';
import { significant } from '../../plot/format';
import { racers, terrainSteps } from '../../style/tokens';
import type { Pair } from './grounds';

export interface Bottom {
  /** Its number in the engine's answer. */
  readonly index: number;
  readonly at: Pair;
  readonly loss: number;
  /** `A` is the lowest; empty where there are too many. */
  readonly letter: string;
  /** Name of its colour's token. */
  readonly tint: string;
  /** Share of the map whose starts end here. */
  readonly share: number;
}

export interface Ends {
  /** Lowest first. */
  readonly bottoms: readonly Bottom[];
  /** Shares of starts that leave, that are not at rest in time, and that rest where there is no bottom. */
  readonly leaving: number;
  readonly roaming: number;
  readonly resting: number;
}

/** In the racers' palette: the path's own blue and the ink come last. */
const TINTS = [2, 1, 3, 5, 6, 7, 0, 4] as const;
/** With more, tints tell depth instead: as on any map, low ground is cool. */
export const MOST_LETTERS = TINTS.length;
/** Losses nearer to each other than this share of their range are equally deep. */
const LEVEL = 1e-6;

export const racerOf = (tint: string): number => Number(tint.slice(tint.lastIndexOf('-') + 1)) % racers.light.length;

export function endsOf(map: BasinMap): Ends {
  const counts = new Map<number, number>();
  for (const end of map.end) counts.set(end, (counts.get(end) ?? 0) + 1);
  const share = (end: number): number => (counts.get(end) ?? 0) / Math.max(1, map.end.length);
  const values = Array.from(map.minimumValues);
  const near = LEVEL * (Math.max(...values) - Math.min(...values));
  const order = values
    .map((_, i) => i)
    .sort((a, b) => {
      const fall = values[a]! - values[b]!;
      return Math.abs(fall) <= near ? a - b : fall;
    });
  const few = order.length <= MOST_LETTERS;
  const bottoms = order.map((index, rank) => ({
    index,
    at: [map.minima[2 * index]!, map.minima[2 * index + 1]!] as const,
    loss: values[index]!,
    letter: few ? String.fromCharCode(65 + rank) : '',
    tint: few ? `racer-${TINTS[rank]}` : `terrain-${Math.round((rank / (order.length - 1)) * (terrainSteps - 1))}`,
    share: share(index),
  }));
  return { bottoms, leaving: share(-2), roaming: share(-3), resting: share(-4) + share(-5) };
}

/** The bottom at a place, if it is one. */
export function bottomAt({ bottoms }: Ends, [x, y]: Pair, within: number): Bottom | undefined {
  return bottoms.find(({ at }) => Math.hypot(at[0] - x, at[1] - y) <= within);
}

/** What is left of a bottom of 0 by rounding is 0. */
export const depth = (loss: number): string => significant(Math.abs(loss) < 1e-9 ? 0 : loss);
