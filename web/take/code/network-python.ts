/** A network in Python: its examples, and its loss with the gradient, by backpropagation written out or by PyTorch. */
import type { Activation, NetworkLoss } from '../../engine/engine';
import type { BatchPlan, NetworkPlan } from './network-plan';
import { floats, indented } from './python';

export function networkExamples({ inputs, targets, sizes }: NetworkPlan, array: string): string[] {
  return [
    '# One example a row.',
    ...(['inputs', 'targets'] as const).flatMap((name) => [
      `${name} = ${array}([`,
      ...(name === 'inputs' ? inputs : targets).map((row) => `    ${floats(row)},`),
      '])',
    ]),
    '# Inputs, neurons of each hidden layer, outputs.',
    `sizes = [${sizes.join(', ')}]`,
  ];
}

const layers = [
  'def layers(w):',
  '    # Of each layer: its weights, a column for every neuron, and its biases.',
  '    for n, m in zip(sizes, sizes[1:]):',
  '        part, w = w[: (n + 1) * m].reshape(n + 1, m), w[(n + 1) * m :]',
  '        yield part[:-1], part[-1]',
];

/** A squash of sums `z` with its slope, which may use its answer `a`; and what it needs beside NumPy. */
const NUMPY: Readonly<Record<Activation, readonly [value: string, slope: string]>> = {
  linear: ['z', '1.0'],
  sigmoid: ['1 / (1 + np.exp(-z))', 'a * (1 - a)'],
  tanh: ['np.tanh(z)', '1 - a * a'],
  relu: ['np.maximum(z, 0)', 'np.where(z > 0, 1, 0)'],
  leaky_relu: ['np.maximum(z, 0.01 * z)', 'np.where(z > 0, 1, 0.01)'],
  gelu: ['z * normal(z)', 'normal(z) + z * np.exp(-z * z / 2) / np.sqrt(2 * np.pi)'],
};

const normal = [
  'def normal(z):',
  '    # The standard normal distribution function.',
  '    return 0.5 * (1 + np.vectorize(math.erf)(z / np.sqrt(2)))',
];

/** From `z`, `a` and `y` to the loss, and to its slope by the last layer's sums before its squash. */
const NUMPY_LOSS: Readonly<Record<NetworkLoss, readonly string[]>> = {
  mse: ['loss = ((a - y) ** 2).mean()', 'blame = 2 * (a - y) / y.size * output_slope(z, a)'],
  squared_error: ['loss = ((a - y) ** 2).sum() / len(y)', 'blame = 2 * (a - y) / len(y) * output_slope(z, a)'],
  cross_entropy: [
    'logs = z - np.logaddexp.reduce(z, axis=1, keepdims=True)',
    'loss = -(y * logs).sum() / len(y)',
    'blame = (y.sum(axis=1, keepdims=True) * np.exp(logs) - y) / len(y)',
  ],
  binary_cross_entropy: ['loss = (np.logaddexp(0, z) - z * y).mean()', 'blame = (1 / (1 + np.exp(-z)) - y) / y.size'],
};

const squash = (name: string, activation: Activation): string[][] => {
  const [value, slope] = NUMPY[activation];
  return [
    [`def ${name}(z):`, `    return ${value}`],
    [`def ${name}_slope(z, a):`, `    return ${slope}`],
  ];
};

const asked = (batch: BatchPlan | undefined): { readonly given: string; readonly rows: string } =>
  batch ? { given: 'w, rows', rows: '[rows]' } : { given: 'w', rows: '' };

/** Whether a program needs Python's own `math`. */
export const needsMath = ({ hidden, output }: NetworkPlan): boolean => hidden === 'gelu' || output === 'gelu';

