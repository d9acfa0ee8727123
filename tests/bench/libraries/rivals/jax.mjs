/** jax-js on WebAssembly: one jitted function per update, batches laid out in advance. */
import { defaultDevice, grad, init, jit, nn, numpy as np } from '@jax-js/jax';

import { batches, firstWeights, inTurn } from '../data.mjs';

/** @typedef {import('@jax-js/jax').Array} Tensor  counts its references: `ref` keeps it for another use */
/** @typedef {{ w: Tensor, b: Tensor }[]} Layers */

/** @type {import('../task.d.ts').Library} */
export const jax = async (task) => {
  await init('wasm');
  defaultDevice('wasm');
  const f = task.activation === 'sigmoid' ? nn.sigmoid : np.tanh;
  const predict = (/** @type {Layers} */ layers, /** @type {Tensor} */ x) =>
    layers.reduce((a, { w, b }) => f(np.dot(a, w).add(b)), x);
  const loss = (/** @type {Layers} */ layers, /** @type {Tensor} */ x, /** @type {Tensor} */ y) =>
    np
      .square(predict(layers, x).sub(y))
      .sum()
      .mul(1 / task.batch);
  const slope = grad(loss);
  const update = jit((/** @type {Layers} */ layers, /** @type {Tensor} */ x, /** @type {Tensor} */ y) => {
    const kept = layers.map(({ w, b }) => ({ w: w.ref, b: b.ref }));
    const g = slope(layers, x, y);
    return g.map((slopes, l) => {
      const { w, b } = /** @type {Layers[number]} */ (kept[l]);
      return { w: w.sub(slopes.w.mul(task.rate)), b: b.sub(slopes.b.mul(task.rate)) };
    });
  });
  const data = batches(task).map(({ x, y, size }) => ({
    x: np.array(x.slice()).reshape([size, task.layers[0] ?? 0]),
    y: np.array(y.slice()).reshape([size, task.layers.at(-1) ?? 0]),
  }));
  /** @type {Layers} */
  let layers = firstWeights(task).map(({ weights, biases, inputs, outputs }) => ({
    w: np.array(weights).reshape([inputs, outputs]),
    b: np.array(biases),
  }));
  const batch = inTurn(data);
  return {
    train: async (updates) => {
      for (let k = 0; k < updates; k += 1) {
        const { x, y } = batch();
        layers = update(layers, x.ref, y.ref);
      }
      await Promise.all(layers.map(({ w }) => w.blockUntilReady()));
    },
    outputs: async () => {
      const all = await predict(
        layers.map(({ w, b }) => ({ w: w.ref, b: b.ref })),
        inTurn(data)().x.ref,
      ).data();
      return all.slice(0, task.layers.at(-1));
    },
  };
};
