/** The same examples and first weights for every library. */

/** Numbers in [0, 1), the same ones every time (mulberry32). @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A task with its examples: inputs at random, targets that a straight rule makes of the first inputs.
 * @param {Omit<import('./task.d.ts').Task, 'inputs' | 'targets'>} task
 * @returns {import('./task.d.ts').Task}
 */
export function withExamples(task) {
  const inputs = task.layers[0] ?? 0;
  const outputs = task.layers.at(-1) ?? 0;
  const next = numbers(1);
  const x = Float32Array.from({ length: task.count * inputs }, next);
  const y = Float32Array.from({ length: task.count * outputs }, (_, k) => {
    const example = Math.floor(k / outputs);
    const a = x[example * inputs + ((k % outputs) % inputs)] ?? 0;
    return a > 0.5 ? 0.9 : 0.1;
  });
  return { ...task, inputs: x, targets: y };
}

/**
 * The examples cut into batches, in their order.
 * @param {import('./task.d.ts').Task} task
 */
export function batches(task) {
  const inputs = task.layers[0] ?? 0;
  const outputs = task.layers.at(-1) ?? 0;
  return Array.from({ length: task.count / task.batch }, (_, k) => ({
    size: task.batch,
    x: task.inputs.subarray(k * task.batch * inputs, (k + 1) * task.batch * inputs),
    y: task.targets.subarray(k * task.batch * outputs, (k + 1) * task.batch * outputs),
  }));
}

/**
 * The elements of a list, one after the other and over again.
 * @template T
 * @param {T[]} list
 * @returns {() => T}
 */
export function inTurn(list) {
  let next = 0;
  return () => /** @type {T} */ (list[next++ % list.length]);
}

/**
 * The examples one by one, as lists.
 * @param {import('./task.d.ts').Task} task
 */
export function examples(task) {
  const inputs = task.layers[0] ?? 0;
  const outputs = task.layers.at(-1) ?? 0;
  return Array.from({ length: task.count }, (_, k) => ({
    input: [...task.inputs.subarray(k * inputs, (k + 1) * inputs)],
    output: [...task.targets.subarray(k * outputs, (k + 1) * outputs)],
  }));
}

/**
 * First weights of every layer, inputs x outputs, row by row: uniform within sqrt(6 / (in + out)) (Glorot).
 * @param {import('./task.d.ts').Task} task
 */
export function firstWeights(task) {
  const next = numbers(2);
  return task.layers.slice(1).map((outputs, layer) => {
    const inputs = task.layers[layer] ?? 0;
    const limit = Math.sqrt(6 / (inputs + outputs));
    return {
      inputs,
      outputs,
      weights: Float32Array.from({ length: inputs * outputs }, () => limit * (2 * next() - 1)),
      biases: new Float32Array(outputs),
    };
  });
}
