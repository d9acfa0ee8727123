/** What a reader can set of a network and its points, and so what every part of the figure sees. */
import type { Activation, Table } from '../../engine/engine';
import type { Ending } from '../descent';
import type { Model, View } from '../figure';
import { choice, flag, number, optionalNumber } from '../settings';
import type { Examples, Points } from './examples';
import type { Ground } from './ground';
import { inputsSetting, layersSetting, pointsSetting, weightsSetting } from './lists';
import type { Net } from './net';
import type { Training } from './training';

export const SETS = ['moons', 'circle', 'xor', 'spiral', 'blobs', 'three', 'own'] as const;
export const SQUASHES = ['tanh', 'sigmoid', 'relu', 'leaky_relu', 'gelu', 'linear'] as const satisfies Activation[];
export const OPTIMIZERS = ['gradient_descent', 'momentum', 'nesterov', 'rmsprop', 'adam'] as const;
export const LIMITS = ['1500', '6000', '24000'] as const;
export const PANELS = ['neuron', 'learning', 'data', 'network', 'dials', 'starts'] as const;
export const GUESSES = ['none', 'turns', 'sea', 'land'] as const;
/** Updates after which the hundred starts are looked at. */
export const CHECKS = [100, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 7000, 10000] as const;
/** Rates that the slider offers. */
export const RATES = { min: 0.001, max: 10 } as const;

export const settings = {
  data: choice('points', SETS, 'moons'),
  points: pointsSetting,
  noise: number({ label: 'noise', initial: 0.1, min: 0, max: 0.5 }),
  /** Of the points that are drawn. */
  draw: number({ label: 'draw', initial: 1, min: 0, max: 1e6, whole: true }),
  count: number({ label: 'points', initial: 120, min: 20, max: 400, whole: true }),
  unseen: number({ label: 'unseen share', initial: 0, min: 0, max: 0.8 }),
  inputs: inputsSetting,
  layers: layersSetting,
  activation: choice('squash', SQUASHES, 'tanh'),
  /** Of the last neuron, where the loss does not squash itself. */
  last: choice('last neuron', ['tanh', 'linear'], 'tanh'),
  loss: choice('loss', ['squared_error', 'cross_entropy'], 'squared_error'),
  optimizer: choice('optimizer', OPTIMIZERS, 'gradient_descent'),
  rate: number({ label: 'learning rate', initial: 0.2, min: 1e-6, max: 100 }),
  /** 0: all of them. */
  batch: number({ label: 'batch', initial: 10, min: 0, max: 400, whole: true }),
  decay: number({ label: 'weight decay', initial: 0, min: 0, max: 1 }),
  updates: choice('updates', LIMITS, '1500'),
  /** Of the weights that are drawn. */
  seed: number({ label: 'start', initial: 392, min: 0, max: 1e6, whole: true }),
  weights: weightsSetting,
  /** Counted from 1 through all layers; the last is the answer. */
  neuron: number({ label: 'neuron', initial: 3, min: 1, max: 40, whole: true }),
  x: number({ label: 'x of the crosshair', initial: 0.62, min: -20, max: 20 }),
  y: number({ label: 'y of the crosshair', initial: 0.36, min: -20, max: 20 }),
  /** Weighed, added, squashed: how much of it is shown. */
  beat: number({ label: 'beat', initial: 3, min: 1, max: 3, whole: true }),
  panel: choice('panel', PANELS, 'neuron'),
  /** Of what a neuron's coast does when its bias is pushed up. */
  guess: choice('guess', GUESSES, 'none'),
  /** The update at which the bias stands pushed; at others it does not. */
  pushed: optionalNumber({ label: 'pushed at update', min: 0, max: 24000, whole: true }),
  revealed: flag('guess answered'),
  log: choice('loss axis', ['linear', 'log'], 'linear'),
};

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
export type Settings = Seen['settings'];
