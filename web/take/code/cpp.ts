/** A run as a program in C++ with Eigen: gradient and update written out. */
import type { RunOptions } from '../../engine/engine';
import { cppPrinter, helpers, indented, real, written } from './cpp-language';
import { backtracking, methods, type Update } from './cpp-methods';
import { share } from './expression/share';
import { batchFunctions, constant, networkFunctions } from './network-cpp';
import { operationsIn, Pool, type Node } from './expression/tree';
import type { BatchPlan } from './network-plan';
import { planOf, type Context, type FormulaPlan, type Plan, type RegressionPlan } from './plan';
import { snakeCase } from './python';
import { rules } from './rules';
import { namesOf, statements } from './statements';

function formulaFunction(
  head: string,
  f: FormulaPlan,
  results: readonly Node[],
  answer: (texts: readonly string[]) => string[],
): string[] {
  const shared = share(f.pool, results);
  const print = cppPrinter([]);
  const unpacked = f.variables.map((name, i) => `${name} = point[${i}]`).join(', ');
  return [
    head,
    ...indented([
      `const double ${unpacked};`,
      ...shared.locals.map(([name, value]) => `const double ${name} = ${print(value)};`),
      ...answer(shared.results.map((result) => print(result))),
    ]),
    '}',
  ];
}

function formulaFunctions(f: FormulaPlan, curved: boolean): string[][] {
  const n = f.variables.length;
  const both = [f.value, ...f.gradient()];
  const second = curved ? f.hessian().flat() : [];
  const used = operationsIn(...both, ...second);
  const missing = Object.keys(helpers).filter((name) => used.has(name));
  const first = formulaFunction(
    'double loss_and_gradient(const Array& point, Array& gradient) {',
    f,
    both,
    ([value, ...slopes]) => [`gradient << ${slopes.join(', ')};`, `return ${value};`],
  );
  const hessian = formulaFunction('Eigen::MatrixXd hessian(const Array& point) {', f, second, (texts) => [
    `return (Eigen::MatrixXd(${n}, ${n}) << ${texts.join(', ')}).finished();`,
  ]);
  return [...missing.map((name) => [helpers[name]!]), first, ...(curved ? [hessian] : [])];
}

function regressionFunctions(plan: RegressionPlan, batch: BatchPlan | undefined, curved: boolean): string[][] {
  const { inputs, targets, mean } = plan;
  const [x, y] = batch ? ['x', 'y'] : ['inputs', 'targets'];
  const over = mean ? ` / double(${y}.size())` : '';
  const data = [
    '// One example a row; the 1 is for the bias.',
    ...constant(
      'Eigen::MatrixXd',
      'inputs',
      inputs.map((row) => [...row, 1]),
    ),
    `const Eigen::VectorXd targets = (Eigen::VectorXd(${targets.length}) <<`,
    `  ${targets.map(real).join(', ')}).finished();`,
  ];
  const both = [
    `double loss_and_gradient(const Array& w, Array& gradient${batch ? ', const std::vector<int>& rows' : ''}) {`,
    ...(batch
      ? ['  const Eigen::MatrixXd x = inputs(rows, Eigen::all);', '  const Eigen::VectorXd y = targets(rows);']
      : []),
    `  const Eigen::VectorXd residuals = ${x} * w.matrix() - ${y};`,
    `  gradient = 2.0 * (${x}.transpose() * residuals).array()${over};`,
    `  return residuals.squaredNorm()${over};`,
    '}',
  ];
  const hessian = [
    'Eigen::MatrixXd hessian(const Array&) {',
    `  return 2.0 * (inputs.transpose() * inputs)${over};`,
    '}',
  ];
  return curved ? [data, both, hessian] : [data, both];
}

function functionsOf({ objective, optimizer, batch }: Plan): string[][] {
  const curved = optimizer === 'newton';
  if (objective.kind === 'formula') return formulaFunctions(objective, curved);
  return objective.kind === 'network'
    ? networkFunctions(objective, batch)
    : regressionFunctions(objective, batch, curved);
}

