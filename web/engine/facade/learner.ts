import type {
  Assessment,
  EngineError,
  Inspection,
  NetworkInfo,
  NeuronMaps,
  Objective,
  Run,
  Values,
} from '../engine.d.ts';
import { askOf, none, type Ask } from './ask.ts';

/** What the engine says of an objective that learns from examples, or of a run of it. */
export interface Learner {
  readonly sampleCount: number;
  readonly network: NetworkInfo | null;
}

export const noLearner = (): Learner => ({ sampleCount: 0, network: null });

/** Answers about a network that were refused. */
export const emptyNetwork = {
  values: (): Omit<Values, 'error'> => ({ values: none() }),
  maps: (): Omit<NeuronMaps, 'error'> => ({ neurons: 0, count: 0, sums: none(), activations: none() }),
  inspection: (): Omit<Inspection, 'error'> => ({ layers: [], prediction: none(), loss: 0, gradient: none() }),
  assessment: (): Omit<Assessment, 'error'> => ({
    loss: 0,
    accuracy: 0,
    correct: 0,
    count: 0,
    classes: 0,
    confusion: none(),
    wrong: none(),
    taken: none(),
  }),
};

type Question = 'predict' | 'activations' | 'inspect' | 'assess';

/** Asks the network behind a handle; what was refused goes on answering with `error`. */
export interface Questions {
  ofObjective(handle: number, error: EngineError | null): Pick<Objective, Question>;
  ofRun(handle: number, error: EngineError | null): Pick<Run, Question>;
}

const noNetwork: EngineError = {
  field: 'objective',
  message: 'This objective is no network.',
  remedy: "Ask a network of the whole engine: loadEngine('whole').",
  position: -1,
  row: -1,
};

function refusing(error: EngineError | null): Pick<Objective, Question> & Pick<Run, Question> {
  const refuse: Ask = (_, otherwise) => askOf(error ?? noNetwork)(_, otherwise);
  const never = (): never => undefined as never;
  return {
    predict: () => refuse<Values>(never, emptyNetwork.values),
    activations: () => refuse<NeuronMaps>(never, emptyNetwork.maps),
    inspect: () => refuse<Inspection>(never, emptyNetwork.inspection),
    assess: () => refuse<Assessment>(never, emptyNetwork.assessment),
  };
}

/** Of the smaller engine, in which nothing is a network. */
export const noNetworks: Questions = {
  ofObjective: (_, error) => refusing(error),
  ofRun: (_, error) => refusing(error),
};
