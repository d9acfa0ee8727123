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

/** One try at unpacking: the bytes, or why not and how many came before. */
type Try = { pieces: Uint8Array[]; length: number; end: 'whole' | 'damaged' | 'too long' };

/**
 * A browser unpacks one member and refuses whatever follows it, but a gzip file may have several, one after
 * the other, and zeros behind them to fill a block (RFC 1952, section 2.2; gzip's manual, "Advanced usage").
 * Where a member ends only unpacking it tells, so ends are tried: a wrong one fails at the member's checksum.
 */
async function gunzip(packed: Uint8Array<ArrayBuffer>): Promise<Unpacked> {
  if (typeof DecompressionStream === 'undefined') {
    return refuse('This browser cannot unpack gzip.', 'Unpack the file first, or use a browser of 2023 or later.');
  }
  const file = new Blob([packed]);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let start = 0; start < packed.length;) {
    let next = start;
    let most = 0;
    for (const end of endsOf(packed, start)) {
      const member = await inflate(file.slice(start, end), MAX_BYTES - length);
      if (member.end === 'too long') return tooLong();
      most = Math.max(most, member.length);
      if (member.end === 'damaged') continue;
      pieces.push(...member.pieces);
      length += member.length;
      next = pastZeros(packed, end);
      break;
    }
    if (next === start) return damaged(length + most);
    start = next;
  }
  return { error: null, bytes: joined(pieces, length) };
}

const damaged = (length: number): Unpacked =>
  refuse(
    `This gzip file is damaged or cut short; ${length.toLocaleString('en')} bytes could be unpacked.`,
    'Give the whole file; perhaps it was not copied or downloaded to its end.',
  );

/** Where the zeros from `at` on end. */
function pastZeros(packed: Uint8Array, at: number): number {
  while (at < packed.length && packed[at] === 0) at += 1;
  return at;
}

/** Where the member from `start` on may end: first before the file's end, then before what looks like a next one. */
function* endsOf(packed: Uint8Array, start: number): Generator<number> {
  // A damaged file may hold millions of places that look like a member; a good one, hardly any that are none.
  let tries = 1000;
  for (const end of endsBefore(packed, packed.length, start)) if (tries-- > 0) yield end;
  for (let at = start + SHORTEST; at < packed.length && tries > 0; at += 1) {
    if (!beginsMember(packed, at)) continue;
    for (const end of endsBefore(packed, at, start)) if (tries-- > 0) yield end;
  }
}

/** Bytes of the shortest member: a head of 10, nothing packed into 2, a checksum and a length of 4 each. */
const SHORTEST = 20;

/** Two bytes of magic, the method, and flags of which the upper three are zero (RFC 1952, section 2.3.1). */
const beginsMember = (packed: Uint8Array, at: number): boolean =>
  packed[at] === 0x1f && packed[at + 1] === 0x8b && packed[at + 2] === 8 && packed[at + 3]! < 0x20;

/**
 * `limit` itself; and where zeros stand before it, which may be a filling or a member's own, from the first of
 * them on. A member ends in at most nine zeros: a length and a checksum, and one byte of what is packed.
 */
function* endsBefore(packed: Uint8Array, limit: number, start: number): Generator<number> {
  yield limit;
  let first = limit;
  while (first > start + SHORTEST && packed[first - 1] === 0) first -= 1;
  for (let end = first; end < Math.min(limit, first + 10); end += 1) yield end;
}

/** Unpacks one member, no more than `most` bytes of it. */
async function inflate(member: Blob, most: number): Promise<Try> {
  const reader = member.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { pieces, length, end: 'whole' };
      length += value.length;
      // A few packed bytes may unpack to a thousand times as many: stop before they fill the memory.
      if (length > most) {
        await reader.cancel();
        return { pieces: [], length, end: 'too long' };
      }
      pieces.push(value);
    }
  } catch {
    return { pieces: [], length, end: 'damaged' };
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
