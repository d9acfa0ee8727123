/** Terms of the glossary explain themselves where they stand, by mouse and by keyboard. */
import type { BrowserContext, ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { accessibilityProblems, launch, settled, visit } from './support';

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const note = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const shown = document.querySelector('.term-note:popover-open');
    if (!shown) return null;
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && right <= document.documentElement.clientWidth && bottom <= innerHeight;
    return inside ? (shown.textContent ?? '') : 'outside the window';
  });

/** A word at the window's lower edge, once the figures that start on the way there have found their height. */
async function still(page: Page, word: ElementHandle<HTMLElement>): Promise<void> {
  const place = (): Promise<number> => word.evaluate((e) => e.getBoundingClientRect().top);
  for (let calm = 0, last = NaN; calm < 5;) {
    await word.evaluate((e) => e.scrollIntoView({ block: 'end', behavior: 'instant' }));
    await settled(page);
    const now = await place();
    calm = now === last ? calm + 1 : 0;
    last = now;
  }
}

it.each([1280, 390, 320])('a press on a term shows its sentence within the window at %i px', async (width) => {
  const { page, clean } = await visit(browser, { width });
  for (const term of await page.$$('.chapter > .text > p a.term')) {
    const [shown, sentence] = await term.evaluate((e) => [e.textContent, document.querySelector(e.hash)!.textContent]);
    await still(page, term);
    await term.focus();
    await page.keyboard.press('Enter');
    expect(await note(page), shown).toBe(sentence);
    await page.keyboard.press('Escape');
    expect(await note(page)).toBeNull();
    expect(await term.evaluate((e) => e === document.activeElement)).toBe(true);
  }
  await (await page.$('a.term'))!.click();
  expect(await note(page)).not.toBeNull();
  expect(await accessibilityProblems(page, width === 390 ? {} : { within: '.term-note' })).toEqual([]);
  expect(await page.evaluate(() => location.hash)).toBe('');
  clean();
});

it('without popovers the link leads to the glossary', async () => {
  const { page } = await visit(browser);
  await page.evaluateOnNewDocument(() => {
    delete (HTMLElement.prototype as { showPopover?: unknown }).showPopover;
  });
  await page.reload();
  await (await page.$('a.term'))!.evaluate((e) => (e as HTMLElement).click());
  expect(await page.evaluate(() => location.hash)).toMatch(/^#term-/);
  await page.close();
});
