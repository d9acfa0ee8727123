import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { join, split, TEXT_STREAM } from '../../web/engine/streams';

const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** A module of one function without parameters, of this body. */
function moduleOf(...body: number[]): Uint8Array {
  const whole = [0, ...body, 0x0b];
  return Uint8Array.from([
    ...HEADER,
    ...[1, 4, 1, 0x60, 0, 0],
    ...[3, 2, 1, 0],
    ...[10, whole.length + 2, 1, whole.length, ...whole],
    ...[11, 1, 0],
  ]);
}

/** One of every kind of operand. */
const instructions: Record<string, number[]> = {
  nothing: [],
  'a block in a block': [0x02, 0x40, 0x03, 0x40, 0x0b, 0x0b],
  'a condition with both branches': [0x41, 1, 0x04, 0x40, 0x01, 0x05, 0x01, 0x0b],
  'a choice of labels': [0x02, 0x40, 0x41, 0, 0x0e, 2, 0, 0, 1, 0x0b],
  'an end among the digits of a number': [0x41, 0x0b, 0x1a, 0x41, 0x8b, 0x0b, 0x1a],
  'a number with ends in its bytes': [0x44, ...Array.from({ length: 8 }, () => 0x0b), 0x1a],
  'a long whole number': [0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x0b, 0x1a],
  'a vector with ends in its bytes': [0xfd, 12, ...Array.from({ length: 16 }, () => 0x0b), 0x1a],
  'a lane of a vector': [0xfd, 12, ...Array.from({ length: 16 }, () => 0x0b), 0xfd, 27, 0x0b, 0x1a],
  'a vector from memory': [0x41, 0, 0xfd, 0, 4, 0x8b, 0x0b, 0x1a],
  'a lane from memory': [0x41, 0, 0xfd, 87, 3, 11, 11, 0x1a],
  'arithmetic of a long opcode': [0xfd, 0xe4, 1, 0x1a],
  'a copy and a fill': [0xfc, 10, 0, 0, 0xfc, 11, 0],
  'a conversion that saturates': [0xfc, 2, 0x1a],
  'locals of many numbers': [0x20, 200, 1, 0x21, 3, 0x22, 200, 1, 0x20, 3, 0x20, 0],
  'a call of a number': [0x10, 0xb0, 0x12],
};

describe('a module sorted into streams', () => {
  it.each(Object.entries(instructions))('comes back as it was: %s', (_, body) => {
    const module = moduleOf(...body);
    expect(join(split(module))).toEqual(module);
  });

  it('keeps operands out of the stream of opcodes', () => {
    const [, code] = split(moduleOf(0x41, 0x0b, 0x21, 7, 0x20, 7, 0x1a));
    expect([...(code ?? [])]).toEqual([0x41, 0x21, 0x20, 0x1a, 0x0b]);
  });

  it('says how long ago a local was named', () => {
    const used = [5, 5, 6, 5, 6].flatMap((local) => [0x20, local]);
    const streams = split(moduleOf(...used));
    expect(streams.map((bytes) => [...bytes])).toContainEqual([5, 0, 6, 1, 1]);
  });

  const engine = readFileSync(fileURLToPath(new URL('../../build/wasm/descent.wasm', import.meta.url)));

  it('is the engine again, which compresses by a twentieth more and keeps its texts together', () => {
    const streams = split(engine);
    expect(engine.equals(join(streams))).toBe(true);
    const size = (bytes: Uint8Array): number => brotliCompressSync(bytes).length;
    expect(streams.reduce((sum, bytes) => sum + size(bytes), 0)).toBeLessThan(size(engine) * 0.95);
    expect(Buffer.from(streams[TEXT_STREAM]!).includes('gradient_descent')).toBe(true);
  });

  it('does not come back where an instruction is unknown, so that a build can tell', () => {
    const module = moduleOf(0xd2, 0x0b, 0x1a);
    expect(join(split(module))).not.toEqual(module);
  });
});
