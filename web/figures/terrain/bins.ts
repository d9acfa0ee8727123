/** Where a hundred starts ended, counted by their final loss. */
import type { StartsSurvey } from '../../engine/engine';
import { bottomAt, type Bottom, type Ends } from './ends';
import type { Pair } from './grounds';

/** What is counted. */
export interface Counted {
  readonly survey: StartsSurvey;
  readonly ends: Ends;
  /** Places this near to a bottom belong to it. */
  readonly near: number;
}

/** How many bins. */
export const BINS = 32;

/** The bottom that run `k` found. */
export function endOf(survey: StartsSurvey, k: number, ends: Ends, near: number): Bottom | undefined {
  const end = survey.end[k]!;
  if (end < 0) return undefined;
  const at: Pair = [survey.minima[2 * end]!, survey.minima[2 * end + 1]!];
  return bottomAt(ends, at, near);
}

interface Bar {
  readonly tint: string;
  readonly letter: string;
  count: number;
}

/** Runs whose final loss is from `from` up to `to`. */
interface Bin {
  readonly from: number;
  readonly to: number;
  count: number;
  /** By bottom. */
  readonly bars: Map<string, Bar>;
}

export interface Histogram {
  readonly bins: readonly Bin[];
  /** Losses of the runs that did not leave the map: the extremes, and how many there are. */
  readonly lowest: number;
  readonly highest: number;
  readonly stayed: number;
}

export function binsOf({ survey, ends, near }: Counted): Histogram {
  const stays = (loss: number, k: number): boolean => Number.isFinite(loss) && survey.end[k] !== -2;
  const rested = survey.finalLoss.filter(stays);
  const [lowest, highest] = [Math.min(...rested), Math.max(...rested)];
  const margin = Math.max((highest - lowest) * 0.06, Math.abs(lowest) * 1e-3, 1e-3);
  const [low, side] = [lowest - margin, (highest - lowest + 2 * margin) / BINS];
  const bins = Array.from({ length: rested.length ? BINS : 0 }, (_, i): Bin => ({
    from: low + i * side,
    to: low + (i + 1) * side,
    count: 0,
    bars: new Map(),
  }));
  survey.finalLoss.forEach((loss, k) => {
    if (!stays(loss, k)) return;
    const bin = bins[Math.min(BINS - 1, Math.floor((loss - low) / side))]!;
    const bottom = endOf(survey, k, ends, near);
    const tint = bottom?.tint ?? '';
    const bar = bin.bars.get(tint) ?? { tint, letter: bottom?.letter ?? '', count: 0 };
    bar.count++;
    bin.count++;
    bin.bars.set(tint, bar);
  });
  return { bins, lowest, highest, stayed: rested.length };
}
