/**
 * What is left where a browser, or a page, lacks something: each feature is really switched off, by the browser's own
 * flags or by a policy, and only where there is no such switch by taking it off the page.
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launch as launchOwn, open, watch } from '../../web/tools/lib/browser.mjs';
import { serve } from '../../web/tools/lib/serve.mjs';
import { layPages } from '../blogs/sites';
import { accessibilityProblems, dist, FigureHands, launch, settled } from './support';

const posts = 'blogs/html/five-figures.html';

interface Rung {
  readonly lacking: string;
  readonly args?: string[];
  readonly policy?: string;
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
  /** What the sentence says. */
  readonly says: RegExp;
}

const rungs: readonly Rung[] = [
  { lacking: 'WebAssembly', args: ['--js-flags=--jitless'], says: /your browser lacks WebAssembly.*2023/ },
  {
    lacking: "WebAssembly's vector instructions",
    args: ['--js-flags=--no-enable-sse4-1'],
    // The flag is one of x86; on other machines the answer is changed.
    before: () => {
      const refuse = (): never => {
        throw new WebAssembly.CompileError('Wasm SIMD unsupported');
      };
      WebAssembly.validate = () => false;
      WebAssembly.compile = () => Promise.resolve().then(refuse);
      WebAssembly.instantiate = (): Promise<never> => Promise.resolve().then(refuse);
      WebAssembly.Module = new Proxy(WebAssembly.Module, { construct: refuse });
    },
    says: /vector instructions \(SIMD\).*2023/,
  },
  {
    lacking: "a policy's leave",
    policy: "default-src 'self'; script-src 'self'; worker-src blob:; img-src 'self' data:",
    says: /content security policy.*'wasm-unsafe-eval'/,
  },
];

/** A page that is to be opened, watched from its first request on. */
async function fresh(browser: Browser | BrowserContext, url: string, before?: () => void) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  const watched = watch(page, new URL(url).origin);
  if (before) await page.evaluateOnNewDocument(before);
  return { page, watched };
}

const headers = (policy: string | undefined): Record<string, string> =>
  policy ? { 'Content-Security-Policy': policy } : {};

/** Where the parts of the tutorial stand on it, from top to bottom. */
const places = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const seen = [...document.querySelectorAll('gd-figure, h2')].filter((e) => !e.closest('details:not([open])'));
    return seen.map((e) => e.getBoundingClientRect().top + scrollY);
  });

/** Opens the tutorial; its figures' script comes only when it was measured without. @returns it before and after */
async function openSlowly(page: Page, url: string): Promise<[number[], number[]]> {
  let go: () => void = () => undefined;
  let asked: () => void = () => undefined;
  const measured = new Promise<void>((done) => (go = done));
  const wanted = new Promise<void>((done) => (asked = done));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().includes('downhill.js')) return void request.continue();
    asked();
    void measured.then(() => request.continue());
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await wanted;
  const before = await places(page);
  go();
  await settled(page);
  return [before, await places(page)];
}

/** What a reader sees of the reasons why figures stand still: the page's own and the figures'. */
const sentences = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const figures = [...document.querySelectorAll('gd-figure')];
    const all = [document, ...figures.map((f) => f.shadowRoot)].flatMap((root) => [
      ...(root?.querySelectorAll<HTMLElement>('.stillness, .notice') ?? []),
    ]);
    return all.filter((e) => e.checkVisibility()).map((e) => (e.textContent ?? '').replace(/\s+/g, ' ').trim());
  });

interface Still {
  readonly name: string | null;
  readonly picture: number;
  readonly controls: number;
}

