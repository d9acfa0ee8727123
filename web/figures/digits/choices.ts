/** What a reader can set of the digits, the network that reads them, and the pad. */
import type { Activation } from '../../engine/engine';
import { choice, flag, number, optionalNumber, type Values } from '../settings';
import { inkSetting, type Ink } from './ink';
import { layersSetting } from './layers';

export const SOURCES = ['generated', 'few', 'first', 'all', 'own'] as const;
export const SQUASHES = ['relu', 'sigmoid', 'tanh', 'leaky_relu', 'gelu'] as const satisfies Activation[];
export const OPTIMIZERS = ['gradient_descent', 'momentum', 'nesterov', 'rmsprop', 'adam'] as const;
export const PANELS = ['learning', 'mixups', 'row', 'nudges', 'mine', 'scribbles', 'dials', 'digits'] as const;
/** Rates that the slider offers. */
export const RATES = { min: 0.0001, max: 10 } as const;
/** Lengths of the one update on the reader's own digit. */
export const MINE = { min: 0.0003, max: 0.3 } as const;
export const MOST_EPOCHS = 40;
/** Where the time line stands at first: at the end of the usual training. */
export const FIRST_STEP = 1250;

/** A 4 whose gap is nearly closed. */
export const FOUR: Ink = [
  [11.7, 6.4, 10.2, 10.1, 8.3, 14.7, 8.2, 15.7, 10.5, 16.4, 13.6, 16.3, 16.8, 15.7, 17.7, 15.5],
  [17.8, 6.2, 17.5, 10.2, 17.2, 14.5, 16.9, 18.7, 16.6, 23.8],
];

export const settings = {
  data: choice('digits to learn from', SOURCES, 'generated'),
  /** Of the generated ones. */
  count: number({ label: 'digits', initial: 4000, min: 500, max: 20000, whole: true }),
  /** What it is tested on: more of the kind it learns from, or people's handwriting. */
  tested: choice('tested on', ['alike', 'real'], 'alike'),
  layers: layersSetting,
  activation: choice('squash', SQUASHES, 'relu'),
  loss: choice('loss', ['cross_entropy', 'squared_error'], 'cross_entropy'),
  optimizer: choice('optimizer', OPTIMIZERS, 'gradient_descent'),
  rate: number({ label: 'learning rate', initial: 0.1, min: 1e-6, max: 100 }),
  batch: number({ label: 'batch', initial: 32, min: 1, max: 1000, whole: true }),
  epochs: number({ label: 'epochs', initial: 10, min: 1, max: MOST_EPOCHS, whole: true }),
  /** Of the weights that are drawn. */
  seed: number({ label: 'start', initial: 1, min: 0, max: 1e6, whole: true }),
  ink: inkSetting(FOUR),
  /** An unseen digit that lies under the ink. */
  digit: optionalNumber({ label: 'unseen digit', min: 0, max: 9999, whole: true }),
  panel: choice('panel', PANELS, 'learning'),
  /** Of the first row, counted from 1. */
  neuron: number({ label: 'neuron', initial: 1, min: 1, max: 256, whole: true }),
  /** What the reader says their own digit is. */
  meant: optionalNumber({ label: 'meant as', min: 0, max: 9, whole: true }),
  ownStep: number({ label: 'own step', initial: 0.003, ...MINE }),
  /** How many scribbles of 100 are answered surer than 0.9. */
  guess: optionalNumber({ label: 'guess', min: 0, max: 100 }),
  revealed: flag('scribbles counted'),
};

/** Those that only ask about a training, or about the pad. */
export const light = ['ink', 'digit', 'panel', 'neuron', 'meant', 'ownStep', 'guess', 'revealed'] as const;

export type Settings = Values<typeof settings>;
