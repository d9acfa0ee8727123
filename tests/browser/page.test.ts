/** The built page as a whole: how it is opened, what it asks for, who can read it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { serve } from '../../web/tools/lib/serve.mjs';
import { accessibilityProblems, dist, FigureHands, launch, pageOf, settled, visit, type Scheme } from './support';

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Names of every figure on the page, in order. */
async function figureNames(page: Page): Promise<string[]> {
  return page.$$eval('gd-figure', (all) => all.map((f) => f.getAttribute('name') ?? ''));
}

/** Opens every fold and brings every figure to life. */
async function wakeAll(page: Page): Promise<string[]> {
  await page.$$eval('details', (all) => {
    for (const d of all) d.open = true;
  });
  const names = await figureNames(page);
  for (const name of names) await FigureHands.on(page, name);
  return names;
}

/** Runs and objectives that the page's engine holds. */
async function handles(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { Downhill } = globalThis as unknown as {
      Downhill: { loadEngine(need: 'functions'): Promise<{ liveHandles(): number }> };
    };
    return (await Downhill.loadEngine('functions')).liveHandles();
  });
}

describe('opened from disk', () => {
  const copy = mkdtempSync(path.join(dist, '../build/copy of a folder '));
  beforeAll(() => cpSync(dist, path.join(copy, 'Down hill'), { recursive: true }));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('index.html works from a folder with spaces in its path', async () => {
    const url = pathToFileURL(path.join(copy, 'Down hill', 'index.html')).href;
    const { page, clean } = await visit(browser, { url });
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('One step');
    expect(await figure.step()).toBe(3);
    clean();
  });

  it('downhill.html works there, too, and needs no other file', async () => {
    const alone = path.join(copy, 'all alone');
    cpSync(path.join(dist, 'downhill.html'), path.join(alone, 'downhill.html'));
    const { page, clean } = await visit(browser, { url: pathToFileURL(path.join(alone, 'downhill.html')).href });
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('One step');
    expect(await figure.step()).toBe(3);
    expect((await wakeAll(page)).length).toBeGreaterThan(1);
    const serif = await page.evaluate(() => document.fonts.check("18px 'Downhill Serif'"));
    expect(serif).toBe(true);
    clean();
  });
});

describe('served', () => {
  it('works below any path under a strict content security policy, and asks only its own server for anything', async () => {
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; img-src 'self' data:";
    const parent = mkdtempSync(path.join(dist, '../build/served-'));
    cpSync(dist, path.join(parent, 'some/where'), { recursive: true });
    const server = await serve(parent, { port: 0, headers: { 'Content-Security-Policy': policy } });
    try {
      const { page, clean } = await visit(browser, { url: `${server.url}some/where/` });
      const names = await wakeAll(page);
      expect(names).toContain('start');
      clean();
      await page.close();
    } finally {
      await server.close();
      rmSync(parent, { recursive: true, force: true });
    }
  });
});

describe('for every reader', () => {
  /** One visit, with every figure at work and every fold open; each test leaves it wide and light. */
  let page: Page;
  let clean: () => void;
  let names: readonly string[];
  beforeAll(async () => {
    ({ page, clean } = await visit(browser));
    names = await wakeAll(page);
  });
  afterAll(() => page.close());
  afterEach(async () => {
    await look('light');
    await widen(1280);
    clean();
  });

  const look = (scheme: Scheme): Promise<void> =>
    page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  /** Whoever lives draws anew for another width, wherever the reader is: before the last figure. */
  const widen = async (width: number): Promise<void> => {
    if (page.viewport()?.width === width) return;
    await page.setViewport({ width, height: 900 });
    await FigureHands.on(page, names.at(-1)!);
  };

  it('axe-core finds nothing, wide or narrow', { timeout: 180_000 }, async () => {
    for (const width of [1280, 390]) {
      await widen(width);
      expect(await accessibilityProblems(page), `at ${width} px`).toEqual([]);
    }
  });

  it(
    'axe-core finds enough contrast in the dark, which is all that is different there',
    { timeout: 180_000 },
    async () => {
      await look('dark');
      for (const width of [390, 1280]) {
        await widen(width);
        // Colours may still be on their way.
        const found = () => accessibilityProblems(page, { rules: ['color-contrast'] });
        await expect.poll(found, { message: `at ${width} px`, timeout: 20_000 }).toEqual([]);
      }
    },
  );

  it('nothing scrolls sideways, however wide the window is', { timeout: 180_000 }, async () => {
    for (const width of [320, 360, 390, 768, 1024, 1280, 1920]) {
      await widen(width);
      const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(wider, { message: `at ${width} px`, timeout: 5000 }).toBeLessThanOrEqual(0);
    }
  });

  it('stands beside the text on a wide screen and before it on a phone', async () => {
    const place = async (width: number) => {
      await widen(width);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await settled(page);
      return page.$eval('#one-weight', (section) => {
        const figure = section.querySelector('gd-figure')?.getBoundingClientRect();
        const text = section.querySelector('.text')?.getBoundingClientRect();
        return figure && text ? { figure: [figure.left, figure.top], text: [text.right, text.top] } : null;
      });
    };
    const wide = await place(1280);
    expect(wide?.figure[0]).toBeGreaterThanOrEqual(wide?.text[0] ?? Infinity);
    const phone = await place(390);
    expect(phone?.figure[1]).toBeLessThan(phone?.text[1] ?? -Infinity);
  });

  it('prints the static pictures', async () => {
    await page.emulateMediaType('print');
    const seen = await page.$eval('gd-figure[name="one-weight"]', (f) => ({
      live: getComputedStyle(f.shadowRoot?.querySelector('.live') ?? f).display,
      poster: f.querySelector('svg.gd-poster')?.getBoundingClientRect().height ?? 0,
    }));
    await page.emulateMediaType('screen');
    expect(seen.live).toBe('none');
    expect(seen.poster).toBeGreaterThan(100);
  });

  it('reaches every control of a chapter by keyboard', async () => {
    const controls = await page.$eval('gd-figure[name="one-weight"]', (f) =>
      [...f.shadowRoot!.querySelectorAll<HTMLElement>('button, input, .handle, a')]
        // From tab to tab go the arrow keys.
        .filter((e) => e.getAttribute('aria-selected') !== 'false')
        .map((e) => `${e.tabIndex} ${e.outerHTML.slice(0, 120)}`),
    );
    expect(controls.length).toBeGreaterThan(8);
    expect(controls.filter((c) => !c.startsWith('0 '))).toEqual([]);
  });
});

