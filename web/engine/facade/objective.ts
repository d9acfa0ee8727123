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
import { sliceQuestions, type NativeSlices } from './slices.ts';

export interface NativeObjective extends NativeSlices {
  objectives(): ObjectiveInfo[];
  createObjective(options: unknown): Native<Made>;
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

function objective(native: NativeObjective, options: unknown): Objective {
  const { error, handle, dimension } = make(() => native.createObjective(snapshot(options)));
  const ask = askOf(error);
  return {
    error,
    dimension,
    evaluate: (at) => ask(() => native.evaluate(handle, snapshot(at)), empty.evaluation),
    values: (points) => ask(() => native.values(handle, snapshot(points)), empty.values),
    gradients: (points) => ask(() => native.gradients(handle, snapshot(points)), empty.gradients),
    grid: (request) => ask(() => native.grid(handle, snapshot(request)), empty.values),
    curvature: (at) => ask(() => native.curvature(handle, snapshot(at)), empty.curvature),
    differenceQuotients: (at, coordinate, widths) =>
      ask(
        () => native.differenceQuotients(handle, snapshot(at), snapshot(coordinate), snapshot(widths)),
        empty.quotients,
      ),
    ...sliceQuestions(native, handle, error),
    dispose: () => native.disposeObjective(handle),
  };
}

export const objectiveCalls = (native: NativeObjective): ObjectiveCalls => ({
  objectives: () => native.objectives(),
  createObjective: (options) => objective(native, options),
});
