import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

import { encode, type Letters } from '../engine/letters.ts';
import { join, split, TEXT_STREAM } from '../engine/streams.ts';

const NAME = 'virtual:descent';
const folder = fileURLToPath(new URL('../../build/wasm/', import.meta.url));

/**
 * Delivers the compiled engine as `virtual:descent`: Emscripten's glue as the default export, and the
 * WebAssembly bytes inside the script, so that nothing has to be fetched - a page from disk can't.
 */
export function descentModule(): Plugin {
  const glueFile = `${folder}descent.js`;
  const wasmFile = `${folder}descent.wasm`;
  return {
    name: 'descent-module',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      for (const file of [glueFile, wasmFile]) {
        if (!existsSync(file)) this.error(`${file} is missing: compile the engine first (npm run build does).`);
        this.addWatchFile(file);
      }
      const wasm = readFileSync(wasmFile);
      const streams = split(wasm);
      if (!wasm.equals(join(streams))) this.error(`${wasmFile} holds instructions that streams.ts does not know.`);
      const packed = streams.map((bytes, stream) => encode(bytes, stream === TEXT_STREAM));
      return { code: wrap(readFileSync(glueFile, 'utf8'), packed), map: null };
    },
  };
}

/**
 * A function of its own, so that its source is a script that a worker can be made of. It also hides `module`,
 * `exports` and `define` from the glue, which would otherwise announce itself to a page's loader.
 */
function wrap(glue: string, packed: readonly Letters[]): string {
  return `export function makeGlue(exports, module, define) {
${glue}
return createDescentModule;
}
export default makeGlue();
export const packed = [${packed.map(late).join()}];
`;
}

/**
 * The letters behind a getter: a browser skips the body of a function until it is called. As plain values, half a
 * million letters would be made into strings at the moment the script starts, all at one go.
 */
function late({ order, text }: Letters): string {
  return `{order:${JSON.stringify(order)},get text(){return ${JSON.stringify(text)}}}`;
}
