/** A run as a program in NumPy: gradient and update written out. */
import type { RunOptions } from '../../engine/engine';
import { share } from './expression/share';
import type { Node } from './expression/tree';
import { planOf, type Context, type FormulaPlan, type Plan, type RegressionPlan } from './plan';
import { floats, indented, loop, program, pythonPrinter, scheduleFunction } from './python';

/** `x, y = point` */
const unpacked = (variables: readonly string[]): string =>
  `${variables.length === 1 ? `(${variables[0]},)` : variables.join(', ')} = point`;

function formulaFunction(
  head: string,
  f: FormulaPlan,
  results: readonly Node[],
  answer: (texts: readonly string[]) => string[],
): string[] {
  const shared = share(f.pool, results);
  const print = pythonPrinter('np', [...f.variables, ...shared.locals.map(([name]) => name)]);
  return [
    head,
    ...indented([
      unpacked(f.variables),
      ...shared.locals.map(([name, value]) => `${name} = ${print(value)}`),
      ...answer(shared.results.map((result) => print(result))),
    ]),
  ];
}

function formulaFunctions(f: FormulaPlan, curved: boolean): string[][] {
  const both = formulaFunction('def loss_and_gradient(point):', f, [f.value, ...f.gradient()], ([value, ...slopes]) => [
    `loss = ${value}`,
    `return loss, np.array([${slopes.join(', ')}])`,
  ]);
  if (!curved) return [both];
  const n = f.variables.length;
  const hessian = formulaFunction('def hessian(point):', f, f.hessian().flat(), (texts) => [
    `return np.array([${f.variables.map((_, i) => `[${texts.slice(i * n, (i + 1) * n).join(', ')}]`).join(', ')}])`,
  ]);
  return [both, hessian];
}

/** The examples, with a 1 beside each for the bias. */
export function examples({ inputs, targets }: RegressionPlan, array: string): string[] {
  return [
    '# One example a row; the 1 is for the bias.',
    `inputs = ${array}([`,
    ...inputs.map((row) => `    ${floats([...row, 1])},`),
    '])',
    `targets = ${array}(${floats(targets)})`,
  ];
}

function regressionFunctions({ mean }: RegressionPlan, curved: boolean): string[][] {
  const over = mean ? ' / len(targets)' : '';
  const both = [
    'def loss_and_gradient(w):',
    '    residuals = inputs @ w - targets',
    `    return residuals @ residuals${over}, 2 * (inputs.T @ residuals)${over}`,
  ];
  return curved ? [both, ['def hessian(w):', `    return 2 * (inputs.T @ inputs)${over}`]] : [both];
}

function functionsOf({ objective, optimizer }: Plan): string[][] {
  const curved = optimizer === 'newton';
  return objective.kind === 'formula' ? formulaFunctions(objective, curved) : regressionFunctions(objective, curved);
}

export function numpy(run: RunOptions, context: Context): string {
  const plan = planOf(run, context);
  const { functions, main } = loop('np', plan);
  const data = plan.objective.kind === 'regression' ? ['', ...examples(plan.objective, 'np.array')] : [];
  const all = [...functionsOf(plan), ...scheduleFunction('np', plan), ...functions];
  return program(plan.title, ['import numpy as np', ...data], all, main);
}
