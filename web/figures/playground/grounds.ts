/** What there is to begin from: presets that show something, each only text and numbers. */
import { spec, type Spec } from './lineup';

export type Pair = readonly [number, number];

export interface Place {
  readonly formula: string;
  /** Middle of the map, and how far it reaches up and down from there. */
  readonly middle: Pair;
  readonly reach: number;
  readonly x: number;
  readonly y: number;
  readonly runs: readonly Spec[];
  readonly steps: number;
}

export const VALLEYS: Place = {
  formula: 'sin(2x) cos(y) + (x^2 + y^2) / 8',
  middle: [0.5, 0.9],
  reach: 2.5,
  x: 2,
  y: 2,
  runs: [
    spec('gradient_descent', 0.1),
    spec('momentum', 0.08),
    spec('adam', 0.35, {}, { name: 'cosine', options: { steps: 80 } }),
  ],
  steps: 160,
};

/** In the order of the list. */
export const PRESETS: Readonly<Record<string, Place>> = {
  valleys: VALLEYS,
  ravine: {
    formula: '(x^2 + 40 y^2) / 8',
    middle: [0, 0],
    reach: 2.2,
    x: -4,
    y: 1.4,
    runs: [spec('gradient_descent', 0.18), spec('momentum', 0.05), spec('newton', 1)],
    steps: 120,
  },
  saddle: {
    formula: 'x^2 / 2 - y^2 + y^4 / 4',
    middle: [0, 0],
    reach: 2,
    x: 2.5,
    y: 0.001,
    runs: [spec('gradient_descent', 0.1), spec('momentum', 0.02), spec('adam', 0.1)],
    steps: 160,
  },
  diverging: {
    formula: '(x^2 + 10 y^2) / 2',
    middle: [0, 0],
    reach: 2.2,
    x: -4,
    y: 1.5,
    runs: [spec('gradient_descent', 0.05), spec('gradient_descent', 0.19), spec('gradient_descent', 0.21)],
    steps: 120,
  },
  'one weight': {
    formula: '(w^2 - 1)^2 + 0.3 w',
    middle: [0, 0],
    reach: 1,
    x: 1.8,
    y: 0,
    runs: [spec('gradient_descent', 0.02), spec('momentum', 0.02), spec('adam', 0.1)],
    steps: 100,
  },
};

/** Functions that are known by name, in the order of the list; what they are comes with the first that is asked for. */
export const NAMES = ['Himmelblau', 'Rosenbrock', 'Rastrigin', 'Ackley', 'Styblinski-Tang', 'Beale'] as const;
export type Name = (typeof NAMES)[number];
