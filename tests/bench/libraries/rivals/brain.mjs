/** brain.js: knows no batches, so it makes an update for every example, and is timed by examples as all are. */
// The package's main file also loads its streams, which need Node.
import { default as network } from 'brain.js/dist/neural-network.js';

import { examples, inTurn } from '../data.mjs';

/** @type {import('../task.d.ts').Library} */
export const brain = (task) => {
  const NeuralNetwork = network.default ?? network;
  const net = new NeuralNetwork({
    activation: task.activation,
    inputSize: task.layers[0],
    hiddenLayers: task.layers.slice(1, -1),
    outputSize: task.layers.at(-1),
  });
  // What `train` does, without laying the data out again in every call.
  const { data } = net.prepTraining(examples(task), { learningRate: task.rate / task.batch });
  net.trainOpts.momentum = 0; // plain descent; as an option it would be refused
  const parts = Array.from({ length: task.count / task.batch }, (_, k) =>
    data.slice(k * task.batch, (k + 1) * task.batch),
  );
  const part = inTurn(parts);
  return {
    train: (updates) => {
      for (let k = 0; k < updates; k += 1) net.trainPatterns(part());
    },
    outputs: () => net.run(inTurn(data)().input),
  };
};
