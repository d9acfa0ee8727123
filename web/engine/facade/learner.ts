import type {
  Assessment,
  Batches,
  BatchQuestions,
  Directions,
  EngineError,
  GradientCloud,
  GradientSpread,
  Inspection,
  Matching,
  NetworkInfo,
  NeuronMaps,
  Objective,
  PlaneValues,
  Portion,
  Run,
  Sharpness,
  SliceQuestions,
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
    confidence: none(),
  }),
  matching: (): Omit<Matching, 'error'> => ({
    parameters: none(),
    order: none(),
    correlation: none(),
    before: none(),
  }),
  sharpness: (): Omit<Sharpness, 'error'> => ({
    value: 0,
    threshold: 0,
    direction: none(),
    doubt: 0,
    products: 0,
    exact: false,
  }),
};

/** Answers about examples that were refused. */
export const emptyBatches = {
  cloud: (): Omit<GradientCloud, 'error'> => ({ loss: 0, full: none(), losses: none(), gradients: none(), spread: 0 }),
  spread: (): Omit<GradientSpread, 'error'> => ({ variance: 0, spreads: none() }),
  batches: (): Omit<Batches, 'error'> => ({ examples: none(), ends: none(), perEpoch: 0 }),
};

/** Answers about a landscape of many dimensions that were refused. */
export const emptySlice = {
  values: emptyNetwork.values,
  plane: (): Omit<PlaneValues, 'error'> => ({ columns: 0, rows: 0, values: none() }),
  directions: (): Omit<Directions, 'error'> => ({ directions: none() }),
};

type Question = 'predict' | 'activations' | 'inspect' | 'assess';

/** Of those that only the whole engine knows, what is asked of an objective alone. */
type ObjectiveQuestion = Question | keyof BatchQuestions | keyof SliceQuestions | 'matchNeurons' | 'sharpness';

/** Asks what is behind a handle; what was refused goes on answering with `error`. */
export interface Questions {
  ofObjective(handle: number, error: EngineError | null): Pick<Objective, ObjectiveQuestion>;
  ofRun(handle: number, error: EngineError | null): Pick<Run, Question>;
}

const noNetwork: EngineError = {
  field: 'objective',
  message: 'This objective is no network.',
  remedy: "Ask a network of the whole engine: loadEngine('whole').",
  position: -1,
  row: -1,
};

const onlyWhole: EngineError = {
  field: 'objective',
  message: 'The engine was loaded for functions only, and this is not among what it then can.',
  remedy: "Load the whole one: loadEngine('whole').",
  position: -1,
  row: -1,
};

function refusing(error: EngineError | null): Pick<Objective, ObjectiveQuestion> & Pick<Run, Question> {
  const refuse: Ask = (_, otherwise) => askOf(error ?? noNetwork)(_, otherwise);
  const beyond = error ?? onlyWhole;
  const refuseBeyond: Ask = (_, otherwise) => askOf(beyond)(_, otherwise);
  const never = (): never => undefined as never;
  const nothing = (): Portion => ({ done: 0, total: 0 });
  return {
    predict: () => refuse<Values>(never, emptyNetwork.values),
    activations: () => refuse<NeuronMaps>(never, emptyNetwork.maps),
    inspect: () => refuse<Inspection>(never, emptyNetwork.inspection),
    assess: () => refuse<Assessment>(never, emptyNetwork.assessment),
    matchNeurons: () => refuse<Matching>(never, emptyNetwork.matching),
    sharpness: () => refuseBeyond<Sharpness>(never, emptyNetwork.sharpness),
    gradientCloud: () => refuseBeyond<GradientCloud>(never, emptyBatches.cloud),
    gradientSpread: () => refuseBeyond<GradientSpread>(never, emptyBatches.spread),
    batches: () => refuseBeyond<Batches>(never, emptyBatches.batches),
    line: () => refuseBeyond<Values>(never, emptySlice.values),
    createPlane: () => ({
      error: beyond,
      advance: nothing,
      progress: nothing,
      result: () => refuseBeyond<PlaneValues>(never, emptySlice.plane),
      dispose: () => undefined,
    }),
    randomDirections: () => refuseBeyond<Directions>(never, emptySlice.directions),
    nudge: () => refuseBeyond<Values>(never, emptySlice.values),
  };
}

/** Of the smaller engine, in which nothing is a network. */
export const noNetworks: Questions = {
  ofObjective: (_, error) => refusing(error),
  ofRun: (_, error) => refusing(error),
};
