/**
 * The engine in a worker, for work that takes longer than a frame. The worker is started from a Blob made of
 * code that is in the page already, since a page from disk can load no other script. It is begun when first
 * needed and let go after a while without work. Where there is none - a policy without `worker-src blob:`, an
 * old browser - {@link startAside} says so, and the work is done in slices on the page's thread.
 */
import type { Answer, Portion } from './engine.d.ts';
import { snapshot } from './snapshot.ts';

/** Makes tasks: names of the engine's calls that answer with one. */
export type TaskCall = 'createBasins' | 'createStarts';

export interface Aside {
  readonly call: TaskCall;
  readonly options: unknown;
  /** Share of the work before which nothing is told. */
  readonly first: number;
  readonly told: (result: Answer, portion: Portion) => void;
  /** The worker could not be had, or broke down: whoever asked must do it otherwise. */
  readonly failed: () => void;
}

interface Source {
  /** Source text of a function that makes Emscripten's factory. */
  readonly glue: string;
  readonly wasm: Uint8Array<ArrayBuffer>;
}

type Order = { readonly id: number } & ({ readonly stop: true } | Pick<Aside, 'call' | 'options' | 'first'>);
type Report = { readonly id: number; readonly result?: Answer; readonly portion?: Portion } | 'no engine';

/** Milliseconds without work after which the worker and its memory are given back. */
const PATIENCE = 20_000;

/**
 * All that runs in the worker. Only its source text gets there: it must name nothing from outside itself.
 * Orders come in between slices; a result is told once the first share is done, then now and then, then at the end.
 */
function inWorker(makeGlue: () => (settings: { wasmBinary: Uint8Array }) => Promise<unknown>): void {
  interface Native {
    createBasins(options: unknown): { error: unknown; handle: number };
    advanceTask(handle: number, work: number): Portion;
    taskResult(handle: number): Answer;
    disposeTask(handle: number): void;
  }
  const SLICE = 12;
  const APART = 100;
  const orders: (Extract<Order, { call: TaskCall }> & { handle?: number; last: number; work: number })[] = [];
  let native: Native | undefined;
  let due = false;
  const report = (message: Report): void => (globalThis as unknown as Worker).postMessage(message);
  const end = (order: (typeof orders)[number]): void => {
    if (order.handle !== undefined) native?.disposeTask(order.handle);
    orders.splice(orders.indexOf(order), 1);
  };
  const slice = (order: (typeof orders)[number]): void => {
    if (order.handle === undefined) {
      const made = native![order.call as 'createBasins'](order.options);
      if (made.error) {
        report({ id: order.id });
        return end(order);
      }
      order.handle = made.handle;
    }
    const began = performance.now();
    const { done, total } = native!.advanceTask(order.handle, order.work);
    order.work = Math.min(1e7, Math.max(200, performance.now() - began > SLICE ? order.work * 0.6 : order.work * 1.5));
    const now = performance.now();
    const over = done >= total;
    if (over || (done >= total * order.first && now - order.last > APART)) {
      order.last = now;
      report({ id: order.id, result: native!.taskResult(order.handle), portion: { done, total } });
    }
    if (over) end(order);
  };
  const go = (): void => {
    due = false;
    for (const order of [...orders]) slice(order);
    later();
  };
  const later = (): void => {
    if (due || !native || !orders.length) return;
    due = true;
    setTimeout(go);
  };
  onmessage = ({ data }: MessageEvent<{ wasm: Uint8Array } | Order>) => {
    if ('wasm' in data) {
      makeGlue()({ wasmBinary: data.wasm }).then(
        (made) => {
          native = made as Native;
          later();
        },
        // Nobody outside hears of a promise that was refused in here.
        () => report('no engine'),
      );
    } else if ('stop' in data) {
      const order = orders.find(({ id }) => id === data.id);
      if (order) end(order);
    } else {
      orders.push({ ...data, last: 0, work: 2000 });
      later();
    }
  };
}

let source: (() => Source) | undefined;
let worker: Worker | undefined;
let broken = false;
let nextId = 1;
let idle: ReturnType<typeof setTimeout> | undefined;
const pending = new Map<number, Aside>();

/** Says what a worker can be made of; without it there is none. */
export function offerWorker(of: () => Source): void {
  source = of;
}

function giveUp(): void {
  broken = true;
  worker?.terminate();
  worker = undefined;
  const left = [...pending.values()];
  pending.clear();
  for (const aside of left) aside.failed();
}

function listen({ data }: MessageEvent<Report>): void {
  if (data === 'no engine') return giveUp();
  const aside = pending.get(data.id);
  if (!aside) return;
  if (!data.result || !data.portion) {
    pending.delete(data.id);
    aside.failed();
  } else {
    if (data.portion.done >= data.portion.total) pending.delete(data.id);
    aside.told({ ...data.result, error: null }, data.portion);
  }
  rest();
}

/** Without work for a while, the worker is let go. */
function rest(): void {
  clearTimeout(idle);
  if (pending.size) return;
  idle = setTimeout(() => {
    worker?.terminate();
    worker = undefined;
  }, PATIENCE);
}

function begin(): Worker | undefined {
  if (worker || broken || !source || typeof Worker === 'undefined') return worker;
  try {
    const { glue, wasm } = source();
    const address = URL.createObjectURL(new Blob([`(${inWorker.toString()})(${glue})`], { type: 'text/javascript' }));
    worker = new Worker(address);
    // A forbidden or broken worker is heard of here, and only here; its address must live until it has spoken.
    worker.addEventListener('error', giveUp);
    worker.addEventListener('message', listen as (e: MessageEvent) => void);
    worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
    worker.postMessage({ wasm }, [wasm.buffer]);
  } catch {
    giveUp();
  }
  return worker;
}

/** Starts work in the worker and returns how to stop it; undefined where there is no worker. */
export function startAside(aside: Aside): (() => void) | undefined {
  const made = begin();
  if (!made) return undefined;
  const id = nextId++;
  pending.set(id, aside);
  clearTimeout(idle);
  made.postMessage({ id, call: aside.call, options: snapshot(aside.options), first: aside.first });
  return () => {
    if (pending.delete(id)) worker?.postMessage({ id, stop: true });
    rest();
  };
}
