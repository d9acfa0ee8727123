/** No cookies, no tracking, no request to another site: every page that is shipped, used a little, and every file. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { figures } from '../../web/figures/registry';
import { serve } from '../../web/tools/lib/serve.mjs';
import { layPages } from '../blogs/sites';
import { dist, FigureHands, launch, visit } from './support';

const names = [...figures.keys()];
/** Of all that a page may keep on a device, the tutorial keeps one thing: the reader's choice of colours. */
const KEPT = ['downhill-theme'];
/** What the tutorial keeps of where its reader was. */
const READING = 'downhill-reading';
const tutorial = ['index.html', 'downhill.html'];

let browser: BrowserContext;
let site: Awaited<ReturnType<typeof serve>>;
let blog: typeof site;
const folder = layPages();
beforeAll(async () => {
  browser = await launch();
  site = await serve(dist, { port: 0 });
  blog = await serve(folder, { port: 0 });
});
afterAll(async () => {
  await Promise.all([browser.close(), site.close(), blog.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** What the browser keeps for a page: cookies, also such as no script sees, and the names of everything stored. */
async function kept(page: Page) {
  const session = await page.createCDPSession();
  const { cookies } = await session.send('Network.getAllCookies');
  const stored = await page.evaluate(async () => ({
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  await session.detach();
  return { cookies: cookies.map(({ name }) => name), ...stored };
}

/** Opens whatever is folded away, and takes a step in `most` of the figures, where there is one to take. */
async function use(page: Page, most: number): Promise<number> {
  await page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
  const found = await page.$$eval('gd-figure', (all) => all.map((f) => f.getAttribute('name') ?? ''));
  for (const name of found.slice(0, most)) {
    const figure = await FigureHands.on(page, name);
    const [step] = await figure.all('[aria-label="One step"]');
    if (await step?.isVisible()) await figure.press('One step');
  }
  return found.length;
}

/** Every page, how many figures it has, and how many of them are used. */
const pages: readonly (readonly [page: string, figures: number, most: number])[] = [
  ['index.html', names.length, names.length],
  // The same figures, in one file.
  ['downhill.html', names.length, 2],
  ['attributes.html', 1, 1],
  ['hosting.html', 0, 0],
  ['figure.html', 0, 0],
  ['figure.html?name=terrain&rate=0.1&step=2', 1, 1],
  ...names.map((name) => [`figures/${name}.html`, 1, 1] as const),
];

/** Nothing was asked of anybody else, nothing was set, and nothing else is kept. */
async function expectPrivate(
  page: Page,
  clean: () => void,
  cookies: readonly string[],
  allowed: readonly string[] = [],
) {
  clean();
  expect(cookies).toEqual([]);
  expect(await kept(page)).toEqual({
    ...{ cookies: [], cookie: '', local: allowed, session: [], databases: [], caches: [], workers: 0 },
  });
  await page.evaluate(() => localStorage.clear());
}

/** Opens a page; `set` fills with answers that would set a cookie. */
async function read(url: string) {
  const { page, clean } = await visit(browser, { url });
  const set: string[] = [];
  page.on('response', (answer) => {
    if ('set-cookie' in answer.headers()) set.push(answer.url());
  });
  return { page, clean, set };
}

describe('a page in use keeps to itself', () => {
  it.each(pages)('%s', async (file, count, most) => {
    const { page, clean, set } = await read(site.url + file);
    expect(await use(page, most)).toBe(count);
    await expectPrivate(page, clean, set, tutorial.includes(file) ? [READING] : []);
  });

  it.each(['one-figure', 'five-figures'])('a post: %s', async (post) => {
    const { page, clean, set } = await read(`${blog.url}blogs/html/${post}.html`);
    expect(await use(page, 2)).toBeGreaterThan(0);
    await expectPrivate(page, clean, set);
  });

  it('the tutorial, when colours are chosen and a figure is taken along', async () => {
    const { page, clean, set } = await read(site.url);
    await page.locator('button.theme').click();
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('take this figure with you');
    for (const choice of await page.$$('.take input[type=radio]'))
      await choice.evaluate((c) => (c as HTMLElement).click());
    await expectPrivate(page, clean, set, [READING, ...KEPT]);
  });
});

/** Files of `dist` that a browser reads, kits for blogs included. */
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(html|css|m?js|svg|json)$/.test(file),
);

/** Addresses of elsewhere that a browser would load by itself; what only a reader's press follows is none. */
function loaded(text: string): string[] {
  const elsewhere = String.raw`["'(=\s]*(?:https?:)?//[a-z0-9]`;
  const ways = [
    String.raw`<(?:script|img|iframe|audio|video|source|embed|input|track)\b[^>]*\s(?:src|srcset|poster)=` + elsewhere,
    String.raw`<(?:image|use)\b[^>]*\shref=` + elsewhere,
    String.raw`<link\b(?=[^>]*\srel=["']?(?:stylesheet|preload|prefetch|preconnect|dns-prefetch|modulepreload|icon|manifest))[^>]*\shref=` +
      elsewhere,
    String.raw`<(?:object\b[^>]*\sdata|form\b[^>]*\saction|meta\b[^>]*\shttp-equiv=["']?refresh[^>]*url)=` + elsewhere,
    String.raw`url\(` + elsewhere,
    String.raw`@import\s+` + elsewhere,
    String.raw`\b(?:fetch|import|importScripts|open|sendBeacon|EventSource|WebSocket|SharedWorker|Worker)\(` +
      elsewhere,
    String.raw`\bfrom\s*["'](?:https?:)?//`,
    String.raw`\.src\s*=\s*["'\x60](?:https?:)?//`,
  ];
  const found = ways.flatMap((way) => text.match(new RegExp(way + '.{0,40}', 'gi')) ?? []);
  // In instructions; no host can have such a name.
  return found.filter((address) => !/\/\/[a-z.]*\.example\//.test(address));
}

describe('a file that is shipped', () => {
  it('would be found out, if it loaded something from elsewhere', () => {
    const bad = [
      '<script src="https://example.org/x.js"></script>',
      '<img alt="" src=//example.org/x.png>',
      '<link href="https://example.org/x.css" rel="stylesheet">'.replace('href', 'media="all" href'),
      '<link rel="preconnect" href="https://example.org">',
      "a{background:url('https://example.org/x.png')}",
      '@import "https://example.org/x.css"',
      'fetch("https://example.org")',
      'import("https://example.org/x.js")',
      'import x from "https://example.org/x.js"',
      'image.src="https://example.org/x"',
      '<svg><image href="https://example.org/x.png"/></svg>',
    ];
    expect(bad.filter((text) => loaded(text).length === 0)).toEqual([]);
    expect(loaded('<a href="https://example.org">read this</a> <link rel="canonical" href="https://x.org">')).toEqual(
      [],
    );
  });

  it.each(files)('%s names no address of elsewhere to be loaded, no cookie and nobody that tracks', (file) => {
    const text = readFileSync(path.join(dist, file), 'utf8');
    expect(loaded(text)).toEqual([]);
    expect(text).not.toMatch(/document\.cookie|sendBeacon|indexedDB\.open|sessionStorage\.|google-analytics|gtag\(/);
    const keys = [...text.matchAll(/localStorage\.(?:get|set|remove)Item\(\s*([^,)]+)/g)].map(([, key]) => key!);
    if (keys.length) expect(text).toMatch(/downhill-(theme|reading)/);
  });
});