export function numpyNetwork(plan: NetworkPlan, batch: BatchPlan | undefined): string[][] {
  const { given, rows } = asked(batch);
  const squashed = plan.loss === 'mse' || plan.loss === 'squared_error';
  const deep = plan.sizes.length > 2;
  return [
    layers,
    ...(needsMath(plan) ? [normal] : []),
    ...(deep ? squash('hidden', plan.hidden) : []),
    ...(squashed ? squash('output', plan.output) : []),
    [
      `def loss_and_gradient(${given}):`,
      ...indented([
        `a, y = inputs${rows}, targets${rows}`,
        'forward = []',
        'for weights, biases in layers(w):',
        '    z = a @ weights + biases',
        '    forward.append((weights, a, z))',
        ...(deep ? ['    a = hidden(z)'] : []),
        ...(squashed ? ['a = output(z)'] : []),
        ...NUMPY_LOSS[plan.loss],
        '# Backwards: each layer hands its blame to the one before.',
        'gradient = []',
        'while forward:',
        '    weights, a, z = forward.pop()',
        '    gradient[:0] = [*(a.T @ blame).ravel(), *blame.sum(axis=0)]',
        ...(deep ? ['    if forward:', '        blame = blame @ weights.T * hidden_slope(forward[-1][2], a)'] : []),
        'return loss, np.array(gradient)',
      ]),
    ],
  ];
}

const TORCH: Readonly<Record<Activation, string>> = {
  linear: 'z',
  sigmoid: 'torch.sigmoid(z)',
  tanh: 'torch.tanh(z)',
  relu: 'torch.relu(z)',
  leaky_relu: 'torch.nn.functional.leaky_relu(z)',
  gelu: 'torch.nn.functional.gelu(z)',
};

const TORCH_LOSS: Readonly<Record<NetworkLoss, (a: string) => string>> = {
  mse: (a) => `torch.nn.functional.mse_loss(${a}, y)`,
  squared_error: (a) => `torch.nn.functional.mse_loss(${a}, y, reduction="sum") / len(y)`,
  cross_entropy: () => 'torch.nn.functional.cross_entropy(z, y)',
  binary_cross_entropy: () => 'torch.nn.functional.binary_cross_entropy_with_logits(z, y)',
};

export function torchNetwork(plan: NetworkPlan, batch: BatchPlan | undefined): string[][] {
  const { given, rows } = asked(batch);
  return [
    layers,
    [
      `def f(${given}):`,
      ...indented([
        `a, y = inputs${rows}, targets${rows}`,
        'for weights, biases in layers(w):',
        '    z = a @ weights + biases',
        ...(plan.sizes.length > 2 ? [`    a = ${TORCH[plan.hidden]}`] : []),
        `return ${TORCH_LOSS[plan.loss](TORCH[plan.output])}`,
      ]),
    ],
  ];
}

/** The order in which examples are asked: the engine's own, so that the same numbers come out. */
export function batchFunctions(batch: BatchPlan | undefined): string[][] {
  if (!batch) return [];
  const { examples, size, shuffle, seed } = batch;
  const perEpoch = Math.ceil(examples / size);
  const rows = [
    'def batch(update):',
    `    # The examples that an update asks: ${size} after ${size}, ${shuffle ? 'in an order of its own for every epoch' : 'as they stand'}.`,
    `    epoch, place = divmod(update, ${perEpoch})`,
    `    order = ${shuffle ? 'shuffled(epoch)' : `list(range(${examples}))`}`,
    `    return order[place * ${size} : (place + 1) * ${size}]`,
  ];
  if (!shuffle) return [rows];
  return [
    [
      'def mixed(z):',
      '    # The finaliser of SplitMix64 (Steele, Lea and Flood 2014).',
      '    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64',
      '    z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64',
      '    return z ^ z >> 31',
    ],
    [
      'def pcg32(seed):',
      '    # PCG32 (O’Neill 2014): whole numbers below 2**32, all equally likely.',
      '    state = (109 + seed) * 6364136223846793005 + 109',
      '    while True:',
      '        state %= 2**64',
      '        drawn, turn = ((state >> 18 ^ state) >> 27) % 2**32, state >> 59',
      '        yield (drawn >> turn | drawn << (-turn % 32)) % 2**32',
      '        state = state * 6364136223846793005 + 109',
    ],
    [
      '@functools.lru_cache(1)',
      'def shuffled(epoch):',
      '    # Fisher and Yates, in Durstenfeld’s form (1964).',
      `    numbers = pcg32(mixed((mixed(${seed}) + epoch * 0x9E3779B97F4A7C15) % 2**64))`,
      `    order = list(range(${examples}))`,
      `    for left in range(${examples}, 1, -1):`,
      '        drawn = next(numbers)',
      '        while drawn < 2**32 % left:',
      '            drawn = next(numbers)',
      '        order[left - 1], order[drawn % left] = order[drawn % left], order[left - 1]',
      '    return order',
    ],
    rows,
  ];
}
