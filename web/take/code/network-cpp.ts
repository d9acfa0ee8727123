/** A network in C++ with Eigen: its examples, its loss with the gradient, and the order in which examples are asked. */
import type { Activation, NetworkLoss } from '../../engine/engine';
import { indented, real } from './cpp-language';
import type { BatchPlan, NetworkPlan } from './network-plan';

/** Numbers as a constant matrix, a row a line. */
export function constant(type: string, name: string, rows: readonly (readonly number[])[]): string[] {
  const width = rows[0]?.length ?? 0;
  const last = rows.length - 1;
  return [
    `const ${type} ${name} = (${type}(${rows.length}, ${width}) <<`,
    ...rows.map((row, i) => `  ${row.map(real).join(', ')}${i < last ? ',' : ').finished();'}`),
  ];
}

/** A squash of sums `z` with its slope, which may use its answer `a`. */
const SQUASH: Readonly<Record<Activation, readonly [value: string, slope: string]>> = {
  linear: ['z', 'Matrix::Ones(z.rows(), z.cols())'],
  sigmoid: ['(1.0 / (1.0 + (-z.array()).exp())).matrix()', '(a.array() * (1.0 - a.array())).matrix()'],
  tanh: ['z.array().tanh().matrix()', '(1.0 - a.array().square()).matrix()'],
  relu: ['z.cwiseMax(0.0)', 'z.unaryExpr([](double x) { return x > 0.0 ? 1.0 : 0.0; })'],
  leaky_relu: ['z.cwiseMax(0.01 * z)', 'z.unaryExpr([](double x) { return x > 0.0 ? 1.0 : 0.01; })'],
  gelu: [
    'z.unaryExpr([](double x) { return x * normal(x); })',
    'z.unaryExpr([](double x) { return normal(x) + x * std::exp(-x * x / 2.0) / std::sqrt(2.0 * std::numbers::pi); })',
  ],
};

const normal = [
  '// The standard normal distribution function.',
  'double normal(double x) { return 0.5 * (1.0 + std::erf(x / std::numbers::sqrt2)); }',
];

const squash = (name: string, activation: Activation): string[][] => {
  const [value, slope] = SQUASH[activation];
  const given = (name: string): string => `const Matrix&${new RegExp(`\\b${name}\\b`).test(slope) ? ` ${name}` : ''}`;
  return [
    [`Matrix ${name}(const Matrix& z) { return ${value}; }`],
    [`Matrix ${name}_slope(${given('z')}, ${given('a')}) { return ${slope}; }`],
  ];
};

const slope = 'output_slope(z.back(), out)';

/** From `z`, `out` and `y` to the loss, and to its slope by the last layer's sums. */
const LOSSES: Readonly<Record<NetworkLoss, readonly string[]>> = {
  mse: [
    'const double loss = (out - y).squaredNorm() / double(y.size());',
    `Matrix blame = 2.0 / double(y.size()) * (out - y).cwiseProduct(${slope});`,
  ],
  squared_error: [
    'const double loss = (out - y).squaredNorm() / double(y.rows());',
    `Matrix blame = 2.0 / double(y.rows()) * (out - y).cwiseProduct(${slope});`,
  ],
  cross_entropy: [
    'const Eigen::VectorXd top = z.back().rowwise().maxCoeff();',
    'const Eigen::VectorXd sums = (z.back().colwise() - top).array().exp().rowwise().sum().log().matrix() + top;',
    'const Matrix logs = z.back().colwise() - sums;',
    'const double loss = -y.cwiseProduct(logs).sum() / double(y.rows());',
    'Matrix blame = (y.rowwise().sum().asDiagonal() * logs.array().exp().matrix() - y) / double(y.rows());',
  ],
  binary_cross_entropy: [
    'const auto s = z.back().array();',
    'const double loss = (s.max(0.0) - s * y.array() + (-s.abs()).exp().log1p()).mean();',
    'Matrix blame = ((1.0 / (1.0 + (-s).exp())).matrix() - y) / double(y.size());',
  ],
};

