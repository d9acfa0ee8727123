/** Entry to the page build for plain Node: the build itself is TypeScript, which Vite runs. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

/**
 * What the page build needs: its own code, freshly read, and the engine as it was last built.
 *
 * @param {string} root the project's folder
 * @returns {Promise<typeof import('./page') & { engine: import('../engine/engine').Engine }>}
 */
export async function pageTools(root) {
  const file = join(root, 'dist/engine.mjs');
  const { mtimeMs } = await stat(file).catch(() => {
    throw new Error('dist/engine.mjs is missing: build the engine first (npm run build does).');
  });
  // Imported here, because the runner below is closed before the build asks for anything.
  /** @type {typeof import('../engine/engine')} */
  const { loadEngine } = await import(`${pathToFileURL(file).href}?built=${mtimeMs}`);
  /** @type {import('vite').InlineConfig} */
  const config = { root, configFile: false, logLevel: 'warn' };
  /** @type {{ module: typeof import('./data-modules') }} */
  const { module: own } = await runnerImport(join(root, 'web/build/data-modules.ts'), config);
  /** @type {{ module: typeof import('./page') }} */
  const { module } = await runnerImport(join(root, 'web/build/page.ts'), {
    ...config,
    plugins: own.dataModules('inside'),
  });
  return { engine: await loadEngine(), ...module };
}

/**
 * Builds the page into `dist`.
 *
 * @param {{ root: string, mode?: 'production' | 'development' }} options `root` is the project's folder;
 *   `production` (the default) minifies. `dist/engine.mjs` must have been built.
 * @returns {Promise<void>}
 */
export async function buildPage({ root, mode = 'production' }) {
  // Vite keeps whatever was set first, and Lit is a different library without it.
  process.env.NODE_ENV = mode;
  const { engine, writePage } = await pageTools(root);
  await writePage({ root, engine, minify: mode === 'production' });
}
