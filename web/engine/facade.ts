import type {
  Curvature,
  DifferenceQuotients,
  Engine,
  EngineError,
  Evaluation,
  Explanation,
  Gradients,
  LeastSquares,
  Objective,
  ParsedFormula,
  Progress,
  Run,
  Sweep,
  Table,
  Trace,
  Values,
} from './engine.d.ts';
import type { Made, Native, NativeModule } from './native.ts';
import { snapshot } from './snapshot.ts';

/** No live handle has this number, so the engine answers it as it answers a stale one. */
const NO_HANDLE = 0;

const none = (): Float64Array => new Float64Array(0);

/** Answers of a request that was refused, without their `error`. */
const empty = {
  evaluation: (): Omit<Evaluation, 'error'> => ({ value: 0, gradient: none() }),
  values: (): Omit<Values, 'error'> => ({ values: none() }),
  gradients: (): Omit<Gradients, 'error'> => ({ values: none(), gradients: none() }),
  formula: (): Omit<ParsedFormula, 'error'> => ({ dimension: 0, variables: [], tex: '', gradientTex: [] }),
  curvature: (): Omit<Curvature, 'error'> => ({ smallest: 0, largest: 0, threshold: 0, conditionNumber: 0 }),
  quotients: (): Omit<DifferenceQuotients, 'error'> => ({
    exact: 0,
    widths: none(),
    forward: none(),
    central: none(),
    forwardError: none(),
    centralError: none(),
  }),
  trace: (): Omit<Trace, 'error'> => ({
    step: none(),
    loss: none(),
    gradientNorm: none(),
    rate: none(),
    valueCount: none(),
    gradientCount: none(),
    hessianCount: none(),
    parameters: none(),
    gradients: none(),
    dimension: 0,
  }),
  explanation: (): Omit<Explanation, 'error'> => ({ step: 0, coordinate: 0, terms: [] }),
  sweep: (): Omit<Sweep, 'error'> => ({ rates: none(), finalLoss: none(), steps: none(), reasons: [], behaviours: [] }),
  leastSquares: (): Omit<LeastSquares, 'error'> => ({ parameters: none(), sumOfSquares: 0, meanOfSquares: 0 }),
  table: (): Omit<Table, 'error'> => ({ columns: 0, rows: 0, names: [], values: none() }),
};

/** For what the engine itself cannot answer: options that throw when read, or memory that ran out. */
function failure(cause: unknown): { error: EngineError } {
  let message = 'The request could not be carried out.';
  if (cause instanceof Error) message = `The request could not be carried out: ${cause.message}`;
  return {
    error: { field: 'options', message, remedy: 'Pass plain values, and ask for less at once.', position: -1, row: -1 },
  };
}

/** Runs a request; whatever happens, the answer has the shape of `T`. */
function ask<T extends { error: EngineError | null }>(request: () => Native<T>, otherwise: () => Omit<T, 'error'>): T {
  let reply: Native<T>;
  try {
    reply = request();
  } catch (cause) {
    reply = failure(cause);
  }
  return reply.error === null ? (reply as T) : ({ ...otherwise(), error: reply.error } as T);
}

function make(request: () => Native<Made>): { error: EngineError | null; handle: number; dimension: number } {
  return ask<{ error: EngineError | null; handle: number; dimension: number }>(request, () => ({
    handle: NO_HANDLE,
    dimension: 0,
  }));
}

function objective(native: NativeModule, options: unknown): Objective {
  const { error, handle, dimension } = make(() => native.createObjective(snapshot(options)));
  /** A refused objective goes on answering with the reason for its refusal. */
  const question = <T extends { error: EngineError | null }>(
    request: () => Native<T>,
    otherwise: () => Omit<T, 'error'>,
  ) => ask<T>(() => (error ? { error } : request()), otherwise);
  return {
    error,
    dimension,
    evaluate: (at) => question(() => native.evaluate(handle, snapshot(at)), empty.evaluation),
    values: (points) => question(() => native.values(handle, snapshot(points)), empty.values),
    gradients: (points) => question(() => native.gradients(handle, snapshot(points)), empty.gradients),
    grid: (request) => question(() => native.grid(handle, snapshot(request)), empty.values),
    curvature: (at) => question(() => native.curvature(handle, snapshot(at)), empty.curvature),
    differenceQuotients: (at, coordinate, widths) =>
      question(
        () => native.differenceQuotients(handle, snapshot(at), snapshot(coordinate), snapshot(widths)),
        empty.quotients,
      ),
    dispose: () => native.disposeObjective(handle),
  };
}

function run(native: NativeModule, options: unknown): Run {
  const { error, handle, dimension } = make(() => native.createRun(snapshot(options)));
  const question = <T extends { error: EngineError | null }>(
    request: () => Native<T>,
    otherwise: () => Omit<T, 'error'>,
  ) => ask<T>(() => (error ? { error } : request()), otherwise);
  const advance = (steps: unknown): Progress => {
    const refused: Progress = { step: 0, loss: NaN, reason: 'refused' };
    if (error) return refused;
    const reply = native.advance(handle, snapshot(steps));
    return 'error' in reply ? refused : reply;
  };
  return {
    error,
    dimension,
    advance,
    progress: () => advance(0),
    trace: () => question(() => native.trace(handle), empty.trace),
    explain: (step, coordinate) =>
      question(() => native.explain(handle, snapshot(step), snapshot(coordinate)), empty.explanation),
    dispose: () => native.disposeRun(handle),
  };
}

/** The engine as engine.d.ts describes it, over a freshly instantiated module. */
export function facade(native: NativeModule): Engine {
  return {
    version: native.version(),
    objectives: () => native.objectives(),
    optimizers: () => native.optimizers(),
    schedules: () => native.schedules(),
    createObjective: (options) => objective(native, options),
    parseFormula: (text) => ask(() => native.parseFormula(snapshot(text)), empty.formula),
    createRun: (options) => run(native, options),
    sweepRates: (options) => ask(() => native.sweepRates(snapshot(options)), empty.sweep),
    leastSquares: (inputs, targets, features = 1) =>
      ask(() => native.leastSquares(snapshot(inputs), snapshot(targets), snapshot(features)), empty.leastSquares),
    readCsv: (text, options = {}) => ask(() => native.readCsv(snapshot(text), snapshot(options)), empty.table),
    liveHandles: () => native.liveHandles(),
    heapBytes: () => native.heapBytes(),
  };
}
