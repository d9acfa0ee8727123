/** The neuron's figure under hands, keys and a thumb. */
import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityProblems, FigureHands, fromDisk, launch, pageOf, settled, visit } from './support';

const BALL = '.handle[aria-label^="Bias of neuron 3: slide"]';
const ARROW = '.handle[aria-label^="Weights of neuron 3"]';

describe('the neuron, read and used', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const at = async (
    width = 1280,
    height = 800,
  ): Promise<{ page: Awaited<ReturnType<typeof visit>>['page']; clean: () => void; figure: FigureHands }> => {
    const { page, clean } = await visit(browser, { url: pageOf('neuron') });
    await page.setViewport({ width, height });
    const figure = await FigureHands.on(page, 'neuron');
    return { page, clean, figure };
  };
  const said = async (figure: FigureHands, selector: string): Promise<string> =>
    (await figure.find(selector)).evaluate((h) => h.getAttribute('aria-valuetext') ?? '');

  it('slides its coast by the ball and keeps the weights; turns it by the arrow; and undoes both', async () => {
    const { page, clean, figure } = await at();
    const [bias, weights] = [await said(figure, BALL), await said(figure, ARROW)];
    await figure.drag(`${BALL} .grip`, -30, -30);
    expect(await said(figure, BALL)).not.toBe(bias);
    expect(await said(figure, ARROW)).toBe(weights);
    expect(await figure.step()).toBe(0);
    const slid = await said(figure, ARROW);
    await figure.drag(`${ARROW} .grip`, 10, 30);
    expect(await said(figure, ARROW)).not.toBe(slid);
    await figure.press('undo');
    await figure.press('undo');
    // The time line stays at the start; what was laid by hand is gone.
    expect(await page.evaluate(() => document.querySelector('gd-figure')!.state['weights'])).toBeUndefined();
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('does the same by keys', async () => {
    const { page, clean, figure } = await at();
    const [bias, weights] = [await said(figure, BALL), await said(figure, ARROW)];
    await (await figure.find(BALL)).evaluate((h) => (h as SVGElement).focus());
    await page.keyboard.press('ArrowUp');
    expect(await said(figure, BALL)).not.toBe(bias);
    expect(await said(figure, ARROW)).toBe(weights);
    await (await figure.find(ARROW)).evaluate((h) => (h as SVGElement).focus());
    await page.keyboard.press('ArrowLeft');
    expect(await said(figure, ARROW)).not.toBe(weights);
    clean();
  });

  it('asks its wager first, and answers it in the picture', async () => {
    const { clean, figure } = await at();
    expect(await figure.text('.asked')).not.toContain('into the water and');
    await figure.press('push it');
    expect(await figure.text('.asked')).toMatch(/moved 0\.\d+ into the water and did not turn/);
    clean();
  });

  it('opens every panel, and each can be used by everyone', { timeout: 120_000 }, async () => {
    const { page, clean, figure } = await at();
    for (const tab of ['learning', 'points', 'network', 'every dial', '100 starts', 'one neuron']) {
      await figure.turnTo(tab);
      await page.waitForFunction(
        () => !document.querySelector('gd-figure')!.shadowRoot!.textContent.includes('One moment'),
      );
      expect(await accessibilityProblems(page), tab).toEqual([]);
      expect(await figure.nonsense(), tab).toEqual([]);
    }
    clean();
  });

  it('draws a point of the reader’s own where the map is pressed', async () => {
    const { page, clean, figure } = await at();
    await figure.turnTo('points');
    await page.waitForFunction(() => document.querySelector('gd-figure')!.shadowRoot!.querySelector('.shelf') !== null);
    await (
      await figure.find('.shelf label:last-of-type input')
    ).evaluate((input) => (input as HTMLInputElement).click());
    await settled(page);
    expect(await figure.text('.own-row')).toContain('120 points');
    const box = await (await figure.find('.drawing')).boundingBox();
    await page.mouse.click(box!.x + 30, box!.y + box!.height - 20);
    await settled(page);
    expect(await figure.text('.own-row')).toContain('121 points');
    clean();
  });

  it('says when the numbers are gone, and leads back', async () => {
    const { page, clean, figure } = await at();
    await page.evaluate(() => {
      const element = document.querySelector('gd-figure')!;
      element.state = { activation: 'relu', last: 'linear', layers: '8', rate: '1.5' };
      element.step = 1500;
    });
    await settled(page);
    expect(await figure.text('.exploded')).toContain('has no numbers any more');
    await figure.press('try rate 0.1');
    await settled(page);
    expect(await page.evaluate(() => document.querySelector('gd-figure')!.state['rate'])).toBe('0.1');
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('fits beside its text, and on a phone its picture is under half the window', async () => {
    const { page, clean } = await visit(browser, { url: `${fromDisk}#neuron` });
    await page.setViewport({ width: 1280, height: 800 });
    await page.waitForSelector('#neuron gd-figure[live]');
    await settled(page);
    const tall = (part: string): Promise<number> =>
      page.$eval('#neuron gd-figure', (e, what) => e.shadowRoot!.querySelector<HTMLElement>(what)!.offsetHeight, part);
    expect(await tall('.live')).toBeLessThanOrEqual(700);
    await page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
    // The page is loaded anew for a phone, and begins at its top.
    await page.$eval('#neuron gd-figure', (e) => e.scrollIntoView({ behavior: 'instant' }));
    await page.waitForSelector('#neuron gd-figure[live]');
    await settled(page);
    expect(await tall('.stage')).toBeLessThan(422);
    clean();
  });

  it('plays at full speed, its maps drawn anew in every frame, and keeps up', { timeout: 60_000 }, async () => {
    const { page, clean } = await at();
    const session = await page.createCDPSession();
    // Processor time: whatever else the machine does is not the page's fault.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async (): Promise<number> =>
      1000 *
      ((await session.send('Performance.getMetrics')).metrics.find((m) => m.name === 'ThreadTime')?.value ?? NaN);
    await page.evaluate(async () => {
      const figure = document.querySelector('gd-figure')!;
      figure.state = { count: '200', updates: '24000' };
      figure.step = 0;
      const pill = (): HTMLElement => figure.shadowRoot!.querySelector('.pill.speed')!;
      for (let i = 0; i < 6 && !pill().textContent.includes('1000'); i++) {
        pill().click();
        await figure.updateComplete;
      }
    });
    await settled(page);
    const before = await spent();
    const { frames, drawn } = await page.evaluate(async () => {
      const figure = document.querySelector('gd-figure')!;
      const coasts = (): string =>
        [...figure.shadowRoot!.querySelectorAll('.gd-coast-line')].map((line) => line.getAttribute('d')).join();
      let [last, drawn] = [coasts(), 0];
      figure.play();
      await new Promise(requestAnimationFrame);
      const many = 90;
      for (let frame = 0; frame < many; frame++) {
        await new Promise(requestAnimationFrame);
        const now = coasts();
        drawn += Number(now !== last);
        last = now;
      }
      figure.pause();
      return { frames: many, drawn };
    });
    // A slow machine may take twice what this one does; a page that could not keep up would be far beyond.
    expect((await spent()) - before).toBeLessThan(40 * frames);
    expect(drawn).toBeGreaterThan(0.9 * frames);
    clean();
  });

  describe('on a phone, by a finger', () => {
    const inHand = async (
      hash = '#neuron',
    ): Promise<{ page: Awaited<ReturnType<typeof visit>>['page']; clean: () => void; figure: FigureHands }> => {
      const { page, clean } = await visit(browser, {
        url: `${fromDisk}${hash}`,
        width: 390,
        height: 844,
        touch: true,
      });
      return { page, clean, figure: await FigureHands.on(page, 'neuron') };
    };
    it('slides the coast by its ball and turns it by its arrow, while the page stays where it is', async () => {
      const { clean, figure } = await inHand();
      const [bias, weights] = [await said(figure, BALL), await said(figure, ARROW)];
      expect(await figure.pull(`${BALL} .grip`, 20, -60)).toBe(0);
      expect(await said(figure, BALL)).not.toBe(bias);
      expect(await said(figure, ARROW)).toBe(weights);
      expect(await figure.pull(`${ARROW} .grip`, -40, 20)).toBe(0);
      expect(await said(figure, ARROW)).not.toBe(weights);
      const crosshair = '.handle[aria-label^="Crosshair"]';
      const place = await said(figure, crosshair);
      expect(await figure.pull(`${crosshair} .grip`, -60, 40)).toBe(0);
      expect(await said(figure, crosshair)).not.toBe(place);
      expect(await figure.nonsense()).toEqual([]);
      clean();
    });

    it('is wagered at, pushed and put back', async () => {
      const { page, clean, figure } = await inHand();
      await page.$eval('#neuron .predict', (e) => e.scrollIntoView({ block: 'end', behavior: 'instant' }));
      await settled(page);
      // The text asks and has the button; the choice stands in the stage.
      const choice = await figure.find('.asked select');
      expect((await choice.boundingBox())!.height).toBeGreaterThan(24);
      await choice.evaluate((e) => {
        (e as HTMLSelectElement).value = 'turns';
        e.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await (await page.$('#neuron .predict gd-word'))!.tap();
      await settled(page);
      expect(await figure.text('.asked')).toMatch(/turns: no\./);
      expect(await figure.text('.asked')).toMatch(/moved 0\.\d+ into the water/);
      await figure.press('again');
      expect(await figure.text('.asked')).not.toContain('into the water.');
      clean();
    });

    it('trains a hundred starts beside whatever else is done, stops when told, and goes on to its end', async () => {
      const { page, clean, figure } = await inHand('#neuron?panel=starts&count=20');
      await figure.press('more');
      await figure.tap('.starts .pill');
      const over = async (): Promise<number> => Number(/(\d+) of 400/.exec(await figure.text('.starts'))?.[1] ?? 0);
      await expect.poll(over, { timeout: 60_000 }).toBeGreaterThan(3);
      // The coast is in the hand all the while.
      const bias = await said(figure, BALL);
      await figure.tap('.starts .pill');
      expect(await figure.text('.starts')).toMatch(/train them again.*After 1 000 updates \d+, \d+, \d+, \d+ of 100/);
      await figure.press('less');
      await figure.pull(`${BALL} .grip`, 0, -40);
      expect(await said(figure, BALL)).not.toBe(bias);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      clean();
    });

    it('sets down, moves and rubs out points of one’s own', async () => {
      const { clean, figure } = await inHand('#neuron?data=own&panel=data&points=-0.8,0.5,0,0.8,-0.5,1');
      const count = async (): Promise<string> => figure.text('.own-row');
      await figure.press('more');
      await figure.tap('.drawing', -90, 70);
      expect(await count()).toContain('3 points');
      expect(await figure.pull('.drawing', 30, 30)).toBe(0);
      expect(await count()).toContain('4 points');
      await figure.tap('.own .segments label:last-of-type');
      await expect
        .poll(() =>
          figure
            .find('.own .segments label:last-of-type input')
            .then((i) => i.evaluate((e) => (e as HTMLInputElement).checked)),
        )
        .toBe(true);
      await figure.tap('.drawing', -90, 70);
      expect(await count()).toContain('3 points');
      expect(await figure.nonsense()).toEqual([]);
      clean();
    });
  });
});
