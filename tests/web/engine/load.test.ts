/** One module of each size a page, and never both where the whole is there. */
import type { supplies } from 'virtual:descent';
import { beforeEach, describe, expect, it, vi } from 'vitest';

type Supplies = typeof supplies;

const { stock, asked } = vi.hoisted(() => {
  const empty: Record<string, unknown> = {};
  return { stock: empty, asked: [] as string[] };
});
vi.mock('virtual:descent', () => ({ supplies: stock }));

/** Both sizes as the script holds them, and what was asked for, in order. */
const real = await vi.importActual<{ supplies: Required<Supplies> }>('virtual:descent');

beforeEach(() => {
  vi.resetModules();
  asked.length = 0;
  for (const size of ['functions', 'whole'] as const) {
    const { piece, letters } = real.supplies[size];
    stock[size] = {
      address: undefined,
      piece: () => (asked.push(`${size} piece`), piece()),
      letters: () => (asked.push(`${size} letters`), letters()),
    };
  }
});

const load = () => import('../../../web/engine/load');

describe('loading the engine', () => {
  it('gives the same engine however often it is asked for', async () => {
    const { loadEngine } = await load();
    const [first, second] = await Promise.all([loadEngine('functions'), loadEngine('functions')]);
    expect(second).toBe(first);
    expect(asked.sort()).toEqual(['functions letters', 'functions piece']);
  });

  it('gives the whole to whoever does not say what is needed', async () => {
    const { loadEngine } = await load();
    const engine = await loadEngine();
    expect(engine.dataSets().length).toBeGreaterThan(0);
    expect(await loadEngine('whole')).toBe(engine);
    expect(asked.filter((part) => part.startsWith('functions'))).toEqual([]);
  });

  it('gives the whole to everybody once it is on its way', async () => {
    const { loadEngine } = await load();
    const small = await loadEngine('functions');
    const coming = loadEngine('whole');
    const after = await loadEngine('functions');
    expect(after).toBe(await coming);
    expect(after).not.toBe(small);
    // Whoever holds the smaller one goes on with it.
    expect(small.createObjective({ name: 'bowl' }).evaluate([1, 2]).error).toBeNull();
  });

  it('asks for the module and for the script around it together', async () => {
    const { loadEngine } = await load();
    const coming = loadEngine('functions');
    expect(asked.sort()).toEqual(['functions letters', 'functions piece']);
    await coming;
  });

  it('tries again after a failure', async () => {
    const { loadEngine } = await load();
    const kept = stock['functions'] as object;
    stock['functions'] = { ...kept, piece: () => Promise.reject(new Error('gone')) };
    await expect(loadEngine('functions')).rejects.toThrow('could not start');
    stock['functions'] = kept;
    expect((await loadEngine('functions')).version).toBeTruthy();
  });

  it('gives the whole where a script holds nothing else, and says what it holds where it lacks what is asked', async () => {
    const { loadEngine } = await load();
    delete stock['functions'];
    expect(await loadEngine('functions')).toBe(await loadEngine('whole'));
    vi.resetModules();
    const other = await load();
    stock['functions'] = stock['whole'];
    delete stock['whole'];
    await expect(other.loadEngine()).rejects.toThrow('no engine of the size whole here. Ask for: functions.');
  });

  it('tells what a worker can be made of: what was loaded last', async () => {
    const { loadEngine, workerSource } = await load();
    expect(workerSource()).toBeUndefined();
    await loadEngine('functions');
    expect(workerSource()).toMatchObject({ size: 'functions' });
    await loadEngine('whole');
    const source = workerSource()!;
    expect(source.size).toBe('whole');
    expect(source.module).toBeInstanceOf(WebAssembly.Module);
    expect(WebAssembly.Module.exports(new WebAssembly.Module(await source.bytes()))).toEqual(
      WebAssembly.Module.exports(source.module),
    );
  });
});
