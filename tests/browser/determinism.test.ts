/** The same runs in every browser as in Node, to the last bit of every row. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Engine } from '../../web/engine/engine.d.ts';
import { serve } from '../../web/tools/lib/serve.mjs';
import { askEngine, engineInNode } from './engine-pages';
import { inEveryBrowser } from './every-browser';
import { traceHash, traceHashes } from './runs.mjs';
import { dist } from './support';

const source = readFileSync(new URL('runs.mjs', import.meta.url), 'utf8');
const asModule = `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`;

let engine: Engine;
let here: Record<string, string>;
beforeAll(async () => {
  engine = await engineInNode();
  here = traceHashes(engine);
});

it('the runs are many, and no two of them alike', () => {
  const hashes = Object.values(here);
  expect(hashes.length).toBeGreaterThan(50);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(traceHashes(engine)).toEqual(here);
  expect(engine.liveHandles()).toBe(0);
});

it('one bit makes a difference to a hash', () => {
  const hashOf = (start: number) =>
    traceHash(engine, { objective: { name: 'double_well' }, start: [start], stepLimit: 5 });
  expect(hashOf(1.5)).toBe(hashOf(1.5));
  expect(hashOf(1.5)).not.toBe(hashOf(1.5 + 2 ** -52));
});

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve(dist, { port: 0 });
});
afterAll(() => server.close());

inEveryBrowser((browser) => {
  it('every run walks as in Node, bit for bit', { timeout: 60_000 }, async () => {
    const hashing = `(engine) => import('${asModule}').then((runs) => JSON.stringify(runs.traceHashes(engine)))`;
    expect(JSON.parse(await askEngine(browser(), server.url, hashing))).toEqual(here);
  });
});
