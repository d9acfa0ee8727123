import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

import type { Need } from '../engine/engine.d.ts';
import { encode } from '../engine/letters.ts';

const NAME = 'virtual:descent';
const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const compiled = from('../../build/wasm/');

/** The target of CMakeLists.txt that each size is. */
const targets: Readonly<Record<Need, string>> = { functions: 'functions', whole: 'descent' };
const everySize = Object.keys(targets) as Need[];

export interface DescentOptions {
  /**
   * `beside`: the WebAssembly is a file of its own, found from the script's own address and fetched; its letters are a
   * piece that only those load who cannot fetch. `inside` (the default): it comes as letters alone.
   */
  readonly bytes?: 'beside' | 'inside';
  /** Sizes of the engine to deliver. Default: both. A build into a single file wants one. */
  readonly sizes?: readonly Need[];
  /** The folder of the WebAssembly files, below the output's. Default: `pieces`. */
  readonly folder?: string;
}

/**
 * Delivers the compiled engine, in either size: `virtual:descent` says where each part comes from; then for each size
 * `virtual:descent/<size>` is Emscripten's glue and `virtual:descent/<size>/letters` the WebAssembly as text.
 */
export function descentModule({ bytes = 'inside', sizes = everySize, folder = 'pieces' }: DescentOptions = {}): Plugin {
  const known = new Set([NAME, ...sizes.flatMap((size) => [`${NAME}/${size}`, `${NAME}/${size}/letters`])]);
  return {
    name: 'descent-module',
    resolveId: (id) => (known.has(id) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith('\0') || !known.has(id.slice(1))) return undefined;
      const read = (file: string): Buffer => {
        if (!existsSync(file)) this.error(`${file} is missing: compile the engine first (npm run build does).`);
        this.addWatchFile(file);
        return readFileSync(file);
      };
      const address = (size: Need): string => {
        if (bytes === 'inside') return 'undefined';
        const source = read(`${compiled}${targets[size]}.wasm`);
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
        const fileName = `${folder}/${targets[size]}-${hash}.wasm`;
        return `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', fileName, source })}`;
      };
      const [, size, part] = id.split('/') as [string, Need?, string?];
      if (!size) return { code: supplies(sizes, address), map: null };
      const file = `${compiled}${targets[size]}`;
      const code = part ? letters(read(`${file}.wasm`)) : wrap(read(`${file}.js`).toString());
      return { code, map: null };
    },
  };
}

function supplies(sizes: readonly Need[], address: (size: Need) => string): string {
  const lines = sizes.map(
    (size) => `  ${size}: {
    address: ${address(size)},
    piece: () => import(${JSON.stringify(from(`../engine/${size}.ts`))}),
    letters: () => import('${NAME}/${size}/letters'),
  },`,
  );
  return `export const supplies = {\n${lines.join('\n')}\n};\n`;
}

/**
 * A function of its own, so that its source is a script that a worker can be made of. It also hides `module`,
 * `exports` and `define` from the glue, which would otherwise announce itself to a page's loader.
 */
function wrap(glue: string): string {
  return `export function makeGlue(exports, module, define) {
${glue}
return (compiled) => new Promise((resolve, reject) => {
  createDescentModule({
    instantiateWasm(imports, received) {
      WebAssembly.instantiate(compiled, imports).then(received, reject);
      return {};
    },
  }).then(resolve, reject);
});
}
`;
}

/**
 * The letters behind a getter: a browser skips the body of a function until it is called. As a plain value, half a
 * million letters would be made into a string at the moment the script starts.
 */
function letters(wasm: Buffer): string {
  const { order, text } = encode(wasm);
  return `export const packed = {order:${JSON.stringify(order)},get text(){return ${JSON.stringify(text)}}};\n`;
}
