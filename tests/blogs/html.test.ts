/** Plain pages: the kit's own, from disk and under a strict policy. */
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { figures } from '../../web/figures/registry';
import { serve } from '../../web/tools/lib/serve.mjs';
import { dist, launch, visit } from '../browser/support';
import { drive, overflow, policy } from './reading';
import { layPages } from './sites';

let browser: BrowserContext;
let folder: string;
beforeAll(async () => {
  folder = layPages();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const five = ['one-weight', 'learning-rate', 'gradient', 'terrain', 'optimizers'];

/** Handles that the page's one engine holds, before and after every figure is taken away. */
const handles = (page: Page): Promise<[number, number]> =>
  page.evaluate(async () => {
    const { Downhill } = globalThis as unknown as {
      Downhill: { loadEngine(need: 'functions'): Promise<{ liveHandles(): number }> };
    };
    const engine = await Downhill.loadEngine('functions');
    const before = engine.liveHandles();
    for (const figure of document.querySelectorAll('gd-figure')) figure.remove();
    return [before, engine.liveHandles()] as [number, number];
  });

describe('plain pages', () => {
  it.each([320, 1280])('the smallest page works from disk at %i px', async (width) => {
    const url = pathToFileURL(path.join(folder, 'blogs/html/one-figure.html')).href;
    const { page, clean } = await visit(browser, { url, width });
    await drive(page, 'one-weight');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    clean();
    await page.close();
  });

  it('five figures in one post open from disk', async () => {
    const url = pathToFileURL(path.join(folder, 'blogs/html/five-figures.html')).href;
    const { page, clean } = await visit(browser, { url });
    await drive(page, five[0]!);
    await drive(page, five[1]!);
    clean();
    await page.close();
  });

  it('five figures share one script and one engine, under a strict policy, in a narrow column', async () => {
    const server = await serve(folder, { port: 0, headers: { 'Content-Security-Policy': policy } });
    try {
      const { page, clean } = await visit(browser, {
        url: `${server.url}blogs/html/five-figures.html`,
        scheme: 'dark',
      });
      for (const name of five) await drive(page, name);
      expect(await page.$$eval('script', (all) => all.length)).toBe(1);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const [before, after] = await handles(page);
      expect(before).toBeGreaterThanOrEqual(five.length);
      expect(after).toBe(0);
      clean();
      await page.close();
    } finally {
      await server.close();
    }
  });
});

describe('pictures', () => {
  it('there is one of every figure, and each is a document of its own', async () => {
    const files = readdirSync(path.join(dist, 'blogs/pictures'));
    expect(files.sort()).toEqual([...figures.keys()].map((name) => `${name}.svg`).sort());
    const page = await browser.newPage();
    for (const file of files) {
      await page.goto(pathToFileURL(path.join(dist, 'blogs/pictures', file)).href);
      const seen = await page.evaluate(() => ({
        root: document.documentElement.localName,
        faults: document.querySelectorAll('parsererror').length,
        marks: document.querySelectorAll('path, circle, text').length,
        words: document.documentElement.getAttribute('aria-label') ?? '',
      }));
      expect(seen, file).toMatchObject({ root: 'svg', faults: 0 });
      expect(seen.marks, file).toBeGreaterThan(5);
      expect(seen.words, file).not.toBe('');
    }
    await page.close();
  });
});
