import type {
  Curvature,
  DifferenceQuotients,
  Evaluation,
  Gradients,
  Objective,
  ObjectiveCalls,
  ObjectiveInfo,
  Values,
} from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { askOf, make, none, type Made, type Native } from './ask.ts';
import { Exchange, type NativeExchange } from './exchange.ts';
import { noLearner, type Learner, type Questions } from './learner.ts';

export interface NativeObjective extends NativeExchange {
  objectives(): ObjectiveInfo[];
  createObjective(options: unknown): Native<Made & Learner>;
  evaluate(handle: number, at: unknown): Native<Evaluation>;
  values(handle: number, points: unknown): Native<Values>;
  gradients(handle: number, points: unknown): Native<Gradients>;
  grid(handle: number, request: unknown): Native<Values>;
  curvature(handle: number, at: unknown): Native<Curvature>;
  differenceQuotients(handle: number, at: unknown, coordinate: unknown, widths: unknown): Native<DifferenceQuotients>;
  disposeObjective(handle: number): void;
}

const empty = {
  evaluation: (): Omit<Evaluation, 'error'> => ({ value: 0, gradient: none() }),
  values: (): Omit<Values, 'error'> => ({ values: none() }),
  gradients: (): Omit<Gradients, 'error'> => ({ values: none(), gradients: none() }),
  curvature: (): Omit<Curvature, 'error'> => ({ smallest: 0, largest: 0, threshold: 0, conditionNumber: 0 }),
  quotients: (): Omit<DifferenceQuotients, 'error'> => ({
    exact: 0,
    widths: none(),
    forward: none(),
    central: none(),
    forwardError: none(),
    centralError: none(),
  }),
};

function objective(native: NativeObjective, exchange: Exchange, questions: Questions, options: unknown): Objective {
  const { error, handle, dimension, sampleCount, network } = make(
    () => native.createObjective(snapshot(options)),
    noLearner,
  );
  const ask = askOf(error);
  // What learns from examples takes its time over each point anyway; the long way bounds how much.
  const quick = sampleCount === 0;
  return {
    error,
    dimension,
    sampleCount,
    network,
    evaluate: (at) =>
      ask(() => exchange.evaluate(handle, dimension, at) ?? native.evaluate(handle, snapshot(at)), empty.evaluation),
    values: (points) =>
      ask(
        () => (quick && exchange.values(handle, dimension, points)) || native.values(handle, snapshot(points)),
        empty.values,
      ),
    gradients: (points) =>
      ask(
        () => (quick && exchange.gradients(handle, dimension, points)) || native.gradients(handle, snapshot(points)),
        empty.gradients,
      ),
    grid: (request) => ask(() => native.grid(handle, snapshot(request)), empty.values),
    curvature: (at) => ask(() => native.curvature(handle, snapshot(at)), empty.curvature),
    differenceQuotients: (at, coordinate, widths) =>
      ask(
        () => native.differenceQuotients(handle, snapshot(at), snapshot(coordinate), snapshot(widths)),
        empty.quotients,
      ),
    ...questions.ofObjective(handle, error),
    dispose: () => native.disposeObjective(handle),
  };
}

export function objectiveCalls(native: NativeObjective, questions: Questions): ObjectiveCalls {
  const exchange = new Exchange(native);
  return {
    objectives: () => native.objectives(),
    createObjective: (options) => objective(native, exchange, questions, options),
  };
}
