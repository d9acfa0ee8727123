/** What there is to begin from: presets that show something, and functions that have a name. Each is only text and numbers. */
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

/** In the order of the list; the text's presets first. */
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

const usual = (plain: number, momentum: number, adam: number): readonly Spec[] => [
  spec('gradient_descent', plain),
  spec('momentum', momentum),
  spec('adam', adam),
];

export const NAMED: Readonly<Record<string, Place>> = {
  Himmelblau: {
    formula: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
    middle: [0, 0],
    reach: 5,
    x: -0.5,
    y: -0.6,
    runs: usual(0.008, 0.003, 0.3),
    steps: 160,
  },
  Rosenbrock: {
    formula: '(1 - x)^2 + 100 (y - x^2)^2',
    middle: [0, 1],
    reach: 1.5,
    x: -1.2,
    y: 1,
    runs: usual(0.0015, 0.0006, 0.1),
    steps: 400,
  },
  Rastrigin: {
    formula: '20 + x^2 - 10 cos(2 pi x) + y^2 - 10 cos(2 pi y)',
    middle: [0, 0],
    reach: 3,
    x: 3.4,
    y: -2.3,
    runs: usual(0.002, 0.001, 0.3),
    steps: 160,
  },
  Ackley: {
    formula: '20 (1 - exp(-0.2 sqrt(0.5 (x^2 + y^2)))) + e - exp(0.5 (cos(2 pi x) + cos(2 pi y)))',
    middle: [0, 0],
    reach: 4,
    x: 2.6,
    y: 1.7,
    runs: usual(0.02, 0.02, 0.3),
    steps: 160,
  },
  'Styblinski-Tang': {
    formula: '(x^4 - 16 x^2 + 5 x + y^4 - 16 y^2 + 5 y) / 2',
    middle: [0, 0],
    reach: 5,
    x: 0.3,
    y: 0.4,
    runs: usual(0.01, 0.01, 0.3),
    steps: 160,
  },
  Beale: {
    formula: '(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2',
    middle: [0.5, 0],
    reach: 2,
    x: -1,
    y: 1.4,
    runs: usual(0.005, 0.003, 0.1),
    steps: 400,
  },
};
