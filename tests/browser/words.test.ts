/** The text moves the figure: every word that can be pressed, the walk along them, Back, and a phone's thumb. */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityProblems, fromDisk, launch, settled, visit } from './support';

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const chapters = [
  ...['model', 'one-weight', 'learning-rate', 'gradient', 'terrain', 'optimizers'],
  ...['batches', 'neuron', 'backprop', 'digits', 'landscape', 'surprise', 'playground'],
];

/** Brings a chapter's text to the middle of the window, its figure alive. */
async function read(page: Page, chapter: string): Promise<void> {
  await page.$eval(`#${chapter} .beside gd-figure`, (e) => e.scrollIntoView({ behavior: 'instant' }));
  await page.waitForSelector(`#${chapter} .beside gd-figure[live]`);
  await settled(page);
}

interface Pressed {
  readonly word: string;
  readonly here: boolean;
  readonly says: boolean;
  /** Height of the figure, and of the window. */
  readonly tall: number;
  /** Whether what it points at, or the picture, is within the window. */
  readonly seen: boolean;
  readonly scrolls: boolean;
  readonly nonsense: string[];
}

/** Presses every word of a chapter, one after the other, and looks at what came of it. */
const pressAll = (page: Page, chapter: string): Promise<Pressed[]> =>
  page.evaluate(async (id) => {
    const found: Pressed[] = [];
    for (const word of document.querySelectorAll<HTMLElement>(`#${id} .text gd-word`)) {
      const fold = word.closest('details');
      if (fold) fold.open = true;
      word.scrollIntoView({ block: 'center', behavior: 'instant' });
      await (word as HTMLElement & { press(): Promise<void> }).press();
      const figure = document.querySelector<HTMLElement>(`#${id} .beside gd-figure`)!;
      const root = figure.shadowRoot!;
      const spot = word.getAttribute('at');
      const part = root.querySelector(spot === null ? '.plot' : `[data-spot~="${spot}"]`);
      // Of a drawing, no more than its drawing shows.
      const whole = part?.getBoundingClientRect();
      const frame = (part instanceof SVGElement && part.ownerSVGElement?.getBoundingClientRect()) || whole;
      const box = whole &&
        frame && {
          top: Math.max(whole.top, frame.top),
          bottom: Math.min(whole.bottom, frame.bottom),
          ...{ height: whole.height },
        };
      const inner = [...root.querySelectorAll<HTMLElement>('.live, .stage, .rest, .plot, .panels')];
      found.push({
        word: word.textContent,
        here: word.classList.contains('here'),
        says: word.hasAttribute('set') || word.hasAttribute('step'),
        tall: Math.round(figure.getBoundingClientRect().height),
        seen: box !== undefined && box.height > 0 && box.top >= -1 && box.bottom <= innerHeight + 1,
        scrolls: inner.some((e) => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY !== 'visible'),
        nonsense: root.querySelector('.live')!.innerHTML.match(/NaN|Infinity|undefined|\[object/g) ?? [],
      });
    }
    return found;
  }, chapter);

describe.each(chapters)('the words of %s', (chapter) => {
  it('each set the figure as they say, which fits the window and scrolls nowhere', async () => {
    const { page, clean } = await visit(browser, { width: 1280, height: 800 });
    await read(page, chapter);
    const pressed = await pressAll(page, chapter);
    expect(pressed.length).toBeGreaterThan(2);
    for (const { word, ...found } of pressed)
      expect({ word, ...found }, word).toMatchObject({
        here: found.says,
        seen: true,
        scrolls: false,
        nonsense: [],
      });
    expect(Math.max(...pressed.map(({ tall }) => tall))).toBeLessThanOrEqual(700);
    clean();
  }, 120_000);

  it('keep the picture within a phone’s window, above the text they stand in', async () => {
    const { page, clean } = await visit(browser, { width: 390, height: 844, touch: true });
    await read(page, chapter);
    const seen = await page.evaluate(async (id) => {
      const words = [...document.querySelectorAll<HTMLElement>(`#${id} .text > p gd-word, #${id} .predict gd-word`)];
      const figure = document.querySelector<HTMLElement>(`#${id} .beside gd-figure`)!;
      const out: { word: string; below: boolean; share: number }[] = [];
      for (const word of words) {
        word.scrollIntoView({ block: 'end', behavior: 'instant' });
        await (word as HTMLElement & { press(): Promise<void> }).press();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const stage = figure.shadowRoot!.querySelector('.stage')!.getBoundingClientRect();
        out.push({
          word: word.textContent,
          below: stage.top >= 0 && stage.bottom <= word.getBoundingClientRect().top,
          share: stage.height / innerHeight,
        });
      }
      return out;
    }, chapter);
    for (const { word, below, share } of seen) {
      expect({ word, below }, word).toEqual({ word, below: true });
      expect(share, word).toBeLessThan(0.5);
    }
    clean();
  }, 120_000);
});

describe('a word', () => {
  it('is pressed by key, says that it is shown, changes nothing the second time, and Back returns', async () => {
    const { page, clean } = await visit(browser, { width: 1280, height: 800 });
    await read(page, 'learning-rate');
    const words = await page.$$('#learning-rate .text > p gd-word');
    const state = (): Promise<string> =>
      page.$eval('#learning-rate .beside gd-figure', (f) => {
        const { state, step } = f as HTMLElement & { state: object; step: number };
        return JSON.stringify([state, step]);
      });
    const at = (): Promise<number> => page.evaluate(() => scrollY);
    const before = await state();
    await words.at(-1)!.focus();
    await page.keyboard.press('Enter');
    await settled(page);
    const after = await state();
    expect(after).not.toBe(before);
    expect(await words.at(-1)!.evaluate((w) => (w.textContent ?? '').endsWith(', shown now'))).toBe(true);
    await page.keyboard.press(' ');
    await settled(page);
    expect(await state()).toBe(after);
    const there = await at();
    await page.goBack();
    await page.waitForFunction(
      (was) => {
        const { state, step } = document.querySelector<HTMLElement & { state: object; step: number }>(
          '#learning-rate .beside gd-figure',
        )!;
        return JSON.stringify([state, step]) === was;
      },
      {},
      before,
    );
    expect(await at()).toBe(there);
    expect(await words.at(-1)!.evaluate((w) => w.classList.contains('here'))).toBe(false);
    clean();
  });

  it('is plain text where scripts are off', async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(fromDisk);
    const styles = await page.$$eval('gd-word', (all) => all.map((w) => getComputedStyle(w).textDecorationLine));
    expect(new Set(styles)).toEqual(new Set(['none']));
    await page.close();
  });
});

