import type { CircuitCalls, CircuitState } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { ask, none, type Native } from './ask.ts';

export interface NativeCircuit {
  circuit(options: unknown): Native<CircuitState>;
}

const empty = (): Omit<CircuitState, 'error'> => ({
  values: none(),
  sums: none(),
  slopes: none(),
  forwards: none(),
  order: none(),
  backwards: none(),
  delivered: none(),
  taken: none(),
  arrived: none(),
  asked: none(),
  passed: none(),
  gradient: none(),
  reached: none(),
  nudged: none(),
  nudgedInSingle: none(),
  ways: none(),
});

export const circuitCalls = (native: NativeCircuit): CircuitCalls => ({
  circuit: (options) => ask(() => native.circuit(snapshot(options)), empty),
});
