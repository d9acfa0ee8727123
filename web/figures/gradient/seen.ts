/** What a reader can set of the two dials, what is computed from it, and so what every part of the figure sees. */
import { LOOKS, type Look } from '../../plot/look';
import type { Descent } from '../descent';
import type { Model, View } from '../figure';
import { choice, flag, number, optionalNumber } from '../settings';
import type { Place } from './place';
import { landscapeNames, type Pair, type Survey } from './survey';

export const RATES = { min: 0.0005, max: 3 } as const;
export const CONDITIONS = { min: 1, max: 50 } as const;
export const HOME: Look = { turn: 24, tilt: 36 };
/** What stands below the map, one at a time. */
export const PANELS = ['cuts', 'compass', 'promise', 'surface', 'steps', 'more'] as const;

export const settings = {
  function: choice('landscape', landscapeNames, 'bowl'),
  /** Of the two bowls: how many times steeper they bend across than along. */
  condition: number({ label: 'condition number', initial: 4, ...CONDITIONS }),
  x: number({ label: 'start x', initial: -3, min: -5, max: 5 }),
  y: number({ label: 'start y', initial: 2, min: -5, max: 5 }),
  rate: number({ label: 'learning rate', initial: 0.15, ...RATES }),
  /** Degrees, counter-clockwise from the first dial. */
  needle: number({ label: 'needle', initial: 15, min: 0, max: 360 }),
  guess: optionalNumber({ label: 'guess', min: 0, max: 360 }),
  /** Whether the compass is open before it has been guessed at. */
  revealed: flag('compass open'),
  panel: choice('panel', PANELS, 'cuts'),
  /** Which of the two cuts is looked at. */
  cut: choice('cut looked at', ['both', 'x', 'y'], 'both'),
  log: choice('loss axis', ['linear', 'log'], 'linear'),
  turn: number({ label: 'surface turned', initial: HOME.turn, min: 0, max: 360 }),
  tilt: number({ label: 'surface tilted', initial: HOME.tilt, min: LOOKS.tilt[0], max: LOOKS.tilt[1] }),
};

export interface Gradient extends Model {
  readonly run: Descent;
  readonly survey: Survey;
  /** Largest curvature where the run ends, or at the bottom. */
  readonly curvature: number;
  readonly placeAt: (at: Pair) => Place;
}
export type Seen = View<typeof settings, Gradient>;

export const placeOf = (v: Seen): Place => v.model.placeAt([v.model.run.at(v.time, 0), v.model.run.at(v.time, 1)]);

/** The static picture is open, and so is a run under way: who goes on without guessing has skipped it. */
export const isOpen = (v: Seen): boolean => v.settings.revealed || v.time > 0 || v.local['still'] === true;

/** The needle is asked about on its compass only. */
export const asksNeedle = (v: Seen): boolean => isOpen(v) && v.settings.panel === 'compass';

export function nextOf(v: Seen): Pair | undefined {
  const { run, steps } = v.model;
  // A slowed step looks at the slopes first.
  return v.step < steps && v.beat !== 'look' ? [run.parameter(v.step + 1, 0), run.parameter(v.step + 1, 1)] : undefined;
}
