import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityProblems, FigureHands, fromDisk, launch, pageOf, settled, visit } from './support';

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const box = (name: string): string => `.box[aria-label^="${name} "]`;
const chip = (name: string): string => `.handle[aria-label="${name}"]`;
const focus = async (figure: FigureHands, selector: string): Promise<void> =>
  (await figure.find(selector)).evaluate((e) => (e as SVGElement).focus());
const valueOf = async (figure: FigureHands, name: string): Promise<number> =>
  Number(await (await figure.find(chip(name))).evaluate((h) => h.getAttribute('aria-valuenow')));

describe('backprop, read and used', () => {
  it('goes forwards, round the loss and home again, one box at a time', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('backprop') });
    const figure = await FigureHands.on(page, 'backprop');
    expect([await figure.step(), await figure.steps()]).toEqual([8, 12]);
    await figure.press('Back to the start');
    const orange = (): Promise<number> => figure.all('.plot .gd-gradient-fill').then((all) => all.length);
    for (let step = 1; step <= 6; step += 1) {
      await figure.press('One step');
      expect(await orange()).toBe(0);
    }
    expect(await figure.text('.loupe')).toContain('the loss');
    await figure.press('One step');
    expect(await orange()).toBe(1);
    for (let step = 8; step <= 12; step += 1) await figure.press('One step');
    expect(await figure.text('.slopes')).toMatch(/0\.408/);
    expect(await figure.text('.tally')).toMatch(/backwards 17 of 17/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('has weights that are pulled up and turned by keys, and everything follows', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('backprop') });
    const figure = await FigureHands.on(page, 'backprop');
    expect(await valueOf(figure, 'Weight v1')).toBe(1.5);
    await figure.drag(chip('Weight v1'), 0, -60);
    expect(await valueOf(figure, 'Weight v1')).toBeCloseTo(2.5, 1);
    await focus(figure, chip('Weight v1'));
    await page.keyboard.press('ArrowDown');
    await settled(page);
    expect(await valueOf(figure, 'Weight v1')).toBeCloseTo(2.45, 1);
    expect(await figure.step()).toBe(8);
    await figure.drag(chip('Input x1'), 0, 30);
    expect(await valueOf(figure, 'Input x1')).toBeCloseTo(0.4, 1);
    await figure.press('undo');
    expect(await valueOf(figure, 'Input x1')).toBe(0.9);
    clean();
  });

  it('takes a guess on the edge, and says how far off it was once the box is asked', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('backprop') });
    const figure = await FigureHands.on(page, 'backprop');
    expect(await figure.text('.asked')).toContain('What does the lower sigmoid hand on?');
    await figure.drag('.handle[aria-label^="Your guess"]', 0, 20);
    expect(await figure.text('.asked')).toMatch(/your guess −0\.4/);
    await figure.press('ask it');
    expect(await figure.step()).toBe(9);
    expect(await figure.text('.asked')).toMatch(/it hands on −0\.226.*too large/);
    clean();
  });

  it('shows a box’s turn when it is pressed, and follows the hairpin by hand and key', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('backprop') });
    const figure = await FigureHands.on(page, 'backprop');
    await focus(figure, box('the loss'));
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await figure.step()).toBe(7);
    await focus(figure, chip('Whose turn it is'));
    await page.keyboard.press('ArrowRight');
    await settled(page);
    expect(await figure.step()).toBe(8);
    await figure.drag(chip('Whose turn it is'), -350, 0);
    expect(await figure.step()).toBeGreaterThan(10);
    clean();
  });

  it('asks boxes in the reader’s order, shows what was missing, and mends it', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('backprop') });
    const figure = await FigureHands.on(page, 'backprop');
    await figure.turnTo('your order');
    for (const name of ['the loss', 'the last sum', 'upper', 'the fork', 'the first sum', 'lower']) {
      await (
        await figure.find(box(name))
      ).evaluate((b) => b.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })));
      await settled(page);
    }
    await expect.poll(() => figure.text('.asked')).toMatch(/you asked the fork 4th: 2 of 9 slopes are off/);
    expect(await figure.all('.plot .gd-hole')).toHaveLength(1);
    expect(await figure.text('.account')).toMatch(/not yet/);
    await figure.press('ask fork again');
    await expect.poll(() => figure.text('.asked')).toMatch(/ask first sum again/);
    await figure.press('ask first sum again');
    await expect.poll(() => figure.text('.asked')).toMatch(/all slopes are right now/);
    expect(await figure.all('.slopes .short')).toHaveLength(0);
    await figure.press('start over');
    expect(await figure.text('.asked')).toContain('In which order');
    await focus(figure, chip('Forks in a row'));
    for (let i = 0; i < 9; i += 1) await page.keyboard.press('ArrowRight');
    await settled(page);
    expect(await figure.text('.forks')).toMatch(/1\s?024 times/);
    clean();
  });

  it('asks for a guess before it races, and says how far off it was', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('backprop') });
    const figure = await FigureHands.on(page, 'backprop');
    await figure.turnTo('the race');
    expect(await figure.step()).toBe(0);
    expect(await figure.text('.asked')).toContain('how many dials does nudging price?');
    expect(await figure.text('.race')).not.toContain('by nudging');
    const GUESS = '.handle[aria-label^="Your guess: dials"]';
    await figure.drag(GUESS, 90, 0);
    expect(Number(await (await figure.find(GUESS)).evaluate((h) => h.getAttribute('aria-valuenow')))).toBeGreaterThan(
      300,
    );
    await focus(figure, GUESS);
    await page.keyboard.press('ArrowLeft');
    await settled(page);
    expect(await accessibilityProblems(page, { within: 'gd-figure' })).toEqual([]);
    await figure.press('race');
    await expect
      .poll(() => figure.text('.asked'), { timeout: 20_000 })
      .toMatch(/nudging had priced 2 \d+ times too many/);
    expect(await figure.text('.race')).toMatch(/13.?003 by nudging/);
    await figure.press('guess again');
    expect([await figure.step(), await figure.text('.asked')]).toEqual([0, expect.stringContaining('how many dials')]);
    clean();
  });

  it('is used by a finger on a phone: weights, boxes, the race’s triangle; and the page stays where it is', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('backprop'), width: 390, height: 844, touch: true });
    const figure = await FigureHands.on(page, 'backprop');
    expect(await figure.pull(chip('Weight v1'), 0, -60)).toBe(0);
    expect(await valueOf(figure, 'Weight v1')).toBeCloseTo(2.5, 1);
    await figure.turnTo('your order');
    await figure.find(box('the fork'));
    const asked = (): Promise<number> =>
      page.evaluate(
        () => (document.querySelector('gd-figure')!.state['order'] ?? '').split(',').filter(Boolean).length,
      );
    for (const [i, name] of ['the loss', 'the last sum', 'lower', 'upper', 'the fork', 'the first sum'].entries()) {
      await figure.tap(box(name));
      await expect.poll(asked, { message: name }).toBe(i + 1);
      await expect.poll(() => figure.step()).toBe(i + 1);
    }
    expect(await figure.text('.asked')).toContain('all 9 slopes are right, and nobody worked twice');
    await figure.turnTo('the race');
    await figure.pull('.handle[aria-label^="Your guess: dials"]', -40, 0);
    expect(await figure.text('.asked')).toMatch(/your guess \d+/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('races: the sweep is there at once, nudging dial by dial, and both agree', async () => {
    const { page, clean } = await visit(browser, { url: `${pageOf('backprop')}#backprop?panel=race&step=60` });
    const figure = await FigureHands.on(page, 'backprop');
    await expect.poll(() => figure.text('.race')).toMatch(/priced 5.?999 dials, the sweep all/);
    await figure.press('To the end, step 131');
    await expect.poll(() => figure.text('.race')).toMatch(/13.?003 of 13.?003 passes/);
    const shapes = await page.$eval('gd-figure', (f) =>
      [...f.shadowRoot!.querySelectorAll('.plot .gd-gradient-fill')].map((p) => p.getAttribute('d')),
    );
    expect(shapes.length).toBeGreaterThan(20);
    expect(shapes.slice(0, shapes.length / 2)).toEqual(shapes.slice(shapes.length / 2));
    clean();
  });

  it('offers other graphs, and numbers under which something happens to blame', async () => {
    const { page, clean } = await visit(browser, { url: pageOf('backprop') });
    const figure = await FigureHands.on(page, 'backprop');
    await figure.turnTo('other graphs');
    await figure.press('a flat squash');
    expect(await figure.steps()).toBe(6);
    await figure.press('shares of opposite sign');
    expect(await valueOf(figure, 'Weight vl')).toBe(-0.9);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('is found in order by axe-core in each of its panels', async () => {
    const { page } = await visit(browser, { url: pageOf('backprop') });
    const figure = await FigureHands.on(page, 'backprop');
    for (const panel of ['this box', 'your order', 'the race', 'other graphs']) {
      await figure.turnTo(panel);
      expect(await accessibilityProblems(page, { within: 'gd-figure' }), panel).toEqual([]);
    }
  });

  it('ticks the task in the text and says why', async () => {
    const { page, clean } = await visit(browser, { url: fromDisk });
    await FigureHands.on(page, 'backprop');
    await page.$eval('#backprop .beside gd-figure', async (f) => {
      const dials = '0.9,-0.2,1.2,0.8,0.1,-0.3,1.1,-0.9,0.2';
      await (f as HTMLElement & { show(o: object): Promise<void> }).show({
        settings: { graph: 'fork', panel: 'order', dials, order: '6,5,4,3,2,1' },
        step: 6,
      });
    });
    await settled(page);
    const told = await page.$eval('gd-task[goal="order"]', (t) => t.shadowRoot!.textContent ?? '');
    expect(told).toMatch(/because the fork waited for both/);
    clean();
  });
});
