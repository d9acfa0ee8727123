import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FigureHands, fromDisk, launch, pageOf, revisit, settled, visit } from './support';

describe('one weight, read and used', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('steps forwards and back, and the arithmetic adds up to what is shown', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('Back to the start');
    expect(await figure.step()).toBe(0);
    await figure.press('One step');
    expect(await figure.step()).toBe(1);
    const [lands = NaN, was = NaN, rate = NaN, slope = NaN] = await figure.arithmetic();
    expect([was, rate, slope]).toEqual([3, 0.1, 6]);
    expect(lands).toBe(was - rate * slope);
    await figure.press('One step');
    await figure.press('One step back');
    expect(await figure.step()).toBe(1);
    expect(await figure.arithmetic()).toEqual([lands, was, rate, slope]);
    clean();
  });

  it('scrubs over the whole run and says that it has converged', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.slide('.slider input', Math.log10(0.5));
    await figure.slide('.scrub input', 1);
    expect(await figure.text('.ending')).toContain('converged at step 1');
    expect(await figure.steps()).toBe(1);
    clean();
  });

  it('recomputes the path while the ball is dragged, and gives the old start back on undo', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('Back to the start');
    const ball = await figure.find('.handle[aria-label^="The ball"]');
    expect(await ball.evaluate((h) => h.getAttribute('aria-valuenow'))).toBe('3');
    await figure.drag('.handle[aria-label^="The ball"]', -90, 0);
    const moved = await ball.evaluate((h) => Number(h.getAttribute('aria-valuenow')));
    expect(moved).toBeLessThan(2.5);
    expect(moved).toBeGreaterThan(0.5);
    await figure.press('undo');
    expect(await ball.evaluate((h) => h.getAttribute('aria-valuenow'))).toBe('3');
    clean();
  });

  it('moves the ball by keys', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('Back to the start');
    const ball = await figure.find('.handle[aria-label^="The ball"]');
    await ball.evaluate((h) => (h as SVGElement).focus());
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await ball.evaluate((h) => h.getAttribute('aria-valuenow'))).toBe('2.9');
    clean();
  });

  it('names a divergence and paints nothing that is not a number', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.slide('.slider input', Math.log10(2.5));
    await figure.slide('.scrub input', await figure.steps());
    expect(await figure.text('.ending')).toMatch(/^diverged at step \d+$/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('compares a guess with where the step landed', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.press('Back to the start');
    const guess = await figure.find('.handle[aria-label^="Your guess"]');
    await guess.evaluate((h) => (h as SVGElement).focus());
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowLeft');
    expect(await figure.text('.hole')).toBe('lands at 2.60');
    await figure.press('One step');
    expect(await figure.text('.plot')).toContain('your guess: 0.2 too short');
    expect((await figure.arithmetic())[0]).toBeCloseTo(2.4, 12);
    clean();
  });

  it('stands at the same moment when its address is opened again', async () => {
    const { page, clean } = await visit(browser);
    const figure = await FigureHands.on(page, 'one-weight');
    await figure.slide('.slider input', Math.log10(0.25));
    await figure.slide('.scrub input', 5);
    await page.waitForFunction(() => location.hash.includes('step=5'));
    const sum = await figure.arithmetic();
    await revisit(page, page.url());
    const same = await FigureHands.on(page, 'one-weight');
    expect(await same.step()).toBe(5);
    expect(await same.arithmetic()).toEqual(sum);
    clean();
  });

  it('opens at its default and says so when a link is damaged', async () => {
    const { page } = await visit(browser, { url: `${fromDisk}#one-weight?rate=banana&step=1&colour=red` });
    const figure = await FigureHands.on(page, 'one-weight');
    expect(await figure.text('.notice')).toContain('“banana” is not a number');
    expect(await figure.text('.notice')).toContain('There is no setting “colour”');
    expect(await figure.step()).toBe(1);
    expect(await figure.text('.slider-value')).toBe('0.1');
  });

  it('knows when the task is done', async () => {
    const url = `${fromDisk}#one-weight?function=double_well&start=0.08&step=5`;
    const { page, clean } = await visit(browser, { url });
    await FigureHands.on(page, 'one-weight');
    await page.waitForSelector('gd-task[goal=hilltop] >>> .done');
    clean();
  });

  it('opens a loupe near the hilltop, in which a hand finds level ground', async () => {
    const { page, clean } = await visit(browser, {
      url: `${pageOf('one-weight')}#one-weight?function=double_well&start=0.4&step=5`,
    });
    const figure = await FigureHands.on(page, 'one-weight');
    const bead = '.handle[aria-label^="The start"]';
    const start = async (): Promise<number> =>
      (await figure.find(bead)).evaluate((h) => Number(h.getAttribute('aria-valuenow')));
    expect(await figure.text('.plot')).not.toContain('times finer');
    // How far a pixel goes depends on the width of the valley.
    await figure.drag(bead, -30, 0);
    const coarse = (0.4 - (await start())) / 30;
    expect(await figure.text('.plot')).not.toContain('times finer');
    await figure.drag(bead, (0.1 - (await start())) / coarse, 0);
    expect(await figure.text('.plot')).toContain('25 times finer');
    expect(await figure.step()).toBe(5);
    const before = await start();
    const lens = (await (await figure.find('.handle[aria-label^="The start"] .grip')).boundingBox())!;
    await figure.drag(bead, before < 0.075 ? 12 : -12, 0);
    const moved = Math.abs((await start()) - before);
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan((12 * coarse) / 10);
    expect(lens.width).toBeGreaterThanOrEqual(24);
    clean();
  });

  it('reads exact losses off the curve by pointer and by key', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('one-weight') });
    const figure = await FigureHands.on(page, 'one-weight');
    const steering = await figure.find('.steering');
    const before = await figure.step();
    await steering.evaluate((e) => (e as SVGElement).focus());
    await page.keyboard.press('ArrowRight');
    await settled(page);
    expect(await figure.step()).toBe(before + 1);
    // x is 3 · 0.8^k on x² + 5.
    const said = await steering.evaluate((e) => e.getAttribute('aria-valuetext') ?? '');
    expect(Number(said.split(' ').at(-1))).toBeCloseTo(9 * 0.64 ** (before + 1) + 5, 9);
    // Of steps that are still to come nothing is told.
    const box = (await steering.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await settled(page);
    const hover = await figure.find('.loss-so-far .hover');
    expect(await hover.evaluate((h) => h.getAttribute('visibility'))).toBe('hidden');
    await steering.evaluate((e) => (e as SVGElement).focus());
    await page.keyboard.press('End');
    await settled(page);
    await page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2);
    expect(await figure.text('.hover text:nth-of-type(2)')).toMatch(/^loss 5\.001196/);
    clean();
  });
});
