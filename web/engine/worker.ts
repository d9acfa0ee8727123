/**
 * The engine in a worker, for work that takes longer than a frame. The worker is started from a Blob made of
 * code that is in the page already, since a page from disk can load no other script. It is begun when first
 * needed and let go after a while without work. Where there is none - a policy without `worker-src blob:`, an
 * old browser - {@link startAside} says so, and the work is done in slices on the page's thread.
 */
import type { Answer, Engine, Objective, Portion, Task } from './engine.d.ts';
import { snapshot } from './snapshot.ts';
import { offered, type Source } from './source.ts';

type TasksOf<Thing> = {
  [Call in keyof Thing]: Thing[Call] extends (options: never) => Task<Answer> ? Call : never;
}[keyof Thing];

/** An objective's calls that answer with a task. */
export type ObjectiveTaskCall = TasksOf<Objective>;
/** With these, the engine's. */
export type TaskCall = TasksOf<Engine> | ObjectiveTaskCall;

export interface Aside {
  readonly call: TaskCall;
  /** Options of the objective that an objective's call is asked of. The worker's engine is another: no handles. */
  readonly objective?: unknown;
  readonly options: unknown;
  /** Share of the work before which nothing is told. */
  readonly first: number;
  readonly told: (result: Answer, portion: Portion) => void;
  /** The worker could not be had, or broke down: whoever asked must do it otherwise. */
  readonly failed: () => void;
}

type Order = { readonly id: number } & (
  { readonly stop: true } | Pick<Aside, 'call' | 'objective' | 'options' | 'first'>
);
type Report = { readonly id: number; readonly result?: Answer; readonly portion?: Portion } | 'no engine' | 'no module';

/** Milliseconds without work after which the worker and its memory are given back. */
const PATIENCE = 20_000;

/**
 * All that runs in the worker. Only its source text gets there: it must name nothing from outside itself.
 * Orders come in between slices; a result is told once the first share is done, then now and then, then at the end.
 */
function inWorker(makeGlue: () => (module: WebAssembly.Module) => Promise<unknown>): void {
  interface Made {
    error: unknown;
    handle: number;
  }
  interface Native extends Record<TaskCall, (...options: unknown[]) => Made> {
    createObjective(options: unknown): Made;
    disposeObjective(handle: number): void;
    advanceTask(handle: number, work: number): Portion;
    taskResult(handle: number): Answer;
    disposeTask(handle: number): void;
  }
  const SLICE = 12;
  const APART = 100;
  const orders: (Extract<Order, { call: TaskCall }> & { handle?: number; of?: number; last: number; work: number })[] =
    [];
  let native: Native | undefined;
  let due = false;
  const report = (message: Report): void => (globalThis as unknown as Worker).postMessage(message);
  const end = (order: (typeof orders)[number]): void => {
    if (order.handle !== undefined) native?.disposeTask(order.handle);
    if (order.of !== undefined) native?.disposeObjective(order.of);
    orders.splice(orders.indexOf(order), 1);
  };
  const slice = (order: (typeof orders)[number]): void => {
    if (order.handle === undefined) {
      const of = order.objective === undefined ? undefined : native!.createObjective(order.objective);
      if (of && !of.error) order.of = of.handle;
      const made = of?.error ? of : native![order.call](...(of ? [of.handle] : []), order.options);
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
  const start = async (wasm: WebAssembly.Module | BufferSource): Promise<void> => {
    native = (await makeGlue()(wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm))) as Native;
    later();
  };
  // What the page sent could not be had here: a compiled module, which alone may be refused so late.
  onmessageerror = () => report('no module');
  onmessage = ({ data }: MessageEvent<{ wasm: WebAssembly.Module | BufferSource } | Order>) => {
    if ('wasm' in data) {
      // Nobody outside hears of a promise that was refused in here.
      start(data.wasm).catch(() => report('no engine'));
    } else if ('stop' in data) {
      const order = orders.find(({ id }) => id === data.id);
      if (order) end(order);
    } else {
      orders.push({ ...data, last: 0, work: 2000 });
      later();
    }
  };
}

let worker: Worker | undefined;
/** What the worker was made of. */
let made: Source | undefined;
let broken = false;
let nextId = 1;
let idle: ReturnType<typeof setTimeout> | undefined;
const pending = new Map<number, Aside>();

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
  if (data === 'no module') return sendBytes();
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

function letGo(): void {
  worker?.terminate();
  worker = undefined;
}

/** Without work for a while, the worker is let go. */
function rest(): void {
  clearTimeout(idle);
  if (!pending.size) idle = setTimeout(letGo, PATIENCE);
}

function sendBytes(): void {
  const to = worker;
  made!.bytes().then((wasm) => to?.postMessage({ wasm }, [wasm.buffer]), giveUp);
}

function begin(): Worker | undefined {
  const now = offered();
  // One that was made of the smaller engine goes once the whole is there and it has nothing to do.
  if (now?.size !== made?.size && !pending.size) letGo();
  if (worker || broken || !now || typeof Worker === 'undefined') return worker;
  made = now;
  const { glue, module } = now;
  try {
    const address = URL.createObjectURL(new Blob([`(${inWorker.toString()})(${glue})`], { type: 'text/javascript' }));
    worker = new Worker(address);
    // A forbidden or broken worker is heard of here, and only here; its address must live until it has spoken.
    worker.addEventListener('error', giveUp);
    worker.addEventListener('message', listen as (e: MessageEvent) => void);
    worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  } catch {
    giveUp();
    return undefined;
  }
  try {
    worker.postMessage({ wasm: module });
  } catch {
    sendBytes();
  }
  return worker;
}

/** Starts work in the worker and returns how to stop it; undefined where there is no worker. */
export function startAside(aside: Aside): (() => void) | undefined {
  const hand = begin();
  if (!hand) return undefined;
  const id = nextId++;
  pending.set(id, aside);
  clearTimeout(idle);
  const { call, objective, options, first } = aside;
  hand.postMessage({ id, call, objective: snapshot(objective), options: snapshot(options), first });
  return () => {
    if (pending.delete(id)) worker?.postMessage({ id, stop: true });
    rest();
  };
}
