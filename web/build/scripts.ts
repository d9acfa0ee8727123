/** Bundles the page's scripts with Vite. Each is self-contained: no second request, no module loader. */
import { join } from 'node:path';
import { minify as terser } from 'terser';
import { build, transformWithEsbuild, type Rollup } from 'vite';
import { descentModule } from './descent-module';

/** What the scripts may take for granted: browsers of 2023. */
const target = ['chrome109', 'firefox115', 'safari16.4'];
const ecma = 2020;

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
    plugins: [descentModule()],
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
    if (!minify) return code;
    // Slower than esbuild's own, and 5 KB smaller when compressed.
    const small = await terser(code, { module: format === 'esm', compress: { passes: 2, ecma }, ecma });
    // What is left of line breaks stands within markup and style sheets, where indentation means nothing.
    return (small.code ?? code).replace(/\n\s+/g, '\n');
  };
  return { classic: await as('iife'), module: await as('esm'), sources: Object.keys(chunk.modules) };
}
