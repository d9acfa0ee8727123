/** What a reader can set of the race, what is computed from it, and so what every part of the figure sees. */
import type { View } from '../figure';
import { curveNames, type CurveName } from '../profile';
import { choice, flag, number, numbers, optionalNumber, type Values } from '../settings';
import { RATES, type Ball, type Race } from './race';
import type { Span } from './sweep';

export const FOUR = [0.02, 0.2, 0.9, 1.05] as const;
/** What stands below the time bar. `none`: nothing, and the rate axis without its sweep. */
export const PANELS = ['step', 'losses', 'more', 'none'] as const;
export type Panel = (typeof PANELS)[number];
/** Furthest right and left that the rate axis may end. */
export const REACH = { min: 0.0012, max: 12 } as const;

export const settings = {
  function: choice('curve', curveNames, 'parabola'),
  /** Of the parabola; 2 is w² + 5. */
  curvature: number({ label: 'curvature', initial: 2, min: 0.2, max: 2000 }),
  /** Held within the part of the curve that is drawn. */
  start: number({ label: 'start', initial: 3, min: -10, max: 10 }),
  rates: numbers({ label: 'learning rates', initial: FOUR, ...RATES, fewest: 4, most: 4 }),
  /** Stands in for the chosen ball's entry in `rates`: one rate to care about, beside three to compare it with. */
  rate: optionalNumber({ label: "chosen ball's learning rate", ...RATES }),
  /** Whose arithmetic is shown. */
  chosen: number({ label: 'chosen ball', initial: 2, min: 1, max: 4, whole: true }),
  guess: optionalNumber({ label: 'guess', ...RATES }),
  /** Whether the sweep is shown before it has been guessed at. */
  revealed: flag('sweep revealed'),
  log: choice('loss axis', ['linear', 'log'], 'linear'),
  panel: choice('panel', PANELS, 'step'),
  axis: choice('rate axis', ['linear', 'log'], 'linear'),
  /** Of parabolas: `kept`, that of w² + 5 for all of them; `fitted`, as much higher as they are steeper. */
  frame: choice('loss frame', ['kept', 'fitted'], 'kept'),
  /** Where a linear rate axis ends; none: as far as the curve and the four rates ask for. */
  reach: optionalNumber({ label: 'end of the rate axis', ...REACH }),
};

export type Settings = Values<typeof settings>;
export type Seen = View<typeof settings, Race>;

/** Where the rate axis ends unless somebody says otherwise: a little beyond the edge. */
const ENDS: Readonly<Record<CurveName, number>> = { parabola: 1.2, linex: 3, double_well: 0.3 };
const LONGER = [0.3, 0.6, 1.2, 3, 6, 12] as const;

/** The four rates as they are: `rate` in the chosen ball's place. */
export function ratesOf(s: Settings): readonly number[] {
  return s.rates.map((r, i) => (i === s.chosen - 1 ? (s.rate ?? r) : r));
}

/** Before another ball is chosen or changed, `rate` moves into the ball that it was meant for. */
export const settled = (s: Settings): Partial<Settings> => (s.rate === null ? {} : { rates: ratesOf(s), rate: null });

export function spanOf(s: Settings): Span {
  const needed = Math.max(ENDS[s.function], ...ratesOf(s));
  return { kind: s.axis, to: s.reach ?? LONGER.find((end) => end >= needed) ?? REACH.max };
}

/** An axis under a hand stays as long as it is, whatever the hand does to the rates. */
export const held = (s: Settings): Partial<Settings> => (s.axis === 'linear' ? { reach: spanOf(s).to } : {});

/** The ball that is looked at; of a pinned race, the same one. */
export const chosenBall = (race: Race, s: Settings): Ball | undefined => race.balls[s.chosen - 1];

export function choose(v: Seen, ball: number): void {
  if (ball !== v.settings.chosen - 1) v.set({ ...settled(v.settings), chosen: ball + 1 }, { keepTime: true });
}
