/** The figures in the folds: opened as a reader would, and used. */
import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FigureHands, launch, visit } from './support';

describe('figures in the folds', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const unfold = async (name: string): Promise<{ figure: FigureHands; clean: () => void }> => {
    const { page, clean } = await visit(browser);
    await page.$eval(`gd-figure[name="${name}"]`, (f) => {
      const fold = f.closest('details');
      if (fold) fold.open = true;
    });
    return { figure: await FigureHands.on(page, name), clean };
  };

  it('a difference quotient closes in on the slope and is spoilt by rounding', async () => {
    const { figure, clean } = await unfold('difference-quotient');
    const handle = await figure.find('[aria-label="Step width h"]');
    const errors = async (): Promise<[number, number]> => {
      const words = (await handle.evaluate((h) => h.getAttribute('aria-valuetext'))) ?? '';
      const numbers = [...words.matchAll(/error ([\d.]+)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/g)].map(([, mantissa, power]) => {
        const digits = (power ?? '⁰')
          .replace('⁻', '-')
          .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (d) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(d)));
        return Number(mantissa) * 10 ** Number(digits);
      });
      return [numbers[0] ?? NaN, numbers[1] ?? NaN];
    };
    const wide = await errors();
    await handle.evaluate((h) => (h as SVGElement).focus());
    for (let i = 0; i < 4; i++) await figure.page.keyboard.press('PageDown');
    const narrow = await errors();
    expect(narrow[0]).toBeLessThan(wide[0] / 10);
    expect(narrow[1]).toBeLessThan(narrow[0]);
    for (let i = 0; i < 40; i++) await figure.page.keyboard.press('PageDown');
    const spoilt = await errors();
    expect(spoilt[1]).toBeGreaterThan(narrow[1]);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('a schedule settles what a constant rate leaves swinging', async () => {
    const { figure, clean } = await unfold('schedules');
    await figure.slide('.scrub input', await figure.steps());
    expect(await figure.nonsense()).toEqual([]);
    for (const preset of ['settle what swings', 'warm up on the wall', 'no rate to choose']) {
      await figure.press(preset);
      await figure.press('Pause').catch(() => undefined);
      await figure.slide('.scrub input', await figure.steps());
      expect(await figure.nonsense(), preset).toEqual([]);
      expect((await figure.all('.arithmetic .quantity')).length, preset).toBeGreaterThan(3);
    }
    clean();
  });

  it('another ruler makes another way the steepest', async () => {
    const { figure, clean } = await unfold('ruler');
    expect(await figure.text('.panels')).toContain('misses the bottom by');
    await figure.slide('.track', Math.log10(2));
    expect(await figure.text('.panels')).toContain('leads to the bottom');
    await figure.drag('[aria-label="The ball"]', 60, 90);
    expect(await figure.text('.panels')).toContain('leads to the bottom');
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });
});
