import createDescentModule from 'virtual:descent';

import type { Engine } from './engine.d.ts';
import { facade } from './facade.ts';
import { moduleInSlices } from './module.ts';
import type { NativeModule } from './native.ts';
import { pause } from './pause.ts';

let engine: Promise<Engine> | undefined;

/**
 * Loads the engine; the module is instantiated once however often this is called. It asks the network
 * for nothing: the bytes are part of the script. Rejects only where WebAssembly with SIMD is missing or
 * forbidden (a content security policy needs `'wasm-unsafe-eval'`), with a message that says so.
 */
export function loadEngine(): Promise<Engine> {
  engine ??= instantiate();
  return engine;
}

async function instantiate(): Promise<Engine> {
  try {
    const wasmBinary = await moduleInSlices();
    await pause();
    return facade((await createDescentModule({ wasmBinary })) as NativeModule);
  } catch (cause) {
    throw new Error(
      'The descent engine could not start. It needs a browser of 2023 or later, and a content security policy, ' +
        "if there is one, must allow 'wasm-unsafe-eval'.",
      { cause },
    );
  }
}