describe('the walk', () => {
  it('goes from word to word, one press a beat, and ends where it began', async () => {
    const { page, clean } = await visit(browser, { width: 1280, height: 800 });
    await read(page, 'learning-rate');
    await page.$eval('#learning-rate .walk-offer', (b) => (b as HTMLElement).click());
    const beats = await page.$eval('.walk progress', (p) => p.max);
    expect(beats).toBeGreaterThan(2);
    for (let beat = 1; beat <= beats; beat += 1) {
      await settled(page);
      expect(await page.$eval('.walk b', (b) => b.textContent)).toBe(String(beat));
      const marked = await page.evaluate(() => [...(CSS.highlights.get('sentence') ?? [])].map(String).join());
      const word = await page.$eval('.walk [role=status]', (s) => s.textContent ?? '');
      expect(marked).toContain(word);
      if (beat === 2) expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press(beat % 2 ? 'ArrowRight' : 'Enter');
    }
    expect(await page.$('.walk')).toBeNull();
    expect(await page.evaluate(() => CSS.highlights.has('sentence'))).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('walk-offer');
    clean();
  });
});

describe('a reader who returns', () => {
  it('goes on where they were, with what they read marked, until one press forgets it', async () => {
    const { page } = await visit(browser, { width: 1280, height: 800 });
    await page.evaluate(() => localStorage.removeItem('downhill-reading'));
    await read(page, 'model');
    await page.$eval('#model .keep', (e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await page.waitForSelector('a.stop.read[href="#model"]');
    await page.reload();
    expect(await page.$eval('.go-on a', (a) => [a.textContent, a.getAttribute('href')])).toEqual([
      expect.stringMatching(/^Continue: 1 /),
      '#model',
    ]);
    expect(await page.$$('a.stop.read[href="#model"]')).not.toEqual([]);
    await page.$eval('.go-on button', (b) => (b as HTMLElement).click());
    expect(await page.$$('.go-on button, a.stop.read')).toEqual([]);
    expect(await page.$eval('.go-on', (line) => line.textContent)).toMatch(/^Begin: 1 /);
    expect(await page.evaluate(() => localStorage.getItem('downhill-reading'))).toBeNull();
  });
});
