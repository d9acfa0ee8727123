import { cpSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

import { descentModule } from '../build/descent-module.ts';

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The types, and a line for TypeScript, which looks for those of an .mjs file under this name. */
function copyTypes(): void {
  for (const name of ['engine.d.ts', 'api']) cpSync(from(name), from(`../../dist/${name}`), { recursive: true });
  writeFileSync(from('../../dist/engine.d.mts'), "export * from './engine.js';\n");
}

/** Builds dist/engine.mjs, the engine alone, with its types beside it. */
export default defineConfig({
  root: from('../..'),
  publicDir: false,
  plugins: [descentModule({ bytes: 'inside', sizes: ['whole'] }), { name: 'types', closeBundle: copyTypes }],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: from('alone.ts'), formats: ['es'], fileName: () => 'engine.mjs' },
    rollupOptions: { output: { inlineDynamicImports: true } },
  },
});
