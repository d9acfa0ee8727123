/** What is computed more than once gets a name, as one would write it by hand. */
import { isLeaf, namesIn, type Node, type Pool } from './tree';

export interface Shared {
  /** In the order in which they are to be computed. */
  readonly locals: readonly (readonly [name: string, value: Node])[];
  readonly results: readonly Node[];
}

/** Without those that mean something of their own in a formula or in the programs. */
const LETTERS = [...'abcdpqrsuvzhklmnoij'];

/** Cheap enough to be written out twice: x^2, 3 x, -y. */
function isShort({ operation, operands }: Node): boolean {
  const sign = ['negate', 'add', 'subtract', 'multiply', 'divide', 'power'].includes(operation);
  return sign && operation !== 'add' && operation !== 'subtract' && operands.every(isLeaf);
}

export function share(pool: Pool, results: readonly Node[]): Shared {
  const uses = new Map<Node, number>();
  const use = (node: Node): void => {
    const before = uses.get(node) ?? 0;
    uses.set(node, before + 1);
    if (before === 0) node.operands.forEach(use);
  };
  results.forEach(use);
  const taken = namesIn(...results);
  const free = LETTERS.filter((letter) => !taken.has(letter));
  const locals: [string, Node][] = [];
  const done = new Map<Node, Node>();
  const rewrite = (node: Node): Node => {
    const known = done.get(node);
    if (known) return known;
    if (isLeaf(node)) return node;
    const inside = pool.node(node.operation, ...node.operands.map(rewrite));
    let made = inside;
    if ((uses.get(node) ?? 0) > 1 && !isShort(inside)) {
      const name = free[locals.length] ?? `t${locals.length - free.length + 1}`;
      locals.push([name, inside]);
      made = pool.name(name);
    }
    done.set(node, made);
    return made;
  };
  return { results: results.map(rewrite), locals };
}
