import type { Graph, GraphCalls, GraphNodes, GraphStep } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { askOf, make, none, type Made, type Native } from './ask.ts';

interface MadeGraph {
  readonly stepCount: number;
}

export interface NativeGraph {
  createGraph(options: unknown): Native<Made & MadeGraph>;
  graphNodes(handle: number): Native<GraphNodes>;
  graphStep(handle: number): Native<GraphStep>;
  graphDone(handle: number): number;
  resetGraph(handle: number): void;
  disposeGraph(handle: number): void;
}

const empty = {
  nodes: (): Omit<GraphNodes, 'error'> => ({ nodes: [] }),
  step: (): Omit<GraphStep, 'error'> => ({
    node: 0,
    name: '',
    forward: true,
    rule: '',
    multiplications: 0,
    values: none(),
    sends: [],
  }),
};

function graph(native: NativeGraph, options: unknown): Graph {
  const { error, handle, stepCount } = make(
    () => native.createGraph(snapshot(options)),
    () => ({ stepCount: 0 }),
  );
  const ask = askOf(error);
  return {
    error,
    stepCount,
    get done() {
      return native.graphDone(handle);
    },
    nodes: () => ask(() => native.graphNodes(handle), empty.nodes),
    step: () => ask(() => native.graphStep(handle), empty.step),
    reset: () => native.resetGraph(handle),
    dispose: () => native.disposeGraph(handle),
  };
}

export const graphCalls = (native: NativeGraph): GraphCalls => ({
  createGraph: (options) => graph(native, options),
});
