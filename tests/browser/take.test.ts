/** The panel from which a figure of the tutorial is taken elsewhere. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../web/tools/lib/serve.mjs';
import { accessibilityProblems, dist, FigureHands, launch, looks, settled, visit, type VisitOptions } from './support';

const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; img-src 'self' data:";

let browser: BrowserContext;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  browser = await launch();
  server = await serve(dist, { port: 0, headers: { 'Content-Security-Policy': policy } });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const panel = 'gd-figure[name="learning-rate"] > .take';

/** The tutorial under its strict policy, with the panel of one figure open. */
async function opened(options: VisitOptions = {}) {
  const { page, clean } = await visit(browser, { url: server.url, ...options });
  const figure = await FigureHands.on(page, 'learning-rate');
  await figure.press('take this figure with you');
  await page.waitForSelector(`${panel} textarea`);
  return { page, clean, figure };
}

async function choose(page: Page, format: string): Promise<void> {
  await page.$eval(`${panel} input[value="${format}"]`, (e) => e.click());
  await settled(page);
}

const text = (page: Page): Promise<string> => page.$eval(`${panel} .take-piece:not([hidden]) textarea`, (e) => e.value);

describe('the panel', () => {
  it('is used by keys: Escape leads back to its button, which opens it again, and arrows go from format to format', async () => {
    const { page, clean, figure } = await opened();
    const button = await figure.find('[part=take]');
    const expanded = () => button.evaluate((b) => b.getAttribute('aria-expanded'));
    expect(await expanded()).toBe('true');
    await page.focus(`${panel} textarea`);
    await page.keyboard.press('Escape');
    await settled(page);
    expect(await expanded()).toBe('false');
    expect(await page.$eval(panel, (e) => (e as HTMLElement).offsetHeight)).toBe(0);
    expect(await button.evaluate((b) => (b.getRootNode() as ShadowRoot).activeElement === b)).toBe(true);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await expanded()).toBe('true');
    // From format to format by arrow keys.
    await page.focus(`${panel} input[value="element"]`);
    await page.keyboard.press('ArrowRight');
    await settled(page);
    expect(await text(page)).toMatch(/^<iframe src="http/);
    clean();
  });

  const followed = [
    ['element', /<gd-figure name="learning-rate" rates="0\.05,0\.2,0\.9,1\.05" step="7"><\/gd-figure>/],
    ['iframe', /figure\.html#learning-rate\?rates=0\.05,0\.2,0\.9,1\.05&amp;step=7"/],
    ['hugo', /^\{\{< downhill name="learning-rate" rates="0\.05,0\.2,0\.9,1\.05" step="7" \/>\}\}$/],
    ['jekyll', /^\{% include downhill\.html name="learning-rate" rates="0\.05,0\.2,0\.9,1\.05" step="7" %\}$/],
    ['tiddlywiki', /^<<downhill name:"learning-rate" rates:"0\.05,0\.2,0\.9,1\.05" step:"7">>$/],
    ['link', /^http.*\/#learning-rate\?rates=0\.05,0\.2,0\.9,1\.05&step=7$/],
  ] as const;

  it('every format follows the figure as it changes', async () => {
    const { page, clean } = await opened();
    const set = (state: Record<string, string>, step: number) =>
      page.$eval(
        'gd-figure[name="learning-rate"]',
        (f, ...to) => Object.assign(f, { state: to[0], step: to[1] }) && undefined,
        state,
        step,
      );
    for (const [format, wanted] of followed) {
      await choose(page, format);
      await set({}, 2);
      await expect.poll(() => text(page), { timeout: 10_000 }).not.toMatch(wanted);
      await set({ rates: '0.05,0.2,0.9,1.05' }, 7);
      await expect.poll(() => text(page), { timeout: 10_000 }).toMatch(wanted);
    }
    clean();
  });

  it('copies what makes the same figure again, and where it may not, leaves the text selected', async () => {
    const { page, clean } = await opened();
    for (const allowed of [true, false]) {
      await page.evaluate((may) => {
        const writeText = (t: string) => {
          (globalThis as { copied?: string }).copied = t;
          return may ? Promise.resolve() : Promise.reject(new Error('not allowed'));
        };
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
      }, allowed);
      await page.$eval(`${panel} .take-buttons button`, (b) => (b as HTMLElement).click());
      await page.waitForFunction(
        (s, word) => document.querySelector(s)?.textContent?.startsWith(word),
        {},
        `${panel} .take-said`,
        allowed ? 'Copied' : 'Selected',
      );
    }
    const field = await page.$eval(`${panel} textarea`, (e) => {
      const { value, selectionStart, selectionEnd } = e;
      return { value, selected: value.slice(selectionStart, selectionEnd), focused: document.activeElement === e };
    });
    expect(field).toMatchObject({ selected: field.value, focused: true });
    // A code that was copied makes the same figure again.
    const markup = (await text(page)).split('\n').find((line) => line.startsWith('<gd-figure'))!;
    const same = await page.evaluate(async (html) => {
      const place = document.createElement('div');
      place.innerHTML = html;
      document.body.prepend(place);
      const copy = place.querySelector('gd-figure')!;
      await copy.updateComplete;
      const first = document.querySelector<HTMLElementTagNameMap['gd-figure']>('main gd-figure[name="learning-rate"]')!;
      return [copy, first].map(({ name, state, step }) => ({ name, state, step }));
    }, markup);
    expect(same[0]).toEqual(same[1]);
    clean();
  });
});

describe('the picture', () => {
  it('is saved as SVG, and as PNG of twice its size with colours in it', async () => {
    const folder = mkdtempSync(path.join(dist, '../build/downloads-'));
    try {
      const { page, clean } = await opened();
      const session = await page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        downloadPath: folder,
        browserContextId: browser.id!,
      });
      await choose(page, 'picture');
      const file = (type: string): string => path.join(folder, `downhill-learning-rate.${type}`);
      // The picture is drawn first, however busy the machine is.
      await expect.poll(async () => (await page.$$(`${panel} .take-buttons span button`)).length).toBe(2);
      const buttons = await page.$$(`${panel} .take-buttons span button`);
      for (const [i, type] of ['svg', 'png'].entries()) {
        await buttons[i]!.evaluate((b) => (b as HTMLElement).click());
        // It has this name when it is whole.
        await expect.poll(() => existsSync(file(type)), { timeout: 15_000 }).toBe(true);
      }
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(readFileSync(file('svg'), 'utf8'))!.map(Number);
      const data = `data:image/png;base64,${readFileSync(file('png')).toString('base64')}`;
      const seen = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
        const colours = new Set<string>();
        for (let i = 0; i < bytes.length; i += 4) colours.add(`${bytes[i]},${bytes[i + 1]},${bytes[i + 2]}`);
        return { width: image.width, height: image.height, colours: [...colours] };
      }, data);
      expect([seen.width, seen.height]).toEqual([2 * width!, 2 * height!]);
      // The paper, the loss and the parameter of the light palette.
      expect(seen.colours).toEqual(expect.arrayContaining(['255,254,251', '150,48,122', '11,95,192']));
      clean();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('brings its typeface along: opened alone, its words are as wide as in the page', async () => {
    const { page, clean } = await opened();
    await choose(page, 'picture');
    await page.waitForFunction(
      (s) => document.querySelector<HTMLImageElement>(s)?.src.startsWith('data:'),
      {},
      `${panel} img`,
    );
    const svg = await page.$eval(`${panel} img`, (i) => decodeURIComponent(i.src.replace(/^[^,]*,/, '')));
    expect(svg.match(/@font-face/g)).toHaveLength(1);
    expect(svg.length).toBeLessThan(svg.replace(/<style>.*<\/style>/, '').length + 60_000);
    const alone = await browser.newPage();
    // Without what holds a stranger's typeface to the room of ours.
    const free = svg.replace(/ textLength="/g, ' data-room="');
    await alone.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(free)}`);
    const { families, off } = await alone.evaluate(async () => {
      await document.fonts.ready;
      const words = [...document.querySelectorAll<SVGTextContentElement>('[data-room]')];
      return {
        families: [...document.fonts].map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`),
        off: words.map((w) => Math.abs(w.getComputedTextLength() - Number(w.getAttribute('data-room')))),
      };
    });
    expect(families).toEqual(['Downhill Sans loaded']);
    expect(off.length).toBeGreaterThan(20);
    expect(Math.max(...off)).toBeLessThan(0.11);
    await alone.close();
    clean();
  });
});

describe('for every reader', () => {
  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('axe-core finds nothing, and nothing scrolls sideways: %s, %i px', async (scheme, width) => {
    const { page, clean } = await opened({ scheme, width });
    for (const format of ['element', 'hugo', 'picture']) {
      await choose(page, format);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    expect(await accessibilityProblems(page, { within: panel })).toEqual([]);
    clean();
  });

  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('the reference is accessible and fits: %s, %i px', async (scheme, width) => {
    const { page, clean } = await visit(browser, { url: `${server.url}attributes.html`, scheme, width });
    await FigureHands.on(page, 'one-weight');
    // It belongs to the tutorial: a figure elsewhere has no such button.
    expect(await page.$('gd-figure >>> [part=take]')).toBeNull();
    expect(await accessibilityProblems(page, scheme === 'dark' ? { rules: looks } : {})).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    clean();
  });
});
