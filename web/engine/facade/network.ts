import type { Assessment, Inspection, Matching, NeuronMaps, Objective, Run, Sharpness, Values } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { askOf, type Native } from './ask.ts';
import { batchQuestions, type NativeBatches } from './batches.ts';
import { emptyNetwork, type Questions } from './learner.ts';
import { sliceQuestions, type NativeSlices } from './slices.ts';

export interface NativeNetwork {
  predict(handle: number, at: unknown, inputs: unknown): Native<Values>;
  activations(handle: number, at: unknown, inputs: unknown): Native<NeuronMaps>;
  inspect(handle: number, at: unknown, input: unknown, target: unknown): Native<Inspection>;
  assess(handle: number, at: unknown, data: unknown, part: unknown): Native<Assessment>;
  matchNeurons(handle: number, at: unknown, other: unknown): Native<Matching>;
  sharpness(handle: number, at: unknown, options: unknown): Native<Sharpness>;
  runPredict(handle: number, where: unknown, inputs: unknown): Native<Values>;
  runActivations(handle: number, where: unknown, inputs: unknown): Native<NeuronMaps>;
  runInspect(handle: number, where: unknown, input: unknown, target: unknown): Native<Inspection>;
  runAssess(handle: number, where: unknown, data: unknown, part: unknown): Native<Assessment>;
}

type Asked = Pick<NativeNetwork, 'predict' | 'activations' | 'inspect' | 'assess'>;
type Both = (...of: Parameters<Questions['ofRun']>) => Pick<Run, keyof Asked> & Pick<Objective, keyof Asked>;

/** The same four questions, of an objective at a place and of a run at a step. */
function about(native: Asked): Both {
  return (handle, error) => {
    const ask = askOf(error);
    return {
      predict: (at: unknown, inputs: unknown) =>
        ask<Values>(() => native.predict(handle, snapshot(at), snapshot(inputs)), emptyNetwork.values),
      activations: (at: unknown, inputs: unknown) =>
        ask<NeuronMaps>(() => native.activations(handle, snapshot(at), snapshot(inputs)), emptyNetwork.maps),
      inspect: (at: unknown, input: unknown, target: unknown) =>
        ask<Inspection>(
          () => native.inspect(handle, snapshot(at), snapshot(input), snapshot(target)),
          emptyNetwork.inspection,
        ),
      assess: (at: unknown, data?: unknown, part?: unknown) =>
        ask<Assessment>(
          () => native.assess(handle, snapshot(at), snapshot(data), snapshot(part)),
          emptyNetwork.assessment,
        ),
    };
  };
}

export const networkQuestions = (native: NativeNetwork & NativeSlices & NativeBatches): Questions => ({
  ofObjective: (handle, error) => {
    const ask = askOf(error);
    return {
      ...about(native)(handle, error),
      ...batchQuestions(native, handle, error),
      ...sliceQuestions(native, handle, error),
      matchNeurons: (at, other) =>
        ask<Matching>(() => native.matchNeurons(handle, snapshot(at), snapshot(other)), emptyNetwork.matching),
      sharpness: (at, options = {}) =>
        ask<Sharpness>(() => native.sharpness(handle, snapshot(at), snapshot(options)), emptyNetwork.sharpness),
    };
  },
  ofRun: about({
    predict: (...asked) => native.runPredict(...asked),
    activations: (...asked) => native.runActivations(...asked),
    inspect: (...asked) => native.runInspect(...asked),
    assess: (...asked) => native.runAssess(...asked),
  }),
});
