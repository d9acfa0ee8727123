/** A run as a program in NumPy: gradient and update written out. */
import type { RunOptions } from '../../engine/engine';
import { share } from './expression/share';
import type { Node } from './expression/tree';
import { batchFunctions, networkExamples, needsMath, numpyNetwork } from './network-python';
import type { BatchPlan } from './network-plan';
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
function examples({ inputs, targets }: RegressionPlan, array: string): string[] {
  return [
    '# One example a row; the 1 is for the bias.',
    `inputs = ${array}([`,
    ...inputs.map((row) => `    ${floats([...row, 1])},`),
    '])',
    `targets = ${array}(${floats(targets)})`,
  ];
}

/** What a program learns from, after an empty line. */
export function dataOf({ objective: o }: Plan, array: string): string[] {
  if (o.kind === 'formula') return [];
  return ['', ...(o.kind === 'network' ? networkExamples(o, array) : examples(o, array))];
}

function regressionFunctions({ mean }: RegressionPlan, batch: BatchPlan | undefined, curved: boolean): string[][] {
  const asked = batch ? ['x, y = inputs[rows], targets[rows]'] : [];
  const [x, y] = batch ? ['x', 'y'] : ['inputs', 'targets'];
  const over = mean ? ` / len(${y})` : '';
  const both = [
    `def loss_and_gradient(${batch ? 'w, rows' : 'w'}):`,
    ...indented([
      ...asked,
      `residuals = ${x} @ w - ${y}`,
      `return residuals @ residuals${over}, 2 * (${x}.T @ residuals)${over}`,
    ]),
  ];
  return curved ? [both, ['def hessian(w):', `    return 2 * (inputs.T @ inputs)${over}`]] : [both];
}

function functionsOf({ objective, optimizer, batch }: Plan): string[][] {
  const curved = optimizer === 'newton';
  if (objective.kind === 'formula') return formulaFunctions(objective, curved);
  return objective.kind === 'network' ? numpyNetwork(objective, batch) : regressionFunctions(objective, batch, curved);
}

export function numpy(run: RunOptions, context: Context): string {
  const plan = planOf(run, context);
  const { functions, main } = loop('np', plan);
  const { objective, batch } = plan;
  const standard = [
    ...(batch?.shuffle ? ['import functools'] : []),
    ...(objective.kind === 'network' && needsMath(objective) ? ['import math'] : []),
  ];
  const all = [...batchFunctions(batch), ...functionsOf(plan), ...scheduleFunction('np', plan), ...functions];
  return program(
    plan.title,
    [...standard, ...(standard.length ? [''] : []), 'import numpy as np', ...dataOf(plan, 'np.array')],
    all,
    main,
  );
}