export function networkFunctions(plan: NetworkPlan, batch: BatchPlan | undefined): string[][] {
  const squashed = plan.loss === 'mse' || plan.loss === 'squared_error';
  const deep = plan.sizes.length > 2;
  const rows = batch ? '(rows, Eigen::all)' : '';
  return [
    ['using Matrix = Eigen::MatrixXd;'],
    [
      '// One example a row.',
      ...constant('Matrix', 'inputs', plan.inputs),
      ...constant('Matrix', 'targets', plan.targets),
    ],
    ['// Inputs, neurons of each hidden layer, outputs.', `const std::vector<int> sizes = {${plan.sizes.join(', ')}};`],
    ...(plan.hidden === 'gelu' || plan.output === 'gelu' ? [normal] : []),
    ...(deep ? squash('hidden', plan.hidden) : []),
    ...(squashed ? squash('output', plan.output) : []),
    [
      `double loss_and_gradient(const Array& w, Array& gradient${batch ? ', const std::vector<int>& rows' : ''}) {`,
      ...indented([
        `const Matrix y = targets${rows};`,
        `std::vector<Matrix> weights, z, a = {inputs${rows}};`,
        'Eigen::Index at = 0;',
        'for (std::size_t l = 1; l < sizes.size(); ++l) {',
        '  const int n = sizes[l - 1], m = sizes[l];',
        '  weights.push_back(Eigen::Map<const Matrix>(w.data() + at, m, n));',
        '  const Eigen::RowVectorXd biases = w.segment(at + n * m, m).matrix();',
        '  z.push_back((a.back() * weights.back().transpose()).rowwise() + biases);',
        ...(deep ? ['  a.push_back(hidden(z.back()));'] : []),
        '  at += (n + 1) * m;',
        '}',
        ...(squashed ? ['const Matrix out = output(z.back());'] : []),
        ...LOSSES[plan.loss],
        '// Backwards: each layer hands its blame to the one before.',
        'for (std::size_t l = weights.size(); l-- > 0;) {',
        '  const Eigen::Index n = weights[l].cols(), m = weights[l].rows();',
        '  at -= (n + 1) * m;',
        '  Eigen::Map<Matrix>(gradient.data() + at, m, n) = blame.transpose() * a[l];',
        '  gradient.segment(at + n * m, m) = blame.colwise().sum().transpose().array();',
        ...(deep
          ? ['  if (l > 0) blame = (blame * weights[l]).cwiseProduct(hidden_slope(z[l - 1], a[l])).eval();']
          : []),
        '}',
        'return loss;',
      ]),
      '}',
    ],
  ];
}

/** The order in which examples are asked: the engine's own, so that the same numbers come out. */
export function batchFunctions(batch: BatchPlan | undefined): string[][] {
  if (!batch) return [];
  const { examples, size, shuffle, seed } = batch;
  const perEpoch = Math.ceil(examples / size);
  const order = shuffle
    ? [`const std::vector<int> order = shuffled(update / ${perEpoch});`]
    : [`std::vector<int> order(${examples});`, 'std::iota(order.begin(), order.end(), 0);'];
  const rows = [
    `// The examples that an update asks: ${size} after ${size}, ${shuffle ? 'in an order of its own for every epoch' : 'as they stand'}.`,
    'std::vector<int> batch(int update) {',
    ...indented([
      `const int first = update % ${perEpoch} * ${size};`,
      ...order,
      `return {order.begin() + first, order.begin() + std::min(first + ${size}, ${examples})};`,
    ]),
    '}',
  ];
  if (!shuffle) return [rows];
  return [
    [
      '// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).',
      'std::uint64_t mixed(std::uint64_t z) {',
      '  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;',
      '  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;',
      '  return z ^ (z >> 31);',
      '}',
    ],
    [
      '// PCG32 (O’Neill 2014): whole numbers below 2^32, all equally likely.',
      'std::uint32_t drawn(std::uint64_t& state) {',
      '  const auto bits = std::uint32_t(((state >> 18) ^ state) >> 27);',
      '  const int turn = int(state >> 59);',
      '  state = state * 6364136223846793005u + 109u;',
      '  return std::rotr(bits, turn);',
      '}',
    ],
    [
      '// Fisher and Yates, in Durstenfeld’s form (1964).',
      'std::vector<int> shuffled(int epoch) {',
      `  std::uint64_t state = (109u + mixed(mixed(${seed}u) + std::uint64_t(epoch) * 0x9E3779B97F4A7C15u)) * 6364136223846793005u + 109u;`,
      `  std::vector<int> order(${examples});`,
      '  std::iota(order.begin(), order.end(), 0);',
      `  for (std::uint32_t left = ${examples}; left > 1; --left) {`,
      '    std::uint32_t number = drawn(state);',
      '    while (number < (0u - left) % left) number = drawn(state);',
      '    std::swap(order[left - 1], order[number % left]);',
      '  }',
      '  return order;',
      '}',
    ],
    rows,
  ];
}
