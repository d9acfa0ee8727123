import type { Answer, Engine, FunctionEngine } from '../engine.d.ts';
import type { NativeFunctions } from '../native.ts';
import { formulaCalls } from './formula.ts';
import { noNetworks, type Questions } from './learner.ts';
import { objectiveCalls } from './objective.ts';
import { optimizerCalls } from './optimizer.ts';
import { questionCalls } from './questions.ts';
import { runCalls } from './run.ts';
import { seriesCalls } from './series.ts';

/** What both sizes of the engine can. */
export function functionCalls(native: NativeFunctions, questions: Questions): FunctionEngine {
  return {
    version: native.version(),
    ...objectiveCalls(native, questions),
    ...optimizerCalls(native),
    ...formulaCalls(native),
    ...runCalls(native, questions),
    ...questionCalls(native),
    ...seriesCalls(native),
    liveHandles: () => native.liveHandles(),
    heapBytes: () => native.heapBytes(),
  };
}

type WholeCall = Exclude<keyof Engine, keyof FunctionEngine>;

/** Where each of the calls that only the whole engine has begins to be wrong. */
const wholeCalls: Record<WholeCall, true> = {
  readCsv: true,
  dataSets: true,
  createData: true,
  unpack: true,
  createGraph: true,
  circuit: true,
  principalDirections: true,
  createEdge: true,
  createBend: true,
  bigram: true,
  softmax: true,
  sampleText: true,
};

const refused = (field: string): Answer => ({
  error: {
    field,
    message: 'The engine was loaded for functions only, and this is not among what it then can.',
    remedy: "Load the whole one: loadEngine('whole').",
    position: -1,
    row: -1,
  },
});

/** The smaller engine; what it cannot is refused, in JavaScript too. */
export function functionFacade(native: NativeFunctions): FunctionEngine {
  const absent = Object.keys(wholeCalls).map((call) => [call, () => refused(call)]);
  return { ...Object.fromEntries(absent), ...functionCalls(native, noNetworks) } as FunctionEngine;
}