/** Brings every figure into view and says what stands there. */
async function stills(page: Page): Promise<Still[]> {
  const found: Still[] = [];
  for (const figure of await page.$$('gd-figure')) {
    await figure.evaluate((f) => f.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await settled(page);
    found.push(
      await figure.evaluate((f) => ({
        name: f.getAttribute('name'),
        picture: f.querySelector('svg, img')?.getBoundingClientRect().height ?? 0,
        controls: f.shadowRoot?.querySelectorAll('button, input, a, [tabindex]').length ?? 0,
      })),
    );
  }
  return found;
}

const expectPictures = (found: readonly Still[]): void => {
  for (const { name, picture, controls } of found) {
    expect(picture, `the picture of ${name}`).toBeGreaterThan(80);
    expect(controls, `controls of ${name}`).toBe(0);
  }
};

describe.each(rungs)('without $lacking', ({ lacking, says, args, policy, before }) => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  let blog: typeof site;
  const folder = layPages();
  let change: (() => void) | undefined;
  beforeAll(async () => {
    browser = await launchOwn({ args: args ?? [] });
    site = await serve(dist, { port: 0, headers: headers(policy) });
    blog = await serve(folder, { port: 0, headers: headers(policy) });
    const { page } = await fresh(browser, site.url);
    await page.goto(`${site.url}icon.svg`);
    const off = await page.evaluate(
      (vectors) => {
        try {
          return !new WebAssembly.Module(Uint8Array.from(vectors));
        } catch {
          return true;
        }
      },
      // A function that splats a byte and counts its bits.
      [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
    );
    await page.close();
    if (!off && !before) throw new Error('This browser cannot be rid of the feature.');
    change = off ? undefined : before;
  });
  afterAll(async () => {
    await Promise.all([browser.close(), site.close(), blog.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('the tutorial keeps its pictures, and says why once, in its place before anything is painted', async () => {
    const { page, watched } = await fresh(browser, site.url, change);
    const [first, later] = await openSlowly(page, site.url);
    expect(later).toEqual(first);
    expect(await sentences(page)).toEqual([expect.stringMatching(says)]);
    const found = await stills(page);
    expect(found.length).toBeGreaterThan(5);
    expectPictures(found);
    expect(await sentences(page)).toHaveLength(1);
    // What else is lacking changes the sentence's words, and nothing about it.
    if (lacking === rungs[0]!.lacking) expect(await accessibilityProblems(page)).toEqual([]);
    await page.emulateMediaType('print');
    expect(await sentences(page)).toEqual([]);
    expect(watched).toEqual({ problems: [], foreign: [] });
    await page.close();
  });

  it('what the page does by itself still works', async () => {
    const { page, watched } = await fresh(browser, site.url, change);
    await open(page, `${site.url}#learning-rate?rate=0.2&step=3`);
    const near = await page.$eval('gd-figure[name="learning-rate"]', (f) => f.getBoundingClientRect().top);
    expect(near).toBeGreaterThan(-300);
    expect(near).toBeLessThan(900);
    await page.locator('button.theme').click();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
    await page.$eval('#learning-rate a.term', (term) => {
      term.scrollIntoView({ block: 'center', behavior: 'instant' });
      (term as HTMLElement).click();
    });
    expect(await page.$eval('.term-note', (note) => note.matches(':popover-open'))).toBe(true);
    await page.keyboard.press('Escape');
    await page.$eval('nav.chapters a[href="#gradient"]', (link) => (link as HTMLElement).click());
    await page.waitForSelector('nav.chapters a[href="#gradient"][aria-current]');
    expect(watched).toEqual({ problems: [], foreign: [] });
    await page.close();
  });

  it('a post keeps its pictures, and one figure says why, or another when that is gone', async () => {
    const { page, watched } = await fresh(browser, blog.url, change);
    await open(page, `${blog.url}${posts}`);
    expectPictures(await stills(page));
    expect(await sentences(page)).toEqual([expect.stringMatching(says)]);
    await page.evaluate(() => {
      for (const figure of document.querySelectorAll('gd-figure')) figure.remove();
      // Without anything inside that could stand for it.
      document.body.append(Object.assign(document.createElement('gd-figure'), { name: 'terrain' }));
    });
    await settled(page);
    expect(await sentences(page)).toEqual([expect.stringMatching(says)]);
    expect(watched).toEqual({ problems: [], foreign: [] });
    await page.close();
  });

  it('a frame keeps its picture and says why; scripts are told the same, and nothing else is thrown', async () => {
    const { page, watched } = await fresh(browser, site.url, change);
    // Its scripts are inside, which this policy forbids: then the page is one without scripts.
    const file = policy ? 'figures/one-weight.html' : 'figure.html?name=one-weight&rate=0.2&step=2';
    await open(page, `${site.url}${file}`);
    expectPictures(await stills(page));
    expect(await sentences(page)).toEqual([expect.stringMatching(says)]);
    const told = await page.evaluate(async () => {
      const figure = document.querySelector('gd-figure')!;
      figure.play();
      figure.step = 3;
      figure.state = { rate: '0.1' };
      figure.reset();
      figure.setAttribute('rate', '0.3');
      await figure.updateComplete;
      const answers = [figure.picture(), figure.tables(), figure.runs()];
      const { Downhill } = globalThis as unknown as { Downhill: { loadEngine(): Promise<unknown> } };
      const refusal: unknown = await Downhill.loadEngine().catch((problem: unknown) => problem);
      return { answers, refusal: String(refusal) };
    });
    expect(told.answers).toEqual(['', [], []]);
    expect(told.refusal).toMatch(says);
    expect(watched).toEqual({ problems: [], foreign: [] });
    await page.close();
  });
});

describe('without memory at first', () => {
  it('a figure says that it could not be started, and tries again by key as often as asked', async () => {
    const browser = await launch();
    const server = await serve(dist, { port: 0 });
    const { page, watched } = await fresh(browser, server.url, () => {
      const { instantiate } = WebAssembly;
      let lacking = true;
      let tries = 0;
      WebAssembly.instantiate = ((...all: Parameters<typeof instantiate>) => {
        document.documentElement.dataset['tries'] = String(++tries);
        return lacking ? Promise.reject(new RangeError('Out of memory')) : instantiate(...all);
      }) as typeof instantiate;
      addEventListener('mended', () => (lacking = false));
    });
    try {
      await open(page, `${server.url}#one-weight`);
      const host = 'gd-figure[name="one-weight"]';
      const words = () => page.$eval(host, (f) => f.shadowRoot!.querySelector('.notice')?.textContent ?? '');
      const focus = () => page.$eval(host, (f) => f.shadowRoot!.activeElement?.textContent?.trim());
      const offered = () =>
        page.waitForFunction(
          (f) =>
            document.querySelector(f)!.shadowRoot!.querySelector('.notice button:not([aria-disabled])') as HTMLElement,
          {},
          host,
        );
      await (await offered()).focus();
      expect(await accessibilityProblems(page)).toEqual([]);
      const tries = (): Promise<number> => page.evaluate(() => Number(document.documentElement.dataset['tries']));
      const before = await tries();
      await page.keyboard.press('Enter');
      await page.waitForFunction((n) => Number(document.documentElement.dataset['tries']) > n, {}, before);
      await offered();
      expect(await words()).toContain('could not be started');
      expect(await focus()).toBe('Try again');
      await page.evaluate(() => dispatchEvent(new Event('mended')));
      await page.keyboard.press('Enter');
      const figure = await FigureHands.on(page, 'one-weight');
      expect(await words()).toBe('');
      expect(await focus()).toBeDefined();
      await figure.press('One step');
      expect(await figure.step()).toBeGreaterThan(0);
      // What the engine's own code says of the memory that it did not get.
      expect(watched.problems.filter((problem) => !/Out of memory/.test(problem))).toEqual([]);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});

describe('without a worker', () => {
  const strict = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:";
  const ways: readonly { readonly way: string; readonly policy?: string; readonly before?: () => void }[] = [
    { way: 'of any kind', before: () => Reflect.deleteProperty(globalThis, 'Worker') },
    { way: 'that the policy allows', policy: strict },
    {
      way: 'from an address of our own',
      before: () => {
        URL.createObjectURL = () => {
          throw new TypeError('Blobs have no addresses here.');
        };
      },
    },
    {
      way: 'that has WebAssembly',
      before: () => {
        globalThis.Blob = class extends Blob {
          constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
            const code = options?.type === 'text/javascript';
            super(code ? ['Reflect.deleteProperty(self, "WebAssembly");', ...parts] : parts, options);
          }
        };
      },
    },
  ];

  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(ways)('$way, long work is done on the page', async ({ policy, before }) => {
    const server = await serve(dist, { port: 0, headers: headers(policy) });
    const { page, watched } = await fresh(browser, server.url, before);
    try {
      await open(page, `${server.url}figures/terrain.html#terrain?revealed=true`);
      const figure = await FigureHands.on(page, 'terrain');
      // Coarse first: what is refined later differs by a few hundredths.
      await page.waitForFunction(
        (ends) => ends.textContent?.includes('%'),
        { timeout: 40_000 },
        await figure.find('.plot'),
      );
      expect(await figure.text('.plot')).toMatch(/A 5\d %,? ?B 4\d %/);
      await figure.press('One step');
      await open(page, `${server.url}figures/landscape.html#landscape?plane=between&step=50`);
      const landscape = await FigureHands.on(page, 'landscape');
      await expect
        .poll(() => landscape.text('[data-spot=says]'), { timeout: 40_000 })
        .toMatch(/bent, at most 0\.1\d\d/);
      await expect.poll(async () => (await landscape.all('[data-spot=map] path')).length).toBeGreaterThan(20);
      expect(page.workers()).toEqual([]);
      // That something is forbidden is the browser's to log, and that nothing runs in the worker is Emscripten's.
      const theirs = /Creating a worker from 'blob:|no native wasm support detected/;
      expect(watched.problems.filter((problem) => !theirs.test(problem))).toEqual([]);
    } finally {
      await page.close();
      await server.close();
    }
  });
});

describe('without scripts', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const plain = async (file: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(pathToFileURL(path.join(dist, file)).href);
    return page;
  };
  /** What could be pressed or turned, and would do nothing. */
  const dead = (page: Page): Promise<string[]> =>
    page.$$eval('button, input, select, textarea', (all) =>
      all.filter((e) => e.checkVisibility()).map((e) => e.outerHTML),
    );

  it.each(['index.html', 'downhill.html'])('%s says so once, and offers nothing that needs them', async (file) => {
    const page = await plain(file);
    expect(await dead(page)).toEqual([]);
    const said = await page.$$eval('.stillness', (all) =>
      all.filter((e) => e.checkVisibility()).map((e) => e.textContent),
    );
    expect(said).toEqual([expect.stringContaining('scripts are turned off')]);
    await page.close();
  });

  it('figure.html is a list of pictures whose links lead to them', async () => {
    const page = await plain('figure.html');
    expect(await dead(page)).toEqual([]);
    const entries = await page.$$eval('li', (all) =>
      all.map((li) => ({
        found: document.querySelector(li.querySelector('a')?.hash ?? '') === li,
        height: li.querySelector('svg')?.getBoundingClientRect().height ?? 0,
        caption: li.querySelector('.gd-caption')?.textContent ?? '',
      })),
    );
    expect(entries.length).toBeGreaterThan(5);
    for (const { found, height, caption } of entries) {
      expect(found).toBe(true);
      expect(height).toBeGreaterThan(80);
      expect(caption).not.toBe('');
    }
    await page.close();
  });

  it('a feed, which keeps the element and drops its script, shows picture and words, on paper as well', async () => {
    const post = readFileSync(path.join(dist, posts), 'utf8');
    const feed = post.replace(/<script[\s\S]*?<\/script>/g, '').replaceAll('gd-figure', 'div');
    const page = await plain(posts);
    await page.setContent(feed.replace('<head>', `<head><base href="${pathToFileURL(path.join(dist, posts)).href}">`));
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMediaType(media);
      const shown = await page.$$eval('div[name]', (all) =>
        all.map((f) => ({
          visible: f.checkVisibility(),
          words: (f.textContent ?? '').trim(),
          alt: f.querySelector('img')?.alt,
        })),
      );
      expect(shown).toHaveLength(5);
      for (const { visible, words, alt } of shown) {
        expect(visible).toBe(true);
        expect(words).not.toBe('');
        expect(alt).toMatch(/\w{3}/);
      }
    }
    await page.close();
  });
});
