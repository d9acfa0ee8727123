/** A run as every language needs it: all that its options leave open filled in, its formula read and differentiated. */
import type { FunctionEngine, ParameterInfo, RunOptions } from '../../engine/engine';
import { Derivative } from './expression/derivative';
import { readFormula } from './expression/read';
import { Pool, type Node } from './expression/tree';
import { functions } from './functions';
import {
  batchPlan,
  isWritableNetwork,
  MOST_EXAMPLES,
  networkPlan,
  type BatchPlan,
  type NetworkPlan,
} from './network-plan';
import { rules, type Options } from './rules';
import { isKnownSchedule, schedule, type Schedule } from './schedules';

export interface Context {
  /** For defaults. */
  readonly engine: Pick<FunctionEngine, 'objectives' | 'optimizers' | 'schedules'>;
  /** What the run is, for the program's first line: `Adam`, or `learning rate 0.2`. */
  readonly name: string;
  /** Where it can be seen: the title or the address of the page. */
  readonly page: string;
  /** The loss it ends with, for the program's last line; left out where nobody has made the run. */
  readonly last?: number;
}

/** A function of one or two named variables. */
export interface FormulaPlan {
  readonly kind: 'formula';
  readonly pool: Pool;
  readonly variables: readonly string[];
  readonly value: Node;
  /** By each variable. */
  readonly gradient: () => readonly Node[];
  /** Row by row. */
  readonly hessian: () => readonly (readonly Node[])[];
}

/** A straight line, or its like in more dimensions, through examples. */
export interface RegressionPlan {
  readonly kind: 'regression';
  /** One row an example. */
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly number[];
  /** Whether the squares are divided by how many there are. */
  readonly mean: boolean;
}

export type ObjectivePlan = FormulaPlan | RegressionPlan | NetworkPlan;

export interface Plan {
  /** For the first lines of a program: safe in any comment. */
  readonly title: readonly string[];
  readonly objective: ObjectivePlan;
  /** Where an update does not look at all examples. */
  readonly batch: BatchPlan | undefined;
  readonly start: readonly number[];
  readonly optimizer: string;
  readonly options: Options;
  readonly rate: number;
  readonly schedule: Schedule | undefined;
  /** The line search that takes the schedule's place. */
  readonly backtracking: Options | undefined;
  readonly stepLimit: number;
  readonly tolerance: number;
  readonly divergenceLimit: number;
}

type Given = Readonly<Record<string, unknown>>;

const DIRECTED: ReadonlySet<string> = new Set(['conjugate_gradient', 'lbfgs', 'newton']);

/** Whether there is a program for it: for formulas, built-in functions, and regressions and small networks on examples of their own. */
export function isWritable({ objective, optimizer, schedule: rate, batch, precision, start }: RunOptions): boolean {
  const given = objective as Given;
  const regression = given['regression'] as Given | undefined;
  const targets = regression?.['targets'] as ArrayLike<number> | undefined;
  const network = given['network'] as Given | undefined;
  const known =
    (network !== undefined && isWritableNetwork(network, start !== undefined)) ||
    typeof given['formula'] === 'string' ||
    (typeof given['name'] === 'string' && Object.hasOwn(functions, given['name'])) ||
    (targets !== undefined && targets.length <= MOST_EXAMPLES);
  const rule = optimizer?.name ?? 'gradient_descent';
  // A line search asks more than once about one batch, and second derivatives of a network are a program of their own.
  const asks = batch?.size ? 'batch' : network ? 'network' : 'all';
  const searches = DIRECTED.has(rule) || rate?.name === 'backtracking';
  return (
    known &&
    (Object.hasOwn(rules, rule) || DIRECTED.has(rule)) &&
    isKnownSchedule(rate?.name ?? 'constant') &&
    !(asks === 'batch' && searches) &&
    !(asks === 'network' && rule === 'newton') &&
    precision !== 'single'
  );
}

/** Every parameter, given or not, as a number; switches as 0 and 1. */
function filled(parameters: readonly ParameterInfo[] | undefined, given: Given): Options {
  return Object.fromEntries((parameters ?? []).map((p) => [p.name, Number(given[p.name] ?? p.default)]));
}

function formulaPlan(text: string): FormulaPlan {
  const pool = new Pool();
  const { value, variables } = readFormula(pool, text);
  const slopes = variables.map((name) => new Derivative(pool, name));
  const gradient = (): readonly Node[] => slopes.map((slope) => slope.of(value));
  const hessian = (): readonly (readonly Node[])[] => gradient().map((g) => slopes.map((slope) => slope.of(g)));
  return { kind: 'formula', pool, variables, value, gradient, hessian };
}

function regressionPlan(given: Given): RegressionPlan {
  const flat = Array.from(given['inputs'] as ArrayLike<number>);
  const targets = Array.from(given['targets'] as ArrayLike<number>);
  const features = Number(given['features'] ?? 1);
  const inputs = targets.map((_, i) => flat.slice(i * features, (i + 1) * features));
  return { kind: 'regression', inputs, targets, mean: given['loss'] !== 'sum_squares' };
}

interface Aim {
  readonly objective: ObjectivePlan;
  readonly start: readonly number[];
}

/** What is minimised, and where it begins unless told otherwise. */
function aim(given: Given, { engine }: Context): Aim {
  if (typeof given['formula'] === 'string') {
    const objective = formulaPlan(given['formula']);
    return { objective, start: objective.variables.map(() => 1) };
  }
  if (given['regression'] !== undefined) {
    const objective = regressionPlan(given['regression'] as Given);
    return { objective, start: [...(objective.inputs[0] ?? []), 0].map(() => 0) };
  }
  if (given['network'] !== undefined) {
    const network = given['network'] as Given;
    return { objective: networkPlan(network), start: Array.from((network['parameters'] ?? []) as ArrayLike<number>) };
  }
  const info = engine.objectives().find(({ name }) => name === given['name']);
  const formula = functions[info?.name ?? ''];
  if (!info || !formula) throw new Error('There is no program for this objective.');
  return { objective: formulaPlan(formula(filled(info.parameters, given))), start: Array.from(info.start) };
}

/** Text from elsewhere as one line of a comment: no line break, and no backslash, which continues a line in C++. */
const comment = (text: string): string =>
  text
    .replace(/[\p{C}\\\u2028\u2029]/gu, ' ')
    .slice(0, 500)
    .trim();

export function planOf(run: RunOptions, context: Context): Plan {
  const { engine } = context;
  const given = { name: 'gradient_descent', ...run.optimizer } as Given & { readonly name: string };
  const options = filled(engine.optimizers().find(({ name }) => name === given.name)?.parameters, given);
  const rate = { name: 'constant', ...run.schedule } as Given & { readonly name: string };
  const rateOptions = filled(engine.schedules().find(({ name }) => name === rate.name)?.parameters, rate);
  const { objective, start } = aim(run.objective as Given, context);
  return {
    title: [context.name, context.page].map(comment).filter((line) => line !== ''),
    objective,
    batch: objective.kind === 'formula' ? undefined : batchPlan(run.batch, objective.targets.length),
    start: run.start ? Array.from(run.start) : start,
    optimizer: given.name,
    options,
    rate: options['learningRate'] ?? 0,
    schedule: schedule(new Pool(), rate.name, rateOptions),
    backtracking: rate.name === 'backtracking' ? rateOptions : undefined,
    stepLimit: run.stepLimit ?? 1000,
    tolerance: run.tolerance ?? 1e-8,
    divergenceLimit: run.divergenceLimit ?? 1e12,
  };
}
