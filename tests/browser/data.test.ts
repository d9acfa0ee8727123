/** The same data in every browser as in Node, to the last bit; and files unpacked by each one's own means. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Engine } from '../../web/engine/engine.d.ts';
import { serve } from '../../web/tools/lib/serve.mjs';
import { askEngine, engineInNode } from './engine-pages';
import { inEveryBrowser } from './every-browser';
import { dist } from './support';

/** In Node, and as source in a page: every bit of every set and of some digits, as one text of numbers. */
function allBits(engine: Engine): string {
  const sets = engine.dataSets().map(({ name }) => ({ set: name, count: 300, seed: 4 }));
  return [...sets, { digits: { count: 40, seed: 4 } }]
    .map((options) => {
      const data = engine.createData(options);
      const numbers = [data.inputs().values, data.targets().values];
      data.dispose();
      return numbers.map(({ buffer }) => new BigUint64Array(buffer).join()).join();
    })
    .join();
}

/** In a page: unpacks a file given in base64, and says what came of it. */
const unpacking = (file: Uint8Array) => `(async (engine) => {
  const packed = Uint8Array.from(atob('${Buffer.from(file).toString('base64')}'), (letter) => letter.charCodeAt(0));
  const { error, bytes } = await engine.unpack(packed);
  return error === null ? [...bytes].join() : error.message;
})`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve(dist, { port: 0 });
});
afterAll(() => server.close());

inEveryBrowser((browser) => {
  const ask = (source: string): Promise<string> => askEngine(browser(), server.url, source);

  it('draws the same sets and digits as Node', async () => {
    expect(digest(await ask(String(allBits)))).toBe(digest(allBits(await engineInNode())));
  });

  it('unpacks gzip, and refuses what is cut short or unpacks to too much', async () => {
    const content = Uint8Array.from({ length: 3000 }, (_unused, i) => (i * i) % 253);
    const packed = gzipSync(content);
    expect(await ask(unpacking(packed))).toBe(content.join());
    const [first, rest] = [gzipSync(content.subarray(0, 100)), gzipSync(content.subarray(100))];
    expect(await ask(unpacking(Buffer.concat([first, rest, Buffer.alloc(512)])))).toBe(content.join());
    expect(await ask(unpacking(content.subarray(0, 9)))).toBe(content.subarray(0, 9).join());
    expect(await ask(unpacking(packed.subarray(0, packed.length - 20)))).toContain('cut short');
    expect(await ask(unpacking(gzipSync(new Uint8Array((1 << 26) + 1))))).toContain('67,108,864');
  });
});
