/** The shelf: landscapes of the engine, one of our own, and the reader's; each with a rate that suits it. */

/** A place, or the two ends of an axis. */
export type Pair = readonly [number, number];

export interface Ground {
  /** Short enough for a shelf. */
  readonly label: string;
  /** For one that the engine does not know by name. */
  readonly formula?: string;
  readonly x?: Pair;
  readonly y?: Pair;
  readonly start?: Pair;
  readonly rate: number;
  /** Largest rate worth trying. */
  readonly most: number;
  /** The rates that small maps are made at; default: spread over those at which a ball can rest in the lowest bottom. */
  readonly asked?: readonly number[];
}

const shelf = {
  two_valleys: {
    label: 'two valleys',
    formula: '(x^2 - 1)^2 + 0.3 x + 2 (y - sin(2 x))^2',
    x: [-2, 2],
    y: [-1.2, 1.2],
    start: [-0.5, 0.96],
    rate: 0.03,
    most: 0.15,
    asked: [0.03, 0.07, 0.09, 0.11],
  },
  bowl: { label: 'bowl', rate: 0.05, most: 0.3 },
  ravine: { label: 'ravine', rate: 0.02, most: 0.06 },
  double_well_2d: { label: 'two wells', rate: 0.05, most: 0.3 },
  saddle: { label: 'saddle', rate: 0.05, most: 0.8 },
  monkey_saddle: { label: 'monkey saddle', rate: 0.03, most: 0.4 },
  himmelblau: { label: 'Himmelblau', rate: 0.008, most: 0.03 },
  rosenbrock: { label: 'Rosenbrock', rate: 0.001, most: 0.005 },
  beale: { label: 'Beale', rate: 0.005, most: 0.05 },
  rastrigin: { label: 'Rastrigin', rate: 0.002, most: 0.02 },
  ackley: { label: 'Ackley', rate: 0.02, most: 0.5 },
  styblinski_tang: { label: 'Styblinski-Tang', rate: 0.01, most: 0.08 },
  typed: { label: 'your formula', rate: 0.05, most: 2 },
} as const satisfies Readonly<Record<string, Ground>>;

export type GroundName = keyof typeof shelf;
export const groundNames = Object.keys(shelf) as [GroundName, ...GroundName[]];
export const grounds: Readonly<Record<GroundName, Ground>> = shelf;

/** The one whose border is to be drawn before it is seen. */
export const ASKED: GroundName = 'two_valleys';