describe('without scripts', () => {
  it('can be read without scripts: text, numbers and a picture of every figure', async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(pathToFileURL(path.join(dist, 'index.html')).href);
    const figures = await page.$$eval('gd-figure', (all) =>
      all.map((f) => {
        const picture = f.querySelector('svg.gd-poster');
        return { name: f.getAttribute('name'), marks: picture?.querySelectorAll('path, circle, text').length ?? 0 };
      }),
    );
    expect(figures.length).toBeGreaterThan(1);
    for (const { name, marks } of figures) expect(marks, `picture of ${name}`).toBeGreaterThan(5);
    expect(await page.$eval('#one-weight .text', (t) => t.textContent)).toContain('the slope is 6');
    await page.close();
  });
});

describe('figures as guests', () => {
  it('a thousand mounted and removed leave no handle behind', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    await FigureHands.on(page, 'one-weight');
    const before = await handles(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    const peak = await page.evaluate(async () => {
      const { Downhill } = globalThis as unknown as {
        Downhill: { loadEngine(need: 'functions'): Promise<{ liveHandles(): number }> };
      };
      const engine = await Downhill.loadEngine('functions');
      const host = document.createElement('div');
      document.body.prepend(host);
      let most = 0;
      for (let round = 0; round < 50; round++) {
        // With something inside they keep no room free, so that all of them are near.
        host.innerHTML = '<gd-figure name="one-weight"><i></i></gd-figure>'.repeat(20);
        for (const f of host.querySelectorAll('gd-figure')) f.setAttribute('rate', '0.2');
        // Every tenth lot is waited for until it is alive; the others go while they are still being made.
        while (round % 10 === 0 && host.querySelector('gd-figure:not([live])'))
          await new Promise(requestAnimationFrame);
        most = Math.max(most, engine.liveHandles());
        host.replaceChildren();
      }
      host.remove();
      return most;
    });
    expect(peak).toBeGreaterThan(before);
    // Figures that were still being made let go when they are.
    await new Promise((done) => setTimeout(done, 300));
    await expect.poll(() => handles(page), { timeout: 10_000 }).toBe(before);
    clean();
  });

  it('an unknown figure and a wrong attribute say what is allowed', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    await page.evaluate(() => {
      const host = document.createElement('div');
      host.className = 'strangers';
      host.innerHTML =
        '<gd-figure name="nowhere"></gd-figure><gd-figure name="one-weight" rate="fast" colour="red"></gd-figure>';
      document.body.prepend(host);
    });
    const notices = async () => page.$$eval('.strangers >>> .notice', (all) => all.map((n) => n.textContent ?? ''));
    await expect.poll(async () => (await notices()).length, { timeout: 10_000 }).toBe(2);
    const words = await notices();
    expect(words[0]).toContain('There is no figure “nowhere”');
    expect(words[0]).toContain('“one-weight”');
    expect(words[1]).toContain('“fast” is not a number. Allowed: a number from 0.001 to 10.');
    expect(words[1]).toContain('There is no setting “colour”');
    await settled(page);
    clean();
  });
});
