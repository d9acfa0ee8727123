/** What is handed to the worker, and when; a Worker that only listens stands for the real one. */
import { createContext, runInContext } from 'node:vm';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Need, PlaneValues, Portion } from '../../../web/engine/engine.d.ts';
import type { Source } from '../../../web/engine/source';
import { built, wholeEngine } from './modules.ts';

const BYTES = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  static clones = true;
  readonly heard: unknown[] = [];
  ended = false;
  constructor() {
    super();
    FakeWorker.all.push(this);
  }
  postMessage(message: { wasm?: unknown }): void {
    if (!FakeWorker.clones && message.wasm instanceof WebAssembly.Module)
      throw new DOMException('no', 'DataCloneError');
    this.heard.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const source = (size: Need): Source => ({
  size,
  glue: '() => undefined',
  module: new WebAssembly.Module(BYTES),
  bytes: () => Promise.resolve(BYTES.slice()),
});
const task = { call: 'createBasins', options: {}, first: 0, told: vi.fn(), failed: vi.fn() } as const;

beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  FakeWorker.all = [];
  FakeWorker.clones = true;
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => ({
  ...(await import('../../../web/engine/worker')),
  ...(await import('../../../web/engine/source')),
});

describe('the worker', () => {
  it('is handed the compiled module', async () => {
    const { offerWorker, startAside } = await load();
    offerWorker(() => source('functions'));
    expect(startAside(task)).toBeTypeOf('function');
    const [worker] = FakeWorker.all;
    expect(worker!.heard[0]).toEqual({ wasm: expect.any(WebAssembly.Module) as unknown });
    expect(worker!.heard[1]).toMatchObject({ call: 'createBasins' });
  });

  it('is handed the bytes where the compiled module cannot be sent, or cannot be received', async () => {
    for (const clones of [false, true]) {
      vi.resetModules();
      FakeWorker.all = [];
      FakeWorker.clones = clones;
      const { offerWorker, startAside } = await load();
      offerWorker(() => source('functions'));
      startAside(task);
      const [worker] = FakeWorker.all;
      if (clones) worker!.say('no module');
      await vi.waitFor(() => expect(worker!.heard).toContainEqual({ wasm: BYTES }));
      expect(task.failed).not.toHaveBeenCalled();
    }
  });

  it('is not there before an engine is', async () => {
    const { offerWorker, startAside } = await load();
    offerWorker(() => undefined);
    expect(startAside(task)).toBeUndefined();
    expect(FakeWorker.all).toEqual([]);
  });

  it('is made anew of the whole engine once that is there and nothing is being done', async () => {
    const { offerWorker, startAside } = await load();
    let size: Need = 'functions';
    offerWorker(() => source(size));
    const stop = startAside(task)!;
    size = 'whole';
    const second = startAside(task)!;
    expect(FakeWorker.all.length).toBe(1);
    stop();
    second();
    startAside(task);
    expect(FakeWorker.all.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('makes an objective of its own where a task is asked of one, and lets go of both', async () => {
    const { glue, wasm } = built('descent');
    const instantiate = `() => {
      ${glue}
      return (module) => createDescentModule({
        instantiateWasm: (imports, done) => {
          WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
          return {};
        },
      }).then((made) => (globalThis.native = made));
    }`;
    const written: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => (written.push(blob as Blob), 'blob:worker'));
    const { offerWorker, startAside } = await load();
    const compiled = new WebAssembly.Module(wasm);
    offerWorker(() => ({ ...source('whole'), glue: instantiate, module: compiled }));
    const inputs = [0, 1, -1, 0.5];
    const network = { layers: [1, 3, 1], inputs, targets: [0, 1, 0, 1], activation: 'tanh', seed: 4 } as const;
    const at = [0.5, -1, 0.2, 0, 0.1, 0.3, 1, -1, 0.4, 0.2];
    const options = { at, directions: [...at, ...at.toReversed()], columns: 3, rows: 3 };
    const told = vi.fn();
    startAside({ ...task, call: 'createPlane', objective: { network }, options, told });

    // What the worker is made of, in a world that has what a worker has; lists are of the page's kind, as none is cloned.
    const [page] = FakeWorker.all;
    const world = createContext({
      WebAssembly,
      TextDecoder,
      Float64Array,
      Uint8Array,
      performance,
      setTimeout,
      console,
      postMessage: (report: unknown) => page!.say(report),
    });
    runInContext(await written[0]!.text(), world);
    for (const data of page!.heard) (world['onmessage'] as (event: { data: unknown }) => void)({ data });
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    const [plane, portion] = told.mock.lastCall as [PlaneValues, Portion];
    expect(portion).toEqual({ done: 9, total: 9 });
    const engine = await wholeEngine();
    const objective = engine.createObjective({ network });
    expect(plane.values[4]).toBeCloseTo(objective.evaluate(at).value, 13);
    objective.dispose();
    expect((world['native'] as { liveHandles(): number }).liveHandles()).toBe(0);
  });
});
