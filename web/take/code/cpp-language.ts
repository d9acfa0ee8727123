/** Expressions and update rules in C++ with Eigen. */
import { atom, Binding, decimal, printer, type Language, type Piece, type Print } from './expression/print';
import { isNumber, namesIn, type Node } from './expression/tree';
import { isChoice, type Statement } from './statements';

/** A number as a double: `2 / 3` would be 0. */
export const real = (value: number): string => {
  const text = decimal(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
};

/** Functions that C++ does not have, each written out once where it is needed. */
export const helpers: Readonly<Record<string, string>> = {
  positive: 'double positive(double x) { return x > 0.0 ? 1.0 : 0.0; }',
  relu: 'double relu(double x) { return x > 0.0 ? x : 0.0; }',
  sigmoid: 'double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }',
  sign: 'double sign(double x) { return double(x > 0.0) - double(x < 0.0); }',
  softplus: 'double softplus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }',
  step: 'double step(double x) { return 0.5 * (double(x > 0.0) + double(x >= 0.0)); }',
};

/** `arrays` are the names that stand for one number a parameter; all others are doubles. */
function language(arrays: ReadonlySet<string>): Language {
  const isArray = (node: Node): boolean => [...namesIn(node)].some((name) => arrays.has(name));
  const power = (base: Node, exponent: Node, print: Print): Piece => {
    if (isArray(base)) return atom(`${print(base, Binding.atom)}.square()`);
    if (isNumber(exponent, 2) && base.operation === 'name') {
      return { text: `${print(base)} * ${print(base)}`, binding: Binding.product };
    }
    const whole = exponent.operation === 'number' && Number.isInteger(exponent.value);
    return atom(`std::pow(${print(base)}, ${whole ? String(exponent.value) : print(exponent)})`);
  };
  const call = ({ operation, operands }: Node, print: Print): Piece => {
    const [first, ...others] = operands as [Node, ...Node[]];
    const rest = others.map((o) => print(o)).join(', ');
    if (isArray(first)) return atom(`${print(first, Binding.atom)}.${operation}(${rest})`);
    const inside = [print(first), ...(rest ? [rest] : [])].join(', ');
    // A number of updates is whole, and std::min wants two of a kind.
    const type = operation === 'min' || operation === 'max' ? '<double>' : '';
    return atom(operation in helpers ? `${operation}(${inside})` : `std::${operation}${type}(${inside})`);
  };
  return {
    number: real,
    name: (name) => (name === 'pi' || name === 'e' ? `std::numbers::${name}` : name),
    times: ' * ',
    over: ' / ',
    minus: '-',
    power,
    call,
  };
}

export const cppPrinter = (arrays: Iterable<string>): Print => printer(language(new Set(arrays)));

export const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));

/** Statements; what is no `known` name yet becomes a constant. */
export function written(all: readonly Statement[], arrays: Set<string>, known: ReadonlySet<string>): string[] {
  return all.flatMap((s) => {
    const print = cppPrinter(arrays);
    if (isChoice(s)) {
      const [then, otherwise] = [s.then, s.otherwise].map((branch) => indented(written(branch, arrays, known)));
      return [`if (${print(s.left)} > ${print(s.right)}) {`, ...then!, '} else {', ...otherwise!, '}'];
    }
    const isArray = [...namesIn(s.value)].some((name) => arrays.has(name));
    if (isArray) arrays.add(s.name);
    const declared = known.has(s.name) ? '' : `const ${isArray ? 'Array' : 'double'} `;
    return [`${declared}${s.name} = ${print(s.value)};`];
  });
}
