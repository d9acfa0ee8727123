import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

import { descentModule } from '../build/descent-module.ts';

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds dist/engine.mjs, the engine alone, with its types beside it. */
export default defineConfig({
  root: from('../..'),
  publicDir: false,
  plugins: [
    descentModule(),
    { name: 'types', closeBundle: () => copyFileSync(from('engine.d.ts'), from('../../dist/engine.d.ts')) },
  ],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: from('load.ts'), formats: ['es'], fileName: () => 'engine.mjs' },
  },
});
