/** The compiled module: streamed from beside the script where a server sends it, otherwise out of letters in a script. */
import type { Supply } from 'virtual:descent';

import { decode } from './letters.ts';
import { pause } from './pause.ts';

/** The module's bytes, out of letters that arrive as a script: wherever the script could come from, so can they. */
export async function unpacked({ letters }: Pick<Supply, 'letters'>): Promise<Uint8Array<ArrayBuffer>> {
  const { packed } = await letters();
  // Asked for only now: until then a browser has not made strings of half a million letters.
  await pause();
  return decode(packed);
}

/** @param supply where the module of one size comes from */
export async function compiled(supply: Supply): Promise<WebAssembly.Module> {
  const { address } = supply;
  const streamed = address === undefined || !fetchable(address) ? undefined : await fetched(address);
  return streamed ?? WebAssembly.compile(await unpacked(supply));
}

/**
 * Whether it is worth asking: nothing can be fetched from disk, nor by a sandboxed frame without an origin of its own,
 * and a browser writes every vain attempt to the console.
 */
function fetchable(address: string): boolean {
  return /^https?:/.test(address) && globalThis.origin !== 'null';
}

/** Undefined where a policy, the network or the server stands in the way. */
async function fetched(address: string): Promise<WebAssembly.Module | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    // A browser refuses to stream anything that is called otherwise, and has then used it up.
    const streams = response.headers.get('content-type') === 'application/wasm' && 'compileStreaming' in WebAssembly;
    return await (streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch {
    return undefined;
  }
}
