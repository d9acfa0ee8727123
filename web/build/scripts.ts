/** Bundles the page's scripts with Vite. Each is self-contained: no second request, no module loader. */
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { descentModule } from './descent-module';

/** A finished script. */
export interface Script {
  readonly code: string;
  /** Files it was made from. */
  readonly sources: readonly string[];
}

/**
 * Bundles one entry.
 *
 * @param root the project's folder
 * @param entry path from `root`
 * @param format `iife` for a classic script, which also works from disk; `es` for a module
 */
export async function bundle(root: string, entry: string, format: 'iife' | 'es', minify: boolean): Promise<Script> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [descentModule()],
    build: {
      write: false,
      target: ['chrome109', 'firefox115', 'safari16.4'],
      minify,
      lib: { entry: join(root, entry), formats: [format], name: 'Downhill', fileName: 'script' },
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  });
  const [output] = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[];
  const chunk = output!.output.find((part): part is Rollup.OutputChunk => part.type === 'chunk')!;
  return { code: chunk.code, sources: Object.keys(chunk.modules) };
}
