/** What programs in NumPy and in PyTorch have in common: Python, its expressions, and the loop of a run. */
import { atom, Binding, decimal, printer, type Language, type Piece, type Print } from './expression/print';
import { constantValue, namesIn, type Node, Pool } from './expression/tree';
import { methods, searches } from './python-methods';
import type { Module, Update } from './python-update';
import type { Plan } from './plan';
import { rules } from './rules';
import { isChoice, namesOf, statements, type Statement } from './statements';

const CALLS: Readonly<Record<Module, Readonly<Record<string, string>>>> = {
  np: {
    abs: 'abs($)',
    acos: 'np.arccos($)',
    asin: 'np.arcsin($)',
    atan: 'np.arctan($)',
    atan2: 'np.arctan2($)',
    max: 'np.maximum($)',
    min: 'np.minimum($)',
    positive: 'np.heaviside($, 0)',
    relu: 'np.maximum($, 0)',
    softplus: 'np.logaddexp($, 0)',
    step: 'np.heaviside($, 0.5)',
  },
  torch: {
    abs: 'abs($)',
    max: 'torch.maximum($)',
    min: 'torch.minimum($)',
    // Its own threshold of 20 would cost half of the digits.
    softplus: 'torch.nn.functional.softplus($, threshold=40)',
    step: '((torch.sign($) + 1) / 2)',
  },
};

const isSimple = ({ operation, value }: Node): boolean =>
  operation === 'name' || (operation === 'number' && value >= 0);

/** `tensors` are the names that stand for arrays, or for what PyTorch differentiates by; all others are plain numbers. */
function language(module: Module, tensors: ReadonlySet<string>): Language {
  const isTensor = (node: Node): boolean => [...namesIn(node)].some((name) => tensors.has(name));
  const operand = (node: Node, print: Print, lone: boolean): string =>
    module === 'torch' && !lone && !isTensor(node) ? `torch.tensor(${float(constantValue(node) ?? NaN)})` : print(node);
  const call = (node: Node, print: Print): Piece => {
    const { operation, operands } = node;
    if (!isTensor(node)) {
      const library = module === 'np' ? 'np' : 'math';
      const builtIn = ['abs', 'max', 'min'].includes(operation);
      return atom(`${builtIn ? '' : `${library}.`}${operation}(${operands.map((o) => print(o)).join(', ')})`);
    }
    if (module === 'np' && operation === 'sigmoid') {
      return { text: `1 / (1 + np.exp(-${print(operands[0]!, Binding.power)}))`, binding: Binding.product };
    }
    const inside = operands.map((o) => operand(o, print, operands.length === 1)).join(', ');
    return atom((CALLS[module][operation] ?? `${module}.${operation}($)`).replace('$', () => inside));
  };
  return {
    number: decimal,
    name: (name) => (name === 'pi' || name === 'e' ? `${module === 'np' ? 'np' : 'math'}.${name}` : name),
    times: ' * ',
    over: ' / ',
    minus: '-',
    power: (base, exponent, print) => {
      const sign = isSimple(base) && isSimple(exponent) ? '**' : ' ** ';
      return { text: `${print(base, Binding.atom)}${sign}${print(exponent, Binding.atom)}`, binding: Binding.power };
    },
    call,
  };
}

export const pythonPrinter = (module: Module, tensors: Iterable<string>): Print =>
  printer(language(module, new Set(tensors)));

/** A number that no array takes for an integer. */
export const float = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : decimal(value);

export const floats = (values: readonly number[]): string => `[${values.map(float).join(', ')}]`;

export const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `    ${line}`));

/** `learningRate` as Python writes it. */
export const snakeCase = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();

function written(module: Module, all: readonly Statement[], tensors: Set<string>): string[] {
  return all.flatMap((s) => {
    const print = pythonPrinter(module, tensors);
    if (isChoice(s)) {
      const [then, otherwise] = [s.then, s.otherwise].map((branch) => indented(written(module, branch, tensors)));
      return [`if ${print(s.left)} > ${print(s.right)}:`, ...then!, 'else:', ...otherwise!];
    }
    if ([...namesIn(s.value)].some((name) => tensors.has(name))) tensors.add(s.name);
    return [`${s.name} = ${print(s.value)}`];
  });
}

