/** Settings that are lists: hidden layers, inputs, weights set by hand, and the reader's own points. */
import { numbers, Problem, shown, type Setting } from '../settings';
import { INPUTS, type InputName } from './inputs';

export const MOST_LAYERS = 4;
export const MOST_NEURONS = 8;
export const MOST_POINTS = 400;
/** What fits in a link that still survives being mailed. */
export const MOST_LINKED = 80;
/** Largest coordinate of somebody's own point. */
export const FARTHEST = 1e6;

/** Reads one word as an empty list, everything else as numbers. */
function listOr(word: string, list: Setting<readonly number[]>, accepts: string): Setting<readonly number[]> {
  return {
    label: list.label,
    initial: list.initial,
    accepts,
    read: (text) => (text.trim() === word ? [] : list.read(text)),
    write: (values) => (values.length ? list.write(values) : word),
  };
}

const layers = numbers({
  label: 'hidden layers',
  initial: [4],
  min: 1,
  max: MOST_NEURONS,
  fewest: 1,
  most: MOST_LAYERS,
});

/** Neurons of each hidden layer, or `none`. */
export const layersSetting: Setting<readonly number[]> = {
  ...listOr('none', layers, `“none”, or 1 to ${MOST_LAYERS} whole numbers from 1 to ${MOST_NEURONS}, such as 4,3`),
  read: (text) => {
    const values = text.trim() === 'none' ? [] : layers.read(text);
    if (values instanceof Problem) return values;
    return values.every(Number.isInteger) ? values : new Problem(`“${shown(text)}” are not whole numbers`);
  },
};

/** Largest weight that a hand may set. */
export const HEAVIEST = 100;

/** Every weight and bias as the engine lists them, or `drawn`. */
export const weightsSetting: Setting<readonly number[]> = listOr(
  'drawn',
  numbers({ label: 'weights', initial: [], min: -1e6, max: 1e6, fewest: 1, most: 400 }),
  '“drawn”, or one number for each weight and bias of the network',
);

export const inputsSetting: Setting<readonly InputName[]> = {
  label: 'inputs',
  initial: ['x', 'y'],
  accepts: `at least one of ${INPUTS.join(', ')}, separated by commas`,
  read: (text) => {
    const asked = text.split(/[\s,]+/).filter((name) => name !== '');
    const unknown = asked.find((name) => !INPUTS.some((known) => known === name));
    if (unknown !== undefined) return new Problem(`there is no input “${shown(unknown)}”`);
    // In one order, so that the same inputs are the same network.
    return asked.length ? INPUTS.filter((name) => asked.includes(name)) : new Problem('there is no input');
  },
  write: (names) => names.join(','),
};

const triples = numbers({
  label: 'own points',
  initial: [],
  min: -FARTHEST,
  max: FARTHEST,
  fewest: 3,
  most: 3 * MOST_POINTS,
});

const NONE = 'none';
const LEFT_OUT = 'left-out';

/** x, y and class (0 at sea, 1 on land) of each point. Longer lists than a link can hold are written as `left-out`. */
export const pointsSetting: Setting<readonly number[]> = {
  label: 'own points',
  initial: [],
  accepts: `“${NONE}”, or 1 to ${MOST_POINTS} points as x,y,class with the classes 0 and 1`,
  read: (text) => {
    if (text.trim() === NONE) return [];
    if (text.trim() === LEFT_OUT)
      return new Problem(
        `the link leaves its points out, since it can hold only ${MOST_LINKED}; ask for the file they came from`,
      );
    const values = triples.read(text);
    if (values instanceof Problem) return values;
    if (values.length % 3) return new Problem('the last point is not complete');
    const classed = values.every((value, i) => i % 3 < 2 || value === 0 || value === 1);
    return classed ? values : new Problem('a class is neither 0 nor 1');
  },
  write: (points) => {
    if (points.length === 0) return NONE;
    return points.length > 3 * MOST_LINKED ? LEFT_OUT : triples.write(points);
  },
};
