/** The page of all libraries: its packages installed, bundled, opened in Chromium. */
import { copyFileSync, cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { build as bundle } from 'vite';

import { launch } from '../../../web/tools/lib/browser.mjs';
import { phase } from '../../../web/tools/lib/exec.mjs';
import { ensurePackages } from '../../../web/tools/lib/packages.mjs';
import { dist, inBuild, root } from '../../../web/tools/lib/paths.mjs';
import { serve } from '../../../web/tools/lib/serve.mjs';
import { processorTime } from './page-time.mjs';

/**
 * Makes the page, in `build/`: its packages are the benchmark's own, and lie where nothing else sees them.
 * @returns {Promise<string>} the folder to serve
 */
async function makePage() {
  const folder = inBuild('bench/libraries');
  const page = inBuild('bench/page');
  cpSync(path.join(root, 'tests/bench/libraries'), folder, { recursive: true });
  await ensurePackages(folder);
  await phase('Bundling the libraries', async () => {
    rmSync(page, { recursive: true, force: true });
    await bundle({
      root: folder,
      base: './',
      configFile: false,
      logLevel: 'error',
      build: { outDir: page, target: 'esnext', minify: false, chunkSizeWarningLimit: Infinity },
    });
    const wasm = path.join(folder, 'node_modules/@tensorflow/tfjs-backend-wasm/dist');
    for (const file of readdirSync(wasm).filter((name) => name.endsWith('.wasm')))
      copyFileSync(path.join(wasm, file), path.join(page, file));
    copyFileSync(path.join(dist, 'engine.mjs'), path.join(page, 'engine.mjs'));
  });
  return page;
}

/**
 * @typedef {object} LibraryPage
 * @property {string[]} libraries their names; ours is the first
 * @property {(library: string, task: PlainTask, slice: number) => Promise<number[]>} prepare answers the outputs
 *   for the first example after two updates
 * @property {(library: string, task: string, slice: number) => Promise<number>} measure answers samples per
 *   second of processor time, over about `slice` milliseconds
 * @property {() => Promise<void>} close
 *
 * @typedef {Omit<import('../libraries/task.d.ts').Task, 'inputs' | 'targets'>} PlainTask
 */

/** @type {Promise<string> | undefined} */
let made;

/** @returns {Promise<LibraryPage>} */
export async function openLibraries() {
  made ??= makePage();
  const server = await serve(await made, { port: 0 });
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction('window.bench !== undefined');
  const seconds = await processorTime(page);
  const ask = (/** @type {string} */ call, /** @type {unknown[]} */ ...words) =>
    page.evaluate(`window.bench.${call}(...${JSON.stringify(words)})`);
  return {
    libraries: /** @type {string[]} */ (await page.evaluate('window.bench.libraries')),
    prepare: async (...words) => /** @type {number[]} */ (await ask('prepare', ...words)),
    measure: async (...words) => {
      const before = await seconds();
      const samples = /** @type {number} */ (await ask('train', ...words));
      return samples / ((await seconds()) - before);
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