/** A rule of the table. */
function coordinatewise(module: Module, plan: Plan): Update {
  const rule = rules[plan.optimizer]!(plan.options);
  const all = statements(new Pool(), rule.lines);
  const kept = rule.kept ?? [];
  const names = namesOf(all);
  const numbers = Object.entries(plan.options).map(([name, value]) => [snakeCase(name), value] as const);
  return {
    functions: [],
    setup: [
      ...numbers.filter(([name]) => names.has(name)).map(([name, value]) => `${name} = ${decimal(value)}`),
      ...Object.entries(rule.shared ?? {}).map(([name, value]) => `${name} = ${float(value)}`),
      ...kept.map((name) => `${name} = ${module}.zeros(${plan.start.length})`),
    ],
    memory: [],
    body: written(module, all, new Set(['w', 'g', ...kept])),
  };
}

function backtracking({ first, shrink, decrease }: Readonly<Record<string, number>>): Update {
  return {
    functions: [searches.backtrack],
    setup: [],
    memory: [],
    body: [
      `rate = backtrack(w, loss, g, -g, ${[first, shrink, decrease].map((n) => decimal(n ?? 0)).join(', ')})`,
      'w = w - rate * g',
    ],
  };
}

function updateOf(module: Module, plan: Plan): Update {
  if (plan.backtracking) return backtracking(plan.backtracking);
  return methods[plan.optimizer]?.(module, plan) ?? coordinatewise(module, plan);
}

/** The function of a schedule: which share of the rate update `k` gets. */
export function scheduleFunction(module: Module, { schedule }: Plan): string[][] {
  if (!schedule) return [];
  const { warmup, share } = schedule;
  const print = pythonPrinter(module, []);
  const rise = [`if k < ${warmup}:`, `    return (k + 1) / ${warmup}`, ...(share ? [`k = k - ${warmup}`] : [])];
  return [
    [
      'def schedule(k):',
      '    # The share of the learning rate that update k gets, from 0 on.',
      ...indented([...(warmup ? rise : []), `return ${share ? print(share) : '1'}`]),
    ],
  ];
}

/** What a run ends by, once for every language: each condition with what it means. */
export const conditions = ({
  tolerance,
  divergenceLimit,
}: Plan): { readonly flat: string; readonly limit: string } => ({
  flat: decimal(tolerance),
  limit: decimal(divergenceLimit),
});

/** The loop of a run that writes its updates out. */
export function loop(module: Module, plan: Plan): Update & { readonly main: readonly string[] } {
  const update = updateOf(module, plan);
  const { flat, limit } = conditions(plan);
  const print = (step: string): string => `print(${step}, loss, *w${module === 'torch' ? '.tolist()' : ''})`;
  const { batch } = plan;
  const asked = (update: string): string => (batch ? `w, batch(${update})` : 'w');
  const searched = plan.backtracking !== undefined;
  const rate = plan.schedule ? [`rate = ${decimal(plan.rate)} * schedule(t - 1)`] : [];
  return {
    ...update,
    main: [
      `w = ${module === 'np' ? 'np.array' : 'torch.tensor'}(${floats(plan.start)})`,
      ...(plan.schedule || searched ? [] : [`rate = ${decimal(plan.rate)}`]),
      ...update.setup,
      '',
      `loss, g = loss_and_gradient(${asked('0')})`,
      print('0'),
      ...update.memory,
      `for t in range(1, ${plan.stepLimit + 1}):`,
      ...indented([
        ...(batch
          ? []
          : [`if (g @ g) ** 0.5 <= ${flat}:`, '    break  # converged: the ground is level', 'before = w']),
        ...rate,
        ...update.body,
        ...(batch ? [] : ['if (w == before).all():', '    break  # stalled: the update changed nothing']),
        `loss, g = loss_and_gradient(${asked('t')})`,
        `if not (abs(loss) <= ${limit} and abs(w).max() <= ${limit} and ${module}.isfinite(g).all()):`,
        '    break  # diverged',
        print('t'),
      ]),
    ],
  };
}

/** Pieces with the two blank lines that Python has around functions. */
export function program(
  title: readonly string[],
  imports: readonly string[],
  functions: readonly (readonly string[])[],
  main: readonly string[],
): string {
  const head = [...title.map((line) => `# ${line}`), ...imports];
  const tail = functions.length ? ['', '', ...main] : ['', ...main];
  return [...head, ...functions.flatMap((lines) => ['', '', ...lines]), ...tail, ''].join('\n');
}
