import type { NativeData } from './facade/data.ts';
import type { NativeFormula } from './facade/formula.ts';
import type { NativeGraph } from './facade/graph.ts';
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
export interface NativeModule
  extends
    NativeObjective,
    NativeOptimizer,
    NativeFormula,
    NativeRun,
    NativeQuestions,
    NativeTable,
    NativeData,
    NativeSeries,
    NativeSlices,
    NativeText,
    NativeGraph {
  version(): string;
  liveHandles(): number;
  heapBytes(): number;
}
