import type { NativeBatches } from './facade/batches.ts';
import type { NativeCircuit } from './facade/circuit.ts';
import type { NativeData } from './facade/data.ts';
import type { NativeFormula } from './facade/formula.ts';
import type { NativeGraph } from './facade/graph.ts';
import type { NativeLandscape } from './facade/landscape.ts';
import type { NativeNetwork } from './facade/network.ts';
import type { NativeObjective } from './facade/objective.ts';
import type { NativeOptimizer } from './facade/optimizer.ts';
import type { NativeQuestions } from './facade/questions.ts';
import type { NativeRun } from './facade/run.ts';
import type { NativeSeries } from './facade/series.ts';
import type { NativeSlices } from './facade/slices.ts';
import type { NativeTable } from './facade/table.ts';
import type { NativeText } from './facade/text.ts';

/**
 * What `wasm/bindings/register.cpp` registers, in the areas of `facade/`. Every `unknown` is a snapshot
 * (see snapshot.ts).
 */
export interface NativeFunctions
  extends NativeObjective, NativeOptimizer, NativeFormula, NativeRun, NativeQuestions, NativeSeries {
  version(): string;
  liveHandles(): number;
  heapBytes(): number;
}

/** With it, what `wasm/bindings/whole/register.cpp` registers. */
export interface NativeModule
  extends
    NativeFunctions,
    NativeNetwork,
    NativeBatches,
    NativeTable,
    NativeData,
    NativeText,
    NativeGraph,
    NativeCircuit,
    NativeSlices,
    NativeLandscape {}
