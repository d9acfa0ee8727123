/** The engine alone, in Node and in pages of every browser that is here. */
import type { Browser } from 'puppeteer-core';

import type { Engine } from '../../web/engine/engine.d.ts';
import { findFirefox, launchFirefox } from '../../web/tools/lib/firefox.mjs';
import { dist, launch } from './support';

/** Name and launcher of each browser that is installed. */
export const browsers = (
  [
    ['Chromium', launch, true],
    ['Firefox', launchFirefox, findFirefox() !== undefined],
  ] as [string, () => Promise<Browser>, boolean][]
).filter(([, , present]) => present);

export async function engineInNode(): Promise<Engine> {
  const module = (await import(/* @vite-ignore */ `${dist}engine.mjs`)) as { loadEngine: () => Promise<Engine> };
  return module.loadEngine();
}

/** What a function of the engine, given as source, answers in a page; `url` is where dist/ is served. */
export async function askEngine(browser: Browser, url: string, source: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${url}engine.d.ts`); // any page of the same origin
  const answer = await page.evaluate(
    `import('${url}engine.mjs').then(({ loadEngine }) => loadEngine()).then(${source})`,
  );
  await page.close();
  return String(answer);
}
