/** Gzip files as a browser's own means unpack them: one member, and nothing behind it. */
import { gzipSync, inflateRawSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { unpack } from '../../../web/engine/unzip.ts';

/** As the standard has it, and unlike Node's: whatever follows the first member is refused. */
class OneMember extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const pieces: Uint8Array[] = [];
    super({
      transform: (piece) => void pieces.push(piece),
      flush: (controller) => {
        const packed = Buffer.concat(pieces);
        const { buffer, engine } = inflateRawSync(packed.subarray(10), { info: true }) as unknown as {
          buffer: Buffer;
          engine: { bytesWritten: number };
        };
        if (10 + engine.bytesWritten + 8 !== packed.length) throw new TypeError('Junk after the end.');
        if (packed.readUInt32LE(packed.length - 4) !== buffer.length) throw new TypeError('Wrong length.');
        if (buffer.length > 0) controller.enqueue(Uint8Array.from(buffer));
      },
    });
  }
}

beforeEach(() => void vi.stubGlobal('DecompressionStream', OneMember));
afterEach(() => void vi.unstubAllGlobals());

const numbers = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_unused, i) => (i * i) % 251);
const zeros = (count: number): Uint8Array => new Uint8Array(count);
const unpacked = async (...parts: Uint8Array[]): Promise<number[]> => {
  const { error, bytes } = await unpack(Uint8Array.from(Buffer.concat(parts)));
  expect(error).toBeNull();
  return [...bytes];
};

describe('a gzip file', () => {
  test('of several members is all of them, one after the other', async () => {
    const [a, b, c] = [numbers(5), numbers(3000), numbers(70_000)];
    expect(await unpacked(gzipSync(a), gzipSync(b))).toEqual([...a, ...b]);
    expect(await unpacked(gzipSync(b), gzipSync(zeros(0)), gzipSync(c), gzipSync(a))).toEqual([...b, ...c, ...a]);
  });

  test('may be filled up with zeros, behind its end and between its members', async () => {
    const [a, b] = [numbers(300), numbers(40)];
    for (const filling of [1, 3, 512]) {
      expect(await unpacked(gzipSync(a), zeros(filling))).toEqual([...a]);
      expect(await unpacked(gzipSync(a), zeros(filling), gzipSync(b), zeros(filling))).toEqual([...a, ...b]);
    }
    // Nothing packed ends in eight zeros of its own.
    expect(await unpacked(gzipSync(zeros(0)), zeros(100))).toEqual([]);
  });

  test('may hold what looks like another member', async () => {
    const inner = gzipSync(numbers(900));
    expect(await unpacked(gzipSync(inner, { level: 0 }), gzipSync(inner, { level: 0 }))).toEqual([...inner, ...inner]);
  });

  test('is refused where any member is cut short or something else follows', async () => {
    const [a, b] = [gzipSync(numbers(500)), gzipSync(numbers(60))];
    for (const file of [
      [a, b.subarray(0, 30)],
      [a.subarray(0, 40), b],
      [a, numbers(9)],
      [a, zeros(20), numbers(9)],
    ]) {
      const { error } = await unpack(Uint8Array.from(Buffer.concat(file)));
      expect(error?.message).toContain('cut short');
    }
  });

  test('may not unpack to too much in several parts either', async () => {
    const half = gzipSync(zeros((1 << 25) + 1));
    expect((await unpack(Uint8Array.from(Buffer.concat([half, half])))).error?.message).toContain('67,108,864');
  });
});
