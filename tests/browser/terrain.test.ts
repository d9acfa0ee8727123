import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  accessibilityProblems,
  FigureHands,
  fromDisk,
  launch,
  pageOf,
  settled,
  visit,
  type VisitOptions,
} from './support';

const BALL = '[aria-label^="The ball"]';
const KNOT = '[aria-label^="Your border, point 3"]';
const RATE = 'input[id$="-rate"]';

describe('where you let go, read and used', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const at = async (url: string, options?: VisitOptions): Promise<{ figure: FigureHands; clean: () => void }> => {
    const { page, clean } = await visit(browser, { url, ...options });
    return { figure: await FigureHands.on(page, 'terrain'), clean };
  };
  const open = (hash = '', options?: VisitOptions) => at(`${pageOf('terrain')}${hash}`, options);
  /** With all that lies around it. */
  const inTutorial = (hash = '', options?: VisitOptions) => at(`${fromDisk}${hash}`, options);
  /** The basins as they are painted; waits until there are some, other than `before`. */
  const painted = async (figure: FigureHands, before = ''): Promise<string> => {
    const image = await figure.find('image.basins');
    await figure.page.waitForFunction(
      (i, known) => (i.getAttribute('href') ?? '').length > 100 && i.getAttribute('href') !== known,
      { timeout: 15_000 },
      image,
      before,
    );
    return image.evaluate((i) => i.getAttribute('href') ?? '');
  };
  const refined = (figure: FigureHands): Promise<unknown> =>
    figure.page.waitForFunction(
      () => {
        const text = document
          .querySelector('gd-figure[name="terrain"]')
          ?.shadowRoot?.querySelector('.ends')?.textContent;
        return text?.includes('%') && !text.includes('refining');
      },
      { timeout: 30_000 },
    );
  const valueOf = async (figure: FigureHands, selector: string): Promise<string> =>
    (await figure.find(selector)).evaluate((e) => e.getAttribute('aria-valuetext') ?? '');

  it('asks for the border first, and sets the guess beside the truth', async () => {
    const { figure, clean } = await open();
    expect(await figure.all('image.basins')).toHaveLength(0);
    const before = await valueOf(figure, KNOT);
    await figure.drag(KNOT, -40, 0);
    await (await figure.find(KNOT)).evaluate((e) => (e as SVGElement).focus());
    await figure.page.keyboard.press('ArrowLeft');
    expect(await valueOf(figure, KNOT)).not.toBe(before);
    await figure.press('show me');
    await painted(figure);
    await refined(figure);
    expect(await figure.text('.predict')).toMatch(/your border puts \d\d(\.\d)?% of the starts on the correct side/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('draws the basins in a worker, coarse first, anew for another rate, and goes on answering meanwhile', async () => {
    const { figure, clean } = await open('#terrain?revealed=true');
    await painted(figure);
    expect(figure.page.workers()).toHaveLength(1);
    await refined(figure);
    const slow = await painted(figure);
    // Frames while the next picture is being made.
    const longest = figure.page.evaluate(async () => {
      const frame = (): Promise<number> => new Promise((next) => requestAnimationFrame(next));
      let [last, most] = [await frame(), 0];
      for (let i = 0; i < 40; i++) {
        const now = await frame();
        most = Math.max(most, now - last);
        last = now;
      }
      return most;
    });
    await figure.slide(RATE, Math.log10(0.11));
    expect(await longest).toBeLessThan(400);
    await painted(figure, slow);
    await refined(figure);
    expect(await figure.text('.tally-of-ends')).toContain('leaves');
    await figure.drag(BALL, 40, 50);
    expect(await valueOf(figure, BALL)).not.toContain('−0.50');
    clean();
  });

  it('keeps the landscape while a formula has a mistake, and shows where', async () => {
    const { figure, clean } = await open('#terrain?ground=typed&x=1&y=1&rate=0.1');
    const input = await figure.find('.formula input');
    const type = async (text: string): Promise<void> => {
      await input.click({ count: 3 });
      await figure.page.keyboard.type(text);
    };
    await type('x^2 + 2y^2 + x y');
    expect(await figure.text('.read')).toBe('∂f/∂x = 2 x + y∂f/∂y = 4 y + x');
    await painted(figure);
    const before = await valueOf(figure, BALL);
    await type('x^2 + * y');
    expect(await figure.text('.read mark')).toBe('*');
    expect(await figure.text('.problem')).toContain('expected');
    expect(await input.evaluate((i) => i.getAttribute('aria-invalid'))).toBe('true');
    expect(await valueOf(figure, BALL)).toContain(before.slice(0, 12));
    clean();
  });

  it('lets a hundred balls go, and shows the ground as a block', async () => {
    const { figure, clean } = await open('#terrain?ground=himmelblau&x=0&y=0&rate=0.008');
    await refined(figure);
    await figure.press('100 starts');
    await figure.press('let go');
    expect(await figure.text('.drawer')).toContain('100 random starts');
    await figure.press('surface');
    expect(await figure.all('canvas.surface')).toHaveLength(1);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('fits at 1280, 390 and 320 px and passes axe', { timeout: 120_000 }, async () => {
    const { figure, clean } = await inTutorial('#terrain?ground=typed&starts=true&x=1&y=1&rate=0.1');
    await refined(figure);
    await figure.press('100 starts');
    for (const width of [1280, 390, 320]) {
      await figure.page.setViewport({ width, height: 900 });
      await settled(figure.page);
      const wider = await figure.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, `at ${width} px`).toBeLessThanOrEqual(0);
      // What slips under the pinned navigation is no target of its own.
      await (await figure.find('.ends')).evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
      expect(await accessibilityProblems(figure.page), `at ${width} px`).toEqual([]);
    }
    clean();
  });
});
