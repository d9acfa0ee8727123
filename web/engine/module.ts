import { packed } from 'virtual:descent';

import { decode } from './letters.ts';
import { join } from './streams.ts';

/** The WebAssembly module, unpacked anew. */
export function moduleBytes(): Uint8Array<ArrayBuffer> {
  return join(packed.map(decode));
}
