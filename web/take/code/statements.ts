/**
 * The neutral form in which update rules are written, once for all languages: assignments in the language
 * of formulas, one a line, and now and then a choice between two lists of them.
 */
import { read } from './expression/read';
import { namesIn, type Node, type Pool } from './expression/tree';

export type Line =
  string | { readonly when: string; readonly then: readonly Line[]; readonly otherwise: readonly Line[] };

/** `name = value` */
export interface Assignment {
  readonly name: string;
  readonly value: Node;
}

/** If `left > right`, then some statements, otherwise others. */
export interface Choice {
  readonly left: Node;
  readonly right: Node;
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export type Statement = Assignment | Choice;

export const isChoice = (statement: Statement): statement is Choice => 'then' in statement;

const anyName = (word: string): string => word;

/** An expression in which every word that is no function is a name of its own. */
export const expression = (pool: Pool, text: string): Node => read(pool, text, anyName);

function halves(text: string, sign: '=' | '>'): readonly [string, string] {
  const [left, right] = text.split(sign);
  return [left!.trim(), right!.trim()];
}

export function statements(pool: Pool, lines: readonly Line[]): Statement[] {
  return lines.map((line) => {
    if (typeof line === 'string') {
      const [name, value] = halves(line, '=');
      return { name, value: expression(pool, value) };
    }
    const [left, right] = halves(line.when, '>');
    return {
      left: expression(pool, left),
      right: expression(pool, right),
      then: statements(pool, line.then),
      otherwise: statements(pool, line.otherwise),
    };
  });
}

/** Every name that is read or assigned. */
export function namesOf(all: readonly Statement[]): Set<string> {
  const names = new Set<string>();
  for (const s of all) {
    if (isChoice(s)) {
      for (const name of namesIn(s.left, s.right)) names.add(name);
      for (const name of namesOf([...s.then, ...s.otherwise])) names.add(name);
    } else {
      names.add(s.name);
      for (const name of namesIn(s.value)) names.add(name);
    }
  }
  return names;
}
