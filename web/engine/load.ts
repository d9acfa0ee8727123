import createDescentModule from 'virtual:descent';

import { explained, lack } from './ability.ts';
import type { Engine } from './engine.d.ts';
import { facade } from './facade.ts';
import { moduleInSlices } from './module.ts';
import type { NativeModule } from './native.ts';
import { pause } from './pause.ts';

let engine: Promise<Engine> | undefined;

/**
 * Loads the engine; the module is instantiated once however often this is called. It asks the network
 * for nothing: the bytes are part of the script. Rejects where WebAssembly with SIMD is missing or forbidden (a
 * content security policy needs `'wasm-unsafe-eval'`), with a message that says which; or for want of memory, and then
 * the next call tries again.
 */
export function loadEngine(): Promise<Engine> {
  engine ??= instantiate().catch((problem: unknown) => {
    engine = undefined;
    throw problem;
  });
  return engine;
}

async function instantiate(): Promise<Engine> {
  const missing = lack();
  if (missing) throw new Error(explained('The descent engine cannot run', missing));
  try {
    const wasmBinary = await moduleInSlices();
    await pause();
    return facade((await createDescentModule({ wasmBinary })) as NativeModule);
  } catch (cause) {
    throw new Error('The descent engine could not start, perhaps for want of memory.', { cause });
  }
}
