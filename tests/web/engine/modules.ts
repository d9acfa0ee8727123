/** The two compiled modules as CMake left them, in Node, without any bundler. */
import { existsSync, readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

import type { Engine, FunctionEngine } from '../../../web/engine/engine.d.ts';
import { facade } from '../../../web/engine/facade.ts';
import { functionFacade } from '../../../web/engine/facade/functions.ts';

/** The module's glue and bytes. */
export function built(name: 'descent' | 'functions'): { glue: string; wasm: Buffer<ArrayBuffer> } {
  const file = (kind: string): URL => new URL(`../../../build/wasm/${name}.${kind}`, import.meta.url);
  if (!existsSync(file('wasm'))) throw new Error(`build/wasm/${name}.wasm is missing: run npm run build first.`);
  return { glue: readFileSync(file('js'), 'utf8'), wasm: readFileSync(file('wasm')) };
}

async function instance(name: 'descent' | 'functions'): Promise<never> {
  const { glue, wasm } = built(name);
  // As in a page: no `module` to export to.
  const make = runInThisContext(`(() => {${glue}\nreturn createDescentModule; })()`) as (
    settings: object,
  ) => Promise<never>;
  return make({ wasmBinary: wasm });
}

export const wholeEngine = async (): Promise<Engine> => facade(await instance('descent'));
export const functionEngine = async (): Promise<FunctionEngine> => functionFacade(await instance('functions'));
