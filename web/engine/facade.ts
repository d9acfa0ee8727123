import type { Engine } from './engine.d.ts';
import { circuitCalls } from './facade/circuit.ts';
import { dataCalls } from './facade/data.ts';
import { functionCalls } from './facade/functions.ts';
import { graphCalls } from './facade/graph.ts';
import { landscapeCalls } from './facade/landscape.ts';
import { networkQuestions } from './facade/network.ts';
import { sliceCalls } from './facade/slices.ts';
import { tableCalls } from './facade/table.ts';
import { textCalls } from './facade/text.ts';
import type { NativeModule } from './native.ts';

/** The whole engine as engine.d.ts describes it, over a freshly instantiated module. */
export function facade(native: NativeModule): Engine {
  return {
    ...functionCalls(native, networkQuestions(native)),
    ...tableCalls(native),
    ...textCalls(native),
    ...graphCalls(native),
    ...circuitCalls(native),
    ...sliceCalls(native),
    ...landscapeCalls(native),
    ...dataCalls(native),
  };
}
