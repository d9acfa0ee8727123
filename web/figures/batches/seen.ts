/** What a reader can set of batches, what is computed from it, and so what every part of the figure sees. */
import type { Descent } from '../descent';
import type { Model, View } from '../figure';
import { choice, flag, number, optionalNumber } from '../settings';
import type { Cloud, Needles, Theory } from './cloud';
import type { Deck } from './deck';
import { EXAMPLES } from './geyser';
import type { Race } from './race';
import type { Pair, Survey } from './survey';

export const RATES = { min: 0.002, max: 1 } as const;
export const PANELS = ['asked', 'cloud', 'clocks', 'rest', 'more'] as const;
/** The wager: from a batch of so many to one of four times as many. */
export const FEW = 8;
export const MANY = 4 * FEW;

export const settings = {
  weight: number({ label: 'start weight', initial: -0.2, min: -8, max: 8 }),
  bias: number({ label: 'start bias', initial: 7.2, min: 2, max: 12 }),
  batch: number({ label: 'batch', initial: FEW, min: 1, max: EXAMPLES, whole: true }),
  rate: number({ label: 'learning rate', initial: 0.12, ...RATES }),
  schedule: choice('rate over time', ['constant', 'falling'], 'constant'),
  order: choice('order', ['shuffled', 'sorted'], 'shuffled'),
  seed: number({ label: 'shuffle', initial: 1, min: 1, max: 9999, whole: true }),
  /** How wide the cloud of {@link MANY} is, as a share of that of {@link FEW}. */
  guess: optionalNumber({ label: 'guess', min: 0.02, max: 2 }),
  revealed: flag('wider batch asked'),
  panel: choice('panel', PANELS, 'asked'),
  against: choice('axis', ['updates', 'examples'], 'updates'),
};

/** What is seen at one place: every example's own gradient, and what batches make of them. */
export interface Place {
  readonly at: Pair;
  readonly needles: Needles;
  readonly cloud: Cloud;
  readonly theory: Theory;
}

export interface Batched extends Model {
  readonly run: Descent;
  /** From the same start at the same rate, but asking everybody before each update. */
  readonly whole: Descent;
  /** The same batches, with the rate the other way: constant instead of falling, and vice versa. */
  other(): Descent;
  readonly survey: Survey;
  readonly perEpoch: number;
  /** The loss over all examples at every update of a run. */
  lossesOf(run: Descent): Float64Array;
  deckAt(step: number): Deck;
  placeAt(at: Pair): Place;
  /** The spread of a cloud of so many draws of each size, at a place. */
  measured(at: Pair, sizes: readonly number[]): readonly number[];
  race(): Race;
  /** How high the loss climbs above the lowest in the last epoch: the mean over {@link shuffles} shuffles. */
  strays(): number;
  readonly shuffles: number;
}

export type Seen = View<typeof settings, Batched>;

export const placeOf = (v: Seen): Place => v.model.placeAt([v.model.run.at(v.time, 0), v.model.run.at(v.time, 1)]);

/** Whether the wager is answered: by its button, or by a hand that asked so many. */
export const known = (v: Seen): boolean => v.settings.revealed || v.settings.batch >= MANY;

/** A wager about draws has no place where nothing is drawn at random. */
export const asks = (v: Seen): boolean => v.settings.order === 'shuffled' && !known(v);

/** Whether the guess stands in the picture. */
export const wagers = (v: Seen): boolean => v.settings.order === 'shuffled' && (asks(v) || v.settings.guess !== null);
