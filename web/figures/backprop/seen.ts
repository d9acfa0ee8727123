/** What a reader can set of a graph, what is computed from it, and so what every part of the figure sees. */
import type { CircuitState } from '../../engine/engine';
import type { Model, View } from '../figure';
import { choice, number, numbers, optionalNumber } from '../settings';
import { GRAPHS, type GraphSpec } from './graphs';
import type { Race } from './race';

/** What stands below the picture. `order` lets the reader ask; in `race` the picture is the race's. */
export const PANELS = ['box', 'order', 'race', 'graphs'] as const;

/** How far a hand can turn anything. */
export const REACH = 8;
/** Most questions of one's own. */
export const MOST_ASKED = 24;
/** Forks in a row that are counted. */
export const FORKS = 10;

export const settings = {
  graph: choice('graph', GRAPHS, 'network'),
  /** The graph's own where there are none, or too many or too few. */
  dials: numbers({ label: 'weights and biases', initial: [], min: -100, max: 100, fewest: 0, most: 9 }),
  inputs: numbers({ label: 'inputs', initial: [], min: -100, max: 100, fewest: 0, most: 2 }),
  wanted: optionalNumber({ label: 'wanted', min: -100, max: 100 }),
  /** Numbers of the nodes that the reader asked, in their order. */
  order: numbers({ label: 'your order', initial: [], min: 0, max: 20, fewest: 0, most: MOST_ASKED }),
  panel: choice('panel', PANELS, 'box'),
  guess: optionalNumber({ label: 'guess', min: -100, max: 100 }),
  /** The box that the guess is about. */
  guessFor: number({ label: 'box guessed', initial: 0, min: 0, max: 20 }),
  /** Of how many dials nudging prices while the sweep is made. */
  priced: optionalNumber({ label: 'dials guessed', min: 1, max: 1e6, whole: true }),
  forks: number({ label: 'forks in a row', initial: 1, min: 1, max: FORKS, whole: true }),
};

export interface Backprop extends Model {
  readonly graph: GraphSpec;
  readonly inputs: readonly number[];
  readonly dials: readonly number[];
  readonly wanted: number;
  /** Whether the reader asks, and so decides the order. */
  readonly yours: boolean;
  /** Steps of the time line that go forwards; the rest are questions backwards. */
  readonly forwards: number;
  /** Who is asked, in this order. */
  readonly order: readonly number[];
  /** After so many questions. */
  readonly after: (questions: number) => CircuitState;
  /** After all of them in the right order. */
  readonly whole: CircuitState;
  /** How often the first box works with 1, 2, ... forks in a row, if every arrival is handed on at once. */
  readonly ways: readonly number[];
  /** Only where it is looked at. */
  readonly race: Race | undefined;
}
export type Seen = View<typeof settings, Backprop>;

/** A change that leaves the time line where it is. */
export const still = { keepTime: true } as const;
