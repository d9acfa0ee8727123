/** A visited tutorial without its server: there as a whole, and new as a whole. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launch } from '../../web/tools/lib/browser.mjs';
import { serve } from '../../web/tools/lib/serve.mjs';
import { accessibilityProblems, dist, FigureHands, visit } from './support';

type Server = Awaited<ReturnType<typeof serve>>;

const parent = mkdtempSync(path.join(dist, '../build/offline-'));
const site = path.join(parent, 'some/where');
let port = 0;
let server: Server;
let browser: Browser;
/** Not the machine's own address, for which nothing is kept. */
const address = (): string => `http://downhill.test:${port}/some/where/`;

const read = (file: string): string => readFileSync(path.join(dist, file), 'utf8');
const hash = (text: string) => createHash('sha256').update(text);

/** Puts a version on the server: three files that say which one they are, and a worker that knows them. */
function publish(version: number, files = ['index.html', 'page.js', 'downhill.js', 'sw.js']): void {
  const script = (name: string, mark: string): string => `${read(name)}\n;window.${mark}=${version};`;
  const made: Record<string, string> = {
    'index.html': read('index.html').replace(/\?v=\w{10}"/g, `?v=${String(version).padStart(10, '0')}"`),
    'page.js': script('page.js', 'pageVersion'),
    'downhill.js': script('downhill.js', 'figureVersion'),
  };
  made['sw.js'] = Object.entries(made).reduce((worker, [file, text]) => {
    const entry = {
      url: file,
      revision: hash(text).digest('hex').slice(0, 10),
      integrity: `sha256-${hash(text).digest('base64')}`,
    };
    return worker.replace(new RegExp(`\\{"url":"${file.replace('.', '\\.')}".*?\\}`), JSON.stringify(entry));
  }, read('sw.js'));
  for (const file of files) writeFileSync(path.join(site, file), made[file]!);
}

/** The versions of the three files that a page is made of; the figures' script comes after the first paint. */
async function versions(page: Page): Promise<number[]> {
  // By the clock, not by frames: the page may lie behind another, where nothing is painted.
  await page.waitForFunction(() => 'figureVersion' in window, { polling: 50 });
  return page.evaluate(() => {
    const { pageVersion, figureVersion } = window as unknown as { pageVersion: number; figureVersion: number };
    const markup = /\?v=(\d+)/.exec(document.querySelector<HTMLScriptElement>('script[data-offline]')!.src)?.[1];
    return [Number(markup), pageVersion, figureVersion];
  });
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated') await new Promise((next) => setTimeout(next, 20));
  });
const registered = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
/** Lets an installation that is going on come to its end. */
const installed = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
    while (registration?.installing) await new Promise((next) => setTimeout(next, 20));
  });

beforeAll(async () => {
  cpSync(dist, site, { recursive: true });
  server = await serve(parent, { port: 0 });
  ({ port } = server);
  browser = await launch({
    args: [
      '--host-resolver-rules=MAP downhill.test 127.0.0.1',
      `--unsafely-treat-insecure-origin-as-secure=http://downhill.test:${port}`,
    ],
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(parent, { recursive: true, force: true });
});

