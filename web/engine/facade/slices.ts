import type {
  Directions,
  EngineError,
  PlaneValues,
  PrincipalDirections,
  SliceCalls,
  SliceQuestions,
  Values,
} from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { ask, askOf, none, type Made, type Native } from './ask.ts';
import { emptySlice } from './learner.ts';
import { task, type NativeTask } from './task.ts';

export interface NativeSlices extends NativeTask {
  line(objective: number, request: unknown): Native<Values>;
  createPlane(objective: number, request: unknown): Native<Made>;
  randomDirections(objective: number, request: unknown): Native<Directions>;
  nudge(objective: number, request: unknown): Native<Values>;
  principalDirections(request: unknown): Native<PrincipalDirections>;
}

const empty = (): Omit<PrincipalDirections, 'error'> => ({
  directions: none(),
  explained: none(),
  coordinates: none(),
});

/** What objective number `handle` answers; one that was refused goes on answering with `error`. */
export function sliceQuestions(native: NativeSlices, handle: number, error: EngineError | null): SliceQuestions {
  const question = askOf(error);
  return {
    line: (request) => question<Values>(() => native.line(handle, snapshot(request)), emptySlice.values),
    createPlane: (request) =>
      task<PlaneValues>(
        native,
        () => (error ? { error } : native.createPlane(handle, snapshot(request))),
        emptySlice.plane,
      ),
    randomDirections: (request) =>
      question<Directions>(() => native.randomDirections(handle, snapshot(request)), emptySlice.directions),
    nudge: (request) => question<Values>(() => native.nudge(handle, snapshot(request)), emptySlice.values),
  };
}

export const sliceCalls = (native: NativeSlices): SliceCalls => ({
  principalDirections: (request) => ask(() => native.principalDirections(snapshot(request)), empty),
});
