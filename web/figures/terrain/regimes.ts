/** What rates do on a landscape: how far its axis reaches, where small maps are made, and what a rate means at the bottom. */
import { tidy } from '../../parts/slider';
import type { Ground } from './grounds';

export interface Rates {
  /** Where the axis ends; it begins at 0. */
  readonly top: number;
  /** One key press, and what a dragged rate is rounded to. */
  readonly grain: number;
  /** Rates that small maps are made at, ascending. */
  readonly asked: readonly number[];
  /** Rates up to which a ball near the lowest bottom comes straight in, and up to which it comes to rest there at all. */
  readonly glides: number;
  readonly rests: number;
}

/** As shares of the rates worth asking at. */
const SPREAD = [0.2, 0.5, 0.75, 0.95] as const;
/** How far the axis shows what lies beyond the last rate that leads to rest. */
const BEYOND = 1.1;

/** One, two or five of a power of ten, at most `value`. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const mantissa = [5, 2, 1].find((m) => m * power <= value * (1 + 1e-9)) ?? 1;
  return Number((mantissa * power).toPrecision(1));
}

/** A bottom this much too sharp for the landscape's usual rate is a kink, and has no curvature to speak of. */
const KINK = 100;

/** @param curvature the largest one at the lowest bottom; 0 where there is no bottom */
export function ratesFor({ rate, most, asked }: Ground, curvature: number): Rates {
  const rests = curvature > 0 && (2 / curvature) * KINK > rate ? 2 / curvature : Infinity;
  const top = Number.isFinite(rests) ? Math.min(most, tidy(BEYOND * rests, true)) : most;
  const usable = Math.min(top, rests);
  return {
    top,
    grain: roundStep(top / 120),
    asked: asked ?? SPREAD.map((share) => Number((share * usable).toPrecision(2))),
    glides: rests / 2,
    rests,
  };
}

/** What a rate does to a ball near the lowest bottom, in a word; empty where there is none. */
export function manner(rate: number, { glides, rests }: Rates): string {
  if (!Number.isFinite(rests)) return '';
  return rate <= glides ? 'straight in' : rate <= rests ? 'swings in' : 'finds no rest';
}

/** A rate that a hand chose: one of the beads where it is near enough, otherwise a round number. */
export function chosenRate(value: number, { top, grain, asked }: Rates, near: number): number {
  const bead = asked.find((rate) => Math.abs(rate - value) <= near);
  const rounded = Math.round(value / grain) * grain;
  return bead ?? Number(Math.min(top, Math.max(grain / 10, rounded)).toPrecision(6));
}
