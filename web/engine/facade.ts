import type { Engine } from './engine.d.ts';
import { dataCalls } from './facade/data.ts';
import { formulaCalls } from './facade/formula.ts';
import { graphCalls } from './facade/graph.ts';
import { objectiveCalls } from './facade/objective.ts';
import { optimizerCalls } from './facade/optimizer.ts';
import { questionCalls } from './facade/questions.ts';
import { runCalls } from './facade/run.ts';
import { seriesCalls } from './facade/series.ts';
import { sliceCalls } from './facade/slices.ts';
import { tableCalls } from './facade/table.ts';
import { textCalls } from './facade/text.ts';
import type { NativeModule } from './native.ts';

/** The engine as engine.d.ts describes it, over a freshly instantiated module. */
export function facade(native: NativeModule): Engine {
  return {
    version: native.version(),
    ...objectiveCalls(native),
    ...optimizerCalls(native),
    ...formulaCalls(native),
    ...runCalls(native),
    ...questionCalls(native),
    ...tableCalls(native),
    ...textCalls(native),
    ...graphCalls(native),
    ...dataCalls(native),
    ...seriesCalls(native),
    ...sliceCalls(native),
    liveHandles: () => native.liveHandles(),
    heapBytes: () => native.heapBytes(),
  };
}
