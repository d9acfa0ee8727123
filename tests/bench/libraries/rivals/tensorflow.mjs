/** TensorFlow.js: variables, `optimizer.minimize`, batches laid out in advance. */
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

import { batches, firstWeights, inTurn } from '../data.mjs';

/**
 * @param {'wasm' | 'cpu'} backend
 * @returns {import('../task.d.ts').Library}
 */
export const tensorflow = (backend) => async (task) => {
  setWasmPaths('./');
  /**
   * Several backends take turns in one page: each call begins with its own.
   * @template T
   * @param {() => T} work
   */
  const onBackend = (work) => {
    void tf.setBackend(backend);
    return tf.tidy(work);
  };
  await tf.setBackend(backend);
  await tf.ready();
  const layers = firstWeights(task).map(({ weights, biases, inputs, outputs }) => ({
    w: tf.variable(tf.tensor2d(weights, [inputs, outputs])),
    b: tf.variable(tf.tensor1d(biases)),
  }));
  const data = batches(task).map(({ x, y, size }) => ({
    x: tf.tensor2d(x, [size, task.layers[0] ?? 0]),
    y: tf.tensor2d(y, [size, task.layers.at(-1) ?? 0]),
  }));
  const predict = (/** @type {tf.Tensor} */ x) =>
    layers.reduce((a, { w, b }) => tf[task.activation](tf.add(tf.matMul(a, w), b)), x);
  const optimizer = tf.train.sgd(task.rate);
  const batch = inTurn(data);
  return {
    train: (updates) => {
      for (let k = 0; k < updates; k += 1) {
        onBackend(() => {
          const { x, y } = batch();
          optimizer.minimize(() => tf.div(tf.sum(tf.square(tf.sub(predict(x), y))), task.batch));
        });
      }
    },
    outputs: () => onBackend(() => predict(inTurn(data)().x).dataSync().slice(0, task.layers.at(-1))),
  };
};
