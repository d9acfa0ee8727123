/** What is learned here: two moons that reach into each other, by two hidden rows of twelve neurons. */
import type { Engine, NetworkOptions, RunOptions } from '../../engine/engine';

/** Points, and how far they are scattered: so far that no network of this size is ever done with them. */
const POINTS = 120;
const NOISE = 0.2;
const LAYERS = [2, 12, 12, 1] as const;

export interface Lesson {
  readonly inputs: Float64Array;
  readonly targets: readonly number[];
  readonly count: number;
  readonly layers: readonly number[];
  readonly dials: number;
}

const known = new WeakMap<Engine, Map<number, Lesson>>();

/** Moons with their classes told as -1 and 1. */
export function moons(engine: Engine, noise = NOISE): Lesson {
  const all = known.get(engine) ?? new Map<number, Lesson>();
  known.set(engine, all);
  const before = all.get(noise);
  if (before) return before;
  const data = engine.createData({ set: 'moons', count: POINTS, seed: 1, noise });
  if (data.error) throw new Error(`${data.error.field}: ${data.error.message} ${data.error.remedy}`);
  const lesson: Lesson = {
    inputs: data.inputs().values,
    targets: Array.from(data.labels().values, (kind) => (kind ? 1 : -1)),
    count: POINTS,
    layers: LAYERS,
    dials: LAYERS.slice(1).reduce((sum, n, l) => sum + n * ((LAYERS[l] ?? 0) + 1), 0),
  };
  data.dispose();
  all.set(noise, lesson);
  return lesson;
}

/** The network of the slice and of the edge; its last neuron does not squash. */
export const networkOf = ({ inputs, targets }: Lesson, seed: number): NetworkOptions => ({
  network: { layers: [...LAYERS], activation: 'tanh', outputActivation: 'linear', loss: 'mse', seed, inputs, targets },
});

/** Plain descent that asks all points before each update. */
export const descentOf = (lesson: Lesson, seed: number, rate: number, updates: number): RunOptions => ({
  objective: networkOf(lesson, seed),
  optimizer: { name: 'gradient_descent', learningRate: rate },
  stepLimit: updates,
  // It would end where the ground is level, which is no bottom.
  tolerance: 0,
});
