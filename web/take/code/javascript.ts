/** A run as a program in JavaScript, for Node or a browser's console: gradient and update written out, one number at a time. */
import type { RunOptions } from '../../engine/engine';
import { atom, Binding, decimal, printer, type Print } from './expression/print';
import { share } from './expression/share';
import { namesIn, operationsIn, Pool, type Node } from './expression/tree';
import { planOf, type Context, type FormulaPlan, type Plan, type RegressionPlan } from './plan';
import { snakeCase } from './python';
import { rules } from './rules';
import { isChoice, namesOf, statements, type Assignment, type Statement } from './statements';

/** Functions that JavaScript does not have, each written out once where it is needed. */
const HELPERS: Readonly<Record<string, string>> = {
  positive: 'const positive = (x) => (x > 0 ? 1 : 0);',
  relu: 'const relu = (x) => (x > 0 ? x : 0);',
  sigmoid: 'const sigmoid = (x) => 1 / (1 + Math.exp(-x));',
  softplus: 'const softplus = (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));',
  step: 'const step = (x) => ((x > 0) + (x >= 0)) / 2;',
};

/** @param each names that stand for one number a parameter: within the loop over them, the one of its turn */
const printing = (each: ReadonlySet<string>): Print =>
  printer({
    number: decimal,
    name: (name) => {
      if (name === 'pi' || name === 'e') return name === 'pi' ? 'Math.PI' : 'Math.E';
      return each.has(name) ? `${name}[i]` : name;
    },
    times: ' * ',
    over: ' / ',
    minus: '-',
    power: (base, exponent, print) => ({
      text: `${print(base, Binding.atom)} ** ${print(exponent, Binding.atom)}`,
      // A sign before what is raised is an error in this language: both then stand in parentheses.
      binding: Binding.negative,
    }),
    call: ({ operation, operands }, print) =>
      atom(`${operation in HELPERS ? '' : 'Math.'}${operation}(${operands.map((o) => print(o)).join(', ')})`),
  });

const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));

function formulaFunction(f: FormulaPlan): string[] {
  const { locals, results } = share(f.pool, [f.value, ...f.gradient()]);
  const print = printing(new Set());
  const [value, ...slopes] = results.map((result) => print(result));
  return [
    'function lossAndGradient(point) {',
    ...indented([
      `const [${f.variables.join(', ')}] = point;`,
      ...locals.map(([name, local]) => `const ${name} = ${print(local)};`),
      `return [${value}, [${slopes.join(', ')}]];`,
    ]),
    '}',
  ];
}

function regressionFunction({ inputs, targets, mean }: RegressionPlan): string[] {
  const over = mean ? ' / targets.length' : '';
  return [
    '// One example a row; the 1 is for the bias.',
    'const inputs = [',
    ...inputs.map((row) => `  [${[...row, 1].map(decimal).join(', ')}],`),
    '];',
    `const targets = [${targets.map(decimal).join(', ')}];`,
    '',
    'const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);',
    '',
    'function lossAndGradient(w) {',
    ...indented([
      'const residuals = inputs.map((row, k) => sum(row.map((x, i) => x * w[i])) - targets[k]);',
      `const loss = sum(residuals.map((r) => r * r))${over};`,
      `return [loss, w.map((_, i) => (2 * sum(residuals.map((r, k) => r * inputs[k][i])))${over})];`,
    ]),
    '}',
  ];
}

interface Update {
  /** Before the loop of the run. */
  readonly setup: readonly string[];
  readonly body: readonly string[];
}

/** What stands within the loop over parameters; what is no kept name becomes a constant. */
function within(all: readonly Statement[], kept: ReadonlySet<string>, print: Print): string[] {
  return all.flatMap((s) => {
    if (!isChoice(s))
      return [kept.has(s.name) ? `${s.name}[i] = ${print(s.value)};` : `const ${s.name} = ${print(s.value)};`];
    const [then, otherwise] = [s.then, s.otherwise].map((branch) => indented(within(branch, kept, print)));
    return [`if (${print(s.left)} > ${print(s.right)}) {`, ...then!, '} else {', ...otherwise!, '}'];
  });
}

/** A rule's statements around and within the loop over parameters: what is no parameter's own stands once, outside. */
function sorted(all: readonly Statement[], kept: ReadonlySet<string>) {
  const arrays = new Set(kept);
  const [before, loop, after]: [Assignment[], Statement[], Assignment[]] = [[], [], []];
  const read = new Set<string>();
  for (const s of all) {
    const isOwn = isChoice(s) || [...namesIn(s.value)].some((name) => arrays.has(name)) || arrays.has(s.name);
    if (isOwn) {
      if (!isChoice(s)) arrays.add(s.name);
      for (const name of isChoice(s) ? namesOf([s]) : namesIn(s.value)) read.add(name);
      loop.push(s);
    } else (read.has(s.name) ? after : before).push(s);
  }
  return { before, loop, after };
}

