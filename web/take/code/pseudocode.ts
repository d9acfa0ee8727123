/** A run as pseudocode: for reading, in mathematical signs. */
import type { RunOptions } from '../../engine/engine';
import { atom, Binding, decimal, printer, type Language, type Piece, type Print } from './expression/print';
import { Pool, type Node } from './expression/tree';
import { batchLines, networkLines } from './network-pseudocode';
import { planOf, type Context, type Plan, type RegressionPlan } from './plan';
import { snakeCase } from './python';
import { rules } from './rules';
import { isChoice, namesOf, statements, type Statement } from './statements';

const SIGNS: Readonly<Record<string, string>> = {
  pi: 'π',
  alpha: 'α',
  beta1: 'β₁',
  beta2: 'β₂',
  epsilon: 'ε',
  rho: 'ρ',
  rho_max: 'ρ∞',
  mu: 'μ',
  mu_next: 'μ′',
  momentum: 'μ',
  momentum_decay: 'ψ',
  weight_decay: 'λ',
  dampening: 'τ',
  m_hat: 'm̂',
  v_hat: 'v̂',
  v_max: 'vₘₐₓ',
  w1: 'w₁',
  w2: 'w₂',
};
const named = (name: string): string => SIGNS[name] ?? name;

const raised = (text: string): string => text.replace(/\d/g, (d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]!).replace('-', '⁻');

/** 10⁻⁸, 2.5 · 10⁻⁷, 0.001 */
function number(value: number): string {
  const [mantissa, exponent] = decimal(value).split('e');
  if (exponent === undefined) return mantissa!.replace('-', '−');
  const power = `10${raised(exponent.replace('+', ''))}`;
  return mantissa === '1' ? power : `${mantissa!.replace('-', '−')} · ${power}`;
}

const language: Language = {
  number,
  name: named,
  times: ' · ',
  over: ' / ',
  minus: '−',
  power: (base, exponent, print) => {
    const whole = exponent.operation === 'number' && Number.isInteger(exponent.value);
    const below = print(base, Binding.atom);
    const above = whole ? raised(String(exponent.value)) : `^${print(exponent, Binding.atom)}`;
    return { text: below + above, binding: Binding.power };
  },
  call: ({ operation, operands }: Node, print: Print): Piece => {
    const inside = operands.map((o) => print(o)).join(', ');
    if (operation === 'abs') return atom(`|${inside}|`);
    if (operation === 'floor') return atom(`⌊${inside}⌋`);
    if (operation === 'sqrt') return atom(`√(${inside})`);
    return atom(`${operation === 'log' ? 'ln' : operation}(${inside})`);
  },
};
const print = printer(language);

