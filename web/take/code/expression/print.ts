/** From a tree to text, in any language that has signs, functions and parentheses. */
import type { Node } from './tree';

/** How tightly a piece of text holds together, loosest first. */
export const enum Binding {
  sum,
  product,
  negative,
  power,
  atom,
}

export interface Piece {
  readonly text: string;
  readonly binding: Binding;
}

export interface Language {
  number(value: number): string;
  name(name: string): string;
  /** Between two factors; between dividend and divisor. */
  readonly times: string;
  readonly over: string;
  /** Before what is subtracted or negated. */
  readonly minus: string;
  power(base: Node, exponent: Node, print: Print): Piece;
  /** A function with its operands. */
  call(node: Node, print: Print): Piece;
}

/** Text that is safe beside anything looser than `loosest`. */
export type Print = (node: Node, loosest?: Binding) => string;

export const atom = (text: string): Piece => ({ text, binding: Binding.atom });

export function printer(language: Language): Print {
  const print: Print = (node, loosest = Binding.sum) => {
    const { text, binding } = piece(node);
    return binding < loosest ? `(${text})` : text;
  };
  const piece = (node: Node): Piece => {
    const [a, b] = node.operands as [Node, Node];
    switch (node.operation) {
      case 'number':
        if (node.value >= 0) return atom(language.number(node.value));
        return { text: `${language.minus}${language.number(-node.value)}`, binding: Binding.negative };
      case 'name':
        return atom(language.name(node.name));
      case 'negate':
        return { text: `${language.minus}${print(a, Binding.power)}`, binding: Binding.negative };
      case 'add':
        return { text: `${print(a)} + ${print(b, positive(b))}`, binding: Binding.sum };
      case 'subtract':
        return { text: `${print(a)} ${language.minus} ${print(b, positive(b))}`, binding: Binding.sum };
      case 'multiply':
        return {
          text: `${print(a, Binding.product)}${language.times}${print(b, Binding.power)}`,
          binding: Binding.product,
        };
      case 'divide':
        return {
          text: `${print(a, Binding.product)}${language.over}${print(b, Binding.power)}`,
          binding: Binding.product,
        };
      case 'power':
        return language.power(a, b, print);
      default:
        return language.call(node, print);
    }
  };
  return print;
}

/** What follows a sign stands in parentheses where it begins with one itself. */
function positive(node: Node): Binding {
  const first = leftmost(node);
  return first.operation === 'negate' || (first.operation === 'number' && first.value < 0)
    ? Binding.power
    : Binding.product;
}

function leftmost(node: Node): Node {
  return node.operation === 'multiply' || node.operation === 'divide' ? leftmost(node.operands[0]!) : node;
}

/** A number as every language here reads it back to the last bit. */
export function decimal(value: number): string {
  const short = value.toExponential().replace('+', '');
  const plain = String(value).replace('+', '');
  // Beyond 2^53, a whole number without an exponent would be an integer of arbitrary size in Python.
  return Math.abs(value) >= 1e6 && (short.length < plain.length || value >= 2 ** 53) ? short : plain;
}
