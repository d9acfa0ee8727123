import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FigureHands, fromDisk, launch, pageOf, visit } from './support';

describe('four learning rates, read and used', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const at = async (url: string): Promise<{ figure: FigureHands; clean: () => void }> => {
    const { page, clean } = await visit(browser, { url });
    return { figure: await FigureHands.on(page, 'learning-rate'), clean };
  };
  const open = (hash = '') => at(`${pageOf('learning-rate')}${hash}`);
  /** Where its address and its tasks follow what is done. */
  const inTutorial = (hash = '') => at(`${fromDisk}${hash}`);
  const valueOf = async (figure: FigureHands, label: string): Promise<string> =>
    (await figure.find(`[aria-label="${label}"]`)).evaluate((e) => e.getAttribute('aria-valuetext') ?? '');

  it('runs all four on one time line, forwards and back, each told by what it does', async () => {
    const { figure, clean } = await open();
    await figure.press('Back to the start');
    await figure.press('One step');
    expect(await valueOf(figure, 'Ball 2: where all four start')).toContain('now w 1.800');
    await figure.press('One step back');
    expect(await valueOf(figure, 'Ball 2: where all four start')).toContain('now w 3.000');
    for (const [ball, manner] of [
      [1, 'crawls'],
      [2, 'glides'],
      [3, 'swings'],
      [4, 'diverges'],
    ] as const)
      expect(await valueOf(figure, `Learning rate of ball ${ball}`)).toContain(manner);
    clean();
  });

  it('keeps a diverging ball within its frame and paints no infinity', async () => {
    const { figure, clean } = await open();
    await figure.press('100 × steeper');
    await figure.slide('.scrub input', await figure.steps());
    expect(await figure.nonsense()).toEqual([]);
    const [frame, balls] = await figure.page.$eval('gd-figure[name="learning-rate"]', (f) => {
      const box = f.getBoundingClientRect();
      const all = [...(f.shadowRoot?.querySelectorAll('.gd-ball') ?? [])].map((b) => b.getBoundingClientRect());
      return [
        { left: box.left, right: box.right, top: box.top, bottom: box.bottom },
        all.map((b) => ({ left: b.left, right: b.right, top: b.top, bottom: b.bottom })),
      ] as const;
    });
    expect(balls.length).toBeGreaterThanOrEqual(4);
    for (const ball of balls) {
      expect(ball.left).toBeGreaterThanOrEqual(frame.left);
      expect(ball.right).toBeLessThanOrEqual(frame.right);
      expect(ball.top).toBeGreaterThanOrEqual(frame.top);
    }
    clean();
  });

  it('hides the sweep until it was guessed at, then stands the truth beside the guess', async () => {
    const { figure, clean } = await open();
    const curves = (await figure.all('.gd-loss-line')).length;
    const guess = await figure.find('[aria-label^="Your guess"]');
    await guess.evaluate((g) => (g as SVGElement).focus());
    await figure.page.keyboard.press('ArrowLeft');
    await figure.press('show me');
    expect((await figure.all('.gd-loss-line')).length).toBeGreaterThan(curves);
    // 2 / curvature on w² + 5 is 1, and that is where a fine search over runs finds the edge.
    expect(await figure.text('.predict')).toMatch(/it stops at 1 2 \/ curvature is 1/);
    clean();
  });

  it('moves the edge with the curvature', async () => {
    const { figure, clean } = await open('#learning-rate?curvature=200&guess=0.1&revealed=true');
    expect(await figure.text('.predict')).toMatch(/it stops at 0\.01 2 \/ curvature is 0\.01/);
    clean();
  });

  it('changes one rate by keys and leaves the others alone', async () => {
    const { figure, clean } = await inTutorial();
    const rate = await figure.find('[aria-label="Learning rate of ball 3"]');
    await rate.evaluate((r) => (r as SVGElement).focus());
    await figure.page.keyboard.press('ArrowRight');
    await figure.page.waitForFunction(() => location.hash.includes('rates='));
    const rates = decodeURIComponent(new URL(figure.page.url()).hash);
    expect(rates).toMatch(/rates=0\.02,0\.2,0\.9[1-9]\d*,1\.05/);
    clean();
  });

  it('knows when three steps were enough', async () => {
    const { figure, clean } = await inTutorial('#learning-rate?rates=0.02,0.5,0.9,1.05&step=3');
    await figure.page.waitForSelector('gd-task[goal=fastest] >>> .done');
    clean();
  });
});
