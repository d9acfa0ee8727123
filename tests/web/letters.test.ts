import { brotliCompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decode, encode } from '../../web/engine/letters';

describe('bytes as letters', () => {
  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        expect(decode(encode(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
    const all = Uint8Array.from({ length: 1024 }, (_, i) => i * 7);
    expect(decode(encode(all))).toEqual(all);
  });

  it('are plain ASCII that no kind of quote can end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        expect(encode(bytes).text).toMatch(/^[ -~]*$/);
        expect(encode(bytes).text).not.toMatch(/["`\\$]/);
      }),
    );
  });

  it('compress nearly as well as the module itself, and better than base64', () => {
    const module = readFileSync(fileURLToPath(new URL('../../build/wasm/descent.wasm', import.meta.url)));
    const bytes = module.subarray(0, 150_000);
    const size = (data: Uint8Array | string): number => brotliCompressSync(data).length;
    const written = size(encode(bytes).text);
    expect(written).toBeLessThan(size(bytes) * 1.08);
    expect(written).toBeLessThan(size(bytes.toString('base64')) * 0.85);
  });
});
