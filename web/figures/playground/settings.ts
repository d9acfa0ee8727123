/** What a reader can set: a function and its map, runs on it, a network instead, and what a teacher's link takes away. */
import { choice, flag, number, numbers, optionalNumber, words, type Values } from '../settings';
import { VALLEYS } from './grounds';
import { lineup } from './lineup';
import { partList } from './parts';

/** What stands below the time bar, one at a time. */
export const PANELS = ['runs', 'losses', 'numbers', 'code', 'link', 'embed', 'class'] as const;
export type Panel = (typeof PANELS)[number];

export const DATA = ['moons', 'circle', 'xor', 'spiral'] as const;
export const SQUASHES = ['tanh', 'sigmoid', 'relu', 'linear'] as const;
export const GOALS = ['none', 'below', 'within', 'valley'] as const;
export type GoalKind = (typeof GOALS)[number];

/** Farther away is no place for a start or a map. */
const FAR = 1e6;

export const settings = {
  mode: choice('what is descended', ['function', 'network'], 'function'),
  formula: words({ label: 'loss, a formula', initial: VALLEYS.formula, longest: 200 }),
  middle: numbers({ label: 'middle of the map', initial: VALLEYS.middle, min: -FAR, max: FAR, fewest: 2, most: 2 }),
  reach: number({ label: 'how far the map reaches up and down', initial: VALLEYS.reach, min: 1e-6, max: FAR }),
  x: number({ label: 'start, first weight', initial: VALLEYS.x, min: -FAR, max: FAR }),
  y: number({ label: 'start, second weight', initial: VALLEYS.y, min: -FAR, max: FAR }),
  runs: lineup('runs', VALLEYS.runs),
  steps: number({ label: 'steps', initial: VALLEYS.steps, min: 1, max: 1000, whole: true }),
  noise: number({ label: 'noise on the gradient', initial: 0, min: 0, max: 100 }),
  seed: number({ label: 'seed of noise and first weights', initial: 1, min: 1, max: 1_000_000, whole: true }),
  data: choice('points for the network', DATA, 'moons'),
  layers: numbers({ label: 'neurons in each hidden layer', initial: [4], min: 1, max: 8, fewest: 1, most: 2 }),
  squash: choice('squash', SQUASHES, 'tanh'),
  batch: number({ label: 'batch, 0 for all points', initial: 0, min: 0, max: 120, whole: true }),
  picked: number({ label: 'chosen run', initial: 3, min: 1, max: 6, whole: true }),
  panel: choice('panel', PANELS, 'runs'),
  /** Which of the three still ends where it did. */
  guess: optionalNumber({ label: 'guess at the run that stays', min: 1, max: 3, whole: true }),
  revealed: flag('wager answered'),
  goal: choice('goal', GOALS, 'none'),
  goalSteps: number({ label: 'steps of the goal', initial: 60, min: 1, max: 1000, whole: true }),
  goalLoss: number({ label: 'loss of the goal', initial: -0.9, min: -1e9, max: 1e9 }),
  goalAt: numbers({ label: 'valley of the goal', initial: [-0.74, 0], min: -FAR, max: FAR, fewest: 2, most: 2 }),
  /** What readers of a teacher's link see and cannot change, and what they do not see. */
  locked: partList('seen only'),
  without: partList('hidden'),
};

export type Settings = Values<typeof settings>;
