/** What a worker can be made of. Apart from the worker itself, which only few ask for: who loads the engine offers it. */
import type { Need } from './engine.d.ts';

/** What a worker is made of. */
export interface Source {
  readonly size: Need;
  /** Source text of a function that makes what instantiates the module. */
  readonly glue: string;
  readonly module: WebAssembly.Module;
  /** The module's bytes, where a browser does not hand over compiled ones. */
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

let source: (() => Source | undefined) | undefined;

/** Says what a worker can be made of, once there is something; without it there is none. */
export function offerWorker(of: () => Source | undefined): void {
  source = of;
}

export const offered = (): Source | undefined => source?.();