const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${line}`);
const tuple = (texts: readonly string[]): string => (texts.length === 1 ? texts[0]! : `(${texts.join(', ')})`);

function written(all: readonly Statement[]): string[] {
  return all.flatMap((s) => {
    if (!isChoice(s)) return [`${named(s.name)} ← ${print(s.value)}`];
    const [then, otherwise] = [s.then, s.otherwise].map((branch) => indented(written(branch)));
    return [`if ${print(s.left)} > ${print(s.right)}`, ...then!, 'otherwise', ...otherwise!];
  });
}

function regressionLines({ inputs, targets, mean }: RegressionPlan): string[] {
  const features = inputs[0]!.length;
  const x = Array.from(
    { length: features },
    (_, i) => `x${features === 1 ? '' : String(i + 1).replace(/\d/g, (d) => '₀₁₂₃₄₅₆₇₈₉'[Number(d)]!)}`,
  );
  const line = [...x.map((name, i) => `w[${i + 1}] · ${name}`), `w[${features + 1}]`].join(' + ');
  return [
    `f(w) = the ${mean ? 'mean' : 'sum'} of (${line} − y)² over the examples ${tuple([...x, 'y'])}:`,
    ...indented(inputs.map((row, i) => [...row, targets[i]!].map(number).join(', '))),
  ];
}

function lossLines({ objective: o }: Plan): string[] {
  if (o.kind === 'network') return networkLines(o, number);
  if (o.kind === 'regression') return regressionLines(o);
  const place = tuple(o.variables.map(named));
  return [
    `f(w) = ${print(o.value)}${o.variables.join() === 'w' ? '' : `, where w = ${place}`}`,
    `∇f(w) = ${tuple(o.gradient().map((slope) => print(slope)))}`,
  ];
}

/** What the directed methods do in an update, and before the first. */
interface Method {
  readonly before: readonly string[];
  readonly body: readonly string[];
}

const wolfe = (rate: string, c1: number, c2: number): string[] => [
  `find α along d, trying ${rate} first, so that f(w + α · d) ≤ f(w) + ${number(c1)} · α · g·d and |∇f(w + α · d)·d| ≤ ${number(c2)} · |g·d|`,
  'w ← w + α · d',
];
const armijo = (first: string, shrink: number, decrease: number): string[] => [
  `α ← ${first}`,
  `while f(w + α · d) > f(w) + ${number(decrease)} · α · g·d`,
  `    α ← ${number(shrink)} · α`,
  'w ← w + α · d',
];

const methods: Readonly<Record<string, (plan: Plan) => Method>> = {
  conjugate_gradient: ({ options: o }) => ({
    before: ['d ← −∇f(w), g′ ← ∇f(w)'],
    body: [
      'd ← −g + max(0, g·(g − g′) / g′·g′) · d, or −g where that leads uphill',
      ...wolfe('min(1, 1 / ‖g‖₁) · rate', o['decrease']!, o['curvature']!),
      'g′ ← g',
    ],
  }),
  lbfgs: ({ options: o }) => ({
    before: ['pairs ← none'],
    body: [
      `pairs ← the last ${o['history']} of (s, y): a step s = α · d, and the change y of g along it, where s·y > 10⁻¹⁰`,
      'd ← −g',
      'for each pair (s, y), newest first',
      '    a ← s·d / y·s for this pair',
      '    d ← d − a · y',
      'd ← d · (s·y / y·y) of the newest pair, if there is one',
      'for each pair (s, y), oldest first',
      '    d ← d + (a − y·d / y·s) · s',
      'first ← min(1, 1 / ‖g‖₁) · rate in the first update, then rate',
      ...(o['lineSearch'] ? wolfe('first', 1e-4, 0.9) : ['w ← w + first · d']),
    ],
  }),
  newton: ({ options: o }) => ({
    before: [],
    body: [
      `λ, v ← the eigenvalues and eigenvectors of ∇²f(w)`,
      ...(o['safeguard'] ? ['λ ← |λ|, at least 10⁻⁸ of the largest'] : []),
      'd ← −the sum of v · (v·g) / λ over all of them',
      ...(o['safeguard'] ? [...armijo('rate', 0.5, 1e-4)] : ['w ← w + rate · d']),
    ],
  }),
};

function ruleMethod(plan: Plan): Method & { readonly setup: readonly string[] } {
  const rule = rules[plan.optimizer]!(plan.options);
  const all = statements(new Pool(), rule.lines);
  const names = namesOf(all);
  const numbers = Object.entries(plan.options).map(([name, value]) => [snakeCase(name), value] as const);
  const setup = [
    ...numbers.filter(([name]) => names.has(name)),
    ...Object.entries(rule.shared ?? {}),
    ...(rule.kept ?? []).map((name) => [name, 0] as const),
  ];
  return {
    before: [],
    setup: setup.length ? [setup.map(([name, value]) => `${named(name)} ← ${number(value)}`).join(', ')] : [],
    body: written(all),
  };
}

function methodOf(plan: Plan): Method & { readonly setup: readonly string[] } {
  const { backtracking: o } = plan;
  if (o)
    return {
      before: [],
      setup: [],
      body: ['d ← −g', ...armijo(number(o['first']!), o['shrink']!, o['decrease']!)],
    };
  const directed = methods[plan.optimizer]?.(plan);
  return directed ? { ...directed, setup: [] } : ruleMethod(plan);
}

function rateLines({ schedule, rate }: Plan): string[] {
  if (!schedule) return [];
  const { warmup, share } = schedule;
  const whole = `${number(rate)}${share ? ` · ${print(share, Binding.power)}` : ''}`;
  const count = share ? [`k ← t − ${warmup + 1}`] : [];
  if (!warmup) return [...count, `rate ← ${whole}`];
  return [...count, `rate ← ${number(rate)} · t / ${warmup} while t ≤ ${warmup}, then ${whole}`];
}

export function pseudocode(run: RunOptions, context: Context): string {
  const plan = planOf(run, context);
  const { before, setup, body } = methodOf(plan);
  const fixed = plan.schedule || plan.backtracking ? [] : [`rate ← ${number(plan.rate)}`];
  const limit = number(plan.divergenceLimit);
  return [
    ...plan.title,
    '',
    ...lossLines(plan),
    ...batchLines(plan.batch),
    '',
    [`w ← ${tuple(plan.start.map(number))}`, ...fixed].join(', '),
    ...setup,
    ...before,
    'print 0, f(w), w',
    `for t = 1, 2, …, ${plan.stepLimit}`,
    ...indented([
      'g ← ∇f(w)',
      ...(plan.batch ? [] : [`stop if ‖g‖ ≤ ${number(plan.tolerance)}`]),
      ...rateLines(plan),
      ...body,
      `stop if ${plan.batch ? '' : 'w is where it was, or if '}|f(w)| or a part of w is beyond ${limit}`,
      'print t, f(w), w',
    ]),
    '',
  ].join('\n');
}
