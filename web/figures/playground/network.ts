/** The second mode: the network of chapter 8 on its points, as something to descend. */
import type { Engine, ObjectiveOptions } from '../../engine/engine';
import { drawn } from '../neuron/examples';
import { netOf } from '../neuron/net';
import type { Learner } from './seen';
import type { Settings } from './settings';

/** Of the answer's map, lowest row first; odd, as the hatch of seas wants it. */
const GRID = { columns: 97, rows: 41 } as const;
const POINTS = 120;
/** The map of points is so many times as wide as high. */
const WIDE = 2.3;

export interface Network {
  readonly objective: ObjectiveOptions;
  readonly learner: Learner;
  dispose(): void;
}

type Asked = Pick<Settings, 'data' | 'layers' | 'squash' | 'seed'>;

/** Squashed outputs have their coast at 0, so targets lie on both sides of it. */
export function networkOf(engine: Engine, s: Asked): Network {
  const { places, classes, ground } = drawn(engine, { data: s.data, noise: 0.1, draw: 1, count: POINTS });
  const sizes = [2, ...s.layers, 1];
  const options: ObjectiveOptions = {
    network: {
      layers: sizes,
      activation: s.squash,
      loss: 'mse',
      outputActivation: 'tanh',
      seed: s.seed,
      inputs: places,
      targets: classes.map((kind) => (kind === 0 ? -1 : 1)),
    },
  };
  const objective = engine.createObjective(options);
  const net = netOf(sizes);
  const [low, high] = ground.y;
  const middle = (ground.x[0] + ground.x[1]) / 2;
  const half = ((high - low) / 2) * WIDE;
  const x = [middle - half, middle + half] as const;
  const grid = new Float64Array(2 * GRID.columns * GRID.rows);
  for (let i = 0; i < GRID.columns * GRID.rows; i++) {
    grid[2 * i] = x[0] + ((i % GRID.columns) / (GRID.columns - 1)) * (x[1] - x[0]);
    grid[2 * i + 1] = low + (Math.floor(i / GRID.columns) / (GRID.rows - 1)) * (high - low);
  }
  const sums = (parameters: Float64Array, at: Float64Array): Float64Array => {
    const all = objective.activations(parameters, at);
    return all.sums.subarray(net.hidden * all.count);
  };
  return {
    objective: options,
    learner: {
      places,
      classes,
      x,
      y: [low, high],
      dials: net.parameters,
      answers: (parameters) => ({ values: sums(parameters, grid), ...GRID }),
      wrong: (parameters) => Array.from(sums(parameters, places), (z, i) => Number(z > 0) !== classes[i]),
    },
    dispose: () => objective.dispose(),
  };
}
