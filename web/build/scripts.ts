/** Bundles scripts with Vite, each into one that is self-contained: no second request, no module loader. */
import { join } from 'node:path';
import { minify } from '@swc/core';
import { build, transformWithEsbuild, type Plugin, type Rollup } from 'vite';
import { dataModules } from './data-modules';
import { descentModule, type DescentOptions } from './descent-module';
import { figureCards } from './manifest';
import { manifestModule } from './manifest-module';
import { plainStyles } from './plain-styles';
import { systemModule } from './system';

/** What the scripts may take for granted: browsers of 2023. */
export const target = ['chrome109', 'firefox115', 'safari16.4'];
const ecma = 2020;

/** What is no file among the sources. */
export const plugins = (engine: DescentOptions): Plugin[] => [
  plainStyles(),
  descentModule(engine),
  ...dataModules(engine.bytes ?? 'inside'),
  manifestModule(figureCards),
  systemModule(),
];

/** Comments that stay: they tell a project's own bundler to leave an address alone that is known only on the page. */
const forBundlers = '^ (@vite-ignore|webpackIgnore)';

/** The same script in letters that every encoding has: a page that declares none, or another, reads scripts in its own. */
const plainLetters = (code: string): string =>
  code.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same script without spaces and comments: 5 kB smaller when compressed than by esbuild. */
export async function small(code: string, module: boolean): Promise<string> {
  const made = await minify(code, {
    module,
    ecma,
    compress: { passes: 2, ecma },
    mangle: true,
    format: { comments: { regex: forBundlers } },
  });
  // What is left of line breaks stands within markup and style sheets, where indentation means nothing.
  return plainLetters(made.code.replace(/\n\s+/g, '\n'));
}

/** A classic script that does nothing where there is no page, as when a server imports what a page will include. */
export const onPages = (script: string): string =>
  script.replace(/^("use strict";)?([\s\S]*?)\s*$/, '$1if(typeof document!="undefined"){$2}\n');

/** A finished script, in both forms. */
export interface Script {
  /** For a plain script element, which also works from disk. */
  readonly classic: string;
  readonly module: string;
  /** Files it was made from. */
  readonly sources: readonly string[];
}

/**
 * Bundles one entry.
 *
 * @param root the project's folder
 * @param entry path from `root`
 * @param minify without spaces and comments
 * @param globalName the one name by which the classic script's exports can be reached; none by default
 */
export async function bundle(root: string, entry: string, minify: boolean, globalName?: string): Promise<Script> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // One size, as text: there is nothing beside the script.
    plugins: plugins({ bytes: 'inside', sizes: ['whole'] }),
    // Vite leaves this to whoever uses a library; these scripts are used as they are.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target,
      minify: false,
      lib: { entry: join(root, entry), formats: ['es'], fileName: 'script' },
      reportCompressedSize: false,
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  });
  const [output] = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[];
  const chunk = output!.output.find((part): part is Rollup.OutputChunk => part.type === 'chunk')!;
  const as = async (format: 'iife' | 'esm'): Promise<string> => {
    const { code } = await transformWithEsbuild(chunk.code, 'script.js', {
      format,
      ...(format === 'iife' && globalName ? { globalName } : {}),
      target,
      sourcemap: false,
      legalComments: 'none',
    });
    const done = minify ? await small(code, format === 'esm') : code;
    return format === 'iife' && globalName ? onPages(done) : done;
  };
  return { classic: await as('iife'), module: await as('esm'), sources: Object.keys(chunk.modules) };
}
