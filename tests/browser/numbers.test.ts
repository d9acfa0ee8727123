/** The numbers behind every plot: opened, paged, copied and left alone, by pointer and by key. */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityProblems, FigureHands, launch, looks, pageOf, settled, visit } from './support';

/** What the element offers to scripts. */
interface WithTables extends HTMLElement {
  tables(): readonly { caption: string; columns: readonly unknown[]; rows: readonly (readonly unknown[])[] }[];
}

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('the numbers behind every plot', () => {
  const unfolded = async (page: Page): Promise<string[]> => {
    await page.$$eval('details:has(gd-figure)', (all) => all.forEach((fold) => (fold.open = true)));
    return page.$$eval('gd-figure', (all) => [...new Set(all.map((f) => f.getAttribute('name') ?? ''))]);
  };

  const opened = async (page: Page, name: string): Promise<FigureHands> => {
    const figure = await FigureHands.on(page, name);
    // Whatever lies over it: a stage that stays in sight may.
    await (await figure.find('[aria-controls$="numbers"]')).evaluate((b) => (b as HTMLElement).click());
    await figure.find('.number-table');
    return figure;
  };

  it.each([1280, 360])(
    'open under every figure at %d pixels, without a fault and without widening the page',
    async (width) => {
      const { page, clean } = await visit(browser, { width, scheme: width < 700 ? 'dark' : 'light' });
      const names = await unfolded(page);
      expect(names.length).toBeGreaterThan(9);
      for (const name of names) {
        await opened(page, name);
        const seen = await page.$eval(`gd-figure[name="${name}"]`, (figure) => {
          const tables = [...(figure.shadowRoot?.querySelectorAll('.number-table') ?? [])];
          return {
            captions: tables.map((t) => (t.querySelector('caption')?.textContent ?? '').trim()),
            told: (figure as WithTables).tables().map((t) => t.caption),
            rows: Math.max(...tables.map((t) => t.querySelectorAll('tbody tr').length)),
            nonsense: tables.flatMap((t) => t.innerHTML.match(/NaN|Infinity|undefined|\[object/g) ?? []),
            wider: document.documentElement.scrollWidth - innerWidth,
          };
        });
        expect(seen.captions.length, name).toBeGreaterThan(0);
        expect(seen.captions, name).toEqual(seen.told);
        expect(seen.rows, name).toBeLessThanOrEqual(9);
        expect(seen.nonsense, name).toEqual([]);
        expect(seen.wider, name).toBeLessThanOrEqual(0);
      }
      expect(await accessibilityProblems(page, width < 700 ? { rules: looks } : {})).toEqual([]);
      clean();
    },
    180_000,
  );

  it('are neither computed nor in the page until they are asked for, and close again', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await FigureHands.on(page, 'one-weight');
    expect(await figure.all('.number-table')).toEqual([]);
    const button = await figure.find('.links [aria-controls$="numbers"]');
    const state = (): Promise<string | null> => button.evaluate((b) => b.getAttribute('aria-expanded'));
    expect(await state()).toBe('false');
    await button.evaluate((b) => (b as HTMLElement).focus());
    await page.keyboard.press('Enter');
    await figure.find('.number-table');
    expect(await state()).toBe('true');
    // The focus stays on what was pressed.
    expect(await button.evaluate((b) => (b.getRootNode() as ShadowRoot).activeElement === b)).toBe(true);
    await page.keyboard.press('Enter');
    await settled(page);
    expect([await state(), (await figure.all('.number-table')).length]).toEqual(['false', 0]);
    clean();
  });

  const rowHeads = async (figure: FigureHands): Promise<number[]> =>
    (await figure.find('.number-table tbody')).evaluate((body) =>
      Array.from(body.querySelectorAll('th'), (th) => Number(th.textContent)),
    );

  it('follow the time line, page by key, and follow again', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await opened(page, 'one-weight');
    await figure.slide('.scrub input', 20);
    const marked = (): Promise<string> => figure.text('.number-table tr[aria-current="step"] th');
    expect(await marked()).toBe('20');
    const box = await figure.find('.number-table .sideways');
    await box.evaluate((b) => (b as HTMLElement).focus());
    await page.keyboard.press('Home');
    await settled(page);
    expect((await rowHeads(figure))[0]).toBe(0);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowDown');
    await settled(page);
    expect((await rowHeads(figure))[0]).toBe(10);
    await page.keyboard.press('End');
    await settled(page);
    expect((await rowHeads(figure)).at(-1)).toBe(await figure.steps());
    await figure.press('One step');
    expect(await marked()).toBe('21');
    clean();
  });

  it('are copied whole and exact; where the clipboard is closed, they stand there selected', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    await page.evaluate(() => {
      const kept: string[] = [];
      const clipboard = { writeText: (text: string) => Promise.resolve(kept.push(text)) };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      Object.assign(window, { kept });
    });
    const figure = await opened(page, 'one-weight');
    const copy = await figure.find('.number-table .link');
    await copy.evaluate((b) => (b as HTMLElement).click());
    await page.waitForFunction((b) => b.textContent?.trim() === 'copied', {}, copy);
    const [text] = await page.evaluate(() => (window as unknown as { kept: string[] }).kept);
    const lines = text!.split('\n');
    expect(lines).toHaveLength(2 + (await figure.steps()));
    const [step, w, slope, loss] = lines[1]!.split('\t').map(Number);
    expect([step, w, slope, loss]).toEqual([0, 3, 6, 14]);

    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await copy.evaluate((b) => (b as HTMLElement).click());
    const area = await figure.find('.number-table textarea');
    await page.waitForFunction((a) => (a.getRootNode() as ShadowRoot).activeElement === a, {}, area);
    const selected = await area.evaluate((a) => {
      const { value, selectionStart, selectionEnd } = a as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(selected).toBe(text);
    clean();
  });

  it('stay closed on paper', async () => {
    const { page } = await visit(browser);
    for (const name of ['start', 'one-weight']) {
      await opened(page, name);
      await page.emulateMediaType('print');
      expect(
        await page.$eval(
          `gd-figure[name="${name}"]`,
          (f) => f.shadowRoot?.querySelector('.number-tables')?.getClientRects().length,
        ),
      ).toBe(0);
      await page.emulateMediaType('screen');
    }
  });
});

describe('the step on the terrain', () => {
  it('is told term by term for both dials, with the last steps to copy', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('terrain') });
    const figure = await FigureHands.on(page, 'terrain');
    await figure.press('the step');
    await figure.press('One step');
    const numbers = await figure.arithmetic();
    expect(numbers).toHaveLength(8);
    for (const i of [0, 4]) expect(numbers[i]).toBe(numbers[i + 1]! - numbers[i + 2]! * numbers[i + 3]!);
    expect(await figure.text('.steps-table .link')).toMatch(/^copy all \d+ rows$/);
    clean();
  });
});
