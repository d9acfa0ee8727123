/** The gallery of parts, as `npm run dev` serves it: everything draws, and axe finds nothing in either theme. */
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { entries } from '../../web/gallery/entries';
import { accessibilityProblems, launch } from './support';

let [browser, server]: [BrowserContext | undefined, ViteDevServer | undefined] = [undefined, undefined];
beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url));
  server = await createServer({
    configFile,
    logLevel: 'error',
    // Found as they are asked for, packages would be bundled anew and the page reloaded in the middle of the test.
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  browser = await launch();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it(
  'every part is drawn in every state and in both themes, and can be used by everyone',
  { timeout: 240_000 },
  async () => {
    const page = await browser!.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.setViewport({ width: 1000, height: 900 });
    await page.goto(`${server!.resolvedUrls!.local[0]!}parts`, { waitUntil: 'domcontentloaded', timeout: 100_000 });
    const states = entries.flatMap((entry) => entry.states).length;
    await page.waitForFunction(
      (count) => document.querySelectorAll('gd-specimen').length === count,
      { timeout: 100_000 },
      2 * states,
    );
    const empty = await page.$$eval('gd-specimen', (all) =>
      all.filter((one) => (one.shadowRoot?.querySelector('.live')?.clientHeight ?? 0) < 8).map((one) => one.title),
    );
    expect(empty).toEqual([]);
    const nonsense = await page.$$eval('gd-specimen', (all) =>
      all.filter((one) => /NaN|Infinity|undefined/.test(one.shadowRoot?.innerHTML ?? '')).map((one) => one.title),
    );
    expect(nonsense).toEqual([]);
    expect(problems).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
  },
);
