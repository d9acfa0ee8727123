/** What every library is given to train, and what it gives back. */

export interface Task {
  name: string;
  /** Inputs, neurons of each hidden layer, outputs. */
  layers: number[];
  activation: 'sigmoid' | 'tanh';
  /** Examples per update; divides `count`. */
  batch: number;
  rate: number;
  /** Examples altogether. */
  count: number;
  /** One row per example. */
  inputs: Float32Array;
  /** One row per example. */
  targets: Float32Array;
}

export interface Trainer {
  /** Makes so many updates, of `batch` examples each. */
  train: (updates: number) => void | Promise<void>;
  /** Outputs for the first example, to see that something was learned. */
  outputs: () => ArrayLike<number> | Promise<ArrayLike<number>>;
}

/** One library: gets ready for a task. */
export type Library = (task: Task) => Trainer | Promise<Trainer>;
