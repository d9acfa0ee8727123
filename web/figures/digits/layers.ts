/** Neurons of each hidden layer between the 784 squares and the ten answers. */
import { numbers, Problem, shown, type Setting } from '../settings';

export const MOST_LAYERS = 4;
export const MOST_NEURONS = 256;

const list = numbers({
  label: 'hidden layers',
  initial: [16, 16],
  min: 1,
  max: MOST_NEURONS,
  fewest: 1,
  most: MOST_LAYERS,
});

export const layersSetting: Setting<readonly number[]> = {
  ...list,
  accepts: `1 to ${MOST_LAYERS} whole numbers from 1 to ${MOST_NEURONS}, such as 16,16`,
  read: (text) => {
    const values = list.read(text);
    if (values instanceof Problem) return values;
    return values.every(Number.isInteger) ? values : new Problem(`“${shown(text)}” are not whole numbers`);
  },
};

/** All layers, inputs and answers included. */
export const sizesOf = (hidden: readonly number[]): readonly number[] => [784, ...hidden, 10];

export interface Dials {
  readonly from: number;
  readonly to: number;
  readonly weights: number;
  readonly biases: number;
  readonly all: number;
}

/** Layer by layer: how many weights and biases. */
export const dialsOf = (sizes: readonly number[]): readonly Dials[] =>
  sizes.slice(1).map((to, l) => {
    const from = sizes[l]!;
    return { from, to, weights: from * to, biases: to, all: from * to + to };
  });

export const countOf = (sizes: readonly number[]): number => dialsOf(sizes).reduce((sum, { all }) => sum + all, 0);
