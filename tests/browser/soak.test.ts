/** A short soak: a little use of every figure leaves nothing behind. `npm run soak` is the long one. */
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { launch } from '../../web/tools/lib/browser.mjs';
import { leaks, soak } from '../../web/tools/lib/soak.mjs';
import { fromDisk } from './support';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('use of every figure leaves no memory, node, listener or handle behind', { timeout: 240_000 }, async () => {
  const result = await soak(browser, { url: fromDisk, seconds: 5, seed: 1, uses: 8 });
  expect(result.uses).toBeGreaterThan(50);
  expect(result.problems).toEqual([]);
  expect(leaks(result)).toEqual([]);
});
