/** A network as the textbooks write it, without a thought for speed: what the engine is held against. */

export interface Shape {
  readonly layers: readonly number[];
  readonly activation: 'linear' | 'sigmoid' | 'tanh' | 'relu';
  readonly outputActivation: 'linear' | 'sigmoid' | 'tanh' | 'relu';
  readonly loss: 'mse' | 'squared_error' | 'cross_entropy' | 'binary_cross_entropy';
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const value = {
  linear: (z: number) => z,
  sigmoid,
  tanh: Math.tanh,
  relu: (z: number) => Math.max(0, z),
};
const slope = {
  linear: () => 1,
  sigmoid: (z: number) => sigmoid(z) * (1 - sigmoid(z)),
  tanh: (z: number) => 1 - Math.tanh(z) ** 2,
  relu: (z: number) => (z > 0 ? 1 : 0),
};

function softmax(z: readonly number[]): number[] {
  const largest = Math.max(...z);
  const powers = z.map((each) => Math.exp(each - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Loss of `n` examples by the outputs of one, and its derivative by each output. */
function judge(shape: Shape, a: readonly number[], y: readonly number[], n: number): { loss: number; by: number[] } {
  const m = a.length;
  if (shape.loss === 'cross_entropy') {
    const p = softmax(a);
    const mass = y.reduce((sum, each) => sum + each, 0);
    return {
      loss: -y.reduce((sum, each, i) => sum + each * Math.log(p[i]!), 0) / n,
      by: p.map((each, i) => (mass * each - y[i]!) / n),
    };
  }
  if (shape.loss === 'binary_cross_entropy') {
    const p = a.map(sigmoid);
    const surprise = y.map((each, i) => -each * Math.log(p[i]!) - (1 - each) * Math.log(1 - p[i]!));
    return {
      loss: surprise.reduce((sum, each) => sum + each, 0) / (n * m),
      by: p.map((each, i) => (each - y[i]!) / (n * m)),
    };
  }
  const scale = shape.loss === 'mse' ? 1 / (n * m) : 1 / n;
  const residuals = a.map((each, i) => each - y[i]!);
  return {
    loss: scale * residuals.reduce((sum, each) => sum + each * each, 0),
    by: residuals.map((each) => 2 * scale * each),
  };
}

/** Mean loss and its gradient over examples, layer after layer, weight by weight. */
export function evaluate(
  shape: Shape,
  parameters: ArrayLike<number>,
  inputs: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
): { loss: number; gradient: number[] } {
  const depth = shape.layers.length - 1;
  const offsets = [0];
  for (let l = 0; l < depth; l++) offsets.push(offsets[l]! + shape.layers[l + 1]! * (shape.layers[l]! + 1));
  const gradient = new Array<number>(offsets[depth]!).fill(0);
  let loss = 0;
  inputs.forEach((x, e) => {
    const seen = [x.slice()];
    const sums: number[][] = [];
    for (let l = 0; l < depth; l++) {
      const [from, to] = [shape.layers[l]!, shape.layers[l + 1]!];
      const rule = l + 1 < depth ? shape.activation : shape.outputActivation;
      const z = Array.from({ length: to }, (_, i) =>
        seen[l]!.reduce(
          (sum, a, k) => sum + parameters[offsets[l]! + k * to + i]! * a,
          parameters[offsets[l]! + from * to + i]!,
        ),
      );
      sums.push(z);
      seen.push(z.map(value[rule]));
    }
    const judged = judge(shape, seen[depth]!, targets[e]!, inputs.length);
    loss += judged.loss;
    let blames = judged.by;
    for (let l = depth - 1; l >= 0; l--) {
      const [from, to] = [shape.layers[l]!, shape.layers[l + 1]!];
      const rule = l + 1 < depth ? shape.activation : shape.outputActivation;
      const deltas = blames.map((blame, i) => blame * slope[rule](sums[l]![i]!));
      blames = new Array<number>(from).fill(0);
      deltas.forEach((delta, i) => {
        for (let k = 0; k < from; k++) {
          gradient[offsets[l]! + k * to + i]! += delta * seen[l]![k]!;
          blames[k]! += parameters[offsets[l]! + k * to + i]! * delta;
        }
        gradient[offsets[l]! + from * to + i]! += delta;
      });
    }
  });
  return { loss, gradient };
}

/** Numbers that look random and are the same every time (mulberry32). */
export function numbers(seed: number, low = -1, high = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + ((high - low) * ((t ^ (t >>> 14)) >>> 0)) / 4294967296;
  };
}

export function table(rows: number, columns: number, draw: () => number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, draw));
}
