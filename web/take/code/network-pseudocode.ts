/** A network in mathematical signs, and which examples an update asks. */
import type { Activation, NetworkLoss } from '../../engine/engine';
import type { BatchPlan, NetworkPlan } from './network-plan';

const SQUASH: Readonly<Record<Activation, readonly [value: string, slope: string]>> = {
  linear: ['z', '1'],
  sigmoid: ['σ(z) = 1 / (1 + e^−z)', 'a · (1 − a)'],
  tanh: ['tanh(z)', '1 − a²'],
  relu: ['max(0, z)', '1 where z > 0, else 0'],
  leaky_relu: ['max(0.01 · z, z)', '1 where z > 0, else 0.01'],
  gelu: ['z · Φ(z)', 'Φ(z) + z · φ(z)'],
};

const LOSS: Readonly<Record<NetworkLoss, readonly [value: string, slope: string]>> = {
  mse: ['(a − y)² over outputs and examples', '2 · (a − y) / (outputs · examples) · output′'],
  squared_error: ['‖a − y‖² over the examples', '2 · (a − y) / examples · output′'],
  cross_entropy: ['−Σ y · ln softmax(z) over the examples', '(softmax(z) − y) / examples'],
  binary_cross_entropy: [
    '−y · ln σ(z) − (1 − y) · ln(1 − σ(z)) over outputs and examples',
    '(σ(z) − y) / (outputs · examples)',
  ],
};

const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);

export function networkLines(plan: NetworkPlan, number: (value: number) => string): string[] {
  const { sizes, hidden, output, loss, inputs, targets } = plan;
  const squashed = loss === 'mse' || loss === 'squared_error';
  const [value, slope] = LOSS[loss];
  const squash = (name: string, [answer, derivative]: readonly [string, string]): string =>
    `${name}(z) = ${answer.replace(/^σ\(z\) = /, '')}, whose slope is ${name}′ = ${derivative} where a = ${name}(z)`;
  return [
    `layers of ${sizes.join(', ')}: each is z = W · a + b, and w holds W column by column, then b, layer after layer`,
    ...(sizes.length > 2 ? [squash('hidden', SQUASH[hidden])] : []),
    ...(squashed ? [squash('output', SQUASH[output])] : []),
    `f(w) = the mean of ${value}, with ${squashed ? 'a = output(z)' : 'z'} of the last layer`,
    '∇f(w): backwards from the last layer',
    ...indented([
      `blame ← ${slope} at the last z`,
      'the slopes of W and b: blame · aᵀ of the layer before, and blame, summed over the examples',
      ...(sizes.length > 2 ? ['one layer back: blame ← (Wᵀ · blame) · hidden′'] : []),
    ]),
    'the examples, inputs and then targets:',
    ...indented(inputs.map((row, i) => [...row, ...targets[i]!].map(number).join(', '))),
  ];
}

export function batchLines(batch: BatchPlan | undefined): string[] {
  if (!batch) return [];
  const { size, shuffle, seed, examples } = batch;
  return [
    `update t looks at ${size} of the ${examples} examples, f and ∇f being those of its batch:`,
    ...indented(
      shuffle
        ? [
            `each epoch of ${Math.ceil(examples / size)} updates goes once through all of them, ${size} after ${size}, in an order of its own`,
            `(the programs in other languages draw the same orders: PCG32, seed ${seed})`,
          ]
        : [`${size} after ${size}, in the order they stand in, over and over`],
    ),
  ];
}
