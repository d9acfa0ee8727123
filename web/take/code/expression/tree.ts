/**
 * Expressions as trees, the form in which everything is kept that a program is later written from. What a
 * stranger typed reaches a program only as one of these: numbers, known names and known operations.
 */

/** Written with signs: one operand for `negate`, two for the others. */
export type Sign = 'negate' | 'add' | 'subtract' | 'multiply' | 'divide' | 'power';

/** Written as functions. `positive` is 1 above 0 and 0 elsewhere; `step` is a half at 0. */
export const functionNames = [
  ...['abs', 'acos', 'asin', 'atan', 'atan2', 'cos', 'cosh', 'exp', 'expm1', 'floor', 'log', 'log10', 'log2'],
  ...['max', 'min', 'positive', 'relu', 'sigmoid', 'sign', 'sin', 'sinh', 'softplus', 'sqrt', 'step', 'tan', 'tanh'],
] as const satisfies readonly string[];

export interface Node {
  /** `number`, `name`, a {@link Sign}, or the name of a function. */
  readonly operation: string;
  readonly operands: readonly Node[];
  /** Of a number. */
  readonly value: number;
  /** Of a name. */
  readonly name: string;
  /** Of two nodes of one pool, the one made later has the higher number. */
  readonly id: number;
}

/** Makes nodes. Two that were made alike by one pool are the same object. */
export class Pool {
  readonly #known = new Map<string, Node>();

  number(value: number): Node {
    return this.#put({ operation: 'number', operands: [], value, name: '' });
  }

  name(name: string): Node {
    return this.#put({ operation: 'name', operands: [], value: 0, name });
  }

  node(operation: string, ...operands: readonly Node[]): Node {
    return this.#put({ operation, operands, value: 0, name: '' });
  }

  #put(node: Omit<Node, 'id'>): Node {
    const key = [node.operation, node.name, String(node.value), ...node.operands.map((o) => o.id)].join(' ');
    const known = this.#known.get(key);
    if (known) return known;
    const made = { ...node, id: this.#known.size };
    this.#known.set(key, made);
    return made;
  }
}

export const isNumber = (node: Node, value?: number): boolean =>
  node.operation === 'number' && (value === undefined || node.value === value);

export const isLeaf = (node: Node): boolean => node.operands.length === 0;

/** Every name in it, in no particular order. */
export function namesIn(...nodes: readonly Node[]): Set<string> {
  const names = new Set<string>();
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.operation === 'name') names.add(node.name);
    node.operands.forEach(visit);
  };
  nodes.forEach(visit);
  return names;
}

/** Every operation in it. */
export function operationsIn(...nodes: readonly Node[]): Set<string> {
  const operations = new Set<string>();
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    operations.add(node.operation);
    node.operands.forEach(visit);
  };
  nodes.forEach(visit);
  return operations;
}

export const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

const FUNCTIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  negate: (a) => -a,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => a ** b,
  positive: (a) => (a > 0 ? 1 : 0),
  relu: (a) => Math.max(a, 0),
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  softplus: (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
  step: (a) => (1 + Math.sign(a)) / 2,
};

/** All other functions are JavaScript's own. */
const LIBRARY = Math as unknown as Readonly<Record<string, (a: number, b: number) => number>>;

/** The value of a tree where its names have these values; undefined where one has none. */
export function valueOf(node: Node, names: Readonly<Record<string, number>>): number | undefined {
  if (node.operation === 'number') return node.value;
  if (node.operation === 'name') return names[node.name];
  const [a, b] = node.operands.map((operand) => valueOf(operand, names));
  if (a === undefined || (node.operands.length > 1 && b === undefined)) return undefined;
  return (FUNCTIONS[node.operation] ?? LIBRARY[node.operation])?.(a, b ?? 0);
}

/** The value of a tree in which nothing varies; undefined for any other. */
export const constantValue = (node: Node): number | undefined => valueOf(node, CONSTANTS);
