/** The search, used as a reader would: by key and by hand, from disk, on a phone, and back again. */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { accessibilityProblems, fromDisk, launch, pageOf, settled, visit } from './support';

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const isOpen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector<HTMLDialogElement>('.search-sheet')?.open ?? false);
const results = (page: Page): Promise<string[]> =>
  page.$$eval('.search-results a', (all) => all.map((a) => a.textContent ?? ''));
const opened = (page: Page): Promise<void> => expect.poll(() => isOpen(page)).toBe(true);

it('opens by a key, finds while typing, goes there and comes back', async () => {
  const { page, clean } = await visit(browser, { url: fromDisk });
  await page.keyboard.press('/');
  await opened(page);
  await page.keyboard.type('curvature');
  await expect.poll(() => results(page)).not.toEqual([]);
  expect(await page.$eval('.search-count', (e) => e.textContent)).toMatch(
    /^1 word, \d figures?, \d+ places in \d chapters$/,
  );
  expect(await accessibilityProblems(page, { within: '.search-sheet' })).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const chosen = await page.evaluate(() => document.activeElement?.querySelector('b')?.textContent ?? '');
  await page.keyboard.press('Enter');
  expect(await isOpen(page)).toBe(false);
  await settled(page);
  const arrived = await page.evaluate(() => {
    const at = document.activeElement;
    const { top = -1, bottom = 1e9 } = at?.getBoundingClientRect() ?? {};
    return {
      title: at?.closest('section')?.querySelector('h2')?.textContent ?? '',
      seen: top >= 0 && bottom <= innerHeight,
    };
  });
  expect(arrived.title).toContain(chosen);
  expect(arrived.seen).toBe(true);
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  clean();
});

it('sets a figure by a state that a word of the text names', async () => {
  const { page, clean } = await visit(browser, { url: `${fromDisk}#learning-rate` });
  await page.click('button.search');
  await opened(page);
  await page.keyboard.type('steeper');
  await expect.poll(() => results(page)).not.toEqual([]);
  await (await page.waitForSelector('.search-figures a'))!.click();
  await settled(page);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('section')?.id ?? ''))
    .toBe('learning-rate');
  expect(await page.evaluate(() => location.hash)).toContain('learning-rate');
  clean();
});

it('closes by Escape and gives the place back; what is not there is said with a remedy', async () => {
  const { page, clean } = await visit(browser, { width: 390, height: 844, touch: true, scheme: 'dark' });
  await (await page.$('button.search'))!.tap();
  await opened(page);
  await page.keyboard.type('zzzz');
  await expect.poll(() => page.$eval('.search-count', (e) => e.textContent)).toBe('nothing found');
  expect(await page.$eval('.search-none', (e) => e.textContent)).toContain('Fewer letters find more');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await accessibilityProblems(page, { within: '.search-sheet' })).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await isOpen(page)).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('search');
  clean();
});

it('leaves a slash to whoever types one', async () => {
  const { page, clean } = await visit(browser, { url: pageOf('terrain') });
  expect(await page.$('button.search')).toBeNull();
  clean();
  const text = await visit(browser, { url: fromDisk });
  await text.page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
  });
  await text.page.keyboard.press('/');
  expect(await text.page.$eval('body > input', (e) => e.value)).toBe('/');
  expect(await isOpen(text.page)).toBe(false);
  text.clean();
});