function coordinatewise(plan: Plan): Update {
  const rule = rules[plan.optimizer]!(plan.options);
  const all = statements(new Pool(), rule.lines);
  const kept = new Set(['w', 'g', ...(rule.kept ?? [])]);
  const shared = rule.shared ?? {};
  const names = namesOf(all);
  const numbers = Object.entries(plan.options).map(([name, value]) => [snakeCase(name), value] as const);
  const print = printing(kept);
  const { before, loop, after } = sorted(all, kept);
  const assign = ({ name, value }: Assignment): string => `${name in shared ? '' : 'const '}${name} = ${print(value)};`;
  return {
    setup: [
      ...numbers.filter(([name]) => names.has(name)).map(([name, value]) => `const ${name} = ${decimal(value)};`),
      ...Object.entries(shared).map(([name, value]) => `let ${name} = ${decimal(value)};`),
      ...(rule.kept ?? []).map((name) => `const ${name} = w.map(() => 0);`),
    ],
    body: [
      ...before.map(assign),
      'for (let i = 0; i < w.length; i++) {',
      ...indented(within(loop, kept, print)),
      '}',
      ...after.map(assign),
    ],
  };
}

function backtracking({ first, shrink, decrease }: Readonly<Record<string, number>>): Update {
  return {
    setup: [],
    body: [
      '// Armijo: shorter and shorter steps, until the loss falls by a share of what the slope promises (backtracking).',
      `let rate = ${decimal(first ?? 1)};`,
      'const squares = g.reduce((sum, slope) => sum + slope * slope, 0);',
      'for (;;) {',
      '  const tried = w.map((value, i) => value - rate * g[i]);',
      '  const [value] = lossAndGradient(tried);',
      `  const lowEnough = value < loss && value <= loss - ${decimal(decrease ?? 0)} * rate * squares;`,
      '  if (lowEnough || tried.every((value, i) => value === w[i])) break;',
      `  rate *= ${decimal(shrink ?? 0.5)};`,
      '}',
      'w = w.map((value, i) => value - rate * g[i]);',
    ],
  };
}

function scheduleFunction({ schedule }: Plan): string[][] {
  if (!schedule) return [];
  const { warmup, share: part } = schedule;
  const rise = [`if (k < ${warmup}) return (k + 1) / ${warmup};`, ...(part ? [`k -= ${warmup};`] : [])];
  return [
    [
      '// The share of the learning rate that update k gets, from 0 on.',
      'function schedule(k) {',
      ...indented([...(warmup ? rise : []), `return ${part ? printing(new Set())(part) : '1'};`]),
      '}',
    ],
  ];
}

function mainOf(plan: Plan, { setup, body }: Update): string[] {
  const limit = decimal(plan.divergenceLimit);
  const rate = plan.schedule ? [`const rate = ${decimal(plan.rate)} * schedule(t - 1);`] : [];
  return [
    `${plan.backtracking ? 'let' : 'const'} w = [${plan.start.map(decimal).join(', ')}];`,
    ...(plan.schedule || plan.backtracking ? [] : [`const rate = ${decimal(plan.rate)};`]),
    ...setup,
    'let [loss, g] = lossAndGradient(w);',
    'console.log(0, loss, ...w);',
    `for (let t = 1; t <= ${plan.stepLimit}; t++) {`,
    ...indented([
      `if (Math.hypot(...g) <= ${decimal(plan.tolerance)}) break; // converged: the ground is level`,
      'const before = [...w];',
      ...rate,
      ...body,
      'if (w.every((value, i) => value === before[i])) break; // stalled: the update changed nothing',
      '[loss, g] = lossAndGradient(w);',
      `const inside = [loss, ...w].every((value) => Math.abs(value) <= ${limit}) && g.every(Number.isFinite);`,
      'if (!inside) break; // diverged',
      'console.log(t, loss, ...w);',
    ]),
    '}',
  ];
}

const nodesOf = (f: FormulaPlan): readonly Node[] => [f.value, ...f.gradient()];

/** Whether there is a program in JavaScript: for every rule that treats each parameter by itself, on no network and all examples. */
export const isPlain = ({ objective, optimizer, batch }: RunOptions): boolean =>
  !('network' in objective) && !batch?.size && Object.hasOwn(rules, optimizer?.name ?? 'gradient_descent');

export function javascript(run: RunOptions, context: Context): string {
  const plan = planOf(run, context);
  const { objective } = plan;
  if (objective.kind === 'network') throw new Error('There is no program in JavaScript for a network.');
  const used = objective.kind === 'formula' ? operationsIn(...nodesOf(objective)) : new Set<string>();
  const helpers = Object.entries(HELPERS).flatMap(([name, line]) => (used.has(name as never) ? [line] : []));
  const loss = objective.kind === 'formula' ? formulaFunction(objective) : regressionFunction(objective);
  const update = plan.backtracking ? backtracking(plan.backtracking) : coordinatewise(plan);
  const blocks = [...(helpers.length ? [helpers] : []), loss, ...scheduleFunction(plan), mainOf(plan, update)];
  const head = [...plan.title.map((line) => `// ${line}`), '// node descent.mjs'];
  return [head.join('\n'), ...blocks.map((lines) => lines.join('\n')), ''].join('\n\n').replace(/\n+$/, '\n');
}
