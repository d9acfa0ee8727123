import type { BrowserContext, HTTPRequest } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FigureHands, fromDisk, launch, visit } from './support';

describe('the first screen', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('rolls once by itself, and only for readers who did not ask for stillness', async () => {
    const moving = await visit(browser, { still: false });
    const figure = await FigureHands.on(moving.page, 'start');
    await moving.page.waitForFunction(
      () => document.querySelector('gd-figure[name=start]')?.shadowRoot?.textContent?.includes('after'),
      { timeout: 30_000 },
    );
    await moving.page.waitForFunction(
      () => !document.querySelector('gd-figure[name=start]')?.shadowRoot?.textContent?.includes('after'),
      { timeout: 30_000 },
    );
    expect(await figure.text('.readout')).toMatch(/^loss 179\.9 → 0\.000 in \d+ steps$/);
    moving.clean();
    await moving.page.close();
    const still = await visit(browser, { still: true });
    await FigureHands.on(still.page, 'start');
    await new Promise((done) => setTimeout(done, 800));
    const back = await still.page.$('gd-figure[name=start] >>> button[aria-label="One step back"]');
    expect(await back?.evaluate((b) => b.getAttribute('aria-disabled'))).toBe('true');
    still.clean();
  });

  it.each([
    [320, 640],
    [390, 844],
    [520, 900],
    [640, 900],
    [844, 390],
    [1280, 800],
  ])('moves nothing below it when it comes alive, at %d by %d', async (width, height) => {
    const { page } = await visit(browser, { url: 'about:blank', width, height });
    const bar = (): Promise<number> => page.$eval('nav.chapters', (nav) => nav.getBoundingClientRect().top + scrollY);
    await page.setRequestInterception(true);
    let held: HTTPRequest | undefined;
    page.on('request', (request) => {
      if (request.url().includes('/downhill.js')) held = request;
      else void request.continue();
    });
    await page.goto(fromDisk, { waitUntil: 'domcontentloaded' });
    await expect.poll(() => held).toBeDefined();
    await page.evaluate(() => document.fonts.ready);
    const before = await bar();
    await held?.continue();
    await FigureHands.on(page, 'start');
    // A pixel for rounding: of a thumb's width on the bar it is nothing.
    expect(Math.abs((await bar()) - before)).toBeLessThan(2);
    await page.close();
  });

  it('finds another valley when the ball is let go elsewhere, with the whole path there at once', async () => {
    const { page, clean } = await visit(browser);
    const figure = await FigureHands.on(page, 'start');
    const before = await figure.text('.readout');
    await figure.drag('.handle', 190, -190);
    expect(await figure.text('.readout')).not.toBe(before);
    // Let go, it rolls to its end.
    await page.waitForFunction(() => {
      const ball = document.querySelector('gd-figure[name=start]')?.shadowRoot?.querySelector('.handle');
      return ball?.getAttribute('aria-valuetext')?.startsWith('at 3.00, 2.00, loss');
    });
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('can be moved by keys and by touch', async () => {
    const { page, clean } = await visit(browser, { width: 390, height: 800, touch: true });
    const figure = await FigureHands.on(page, 'start');
    const ball = await figure.find('.handle');
    await ball.evaluate((h) => (h as SVGElement).focus());
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => location.hash.includes('y=-0.8'));
    const box = await ball.boundingBox();
    if (!box) throw new Error('the ball has no place');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.touchscreen.touchStart(x, y);
    await page.touchscreen.touchMove(x + 40, y - 60);
    await page.touchscreen.touchMove(x + 90, y - 120);
    await page.touchscreen.touchEnd();
    await page.waitForFunction(() => /x=\d/.test(location.hash));
    clean();
  });

  it('recomputes the whole path within a frame while the ball is dragged', async () => {
    const { page, clean } = await visit(browser);
    const figure = await FigureHands.on(page, 'start');
    const ball = await figure.find('.handle');
    const box = await ball.boundingBox();
    if (!box) throw new Error('the ball has no place');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    const paths = new Set<string>();
    for (let i = 1; i <= 10; i++) {
      await page.mouse.move(x + i * 12, y - i * 9);
      // One frame is painted; by then the path must be the new one.
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
      const path = await figure.find('.gd-parameter-line');
      paths.add((await path.evaluate((p) => p.getAttribute('d'))) ?? '');
    }
    await page.mouse.up();
    expect(paths.size).toBe(10);
    clean();
  });
});
