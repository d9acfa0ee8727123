/** Derivatives as trees. */
import { Algebra } from './algebra';
import { read } from './read';
import { isNumber, type Node, type Pool } from './tree';

/**
 * The derivatives of every function by its first and second operand, `x` and `y`, in the language of formulas.
 * At kinks they are PyTorch's, and so the engine's.
 */
const SLOPES: Readonly<Record<string, readonly string[]>> = {
  abs: ['sign(x)'],
  acos: ['-1 / sqrt(1 - x^2)'],
  asin: ['1 / sqrt(1 - x^2)'],
  atan: ['1 / (1 + x^2)'],
  atan2: ['y / (x^2 + y^2)', '-x / (x^2 + y^2)'],
  cos: ['-sin(x)'],
  cosh: ['sinh(x)'],
  exp: ['exp(x)'],
  expm1: ['exp(x)'],
  log: ['1 / x'],
  log10: ['1 / (2.302585092994046 x)'],
  log2: ['1 / (0.6931471805599453 x)'],
  max: ['step(x - y)', 'step(y - x)'],
  min: ['step(y - x)', 'step(x - y)'],
  positive: ['0'],
  relu: ['positive(x)'],
  // 1 - sigmoid(x) would lose every digit where it is near 0.
  sigmoid: ['sigmoid(x) sigmoid(-x)'],
  sign: ['0'],
  sin: ['cos(x)'],
  sinh: ['cosh(x)'],
  softplus: ['sigmoid(x)'],
  sqrt: ['1 / (2 sqrt(x))'],
  step: ['0'],
  tan: ['1 + tan(x)^2'],
  tanh: ['1 - tanh(x)^2'],
};

/** Differentiates by one name; what the expressions share is differentiated once. */
export class Derivative {
  readonly #algebra: Algebra;
  readonly #known = new Map<Node, Node>();

  constructor(
    private readonly pool: Pool,
    private readonly variable: string,
  ) {
    this.#algebra = new Algebra(pool);
  }

  of(node: Node): Node {
    const known = this.#known.get(node);
    if (known) return known;
    const made = this.#make(node);
    this.#known.set(node, made);
    return made;
  }

  #make(node: Node): Node {
    if (node.operation === 'number') return this.pool.number(0);
    if (node.operation === 'name') return this.pool.number(node.name === this.variable ? 1 : 0);
    const inner = node.operands.map((operand) => this.of(operand));
    if (inner.every((slope) => isNumber(slope, 0))) return this.pool.number(0);
    if (['negate', 'add', 'subtract'].includes(node.operation)) return this.#algebra.apply(node, inner);
    const parts = node.operands.map((_, i) =>
      isNumber(inner[i]!, 0) ? inner[i]! : this.#algebra.product(this.#partial(node, i), inner[i]!),
    );
    return this.#algebra.sum(...parts);
  }

  /** By operand `i`, the others held. */
  #partial(node: Node, i: number): Node {
    const algebra = this.#algebra;
    const [a, b] = node.operands as [Node, Node];
    const number = (value: number): Node => this.pool.number(value);
    switch (node.operation) {
      case 'multiply':
        return i === 0 ? b : a;
      case 'divide':
        if (i === 0) return algebra.power(b, number(-1));
        return algebra.product(number(-1), a, algebra.power(b, number(-2)));
      case 'power':
        if (i === 1) return algebra.product(node, this.pool.node('log', a));
        return algebra.product(b, algebra.power(a, algebra.sum(b, number(-1))));
      default: {
        const slope = SLOPES[node.operation]?.[i];
        if (slope === undefined) throw new Error(`${node.operation} has no derivative.`);
        const parsed = read(this.pool, slope, (word) => (word === 'x' ? a : b));
        return this.#simplified(parsed, new Set(node.operands));
      }
    }
  }

  /** A slope's own operations in the form that people like; what it was asked about stays as it is. */
  #simplified(node: Node, held: ReadonlySet<Node>): Node {
    if (held.has(node) || node.operands.length === 0) return node;
    return this.#algebra.apply(
      node,
      node.operands.map((operand) => this.#simplified(operand, held)),
    );
  }
}
