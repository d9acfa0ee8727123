import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityProblems, FigureHands, launch, pageOf, settled, visit } from './support';

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const focus = async (figure: FigureHands, selector: string): Promise<void> =>
  (await figure.find(selector)).evaluate((e) => (e as SVGElement).focus());
const valueOf = async (figure: FigureHands, selector: string): Promise<string> =>
  (await figure.find(selector)).evaluate((h) => h.getAttribute('aria-valuetext') ?? '');

const LETTER = '.handle[aria-label="The letter that is looked at"]';
const TABLE = '[aria-label="A row and a column of the table"]';

describe('surprise, read and used', () => {
  it('lights the row of the letter that is dragged or stepped to, and the cell that is pressed', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('surprise') });
    const figure = await FigureHands.on(page, 'surprise');
    expect(await figure.step()).toBe(100);
    expect(await valueOf(figure, LETTER)).toMatch(/^h, letter 2: 1\.\d+ bits/);
    await figure.drag(LETTER, 23, 0);
    expect(await valueOf(figure, LETTER)).toMatch(/^e, letter 3/);
    await focus(figure, LETTER);
    await page.keyboard.press('ArrowRight');
    await settled(page);
    expect(await valueOf(figure, LETTER)).toMatch(/^a space, letter 4/);
    await focus(figure, TABLE);
    await page.keyboard.press('ArrowDown');
    await settled(page);
    expect(await valueOf(figure, TABLE)).toMatch(/^after i, a space: 1 in/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('keeps the last word to itself until a letter of it was pointed at', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('surprise') });
    const figure = await FigureHands.on(page, 'surprise');
    const hidden = (): Promise<number> => figure.all('[data-spot=bars] .gd-surprise-hidden').then((all) => all.length);
    expect(await hidden()).toBe(8);
    await focus(figure, '.handle[aria-label^="Your guess"]');
    await page.keyboard.press('ArrowRight');
    await settled(page);
    expect(await figure.text('.asked')).toContain('You say');
    await figure.press('show it');
    expect(await hidden()).toBe(0);
    expect(await figure.text('.asked')).toMatch(/no, h after n: \d/);
    await figure.press('again');
    expect(await hidden()).toBe(8);
    clean();
  });

  it('is led to another update by its curve, and writes there', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('surprise') });
    const figure = await FigureHands.on(page, 'surprise');
    await focus(figure, '[aria-label="Update on the curve of perplexity"]');
    await page.keyboard.press('Home');
    await settled(page);
    expect(await figure.step()).toBe(0);
    expect(await figure.text('.gd-perplexity')).toBe('27.0');
    expect(await figure.all('.samples p')).toHaveLength(1);
    await page.keyboard.press('End');
    await expect.poll(() => figure.text('.gd-perplexity')).toBe('8.96');
    expect(await figure.all('.samples p')).toHaveLength(3);
    const before = await figure.text('.samples .now');
    await figure.press('another seed');
    expect(await figure.text('.samples .now')).not.toBe(before);
    clean();
  });

  it('cures the rare rows by another rule', async () => {
    const { page, clean } = await visit(browser, { url: `${pageOf('surprise')}#surprise?panel=rare&step=100` });
    const figure = await FigureHands.on(page, 'surprise');
    await figure.find('.rule-of-rare input');
    const radios = await figure.all('.rule-of-rare input[type=radio]');
    await radios.at(-1)!.evaluate((r) => (r as HTMLInputElement).click());
    await settled(page);
    await expect.poll(() => figure.text('.gd-perplexity')).toMatch(/^8\.9/);
    expect(await figure.step()).toBe(100);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('learns a text that is typed, in whatever script, and counts it at once', async () => {
    const { page, clean } = await visit(browser, { url: `${pageOf('surprise')}#surprise?panel=text` });
    const figure = await FigureHands.on(page, 'surprise');
    const area = await figure.find('.own-text textarea');
    await area.evaluate((e) => {
      (e as HTMLTextAreaElement).value = 'Под горой течёт река, и река знает путь вниз. 🏔🌊 Река течёт к морю.';
      e.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settled(page);
    await expect.poll(() => figure.text('.own-text [role=status]')).toMatch(/^Yours: \d\d letters of \d\d kinds/);
    expect(await figure.text('.plot')).toContain('🏔');
    await figure.press('the tutorial’s text again');
    await expect.poll(() => figure.text('.own-text [role=status]')).toMatch(/^Chapters 1 to 4: 11.?306 letters of 27/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('plays Shannon’s game by keys and by touch, and tells at the end', async () => {
    const { page, clean } = await visit(browser, {
      url: `${pageOf('surprise')}#surprise?panel=game&step=1000`,
      width: 390,
      height: 844,
      touch: true,
    });
    const figure = await FigureHands.on(page, 'surprise');
    expect(await figure.text('.plot')).not.toMatch(/table \d/);
    await focus(figure, '.key[aria-label="a"]');
    await page.keyboard.type('zv');
    await settled(page);
    expect(await figure.text('.plot')).toMatch(/letter 2 of 29/);
    await (await figure.find('.key[aria-label="e"]')).tap();
    await settled(page);
    expect(await figure.text('.plot')).toMatch(/letter 3 of 29/);
    await focus(figure, '.handle[aria-label^="Your bet"]');
    await page.keyboard.press('ArrowLeft');
    await settled(page);
    expect(await figure.text('.plot')).toContain('2.4');
    await focus(figure, '.key[aria-label="a"]');
    await page.keyboard.type('ry river knows the way down');
    await expect.poll(() => figure.text('.plot')).toMatch(/you 0\.\d\d/);
    expect(await figure.text('.plot')).toMatch(/table 3\.\d\d/);
    expect(await figure.text('.took')).toMatch(/you needed/);
    await figure.press('another sentence');
    expect(await figure.text('.plot')).toMatch(/letter 1 of 29/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('is found in order by axe-core in each of its panels', async () => {
    const { page } = await visit(browser, { url: pageOf('surprise') });
    const figure = await FigureHands.on(page, 'surprise');
    for (const name of ['rare letters', 'your text', 'Shannon’s game', 'it writes']) {
      await figure.turnTo(name);
      expect(await accessibilityProblems(page, { within: 'gd-figure' }), name).toEqual([]);
    }
  });
});
