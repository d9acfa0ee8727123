import { packed } from 'virtual:descent';

import { decode } from './letters.ts';
import { pause } from './pause.ts';
import { join, joining } from './streams.ts';

/** Milliseconds of work at one go: four times as much, on a phone, still lets a reader scroll. */
const SLICE = 8;

/** The WebAssembly module, unpacked anew. */
export function moduleBytes(): Uint8Array<ArrayBuffer> {
  return join(packed.map(decode));
}

/** The same, in slices: the page can paint and listen in between. */
export async function moduleInSlices(): Promise<Uint8Array<ArrayBuffer>> {
  let began = performance.now();
  const breathe = async (): Promise<void> => {
    if (performance.now() - began < SLICE) return;
    await pause();
    began = performance.now();
  };
  const streams: Uint8Array[] = [];
  for (const letters of packed) {
    streams.push(decode(letters));
    await breathe();
  }
  const joined = joining(streams);
  for (;;) {
    const { done, value } = joined.next();
    if (done) return value;
    if (performance.now() - began >= SLICE) await breathe();
  }
}
