/** The graphs: what each box does, what it listens to, the numbers it starts with, and where it stands. */
import type { CircuitOptions } from '../../engine/engine';

export const GRAPHS = ['network', 'chain', 'fork'] as const;
export type GraphName = (typeof GRAPHS)[number];

export type Squash = 'linear' | 'sigmoid' | 'tanh';

/** Where a node stands: along the flow and across it, both from 0 to 1, and in which row where the flow is downwards. */
export interface Stand {
  readonly along: number;
  readonly across: number;
  readonly row: number;
}

export interface BoxSpec {
  /** As a sentence calls it. */
  readonly name: string;
  /** Written at the box. */
  readonly tag?: string;
  readonly squash: Squash;
  /** Adds up what its wires carry, rather than only squash what one wire does. */
  readonly adds: boolean;
  /** Node and dial of every wire; dial -1 carries as it is. */
  readonly wires: readonly (readonly [from: number, dial: number])[];
  readonly bias: number;
  readonly stand: Stand;
}

export interface GraphSpec {
  readonly label: string;
  readonly inputs: readonly { readonly name: string; readonly stand: Stand }[];
  readonly boxes: readonly BoxSpec[];
  readonly loss: Stand;
  readonly lossTag: string;
  /** A letter and what stands below it. */
  readonly dials: readonly (readonly [letter: string, index: string])[];
  readonly rows: number;
  /** Too little room for the dials' slopes beside them: the table has them. */
  readonly bare?: boolean;
  readonly own: { readonly inputs: readonly number[]; readonly dials: readonly number[]; readonly wanted: number };
}

const at = (along: number, across: number, row: number): Stand => ({ along, across, row });
const sum = (name: string, wires: BoxSpec['wires'], bias: number, stand: Stand): BoxSpec => ({
  name,
  squash: 'linear',
  adds: true,
  wires,
  bias,
  stand,
});
const squashed = (name: string, squash: Squash, from: number, stand: Stand): BoxSpec => ({
  name,
  squash,
  adds: false,
  wires: [[from, -1]],
  bias: -1,
  stand,
});
const tagged = (box: BoxSpec, tag: string): BoxSpec => ({ ...box, tag });

const [UP, LOW] = [0.2, 0.76];

export const graphs: Readonly<Record<GraphName, GraphSpec>> = {
  network: {
    label: 'a network',
    inputs: [
      { name: 'x1', stand: at(0.05, UP, 0) },
      { name: 'x2', stand: at(0.05, LOW, 0) },
    ],
    boxes: [
      sum(
        'the upper sum',
        [
          [0, 0],
          [1, 2],
        ],
        4,
        at(0.25, UP, 1),
      ),
      sum(
        'the lower sum',
        [
          [0, 1],
          [1, 3],
        ],
        5,
        at(0.25, LOW, 1),
      ),
      squashed('the upper sigmoid', 'sigmoid', 2, at(0.45, UP, 2)),
      squashed('the lower sigmoid', 'sigmoid', 3, at(0.45, LOW, 2)),
      sum(
        'the last sum',
        [
          [4, 6],
          [5, 7],
        ],
        8,
        at(0.73, 0.47, 3),
      ),
    ],
    loss: at(0.94, 0.47, 4),
    lossTag: 'loss',
    dials: [
      ['w', '11'],
      ['w', '21'],
      ['w', '12'],
      ['w', '22'],
      ['b', '1'],
      ['b', '2'],
      ['v', '1'],
      ['v', '2'],
      ['c', ''],
    ],
    rows: 5,
    own: { inputs: [0.9, -0.5], dials: [0.8, -0.6, 0.4, 1.2, 0.1, -0.3, 1.5, -1.1, 0.2], wanted: 0.3 },
  },
  chain: {
    label: 'a chain',
    inputs: [{ name: 'x', stand: at(0.06, 0.47, 0) }],
    boxes: [
      tagged(sum('Linear', [[0, 0]], 1, at(0.34, 0.47, 1)), 'Linear'),
      tagged(squashed('Sigmoid', 'sigmoid', 1, at(0.63, 0.47, 2)), 'Sigmoid'),
    ],
    loss: at(0.92, 0.47, 3),
    lossTag: 'MSE',
    dials: [
      ['w', ''],
      ['b', ''],
    ],
    rows: 4,
    own: { inputs: [1.5], dials: [0.8, -0.4], wanted: 0.2 },
  },
  fork: {
    label: 'a fork',
    inputs: [{ name: 'x', stand: at(0.03, 0.5, 0) }],
    boxes: [
      tagged(sum('the first sum', [[0, 0]], 1, at(0.205, 0.5, 1)), 'first'),
      tagged(squashed('the fork', 'tanh', 1, at(0.395, 0.5, 2)), 'fork'),
      tagged({ ...sum('upper', [[2, 2]], 4, at(0.628, 0.21, 3)), squash: 'tanh' }, 'upper'),
      tagged({ ...sum('lower', [[2, 3]], 5, at(0.628, 0.79, 3)), squash: 'tanh' }, 'lower'),
      tagged(
        sum(
          'the last sum',
          [
            [3, 6],
            [4, 7],
          ],
          8,
          at(0.823, 0.5, 4),
        ),
        'last',
      ),
    ],
    loss: at(0.96, 0.5, 5),
    lossTag: 'loss',
    dials: [
      ['w', ''],
      ['b', ''],
      ['w', 'u'],
      ['w', 'l'],
      ['b', 'u'],
      ['b', 'l'],
      ['v', 'u'],
      ['v', 'l'],
      ['c', ''],
    ],
    rows: 6,
    bare: true,
    own: { inputs: [0.8], dials: [0.9, -0.2, 1.2, 0.8, 0.1, -0.3, 1.1, 0.9, 0.2], wanted: 0.4 },
  },
};

/** Numbers of nodes: inputs first, then boxes, then the loss. */
export const lossOf = ({ inputs, boxes }: GraphSpec): number => inputs.length + boxes.length;

export const boxAt = ({ inputs, boxes }: GraphSpec, node: number): BoxSpec | undefined => boxes[node - inputs.length];

export const nameOf = (g: GraphSpec, node: number): string =>
  node === lossOf(g) ? 'the loss' : (boxAt(g, node)?.name ?? g.inputs[node]?.name ?? '');

export const standOf = (g: GraphSpec, node: number): Stand => g.inputs[node]?.stand ?? boxAt(g, node)?.stand ?? g.loss;

export interface WireSpec {
  readonly from: number;
  readonly to: number;
  readonly dial: number;
}

/** Every wire in the engine's order; the one into the loss stands last. */
export const wiresOf = (g: GraphSpec): readonly WireSpec[] => [
  ...g.boxes.flatMap(({ wires }, i) => wires.map(([from, dial]) => ({ from, to: g.inputs.length + i, dial }))),
  { from: lossOf(g) - 1, to: lossOf(g), dial: -1 },
];

/** The graph as the engine wants it, but for its numbers. */
export const wiringOf = (g: GraphSpec): Pick<CircuitOptions, 'functions' | 'wires' | 'biases'> => ({
  functions: g.boxes.map(({ squash }) => squash).join(' '),
  wires: wiresOf(g)
    .slice(0, -1)
    .flatMap(({ from, to, dial }) => [to - g.inputs.length, from, dial]),
  biases: g.boxes.map(({ bias }) => bias),
});
