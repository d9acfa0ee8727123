/** Functions that have a name, each with a map, a start and rates that suit it. A piece of its own. */
import type { Name, Place } from './grounds';
import { spec, type Spec } from './lineup';

const usual = (plain: number, momentum: number, adam: number): readonly Spec[] => [
  spec('gradient_descent', plain),
  spec('momentum', momentum),
  spec('adam', adam),
];

export const NAMED: Readonly<Record<Name, Place>> = {
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
