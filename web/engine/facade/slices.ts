import type {
  Batches,
  Directions,
  EngineError,
  GradientCloud,
  GradientSpread,
  PlaneValues,
  PrincipalDirections,
  SliceCalls,
  SliceQuestions,
  Values,
} from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { ask, askOf, none, type Made, type Native } from './ask.ts';
import { task, type NativeTask } from './task.ts';

export interface NativeSlices extends NativeTask {
  line(objective: number, request: unknown): Native<Values>;
  createPlane(objective: number, request: unknown): Native<Made>;
  randomDirections(objective: number, request: unknown): Native<Directions>;
  gradientCloud(objective: number, request: unknown): Native<GradientCloud>;
  nudge(objective: number, request: unknown): Native<Values>;
  gradientSpread(objective: number, request: unknown): Native<GradientSpread>;
  batches(objective: number, request: unknown): Native<Batches>;
  principalDirections(request: unknown): Native<PrincipalDirections>;
}

const empty = {
  values: (): Omit<Values, 'error'> => ({ values: none() }),
  plane: (): Omit<PlaneValues, 'error'> => ({ columns: 0, rows: 0, values: none() }),
  directions: (): Omit<Directions, 'error'> => ({ directions: none() }),
  principal: (): Omit<PrincipalDirections, 'error'> => ({
    directions: none(),
    explained: none(),
    coordinates: none(),
  }),
  cloud: (): Omit<GradientCloud, 'error'> => ({ loss: 0, full: none(), losses: none(), gradients: none(), spread: 0 }),
  spread: (): Omit<GradientSpread, 'error'> => ({ variance: 0, spreads: none() }),
  batches: (): Omit<Batches, 'error'> => ({ examples: none(), ends: none(), perEpoch: 0 }),
};

/** What objective number `handle` answers; one that was refused goes on answering with `error`. */
export function sliceQuestions(native: NativeSlices, handle: number, error: EngineError | null): SliceQuestions {
  const question = askOf(error);
  return {
    line: (request) => question(() => native.line(handle, snapshot(request)), empty.values),
    createPlane: (request) =>
      task(native, () => (error ? { error } : native.createPlane(handle, snapshot(request))), empty.plane),
    randomDirections: (request) => question(() => native.randomDirections(handle, snapshot(request)), empty.directions),
    gradientCloud: (request) => question(() => native.gradientCloud(handle, snapshot(request)), empty.cloud),
    nudge: (request) => question(() => native.nudge(handle, snapshot(request)), empty.values),
    gradientSpread: (request) => question(() => native.gradientSpread(handle, snapshot(request)), empty.spread),
    batches: (request) => question(() => native.batches(handle, snapshot(request)), empty.batches),
  };
}

export const sliceCalls = (native: NativeSlices): SliceCalls => ({
  principalDirections: (request) => ask(() => native.principalDirections(snapshot(request)), empty.principal),
});
