/** What is computed from the settings, and so what every part of the figure sees. */
import type { Activation, Table } from '../../engine/engine';
import type { Ending } from '../descent';
import type { Model, View } from '../figure';
import type { settings, Settings } from './choices';
import type { Examples, Points } from './examples';
import type { Ground } from './ground';
import type { Net } from './net';
import type { Training } from './training';

/** Every neuron's weighted sums and answers on the grid of the maps, neuron by neuron. */
export interface Maps {
  readonly columns: number;
  readonly rows: number;
  readonly sums: readonly Float64Array[];
}

/** One place's numbers through the network. */
export interface Passing {
  /** Of every neuron, in the order of their numbers. */
  readonly sums: Float64Array;
  readonly answers: Float64Array;
}

/** How the points stand. */
export interface Judged {
  /** One for each point, the unseen ones last. */
  readonly wrong: readonly boolean[];
  readonly right: number;
  readonly unseenRight: number;
}

export interface Neurons extends Model {
  readonly net: Net;
  readonly ground: Ground;
  readonly examples: Examples;
  readonly training: Training;
  /** `undefined` while the run simply goes on. */
  readonly end: Ending | undefined;
  /** How the neurons of a layer squash. */
  squash(neuron: number): Activation;
  maps(parameters: Float64Array): Maps;
  passing(parameters: Float64Array, x: number, y: number): Passing;
  judge(parameters: Float64Array): Judged;
  /** A squash as a curve: sums and answers. */
  curve(squash: Activation, reach: number): { readonly x: Float64Array; readonly y: Float64Array };
  /** Without squashes all layers are one: its weights, one for each input, and last its bias. */
  collapsed(parameters: Float64Array): readonly number[];
  /** Mean loss and right answers of points the network learns from, or of those it never saw. */
  assess(update: number, which: 'seen' | 'unseen'): { readonly loss: number; readonly right: number };
  /** A few points of every set, to choose by. */
  samples(): ReadonlyMap<Settings['data'], Points>;
  readCsv(text: string): Table;
  /** Trains one hidden layer of so many neurons from a start of its own, and answers at each of {@link CHECKS} how many are wrong; yields where it may be interrupted. */
  trial(width: number, seed: number): Iterator<void, readonly number[]>;
  /** How many points descent gets right with no hidden neuron. */
  straightBest(): number;
}

export type Seen = View<typeof settings, Neurons>;
