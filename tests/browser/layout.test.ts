/** The page around the figures: navigation, themes, the first screen, and figures taller than the window. */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serve } from '../../web/tools/lib/serve.mjs';
import { accessibilityProblems, dist, launch, settled, visit } from './support';

/** Scrolls at once, as a reader who jumps. */
async function scrollTo(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (element) => element.scrollIntoView({ behavior: 'instant' }));
  await settled(page);
}

const current = (page: Page): Promise<string[]> =>
  page.$$eval('nav.chapters .chapters-curve [aria-current]', (links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  );

const theme = (page: Page): Promise<string> =>
  page.$eval('body', (body) => {
    const { colorScheme } = getComputedStyle(document.documentElement);
    return `${colorScheme} ${getComputedStyle(body).color}`;
  });

const paper = { light: 'light rgb(28, 35, 48)', dark: 'dark rgb(233, 230, 222)' };

describe('around the figures, the page', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('lays its name on the first screen’s card, marks the chapter being read and rolls the ball to it', async () => {
    const { page, clean } = await visit(browser);
    await page.waitForSelector('gd-figure[name="start"][live]');
    const [heading, card] = await page.$eval('gd-figure[name="start"]', (figure) => {
      const box = (element: Element | null | undefined): DOMRect | undefined => element?.getBoundingClientRect();
      return [box(document.querySelector('h1')), box(figure.shadowRoot?.querySelector('.card'))].map(
        (b) => b?.toJSON() as DOMRect,
      );
    });
    expect(heading!.top).toBeGreaterThan(card!.top);
    expect(heading!.bottom).toBeLessThan(card!.bottom);
    expect(heading!.left - card!.left).toBeLessThan(60);
    const ball = (): Promise<number> => page.$eval('.chapters-ball', (e) => e.getBoundingClientRect().left);
    expect(await current(page)).toEqual(['#start']);
    const start = await ball();
    const last = await page.$$eval('.chapter', (all) => `#${all.at(-1)!.id}`);
    await scrollTo(page, last);
    await page.waitForSelector(`nav.chapters [aria-current][href="${last}"]`);
    expect(await current(page)).toEqual([last]);
    await expect.poll(ball).toBeGreaterThan(start + 40);
    clean();
  });

  it('leaves chapters that nobody is near until the reader moves, and then keeps the lines being read in place', async () => {
    const { page, clean } = await visit(browser, { width: 390, height: 844 });
    await page.waitForSelector('gd-figure[name="start"][live]');
    const waiting = (): Promise<number> => page.$$eval('.chapter:not(.laid)', (all) => all.length);
    const drawn = (): Promise<boolean> =>
      page.$$eval('.chapter .claim', (all) => all.at(-1)!.checkVisibility({ contentVisibilityAuto: true }));
    const chapters = await page.$$eval('.chapter', (all) => all.length);
    expect([await waiting(), await drawn()]).toEqual([chapters, false]);
    const last = await page.$$eval('.chapter', (all) => `#${all.at(-1)!.id}`);
    const line = (): Promise<number> => page.$eval(last, (e) => Math.round(e.getBoundingClientRect().top));
    await scrollTo(page, last);
    const before = await line();
    await expect.poll(waiting, { timeout: 15_000 }).toBe(0);
    await settled(page);
    expect(await drawn()).toBe(true);
    expect(Math.abs((await line()) - before)).toBeLessThan(3);
    clean();
  });

  it('asks on a phone for the typefaces of its first screen, and for those of chapters once it is painted', async () => {
    const faces = (): Promise<string[]> =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes('.woff2'))
          .sort((a, b) => a.startTime - b.startTime)
          .map(({ name }) => /fonts\/([^?]+)\.woff2/.exec(name)?.[1] ?? name),
      );
    const server = await serve(dist, { port: 0 });
    const page = await browser.newPage();
    try {
      await page.setViewport({ width: 390, height: 844 });
      await page.goto(server.url);
      await expect.poll(faces, { timeout: 15_000 }).toContain('stix-two-math');
      expect((await faces()).slice(0, 3).sort()).toEqual(['source-sans-3', 'source-serif-4', 'source-serif-4-display']);
      const left = (): Promise<boolean> => page.$eval(':root', (root) => root.classList.contains('opening'));
      expect(await left()).toBe(false);
      // Whoever follows a link to a chapter has it laid out at once.
      await page.goto('about:blank');
      await page.evaluateOnNewDocument(() => {
        new MutationObserver(() => {
          if (document.documentElement.classList.contains('opening')) document.title = 'opened quietly';
        }).observe(document, { attributes: true, subtree: true, attributeFilter: ['class'] });
      });
      await page.goto(`${server.url}#gradient`);
      expect(await page.title()).not.toBe('opened quietly');
      await page.goto('about:blank');
      await page.goto(server.url);
      expect(await page.title()).toBe('opened quietly');
    } finally {
      await page.close();
      await server.close();
    }
  });

  it('slims the navigation once it sticks, without moving the text', async () => {
    const { page, clean } = await visit(browser);
    const height = (selector: string): Promise<number> => page.$eval(selector, (e) => e.getBoundingClientRect().height);
    // There and back: a figure that comes to life on the way may take more room than its picture.
    await scrollTo(page, '.chapter .keep');
    await page.waitForSelector('.chapters.stuck');
    await expect.poll(() => page.$$eval('.chapter:not(.laid)', (all) => all.length), { timeout: 15_000 }).toBe(0);
    await settled(page);
    const [bar, place, document] = [await height('.chapters-bar'), await height('.chapters'), await height('main')];
    await scrollTo(page, '.first-screen');
    await page.waitForSelector('.chapters:not(.stuck)');
    expect(bar).toBeLessThan((await height('.chapters-bar')) * 0.7);
    expect([await height('.chapters'), await height('main')]).toEqual([place, document]);
    clean();
  });

  it('lays figures from edge to edge on a phone, live or still', async () => {
    const { page, clean } = await visit(browser, { width: 390, height: 844, touch: true });
    const edges = (): Promise<readonly (readonly number[])[]> =>
      page.$$eval('.beside > gd-figure', (all) =>
        all.map((figure) => {
          const { left, right } = figure.getBoundingClientRect();
          return [left, right];
        }),
      );
    await page.$eval('gd-figure[name="model"]', (figure) => figure.scrollIntoView({ behavior: 'instant' }));
    await page.waitForSelector('gd-figure[name="model"][live]');
    const found = await edges();
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(found.map(() => [0, 390]));
    clean();
  });

  it('opens the list of chapters on a phone, by key or touch, and closes it again', async () => {
    const { page, clean } = await visit(browser, { width: 320, height: 640, touch: true });
    await scrollTo(page, '#one-weight');
    const open = (): Promise<boolean> => page.$eval('.chapters-menu', (e) => (e as HTMLDetailsElement).open);
    await page.focus('.chapters-menu summary');
    await page.keyboard.press('Enter');
    expect(await open()).toBe(true);
    await settled(page);
    expect(await accessibilityProblems(page, { within: '.chapters' })).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await open()).toBe(false);
    await page.tap('.chapters-menu summary');
    await page.tap('.chapters-menu a[href="#model"]');
    expect(await open()).toBe(false);
    expect(await page.evaluate(() => location.hash)).toBe('#model');
    await page.waitForFunction(() => document.querySelector('.chapters-here')?.textContent?.includes('model'));
    clean();
  });

  it('unfolds what a link leads to', async () => {
    const { page } = await visit(browser);
    const id = await page.$eval('details.deeper', (e) => e.id);
    await page.evaluate((hash) => (location.hash = hash), id);
    await page.waitForSelector(`#${id}[open]`);
  });

  it('follows the system’s theme until the reader chooses, and keeps the choice', async () => {
    const { page, clean } = await visit(browser, { scheme: 'dark' });
    expect(await theme(page)).toBe(paper.dark);
    await page.click('button.theme');
    expect(await theme(page)).toBe(paper.light);
    await page.reload();
    expect(await theme(page)).toBe(paper.light);
    await page.click('button.theme');
    expect(await theme(page)).toBe(paper.dark);
    await page.click('button.theme');
    expect(await page.$eval('button.theme', (button) => button.getAttribute('aria-label'))).toBe(
      'Colours: as the system',
    );
    clean();
  });

  it('keeps a figure taller than the window beside its text, and nothing within it scrolls', async () => {
    const { page } = await visit(browser, { height: 480 });
    await scrollTo(page, '.chapter gd-task');
    await page.waitForSelector('.chapter .beside gd-figure[live]');
    await settled(page);
    const seen = await page.$eval('.chapter .beside gd-figure', (element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      return { top, bottom, height, overflow: getComputedStyle(element).overflowY };
    });
    expect(seen.height).toBeGreaterThan(480);
    expect(seen.overflow).toBe('visible');
    // Its lower end is in sight: the upper one was, when the chapter began.
    expect(seen.bottom).toBeLessThanOrEqual(480);
    expect(seen.bottom).toBeGreaterThan(400);
  });

  it('slims it for a reader who jumps there, too, and draws figures as wide as their room', async () => {
    // The bar stands partly below such a window.
    const { page } = await visit(browser, { width: 390, height: 800 });
    await scrollTo(page, '#one-weight');
    await page.waitForSelector('.chapters.stuck');
    // No letter and no target is shrunk.
    await page.waitForSelector('gd-figure[name="one-weight"][live]');
    const scale = await page.$eval('gd-figure[name="one-weight"]', (figure) => {
      const svg = figure.shadowRoot!.querySelector<SVGSVGElement>('.plot svg')!;
      return svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    });
    expect(scale).toBeCloseTo(1, 2);
  });
});
