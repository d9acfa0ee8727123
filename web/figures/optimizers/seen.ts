/** What a reader can set of a race, what is computed from it, and so what every part of the figure sees. */
import type { Engine } from '../../engine/engine';
import type { View } from '../figure';
import { choice, flag, number, optionalNumber, words, type Values } from '../settings';
import { landscapes, type LandscapeName } from './landscapes';
import type { Race } from './race';
import { MOST, type Rolls } from './rolls';
import { nameList, tuning } from './tuning';

/** What stands below the map, one at a time; the last four behind "more". */
export const PANELS = ['momentum', 'race', 'step', 'guess', 'curves', 'dials', 'field', 'ground'] as const;
export type Panel = (typeof PANELS)[number];

/** Those behind "more". */
export const REPORTING = ['curves', 'dials', 'field', 'ground'] as const;
export type Reporting = (typeof REPORTING)[number];
export const isReporting = (panel: Panel): panel is Reporting => REPORTING.some((name) => name === panel);

/** What stands below the map where the panel is not about the dial. */
export type Strip = 'arrivals' | 'rails';

/** Who races unless somebody else is asked. */
export const FIELD = ['gradient_descent', 'momentum'] as const;

/** What the momentum dial is at unless somebody turns it: the usual value. */
export const USUAL = 0.9;

export const settings = {
  landscape: choice('landscape', landscapes, 'ravine'),
  /** Of bowl and ravine. */
  condition: number({ label: 'condition number', initial: 50, min: 1, max: 10_000 }),
  x: number({ label: 'start x', initial: -3.5, min: -10, max: 10 }),
  y: number({ label: 'start y', initial: -2.5, min: -10, max: 10 }),
  racers: nameList('racers on the field', FIELD),
  /** Whose step is open. */
  picked: words({ label: 'chosen racer', initial: 'momentum', longest: 40 }),
  /** The dial that the hand turns; `tuned` may have another value for it. */
  momentum: number({ label: 'momentum', initial: USUAL, min: 0, max: MOST }),
  dial: number({ label: 'dial looked at, 0 or 1', initial: 0, min: 0, max: 1, whole: true }),
  /** Hyper-parameters set by hand. */
  tuned: tuning('hyper-parameters'),
  panel: choice('panel', PANELS, 'momentum', { arrivals: 'race' }),
  against: choice('counting', ['steps', 'evaluations'], 'steps'),
  log: choice('loss axis', ['linear', 'log'], 'log'),
  /** How much of a bowl or ravine the map shows: near its start and its bottom, or all of it. */
  reach: choice('map', ['near', 'whole'], 'near'),
  guessMomentum: optionalNumber({ label: 'guess at the best momentum', min: 0, max: MOST }),
  swept: flag('steps for every momentum shown'),
  guessRound: words({ label: 'guess at condition number 1', initial: '', longest: 40 }),
  guessLong: words({ label: 'guess at condition number 1000', initial: '', longest: 40 }),
  revealed: flag('races of the prediction shown'),
};

export type Settings = Values<typeof settings>;

export interface Racing extends Race {
  /** Momentum as its dials are, and as they would be. */
  readonly rolls: Rolls;
  /** The same from the ground's own start. */
  readonly home: () => Rolls;
  /** For what is asked of it when a tab is opened. */
  readonly engine: Engine;
  /** Another landscape's own start. */
  readonly startOn: (name: LandscapeName) => readonly [number, number];
}
export type Seen = View<typeof settings, Racing>;

/** A change that leaves the time line where it is. */
export const still = { keepTime: true } as const;
