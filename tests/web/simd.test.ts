/** Whether the compiled module computes with SIMD, told from its instructions. */
import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

/** Walks through WebAssembly's binary format (core specification 2.0, chapter 5). */
class Reader {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  byte(): number {
    return this.bytes[this.at++]!;
  }

  /** An integer in LEB128; only its low 32 bits matter here. */
  integer(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      if (shift < 32) value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  integers(count: number): void {
    for (let i = 0; i < count; i++) this.integer();
  }
}

/** How many integers follow each plain opcode; those not listed take none. */
const IMMEDIATES = new Map<number, number>([
  ...[0x02, 0x03, 0x04, 0x0c, 0x0d, 0x10, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x41, 0x42].map(
    (op) => [op, 1] as const,
  ),
  ...[0x3f, 0x40, 0xd0, 0xd2].map((op) => [op, 1] as const),
  [0x11, 2],
  ...Array.from({ length: 0x3e - 0x28 + 1 }, (_, k) => [0x28 + k, 2] as const),
]);

/** The same for opcodes after the prefix 0xFC. */
const MISCELLANEOUS = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

/** Passes over one SIMD instruction and answers its number. */
function simd(reader: Reader): number {
  const operation = reader.integer();
  if (operation <= 11 || operation === 92 || operation === 93) reader.integers(2);
  else if (operation === 12 || operation === 13) reader.at += 16;
  else if (operation >= 21 && operation <= 34) reader.at += 1;
  else if (operation >= 84 && operation <= 91) {
    reader.integers(2);
    reader.at += 1;
  }
  return operation;
}

/** Numbers of all SIMD instructions in one function's body. */
function simdInstructions(body: Uint8Array): number[] {
  const reader = new Reader(body);
  for (let groups = reader.integer(); groups > 0; groups--) {
    reader.integer();
    reader.at += 1;
  }
  const found: number[] = [];
  while (reader.at < body.length) {
    const opcode = reader.byte();
    if (opcode === 0xfd) found.push(simd(reader));
    else if (opcode === 0xfc) reader.integers(MISCELLANEOUS[reader.integer()]!);
    else if (opcode === 0x0e) reader.integers(reader.integer() + 1);
    else if (opcode === 0x1c) reader.integers(reader.integer());
    else if (opcode === 0x43) reader.at += 4;
    else if (opcode === 0x44) reader.at += 8;
    else if (opcode <= 0xc4 || opcode === 0xd0 || opcode === 0xd1 || opcode === 0xd2)
      reader.integers(IMMEDIATES.get(opcode) ?? 0);
    else throw new Error(`Unknown opcode 0x${opcode.toString(16)}; the walk has lost its way.`);
  }
  // A body that is not used up to the byte was misread somewhere.
  expect(reader.at).toBe(body.length);
  expect(body.at(-1)).toBe(0x0b);
  return found;
}

function codeBodies(wasm: Uint8Array): Uint8Array[] {
  const reader = new Reader(wasm);
  reader.at = 8;
  while (reader.at < wasm.length) {
    const section = reader.byte();
    const size = reader.integer();
    if (section !== 10) {
      reader.at += size;
      continue;
    }
    return Array.from({ length: reader.integer() }, () => {
      const length = reader.integer();
      reader.at += length;
      return wasm.subarray(reader.at - length, reader.at);
    });
  }
  throw new Error('The module has no code section.');
}

test('the module adds and multiplies pairs of doubles in one instruction', () => {
  const file = new URL('../../build/wasm/descent.wasm', import.meta.url);
  if (!existsSync(file)) throw new Error('build/wasm/descent.wasm is missing: run npm run build first.');
  const found = codeBodies(readFileSync(file)).flatMap(simdInstructions);
  const count = (operation: number): number => found.filter((other) => other === operation).length;
  const [f64x2Add, f64x2Multiply] = [0xf0, 0xf2];
  expect(count(f64x2Add)).toBeGreaterThan(10);
  expect(count(f64x2Multiply)).toBeGreaterThan(10);
});