function coordinatewise(plan: Plan): Update {
  const rule = rules[plan.optimizer]!(plan.options);
  const all = statements(new Pool(), rule.lines);
  const kept = rule.kept ?? [];
  const shared = Object.entries(rule.shared ?? {});
  const names = namesOf(all);
  const numbers = Object.entries(plan.options).map(([name, value]) => [snakeCase(name), value] as const);
  const known = new Set(['w', 'g', ...kept, ...shared.map(([name]) => name)]);
  return {
    functions: [],
    setup: [
      ...numbers.filter(([name]) => names.has(name)).map(([name, value]) => `const double ${name} = ${real(value)};`),
      ...shared.map(([name, value]) => `double ${name} = ${real(value)};`),
      ...kept.map((name) => `Array ${name} = Array::Zero(${plan.start.length});`),
    ],
    body: written(all, new Set(['w', 'g', ...kept]), known),
  };
}

function scheduleFunction({ schedule }: Plan): string[][] {
  if (!schedule) return [];
  const { warmup, share: part } = schedule;
  const rise = [`if (k < ${warmup}) return (k + 1) / ${real(warmup)};`, ...(part ? [`k -= ${warmup};`] : [])];
  return [
    [
      '// The share of the learning rate that update k gets, from 0 on.',
      'double schedule(int k) {',
      ...indented([...(warmup ? rise : []), `return ${part ? cppPrinter([])(part) : '1.0'};`]),
      '}',
    ],
  ];
}

const print = (step: string): string => `std::cout << ${step} << ' ' << loss << ' ' << w.transpose() << '\\n';`;

function mainOf(plan: Plan, { setup, body }: Update): string[] {
  const limit = real(plan.divergenceLimit);
  const n = plan.start.length;
  const { batch } = plan;
  const asked = (update: string): string => (batch ? `w, g, batch(${update})` : 'w, g');
  return [
    'int main() {',
    ...indented([
      `Array w(${n}), g(${n});`,
      `w << ${plan.start.map(real).join(', ')};`,
      ...(plan.schedule || plan.backtracking ? [] : [`const double rate = ${real(plan.rate)};`]),
      `double loss = loss_and_gradient(${asked('0')});`,
      ...setup,
      '',
      'std::cout << std::setprecision(17);',
      print('0'),
      `for (int t = 1; t <= ${plan.stepLimit}; ++t) {`,
      ...indented([
        ...(batch
          ? []
          : [
              `if (g.matrix().norm() <= ${real(plan.tolerance)}) break;  // converged: the ground is level`,
              'const Array before = w;',
            ]),
        ...(plan.schedule ? [`const double rate = ${real(plan.rate)} * schedule(t - 1);`] : []),
        ...body,
        ...(batch ? [] : ['if ((w == before).all()) break;  // stalled: the update changed nothing']),
        `loss = loss_and_gradient(${asked('t')});`,
        `const bool inside = std::abs(loss) <= ${limit} && (w.abs() <= ${limit}).all() && g.isFinite().all();`,
        'if (!inside) break;  // diverged',
        print('t'),
      ]),
      '}',
    ]),
    '}',
  ];
}

/** What of the standard library's headers is used beyond those that every program needs. */
const HEADERS: readonly (readonly [header: string, used: RegExp])[] = [
  ['algorithm', /std::(min|max)\b/],
  ['bit', /std::rotr\b/],
  ['cmath', /./],
  ['cstdint', /std::uint\d/],
  ['iomanip', /./],
  ['iostream', /./],
  ['numbers', /std::numbers/],
  ['numeric', /std::iota\b/],
  ['utility', /std::(swap|pair)/],
  ['vector', /std::vector/],
];

export function cpp(run: RunOptions, context: Context): string {
  const plan = planOf(run, context);
  const update = plan.backtracking
    ? backtracking(plan.backtracking)
    : (methods[plan.optimizer]?.(plan) ?? coordinatewise(plan));
  const functions = [
    ...batchFunctions(plan.batch),
    ...functionsOf(plan),
    ...scheduleFunction(plan),
    ...update.functions,
    mainOf(plan, update),
  ];
  const code = functions.map((lines) => lines.join('\n')).join('\n\n');
  const headers = HEADERS.filter(([, used]) => used.test(code)).map(([header]) => `#include <${header}>`);
  return [
    ...plan.title.map((line) => `// ${line}`),
    '// g++ -std=c++20 -O2 -I /usr/include/eigen3 descent.cpp -o descent && ./descent',
    '#include <Eigen/Dense>',
    ...headers,
    '',
    'using Array = Eigen::ArrayXd;',
    '',
    code,
    '',
  ].join('\n');
}
