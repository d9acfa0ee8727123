/** What a reader can set of a network and its points. */
import type { Activation } from '../../engine/engine';
import { choice, flag, number, optionalNumber, type Values } from '../settings';
import { inputsSetting, layersSetting, pointsSetting, weightsSetting } from './lists';

export const SETS = ['moons', 'circle', 'xor', 'spiral', 'blobs', 'three', 'own'] as const;
export const SQUASHES = ['tanh', 'sigmoid', 'relu', 'leaky_relu', 'gelu', 'linear'] as const satisfies Activation[];
export const OPTIMIZERS = ['gradient_descent', 'momentum', 'nesterov', 'rmsprop', 'adam'] as const;
export const LIMITS = ['1500', '6000', '24000'] as const;
export const PANELS = ['neuron', 'learning', 'data', 'network', 'dials', 'starts'] as const;
export const GUESSES = ['none', 'turns', 'sea', 'land'] as const;
/** Updates after which the hundred starts are looked at. */
export const CHECKS = [100, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 7000, 10000] as const;
/** Where the time line stands at first. */
export const FIRST_STEP = 500;
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

export type Settings = Values<typeof settings>;
