/** ConvNetJS: its own trainer, one example per call, an update after every batch. */
import convnetjs from 'convnetjs';

import { examples, inTurn } from '../data.mjs';

/** @type {import('../task.d.ts').Library} */
export const convnet = (task) => {
  const outputs = task.layers.at(-1) ?? 0;
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: task.layers[0] },
    ...task.layers.slice(1, -1).map((size) => ({ type: 'fc', num_neurons: size, activation: task.activation })),
    { type: 'regression', num_neurons: outputs },
  ]);
  // Its list of layers knows no activation in front of a regression; its layers do.
  const Squash = task.activation === 'sigmoid' ? convnetjs.SigmoidLayer : convnetjs.TanhLayer;
  net.layers.splice(-1, 0, new Squash({ in_sx: 1, in_sy: 1, in_depth: outputs }));
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    learning_rate: 2 * task.rate, // its squared error is half of ours
    momentum: 0,
    batch_size: task.batch,
  });
  const data = examples(task).map(({ input, output }) => ({ x: new convnetjs.Vol(input), y: output }));
  const example = inTurn(data);
  return {
    train: (updates) => {
      for (let k = 0; k < updates * task.batch; k += 1) {
        const { x, y } = example();
        trainer.train(x, y);
      }
    },
    outputs: () => net.forward(inTurn(data)().x).w,
  };
};
