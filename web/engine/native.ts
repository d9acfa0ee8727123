import type {
  Curvature,
  DifferenceQuotients,
  EngineError,
  Evaluation,
  Explanation,
  Gradients,
  LeastSquares,
  ObjectiveInfo,
  OptimizerInfo,
  ParsedFormula,
  Progress,
  ScheduleInfo,
  Sweep,
  Table,
  Trace,
  Values,
} from './engine.d.ts';

/** The fields of an answer, or only the reason why there are none. */
export type Native<T> = T | { readonly error: EngineError };

/** A handle is a number; the engine answers a stale one with an error. */
export interface Made {
  readonly error: null;
  readonly handle: number;
  readonly dimension: number;
}

/** What `wasm/bindings/register.cpp` registers. Every `unknown` is a snapshot (see snapshot.ts). */
export interface NativeModule {
  version(): string;
  objectives(): ObjectiveInfo[];
  optimizers(): OptimizerInfo[];
  schedules(): ScheduleInfo[];
  createObjective(options: unknown): Native<Made>;
  evaluate(handle: number, at: unknown): Native<Evaluation>;
  values(handle: number, points: unknown): Native<Values>;
  gradients(handle: number, points: unknown): Native<Gradients>;
  grid(handle: number, request: unknown): Native<Values>;
  curvature(handle: number, at: unknown): Native<Curvature>;
  differenceQuotients(handle: number, at: unknown, coordinate: unknown, widths: unknown): Native<DifferenceQuotients>;
  disposeObjective(handle: number): void;
  parseFormula(text: unknown): Native<ParsedFormula>;
  createRun(options: unknown): Native<Made>;
  advance(handle: number, steps: unknown): Progress | { readonly error: EngineError };
  trace(handle: number): Native<Trace>;
  explain(handle: number, step: unknown, coordinate: unknown): Native<Explanation>;
  disposeRun(handle: number): void;
  sweepRates(options: unknown): Native<Sweep>;
  leastSquares(inputs: unknown, targets: unknown, features: unknown): Native<LeastSquares>;
  readCsv(text: unknown, options: unknown): Native<Table>;
  liveHandles(): number;
  heapBytes(): number;
}
