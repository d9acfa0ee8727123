import { packed } from 'virtual:descent';

import { decode } from './letters.ts';
import { inSlices } from './pause.ts';
import { join, joining } from './streams.ts';

/** The WebAssembly module, unpacked anew. */
export function moduleBytes(): Uint8Array<ArrayBuffer> {
  return join(packed.map(decode));
}

/** The same, in slices: the page can paint and listen in between. */
export function moduleInSlices(): Promise<Uint8Array<ArrayBuffer>> {
  return inSlices(unpacking());
}

function* unpacking(): Generator<void, Uint8Array<ArrayBuffer>> {
  const streams: Uint8Array[] = [];
  for (const letters of packed) {
    streams.push(decode(letters));
    yield;
  }
  return yield* joining(streams);
}
