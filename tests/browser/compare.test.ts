/** A run pinned and another started beside it: by hand, undone, from a copied link, from an attribute. */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityProblems, FigureHands, fromDisk, launch, pageOf, revisit, settled, visit } from './support';

const PIN = '.menu button[aria-pressed]';
const said = (page: Page, figure: string): Promise<string> =>
  page.$eval(
    `gd-figure[name="${figure}"]`,
    (f) => f.shadowRoot?.querySelector('p.unseen[aria-live]')?.textContent ?? '',
  );
const isPinned = async (figure: FigureHands): Promise<string | null> =>
  (await figure.find(PIN)).evaluate((b) => b.getAttribute('aria-pressed'));
/** Names at the ends of the loss curve. */
const curves = async (figure: FigureHands): Promise<string[]> => {
  const names = await figure.all(':is(.loss-curve, .loss-so-far) .gd-note');
  return Promise.all(names.map((n) => n.evaluate((e) => (e.textContent ?? '').trim())));
};

/** What a reader changes in each figure, what then tells the runs apart, and where the pinned curve is found. */
const SCENES = [
  {
    name: 'one-weight',
    open: (): Promise<void> => Promise.resolve(),
    change: (f: FigureHands): Promise<void> => f.slide('.slider input', Math.log10(0.25)),
    changes: 1,
    pinned: 'learning rate 0.1',
    now: 'learning rate 0.25',
  },
  {
    name: 'terrain',
    open: (f: FigureHands): Promise<void> => f.turnTo('loss'),
    change: async (f: FigureHands): Promise<void> => {
      await f.turnTo('rates');
      await (await f.find('[aria-label="Learning rate"]')).evaluate((e) => (e as SVGElement).focus());
      await f.page.keyboard.press('PageUp');
      await f.turnTo('loss');
    },
    changes: 3,
    pinned: 'learning rate 0.03',
    now: 'learning rate 0.04',
  },
  {
    name: 'neuron',
    open: (f: FigureHands): Promise<void> => f.turnTo('learning'),
    change: (f: FigureHands): Promise<void> => f.slide('.learning .slider input', Math.log10(0.05)),
    changes: 1,
    pinned: 'learning rate 0.2',
    now: 'learning rate 0.05',
  },
  {
    name: 'optimizers',
    open: (f: FigureHands): Promise<void> => f.turnTo('more'),
    // Which panel is open is a setting as well, so undo goes through panels, too.
    change: async (f: FigureHands): Promise<void> => {
      await f.press('dials');
      await f.slide('.dials .slider input', Math.log10(0.01));
      await f.press('losses');
    },
    changes: 3,
    pinned: 'learning rate 0.02',
    now: 'learning rate 0.0(09|1)\\d*',
  },
] as const;

describe('two runs side by side', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(SCENES)(
    'stay in view, are undone, and are found again by their link: $name',
    { timeout: 240_000 },
    async (scene) => {
      const { page, clean } = await visit(browser);
      const figure = await FigureHands.on(page, scene.name);
      await scene.open(figure);
      expect(await curves(figure)).not.toContain('pinned');
      await figure.press('Pin this run');
      expect(await isPinned(figure)).toBe('true');
      expect(await figure.text('.compared')).toContain('This run is pinned');
      await scene.change(figure);
      await figure.press('One step');
      const line = await figure.text('.compared');
      expect(line).toMatch(new RegExp(`^pinned ${scene.pinned}, loss .* now ${scene.now}, loss `));
      expect(await curves(figure)).toContain('pinned');
      expect(await figure.text('.plot')).toContain('pinned');
      const link = await (await figure.find('.links a')).evaluate((a) => a.getAttribute('href') ?? '');
      expect(link).toMatch(/&pin=(rate=0\.\d+|tuned=)$/);
      await page.waitForFunction((to) => location.hash === to, {}, link);
      expect(await said(page, scene.name)).toContain(`pinned: ${scene.pinned}`);
      expect(await figure.nonsense()).toEqual([]);

      for (let i = 0; i < scene.changes; i++) await figure.press('undo');
      expect(await figure.text('.compared')).toContain('This run is pinned');
      await figure.press('undo');
      expect(await isPinned(figure)).toBe('false');
      for (let i = 0; i <= scene.changes; i++) await figure.press('redo');
      expect(await figure.text('.compared')).toBe(line);

      await revisit(page, `${fromDisk}${link}`);
      const same = await FigureHands.on(page, scene.name);
      await scene.open(same);
      expect(await same.text('.compared')).toBe(line);
      expect(await isPinned(same)).toBe('true');
      expect(await curves(same)).toContain('pinned');
      await same.press('Pin this run');
      expect(await isPinned(same)).toBe('false');
      expect(await same.all('.compared')).toEqual([]);
      clean();
    },
  );

  it('lets go when the ground changes, says so, and takes it up again on undo', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('Pin this run');
    await figure.turnTo('other curves');
    await (await figure.find('.segments label:last-child input')).evaluate((e) => (e as HTMLElement).click());
    await settled(page);
    expect(await isPinned(figure)).toBe('false');
    expect(await figure.text('.notice')).toBe('The pinned run was let go, because this changed: curve.');
    await figure.press('undo');
    expect(await isPinned(figure)).toBe('true');
    clean();
  });

  it('gives the time line to the longer run, by pointer and by key', async () => {
    const { page, clean } = await visit(browser, {
      url: `${pageOf('one-weight')}#one-weight?rate=0.5&step=0&pin=rate=0.02`,
    });
    const figure = await FigureHands.on(page, 'one-weight');
    expect(await figure.steps()).toBe(40);
    const steering = await figure.find('.steering');
    await steering.evaluate((e) => (e as SVGElement).focus());
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await settled(page);
    expect(await figure.step()).toBe(5);
    expect(await figure.text('.compared')).toMatch(/now learning rate 0\.5, converged at step 1,/);
    await figure.press('To the end, step 40');
    expect(await figure.step()).toBe(40);
    clean();
  });

  it('is read from an attribute, and a damaged one is explained in place', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const set = (pin: string): Promise<void> =>
      page.$eval('gd-figure[name="one-weight"]', (f, value) => f.setAttribute('pin', value), pin);
    const figure = await FigureHands.on(page, 'one-weight');
    await set('rate=0.3');
    await settled(page);
    expect(await figure.text('.compared')).toMatch(/^pinned learning rate 0\.3, .* now learning rate 0\.1,/);
    await set('rate=fast;function=linex');
    await settled(page);
    expect(await figure.text('.notice')).toContain(
      'pin: rate: “fast” is not a number. Allowed: a number from 0.001 to 10.',
    );
    expect(await figure.text('.notice')).toContain('pin: There is no setting “function” here. Allowed: rate, start.');
    clean();
  });

  it('works by key and fits a small phone, where nothing is found wrong', async () => {
    const { page, clean } = await visit(browser, { width: 360, height: 780, touch: true });
    const figure = await FigureHands.on(page, 'one-weight');
    await (await figure.find('.more summary')).evaluate((e) => (e as HTMLElement).focus());
    await page.keyboard.press('Enter');
    const pin = await figure.find(PIN);
    expect((await pin.boundingBox())!.height).toBeGreaterThanOrEqual(36);
    await pin.evaluate((b) => (b as HTMLElement).focus());
    await page.keyboard.press('Enter');
    await figure.slide('.slider input', Math.log10(0.9));
    expect(await isPinned(figure)).toBe('true');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await accessibilityProblems(page, { within: 'gd-figure[name="one-weight"]' })).toEqual([]);
    clean();
  });
});
