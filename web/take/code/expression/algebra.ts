/**
 * Builds trees in a form that people like to read: like terms and like factors together, numbers in front,
 * no 0 added and no factor 1. Nothing is ever multiplied out.
 */
import { isLeaf, isNumber, type Node, type Pool } from './tree';

/** A product taken apart. The coefficient is `over / under`, so that thirds stay thirds. */
interface Product {
  over: number;
  under: number;
  /** Each base's exponent. */
  readonly factors: Map<Node, number>;
}

const isWhole = (value: number): boolean => Number.isSafeInteger(value);
const common = (a: number, b: number): number => (b === 0 ? Math.abs(a) : common(b, a % b));
/** Without the dust that multiplying decimals leaves: 0.3 for 3 times 0.1. */
const tidy = (value: number): number => Number(value.toPrecision(15));

export class Algebra {
  constructor(readonly pool: Pool) {}

  /** The operation of `node` on other operands than its own. */
  apply({ operation }: Node, operands: readonly Node[]): Node {
    const [a, b] = operands as [Node, Node];
    switch (operation) {
      case 'negate':
        return this.product(this.pool.number(-1), a);
      case 'add':
        return this.sum(a, b);
      case 'subtract':
        return this.sum(a, this.product(this.pool.number(-1), b));
      case 'multiply':
        return this.product(a, b);
      case 'divide':
        return this.product(a, this.power(b, this.pool.number(-1)));
      case 'power':
        return this.power(a, b);
      default:
        return this.pool.node(operation, ...operands);
    }
  }

  product(...factors: readonly Node[]): Node {
    const all: Product = { over: 1, under: 1, factors: new Map() };
    for (const factor of factors) this.#collect(factor, 1, all);
    return this.#putTogether(all);
  }

  power(base: Node, exponent: Node): Node {
    if (isNumber(exponent, 0) || isNumber(base, 1)) return this.pool.number(1);
    if (!isNumber(exponent)) return this.pool.node('power', base, exponent);
    const all: Product = { over: 1, under: 1, factors: new Map() };
    this.#collect(base, exponent.value, all);
    return this.#putTogether(all);
  }

  sum(...terms: readonly Node[]): Node {
    const coefficients = new Map<Node, readonly [over: number, under: number]>();
    for (const term of terms) this.#collectTerms(term, 1, coefficients);
    const scaled = [...coefficients].filter(([, [over]]) => over !== 0);
    // 1 - x reads better than -x + 1.
    const first = scaled.findIndex(([, [over]]) => over > 0);
    if (first > 0) scaled.unshift(...scaled.splice(first, 1));
    return (
      scaled.reduce<Node | undefined>((left, [rest, [over, under]]) => {
        if (!left) return this.#scaled(over, under, rest);
        return this.pool.node(over < 0 ? 'subtract' : 'add', left, this.#scaled(Math.abs(over), under, rest));
      }, undefined) ?? this.pool.number(0)
    );
  }

  /** Only whole exponents may be distributed over factors, signs and other exponents: (x^2)^0.5 is |x|. */
  #collect(node: Node, exponent: number, into: Product): void {
    const whole = isWhole(exponent);
    const [a, b] = node.operands as [Node, Node];
    if (node.operation === 'number' && (exponent > 0 || node.value !== 0)) {
      const factor = whole ? node.value ** Math.abs(exponent) : NaN;
      if (Number.isFinite(factor) && (factor !== 0 || node.value === 0)) {
        if (exponent > 0) into.over *= factor;
        else into.under *= factor;
        return;
      }
    }
    if (whole && node.operation === 'negate') {
      if (exponent % 2) into.over = -into.over;
      return this.#collect(a, exponent, into);
    }
    if (whole && (node.operation === 'multiply' || node.operation === 'divide')) {
      this.#collect(a, exponent, into);
      return this.#collect(b, node.operation === 'divide' ? -exponent : exponent, into);
    }
    if (whole && node.operation === 'power' && isNumber(b) && (isWhole(b.value) || Math.abs(exponent) === 1)) {
      return this.#collect(a, b.value * exponent, into);
    }
    into.factors.set(node, (into.factors.get(node) ?? 0) + exponent);
  }

  #putTogether({ over, under, factors }: Product): Node {
    if (over === 0) return this.pool.number(0);
    const [top, bottom] = reduced(over, under);
    const chosen = [...factors].filter(([, exponent]) => exponent !== 0);
    chosen.sort(([a], [b]) => rank(a) - rank(b) || a.id - b.id);
    const numerator = this.#chain(Math.abs(top) === 1 ? 1 : top, chosen);
    const denominator = this.#chain(
      bottom,
      chosen.map(([base, exponent]) => [base, -exponent] as const),
    );
    const result = isNumber(denominator, 1) ? numerator : this.pool.node('divide', numerator, denominator);
    // The sign is part of the number in front, where there is one.
    if (top !== -1) return result;
    return isNumber(result) ? this.pool.number(-result.value) : this.pool.node('negate', result);
  }

  /** The coefficient times the factors whose exponents are above 0. */
  #chain(coefficient: number, factors: readonly (readonly [Node, number])[]): Node {
    const all = factors
      .filter(([, exponent]) => exponent > 0)
      .map(([base, exponent]) => (exponent === 1 ? base : this.pool.node('power', base, this.pool.number(exponent))));
    if (coefficient !== 1 || all.length === 0) all.unshift(this.pool.number(coefficient));
    return all.reduce((left, right) => this.pool.node('multiply', left, right));
  }

  #scaled(over: number, under: number, rest: Node): Node {
    const product: Product = { over, under, factors: new Map() };
    this.#collect(rest, 1, product);
    return this.#putTogether(product);
  }

  #collectTerms(node: Node, sign: number, into: Map<Node, readonly [number, number]>): void {
    const [a, b] = node.operands as [Node, Node];
    if (node.operation === 'negate') return this.#collectTerms(a, -sign, into);
    if (node.operation === 'add' || node.operation === 'subtract') {
      this.#collectTerms(a, sign, into);
      return this.#collectTerms(b, node.operation === 'add' ? sign : -sign, into);
    }
    const product: Product = { over: 1, under: 1, factors: new Map() };
    this.#collect(node, 1, product);
    const rest = this.#putTogether({ ...product, over: 1, under: 1 });
    const [over, under] = into.get(rest) ?? [0, 1];
    into.set(rest, reduced(over * product.under + sign * product.over * under, under * product.under));
  }
}

/** A positive denominator, and 1 wherever the quotient is a short decimal. */
function reduced(over: number, under: number): readonly [number, number] {
  if (under < 0) return reduced(-over, -under);
  if (isWhole(over) && isWhole(under)) {
    const divisor = common(over, under) || 1;
    [over, under] = [over / divisor, under / divisor];
  }
  const quotient = over / under;
  if (under !== 1 && Number(quotient.toPrecision(6)) === quotient) return [quotient, 1];
  return [tidy(over), tidy(under)];
}

/** Where a factor stands in a product: names, functions, sums. */
function rank(base: Node): number {
  if (isLeaf(base)) return 0;
  return base.operation === 'add' || base.operation === 'subtract' ? 2 : 1;
}