describe('kept for reading without a connection', () => {
  it('a visited tutorial opens and works when its server is gone, below any path', async () => {
    publish(1);
    const { page, clean } = await visit(browser, { url: address() });
    await kept(page);
    clean();
    await server.close();
    await page.goto(`${address()}#one-weight`);
    await page.reload();
    expect(await versions(page)).toEqual([1, 1, 1]);
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('One step');
    expect(await figure.step()).toBe(3);
    await page.goto(`${address()}figures/one-weight.html?rate=0.2&step=4`);
    expect(await (await FigureHands.on(page, 'one-weight')).step()).toBe(4);
    await page.goto(`${address()}hosting.html`);
    expect(await page.evaluate(() => document.fonts.load("18px 'Downhill Serif'").then(({ length }) => length))).toBe(
      1,
    );
    await page.close();
  });

  it('of the digits beside it only what the reader asked for stays', async () => {
    const [asked, other] = readdirSync(path.join(site, 'handwriting')).filter((file) => file.includes('-first-'));
    const arrives = (page: Page, file: string): Promise<boolean> =>
      page.evaluate(
        (src) =>
          new Promise<boolean>((tell) => {
            const script = Object.assign(document.createElement('script'), { src });
            for (const end of ['load', 'error']) script.addEventListener(end, () => tell(end === 'load'));
            document.head.append(script);
          }),
        `handwriting/${file}`,
      );
    server = await serve(parent, { port });
    const page = await browser.newPage();
    await page.goto(address());
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    expect(await arrives(page, asked!)).toBe(true);
    await server.close();
    await page.reload();
    expect(await arrives(page, asked!)).toBe(true);
    expect(await arrives(page, other!)).toBe(false);
    await page.close();
  });

  it('a new version is offered, and comes as a whole to every page when the reader asks for it', async () => {
    server = await serve(parent, { port });
    publish(2);
    const [first, second] = [await visit(browser, { url: address() }), await visit(browser, { url: address() })];
    await first.page.waitForSelector('.update');
    expect(await versions(first.page)).toEqual([1, 1, 1]);
    expect(await first.page.$eval('.update p', (p) => p.textContent)).toBe('A new version of this page is there.');
    expect(await accessibilityProblems(first.page, { within: '.update' })).toEqual([]);
    const both = [first.page, second.page];
    const reloaded = Promise.all(both.map((page) => page.waitForNavigation()));
    await first.page.bringToFront();
    await first.page.click('.update button');
    await reloaded;
    for (const page of both) {
      expect(await versions(page)).toEqual([2, 2, 2]);
      expect(await page.$('.update')).toBeNull();
    }
    for (const { clean, page } of [first, second]) {
      clean();
      await page.close();
    }
  });

  it('a version that is copied half stays away until it is whole', async () => {
    publish(3, ['index.html', 'page.js', 'sw.js']);
    const { page } = await visit(browser, { url: address() });
    await installed(page);
    expect(await page.$('.update')).toBeNull();
    await page.reload();
    expect(await versions(page)).toEqual([2, 2, 2]);
    await installed(page);
    publish(3);
    await page.reload();
    await page.waitForSelector('.update');
    expect(await versions(page)).toEqual([2, 2, 2]);
    const reloaded = page.waitForNavigation();
    await page.click('.update button');
    await reloaded;
    expect(await versions(page)).toEqual([3, 3, 3]);
    await page.close();
  });

  it('a host takes it back by deleting the worker', async () => {
    rmSync(path.join(site, 'sw.js'));
    const page = await browser.newPage();
    await page.goto(address());
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    await page.close();
  });
});

describe('not kept', () => {
  const strict = /^default-src .*$/m.exec(
    readFileSync(new URL('../../web/article/pages/hosting.md', import.meta.url), 'utf8'),
  )![0];

  it('under the strict policy, silently; under the one that allows it, kept', async () => {
    publish(4);
    for (const [policy, count] of [
      [strict, 0],
      [strict.replace('blob:', "'self' blob:"), 1],
    ] as const) {
      await server.close();
      server = await serve(parent, { port, headers: { 'Content-Security-Policy': policy } });
      const { page, clean } = await visit(browser, { url: address() });
      if (count > 0) await kept(page);
      expect(await registered(page)).toBe(count);
      expect(await (await FigureHands.on(page, 'one-weight')).step()).toBe(2);
      clean();
      await page.close();
    }
  });

  it("on a developer's own machine", async () => {
    const { page, clean } = await visit(browser, { url: `http://127.0.0.1:${port}/some/where/` });
    await FigureHands.on(page, 'one-weight');
    expect(await registered(page)).toBe(0);
    clean();
    await page.close();
  });
});

describe('the page on hosting', () => {
  it.each(['light', 'dark'] as const)('can be read by everyone, on a phone, %s', async (scheme) => {
    const { page, clean } = await visit(browser, { url: `file://${dist}hosting.html`, width: 360, scheme });
    expect(await accessibilityProblems(page)).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBe(clientWidth);
    clean();
    await page.close();
  });
});
