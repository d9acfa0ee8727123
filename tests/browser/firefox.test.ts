/** The core of the tutorial in Firefox: another engine under the same page. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { findFirefox, launchFirefox } from '../../web/tools/lib/firefox.mjs';
import { serve } from '../../web/tools/lib/serve.mjs';
import { dist, FigureHands } from './support';

describe.skipIf(!findFirefox())('in Firefox', () => {
  let browser: Browser;
  const copy = mkdtempSync(path.join(dist, '../build/firefox copy '));
  beforeAll(async () => {
    cpSync(dist, path.join(copy, 'a folder'), { recursive: true });
    browser = await launchFirefox();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(copy, { recursive: true, force: true });
  });

  async function read(url: string): Promise<{ page: Page; problems: string[] }> {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (e) => problems.push(String(e)));
    page.on('console', (m) => {
      if (m.type() === 'error') problems.push(m.text());
    });
    await page.goto(url, { waitUntil: 'load' });
    return { page, problems };
  }

  async function use(url: string): Promise<void> {
    const { page, problems } = await read(url);
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('Back to the start');
    await figure.press('One step');
    await page.waitForFunction(
      () =>
        document.querySelector('gd-figure[name=one-weight]')?.shadowRoot?.querySelector('.clock b')?.textContent ===
        '1',
    );
    const [lands = NaN, was = NaN, rate = NaN, slope = NaN] = await figure.arithmetic();
    expect(lands).toBe(was - rate * slope);
    await figure.slide('.slider input', Math.log10(2.5));
    await figure.slide('.scrub input', await figure.steps());
    expect(await figure.text('.ending')).toMatch(/^diverged/);
    expect(await figure.nonsense()).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  }

  it.each(['index.html', 'downhill.html'])('%s works from disk, in a folder with spaces', async (file) => {
    await use(pathToFileURL(path.join(copy, 'a folder', file)).href);
  });

  it('works from a server', async () => {
    const server = await serve(dist, { port: 0 });
    try {
      await use(server.url);
    } finally {
      await server.close();
    }
  });
});
