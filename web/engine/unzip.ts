import type { EngineError, Unpacked } from './engine.d.ts';
import { MAX_BYTES } from './snapshot.ts';

const refuse = (message: string, remedy: string): Unpacked => {
  const error: EngineError = { field: 'file', message, remedy, position: -1, row: -1 };
  return { error, bytes: new Uint8Array(0) };
};

const tooLong = (): Unpacked =>
  refuse('This file holds more than 67,108,864 bytes.', 'Give a smaller one, or a part of it.');

/** A file's content: unpacked if it begins as gzip does (RFC 1952, section 2.3.1), otherwise as it is. */
export async function unpack(file: Uint8Array | ArrayBuffer): Promise<Unpacked> {
  const bytes = contentOf(file);
  if (!bytes) return refuse('This is not a file’s content.', 'Give its bytes as a Uint8Array.');
  if (bytes.length > MAX_BYTES) return tooLong();
  // A copy, so that the caller may do what they like with theirs meanwhile.
  const copy = new Uint8Array(bytes);
  return copy[0] === 0x1f && copy[1] === 0x8b ? gunzip(copy) : { error: null, bytes: copy };
}

/** The bytes themselves, or nothing where there are none, or where asking a caller's object for them throws. */
function contentOf(file: unknown): Uint8Array | undefined {
  try {
    if (ArrayBuffer.isView(file)) return new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
    return file instanceof ArrayBuffer ? new Uint8Array(file) : undefined;
  } catch {
    return undefined;
  }
}

async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Unpacked> {
  if (typeof DecompressionStream === 'undefined') {
    return refuse('This browser cannot unpack gzip.', 'Unpack the file first, or use a browser of 2023 or later.');
  }
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { error: null, bytes: joined(pieces, length) };
      length += value.length;
      // A few packed bytes may unpack to a thousand times as many: stop before they fill the memory.
      if (length > MAX_BYTES) {
        await reader.cancel();
        return tooLong();
      }
      pieces.push(value);
    }
  } catch {
    return refuse(
      `This gzip file is damaged or cut short; ${length.toLocaleString('en')} bytes could be unpacked.`,
      'Give the whole file; perhaps it was not copied or downloaded to its end.',
    );
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
