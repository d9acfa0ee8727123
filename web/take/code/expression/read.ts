/**
 * From text to a tree. The language is the engine's own (`Engine.parseFormula`), which has accepted a typed
 * formula before it comes here: products need no sign, `-x^2` is `-(x^2)`, `a^b^c` is `a^(b^c)`, and what
 * people paste is read too. The update rules and schedules of this folder are written in it as well, with
 * longer names.
 */
import { constantValue, functionNames, type Node, type Pool } from './tree';

/** What a name stands for: the name itself, or a tree in its place; undefined where there is no such name. */
export type Names = (word: string) => Node | string | undefined;

const PASTED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'−–'].map((sign) => [sign, '-'])),
  ...Object.fromEntries([...'·⋅∗×'].map((sign) => [sign, '*'])),
  ...Object.fromEntries([...'÷∕'].map((sign) => [sign, '/'])),
  ...Object.fromEntries([...'₀₁₂₃₄₅₆₇₈₉'].map((figure, i) => [figure, String(i)])),
  π: ' pi ',
};
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ALIASES: Readonly<Record<string, string>> = {
  ln: 'log',
  arccos: 'acos',
  arcsin: 'asin',
  arctan: 'atan',
  bump: 'gauss',
  gaussian: 'gauss',
};
const FUNCTIONS: ReadonlySet<string> = new Set([...functionNames, 'gauss']);

const TOKEN = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)|([-+*/^(),|√]))/y;

function tokens(text: string): string[] {
  const plain = text
    .replace(/[−–·⋅∗×÷∕₀-₉π]/g, (c) => PASTED[c] ?? c)
    .replace(/⁻?[⁰¹²³⁴-⁹]+/g, (run) => `^(${[...run].map((c) => (c === '⁻' ? '-' : RAISED.indexOf(c))).join('')})`)
    .replace(/\*\*/g, '^')
    // Spaces that \s does not know.
    .replace(/[\u200b\u2062]/g, ' ')
    .trim();
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const match = TOKEN.exec(plain);
    if (!match) throw new Error(`This formula cannot be read: ${text}`);
    const [, number, word, sign] = match;
    // xy can only be x times y: no name is made of these two letters.
    found.push(...(word !== undefined && /^[xy]+$/.test(word) ? word : [number ?? word ?? sign ?? '']));
  }
  return found;
}

const isWord = (token: string | undefined): boolean => token !== undefined && /^[A-Za-z]/.test(token);

class Reader {
  #at = 0;
  #inBars = false;

  constructor(
    private readonly pool: Pool,
    private readonly names: Names,
    private readonly tokens: readonly string[],
  ) {}

  read(): Node {
    const result = this.#sum();
    if (this.#at < this.tokens.length) throw new Error(`Unexpected ${this.#next} in a formula.`);
    return result;
  }

  get #next(): string | undefined {
    return this.tokens[this.#at];
  }

  #take(...wanted: readonly string[]): string | undefined {
    const token = this.#next;
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.#at++;
    return token;
  }

  #sum(): Node {
    let left = this.#product();
    for (let sign; (sign = this.#take('+', '-'));) {
      left = this.pool.node(sign === '+' ? 'add' : 'subtract', left, this.#product());
    }
    return left;
  }

  #product(): Node {
    let left = this.#signed();
    for (;;) {
      const sign = this.#take('*', '/');
      if (sign) left = this.pool.node(sign === '*' ? 'multiply' : 'divide', left, this.#signed());
      else if (this.#beginsFactor()) left = this.pool.node('multiply', left, this.#power());
      else return left;
    }
  }

  #beginsFactor(): boolean {
    const next = this.#next;
    return isWord(next) || next === '(' || next === '√' || (next === '|' && !this.#inBars);
  }

  #signed(): Node {
    const sign = this.#take('+', '-');
    if (!sign) return this.#power();
    const operand = this.#signed();
    if (sign === '+') return operand;
    return operand.operation === 'number' ? this.pool.number(-operand.value) : this.pool.node('negate', operand);
  }

  #power(): Node {
    if (this.#take('√')) return this.#call('sqrt', this.#next === '√' ? this.#power() : this.#value());
    const base = this.#value();
    if (!this.#take('^')) return base;
    const exponent = this.#signed();
    if (base.name === 'e') return this.#call('exp', exponent);
    const power = this.pool.node('power', base, exponent);
    const constant = constantValue(power);
    return constant === undefined ? power : this.pool.number(constant);
  }

  #value(): Node {
    const token = this.#next ?? '';
    this.#at++;
    if (token === '(') return this.#enclosed(')');
    if (token === '|') return this.#call('abs', this.#enclosed('|'));
    if (/^[\d.]/.test(token)) return this.pool.number(Number(token));
    const word = (Object.hasOwn(ALIASES, token) && ALIASES[token]) || token;
    if (FUNCTIONS.has(word)) return this.#function(word);
    const named = this.names(word.replace(/_(?=\d)/g, ''));
    if (named === undefined) throw new Error(`There is no function or variable ${token} in a formula.`);
    return typeof named === 'string' ? this.pool.name(named) : named;
  }

  #enclosed(end: ')' | '|'): Node {
    const outside = this.#inBars;
    this.#inBars = end === '|';
    const inside = this.#sum();
    this.#inBars = outside;
    if (!this.#take(end)) throw new Error(`${end} is missing in a formula.`);
    return inside;
  }

  #function(name: string): Node {
    this.#take('(');
    const outside = this.#inBars;
    this.#inBars = false;
    const operands = [this.#sum()];
    while (this.#take(',')) operands.push(this.#sum());
    this.#inBars = outside;
    if (!this.#take(')')) throw new Error(`) is missing in a formula.`);
    const [first, ...others] = operands as [Node, ...Node[]];
    if (name === 'gauss') {
      return this.#call('exp', this.pool.node('negate', this.pool.node('power', first, this.pool.number(2))));
    }
    // max(a, b, c) is max(max(a, b), c).
    return others.length ? others.reduce((a, b) => this.#call(name, a, b), first) : this.#call(name, first);
  }

  /** A function of what never varies is a number, which no language needs help with. */
  #call(name: string, ...operands: readonly Node[]): Node {
    const call = this.pool.node(name, ...operands);
    if (name === 'exp' && operands[0]?.value === 1) return this.pool.name('e');
    const constant = constantValue(call);
    return constant === undefined ? call : this.pool.number(constant);
  }
}

export function read(pool: Pool, text: string, names: Names): Node {
  return new Reader(pool, names, tokens(text)).read();
}

/** A formula's variables, in the order of the parameters. */
export interface Formula {
  readonly variables: readonly string[];
  readonly value: Node;
}

const FAMILIES = [['w1', 'w2'], ['w'], ['x', 'y']] as const;

/** A formula in `x` and `y`, in `w`, or in `w1` and `w2`; the names it uses decide. */
export function readFormula(pool: Pool, text: string): Formula {
  const used = new Set<string>();
  const value = read(pool, text, (word) => {
    if (word === 'pi' || word === 'e') return word;
    if (!FAMILIES.flat().includes(word as 'x')) return undefined;
    used.add(word);
    return word;
  });
  const family = FAMILIES.find((names) => names.some((name) => used.has(name))) ?? ['x'];
  return { value, variables: family[0] === 'x' && !used.has('y') ? ['x'] : family };
}
