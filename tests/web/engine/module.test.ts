/** Where the module's bytes come from, rung by rung. */
import type { Supply } from 'virtual:descent';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { encode } from '../../../web/engine/letters';
import { compiled } from '../../../web/engine/module';

/** The smallest module there is: "\0asm", version 1. */
const TINY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const ADDRESS = 'https://host.test/pieces/descent.wasm';

const letters = vi.fn(() => Promise.resolve({ packed: encode(TINY) }));
const supply = (address: string | undefined): Supply => ({
  address,
  letters,
  piece: () => Promise.reject(new Error('nobody asks for it here')),
});

const answer = (type: string, body: BodyInit = TINY, status = 200) =>
  new Response(body, { status, headers: { 'content-type': type } });
const fetching = vi.fn<() => Promise<Response>>();
const streaming = vi.spyOn(WebAssembly, 'compileStreaming');

beforeEach(() => vi.stubGlobal('fetch', fetching));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

describe('from a server', () => {
  it('is compiled while it arrives', async () => {
    fetching.mockResolvedValue(answer('application/wasm'));
    expect(await compiled(supply(ADDRESS))).toBeInstanceOf(WebAssembly.Module);
    expect(fetching).toHaveBeenCalledExactlyOnceWith(ADDRESS);
    expect(streaming).toHaveBeenCalledOnce();
    expect(letters).not.toHaveBeenCalled();
  });

  it.each(['application/octet-stream', 'text/plain; charset=utf-8', 'application/wasm; charset=utf-8'])(
    'under the name of %s, is compiled once it is there, without being asked for twice',
    async (type) => {
      fetching.mockResolvedValue(answer(type));
      expect(await compiled(supply(ADDRESS))).toBeInstanceOf(WebAssembly.Module);
      expect(fetching).toHaveBeenCalledOnce();
      expect(streaming).not.toHaveBeenCalled();
      expect(letters).not.toHaveBeenCalled();
    },
  );

  it('is compiled once it is there, in a browser that cannot stream', async () => {
    vi.stubGlobal('WebAssembly', { compile: WebAssembly.compile.bind(WebAssembly), Module: WebAssembly.Module });
    fetching.mockResolvedValue(answer('application/wasm'));
    expect(await compiled(supply(ADDRESS))).toBeInstanceOf(WebAssembly.Module);
    expect(letters).not.toHaveBeenCalled();
  });
});

describe('comes as letters', () => {
  const refusals: [string, () => Promise<Response>][] = [
    ['the server has none', () => Promise.resolve(answer('text/html', 'no such file', 404))],
    ['a policy or the network forbids', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the server sends a page instead', () => Promise.resolve(answer('text/html', '<!doctype html>'))],
    ['the file is damaged', () => Promise.resolve(answer('application/wasm', TINY.subarray(0, 6)))],
  ];
  it.each(refusals)('where %s', async (_, refuse) => {
    fetching.mockImplementation(refuse);
    expect(await compiled(supply(ADDRESS))).toBeInstanceOf(WebAssembly.Module);
    expect(letters).toHaveBeenCalledOnce();
  });

  it.each(['file:///home/reader/downhill/pieces/descent.wasm', 'data:application/wasm;base64,AGFzbQEAAAA='])(
    'from %s, without any attempt to fetch',
    async (address) => {
      expect(await compiled(supply(address))).toBeInstanceOf(WebAssembly.Module);
      expect(fetching).not.toHaveBeenCalled();
    },
  );

  it('in a sandboxed frame, which may fetch nothing', async () => {
    vi.stubGlobal('origin', 'null');
    expect(await compiled(supply(ADDRESS))).toBeInstanceOf(WebAssembly.Module);
    expect(fetching).not.toHaveBeenCalled();
  });

  it('where the script holds everything', async () => {
    expect(await compiled(supply(undefined))).toBeInstanceOf(WebAssembly.Module);
    expect(fetching).not.toHaveBeenCalled();
  });
});
