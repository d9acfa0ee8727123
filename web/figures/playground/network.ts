/** The second mode: the network of chapter 8 on its points, as something to descend. */
import type { Engine, ObjectiveOptions } from '../../engine/engine';
import type { Learner } from './seen';
import type { Settings } from './settings';

/** Of the answer's map, lowest row first. */
const GRID = { columns: 97, rows: 41 } as const;
const POINTS = 120;
const NOISE = 0.1;
/** The map of points is so many times as wide as high. */
const WIDE = 2.8;
/** Room around the points, as a share of their height. */
const MARGIN = 0.05;
/** What sets ask for besides; of a spiral, noise as large as the others' would be all there is. */
const MORE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  xor: { gap: 0.08 },
  spiral: { noise: 0.02 },
};

export interface Network {
  readonly objective: ObjectiveOptions;
  readonly learner: Learner;
  dispose(): void;
}

type Asked = Pick<Settings, 'data' | 'layers' | 'squash' | 'seed'>;

function pointsOf(engine: Engine, set: string): { readonly places: Float64Array; readonly classes: readonly number[] } {
  const data = engine.createData({ set, count: POINTS, seed: 1, noise: NOISE, ...MORE[set] });
  const drawn = { places: data.inputs().values, classes: Array.from(data.labels().values) };
  data.dispose();
  return drawn;
}

/** From the lowest to the highest of every second number, and a little more. */
function reach(places: Float64Array, from: number): readonly [number, number] {
  const values = places.filter((_, i) => i % 2 === from);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const more = MARGIN * (high - low);
  return [low - more, high + more];
}

/** Squashed outputs have their coast at 0, so targets lie on both sides of it. */
export function networkOf(engine: Engine, s: Asked): Network {
  const { places, classes } = pointsOf(engine, s.data);
  const options: ObjectiveOptions = {
    network: {
      layers: [2, ...s.layers, 1],
      activation: s.squash,
      loss: 'mse',
      outputActivation: 'tanh',
      seed: s.seed,
      inputs: places,
      targets: classes.map((kind) => (kind === 0 ? -1 : 1)),
    },
  };
  const objective = engine.createObjective(options);
  const y = reach(places, 1);
  const [low, high] = y;
  const [left, right] = reach(places, 0);
  const half = Math.max(((high - low) / 2) * WIDE, (right - left) / 2);
  const x = [(left + right) / 2 - half, (left + right) / 2 + half] as const;
  const grid = new Float64Array(2 * GRID.columns * GRID.rows);
  for (let i = 0; i < GRID.columns * GRID.rows; i++) {
    grid[2 * i] = x[0] + ((i % GRID.columns) / (GRID.columns - 1)) * (x[1] - x[0]);
    grid[2 * i + 1] = low + (Math.floor(i / GRID.columns) / (GRID.rows - 1)) * (high - low);
  }
  /** Of the answer, which is the last neuron. */
  const sums = (parameters: Float64Array, at: Float64Array): Float64Array => {
    const all = objective.activations(parameters, at);
    return all.sums.subarray((all.neurons - 1) * all.count);
  };
  return {
    objective: options,
    learner: {
      places,
      classes,
      x,
      y,
      dials: objective.dimension,
      answers: (parameters) => ({ values: sums(parameters, grid), ...GRID }),
      wrong: (parameters) => Array.from(sums(parameters, places), (z, i) => Number(z > 0) !== classes[i]),
    },
    dispose: () => objective.dispose(),
  };
}
