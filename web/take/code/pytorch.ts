/** A run as a program in PyTorch: autograd, and `torch.optim` for every rule that it has in all its versions. */
import type { RunOptions } from '../../engine/engine';
import { decimal } from './expression/print';
import { share } from './expression/share';
import { namesIn } from './expression/tree';
import { batchFunctions, torchNetwork } from './network-python';
import { dataOf } from './numpy';
import { planOf, type Context, type FormulaPlan, type Plan } from './plan';
import { conditions, floats, indented, loop, program, pythonPrinter, scheduleFunction } from './python';
import type { Options } from './rules';

/** An optimizer of `torch.optim`, and what it is told beside the learning rate; nothing for switches that are off. */
interface Ready {
  readonly name: string;
  readonly options: readonly string[];
}

type Choose = (o: Options) => Ready | undefined;

const given = (name: string, value: number | undefined): string[] => [`${name}=${decimal(value ?? 0)}`];
const unlessZero = (name: string, value: number | undefined): string[] => (value ? given(name, value) : []);
const penalty = (o: Options): string[] => unlessZero('weight_decay', o['weightDecay']);

/** Adam and its kin, which PyTorch always corrects for having begun at 0. */
const adamLike =
  (name: string, ...more: readonly string[]): Choose =>
  (o) => {
    if (o['biasCorrection'] === 0) return undefined;
    const betas = `betas=(${decimal(o['beta1']!)}, ${decimal(o['beta2']!)})`;
    // AdamW's own default is not 0.
    const decay = name === 'AdamW' ? given('weight_decay', o['weightDecay']) : penalty(o);
    return { name, options: [betas, ...given('eps', o['epsilon']), ...decay, ...more] };
  };

/** NAdam is not among them: up to version 1.13, PyTorch's differs from its own later one by a slip. */
const ready: Readonly<Record<string, Choose>> = {
  gradient_descent: () => ({ name: 'SGD', options: [] }),
  momentum: (o) => ({
    name: 'SGD',
    options: [
      ...given('momentum', o['momentum']),
      ...(o['momentum'] ? unlessZero('dampening', o['dampening']) : []),
      ...penalty(o),
    ],
  }),
  nesterov: (o) => ({
    name: 'SGD',
    options: [...(o['momentum'] ? [...given('momentum', o['momentum']), 'nesterov=True'] : []), ...penalty(o)],
  }),
  adagrad: (o) => ({ name: 'Adagrad', options: [...given('eps', o['epsilon']), ...penalty(o)] }),
  rmsprop: (o) => ({
    name: 'RMSprop',
    options: [
      ...given('alpha', o['alpha']),
      ...given('eps', o['epsilon']),
      ...unlessZero('momentum', o['momentum']),
      ...(o['centered'] ? ['centered=True'] : []),
      ...penalty(o),
    ],
  }),
  adadelta: (o) => ({
    name: 'Adadelta',
    options: [...given('rho', o['rho']), ...given('eps', o['epsilon']), ...penalty(o)],
  }),
  adam: adamLike('Adam'),
  adamw: adamLike('AdamW'),
  amsgrad: adamLike('Adam', 'amsgrad=True'),
  adamax: adamLike('Adamax'),
  radam: adamLike('RAdam'),
  lbfgs: (o) => ({
    name: 'LBFGS',
    options: [
      'max_iter=1',
      ...given('history_size', o['history']),
      'tolerance_grad=0',
      'tolerance_change=0',
      ...(o['lineSearch'] ? ['line_search_fn="strong_wolfe"'] : []),
    ],
  }),
};

function formulaFunction(f: FormulaPlan): string[] {
  const { locals, results } = share(f.pool, [f.value]);
  const print = pythonPrinter('torch', [...f.variables, ...locals.map(([name]) => name)]);
  // PyTorch cannot differentiate a number.
  const varies = f.variables.some((name) => namesIn(f.value).has(name));
  return [
    'def f(point):',
    ...indented([
      `${f.variables.length === 1 ? `(${f.variables[0]},)` : f.variables.join(', ')} = point`,
      ...locals.map(([name, value]) => `${name} = ${print(value)}`),
      `return ${print(results[0]!)}${varies ? '' : ` + 0 * ${f.variables[0]}`}`,
    ]),
  ];
}

function lossFunctions({ objective, batch }: Plan): string[][] {
  if (objective.kind === 'formula') return [formulaFunction(objective)];
  if (objective.kind === 'network') return torchNetwork(objective, batch);
  const [given, rows] = batch ? ['w, rows', '[rows]'] : ['w', ''];
  return [
    [`def f(${given}):`, `    return ((inputs${rows} @ w - targets${rows}) ** 2).${objective.mean ? 'mean' : 'sum'}()`],
  ];
}

const lossAndGradient = (batch: boolean): string[] => [
  `def loss_and_gradient(${batch ? 'w, rows' : 'w'}):`,
  '    w = w.detach().requires_grad_()',
  `    loss = f(${batch ? 'w, rows' : 'w'})`,
  '    (gradient,) = torch.autograd.grad(loss, w)',
  '    return loss.item(), gradient',
];
const hessian = ['def hessian(w):', '    return torch.autograd.functional.hessian(f, w)'];

/** The loop of a run that `torch.optim` makes the updates of. */
function optimLoop(plan: Plan, { name, options }: Ready): string[] {
  const { flat, limit } = conditions(plan);
  const arguments_ = ['[w]', `lr=${decimal(plan.rate)}`, ...options].join(', ');
  const evaluate = ['optimizer.zero_grad()', `loss = f(${plan.batch ? 'w, batch(t)' : 'w'})`, 'loss.backward()'];
  const closed = name === 'LBFGS';
  const closure = closed ? ['', '', 'def closure():', ...indented([...evaluate, 'return loss']), '', ''] : [];
  return [
    `w = torch.tensor(${floats(plan.start)}, requires_grad=True)`,
    `optimizer = torch.optim.${name}(${arguments_})`,
    ...(plan.schedule ? ['scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, schedule)'] : []),
    ...(closed ? closure : ['']),
    `for t in range(${plan.stepLimit + 1}):`,
    ...indented([
      ...(closed ? ['loss = closure()'] : evaluate),
      `if not (abs(loss) <= ${limit} and abs(w).max() <= ${limit} and torch.isfinite(w.grad).all()):`,
      '    break  # diverged',
      'print(t, loss.item(), *w.tolist())',
      ...(plan.batch
        ? []
        : [
            `if w.grad.norm() <= ${flat}:`,
            '    break  # converged: the ground is level',
            'before = w.detach().clone()',
          ]),
      closed ? 'optimizer.step(closure)' : 'optimizer.step()',
      ...(plan.batch ? [] : ['if (w == before).all():', '    break  # stalled: the update changed nothing']),
      ...(plan.schedule ? ['scheduler.step()'] : []),
    ]),
  ];
}

export function pytorch(run: RunOptions, context: Context): string {
  const plan = planOf(run, context);
  const optimizer = plan.backtracking ? undefined : ready[plan.optimizer]?.(plan.options);
  const own = optimizer ? undefined : loop('torch', plan);
  const functions = [
    ...batchFunctions(plan.batch),
    ...lossFunctions(plan),
    ...(own ? [lossAndGradient(plan.batch !== undefined)] : []),
    ...(own && plan.optimizer === 'newton' ? [hessian] : []),
    ...scheduleFunction('torch', plan),
    ...(own?.functions ?? []),
  ];
  const main = own?.main ?? (optimizer ? optimLoop(plan, optimizer) : []);
  const usesMath = [...functions.flat(), ...main].some((line) => line.includes('math.'));
  const standard = [...(plan.batch?.shuffle ? ['functools'] : []), ...(usesMath ? ['math'] : [])];
  const imports = [
    ...standard.map((name) => `import ${name}`),
    ...(standard.length ? [''] : []),
    'import torch',
    '',
    'torch.set_default_dtype(torch.float64)',
    ...dataOf(plan, 'torch.tensor'),
  ];
  return program(plan.title, imports, functions, main);
}
