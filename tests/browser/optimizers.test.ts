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

const PANELS = ['losses', 'arrivals', 'momentum', 'its dials', 'who races', 'your guess'];
const START = '[aria-label="The start, for all racers"]';

describe('a race of optimizers, read and used', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const at = async (url: string, options?: VisitOptions): Promise<{ figure: FigureHands; clean: () => void }> => {
    const { page, clean } = await visit(browser, { url, ...options });
    return { figure: await FigureHands.on(page, 'optimizers'), clean };
  };
  const open = (hash = '', options?: VisitOptions) => at(`${pageOf('optimizers')}${hash}`, options);
  /** Where its address and its tasks follow what is done. */
  const inTutorial = (hash = '', options?: VisitOptions) => at(`${fromDisk}${hash}`, options);
  const valueOf = async (figure: FigureHands, selector: string): Promise<string> =>
    (await figure.find(selector)).evaluate((e) => e.getAttribute('aria-valuetext') ?? '');
  const rows = (figure: FigureHands): Promise<string[]> =>
    figure
      .all('.ranking tbody tr')
      .then((all) => Promise.all(all.map((r) => r.evaluate((e) => (e.textContent ?? '').replace(/\s+/g, ' ').trim()))));
  const focus = async (figure: FigureHands, selector: string): Promise<void> =>
    (await figure.find(selector)).evaluate((e) => (e as HTMLElement).focus());

  const pick = async (figure: FigureHands, name: string): Promise<void> => {
    await figure.turnTo('arrivals');
    for (const button of await figure.all('.ranking .name'))
      if ((await button.evaluate((b) => b.querySelector('span')?.textContent)) === name) await button.click();
    await settled(figure.page);
  };

  it('lets the start be dragged, and everybody starts there', async () => {
    const { figure, clean } = await inTutorial();
    await figure.turnTo('arrivals');
    const before = await rows(figure);
    await figure.drag(START, 60, -40);
    expect(await valueOf(figure, START)).not.toContain('-3.50');
    await figure.page.waitForFunction(() => /[?&]x=/.test(location.hash));
    expect(await rows(figure)).not.toEqual(before);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('moves the start by keys', async () => {
    const { figure, clean } = await open();
    await focus(figure, START);
    await figure.page.keyboard.press('ArrowRight');
    await figure.page.keyboard.down('Shift');
    await figure.page.keyboard.press('ArrowUp');
    await figure.page.keyboard.up('Shift');
    expect(await valueOf(figure, START)).toMatch(/^start at .3\.42, .1\.70/);
    clean();
  });

  it('opens the step of a racer that is picked by name, and its numbers add up', async () => {
    const { figure, clean } = await open();
    await pick(figure, 'AdaGrad');
    expect(await figure.text('.inspector h3')).toContain('AdaGrad');
    const shown = await figure.page.$$eval('gd-figure[name="optimizers"] >>> .inspector .equation', (all) => {
      const last = [...(all.at(-1)?.querySelectorAll('.quantity') ?? [])];
      return last.map((q) => Number(q.getAttribute('title')));
    });
    const [to = NaN, from = NaN, step = NaN] = shown;
    expect(from - step).toBe(to);
    await figure.press('One step');
    expect(await figure.text('.inspector')).toContain('Step 25, dial x');
    clean();
  });

  it('turns from panel to panel by keys, and keeps the one that is open in the address', async () => {
    const { figure, clean } = await inTutorial();
    const names = async (): Promise<string[]> =>
      Promise.all(
        (await figure.all('[role=tab][aria-selected=true]')).map((t) => t.evaluate((e) => e.textContent?.trim() ?? '')),
      );
    await focus(figure, '[role=tab][aria-selected=true]');
    await figure.page.keyboard.press('ArrowRight');
    await settled(figure.page);
    expect(await names()).toEqual(['arrivals']);
    await figure.page.keyboard.press('End');
    await figure.page.keyboard.press('ArrowRight');
    await figure.page.keyboard.press('ArrowLeft');
    await settled(figure.page);
    expect(await names()).toEqual(['your guess']);
    await figure.page.waitForFunction(() => location.hash.includes('panel=guess'));
    clean();
  });

  it('picks a racer whose curve’s name is pressed', async () => {
    const { figure, clean } = await open();
    const end = await figure.find('.race-curves .racer.end text:not(.gd-racer-number)');
    const name = await end.evaluate((e) => {
      e.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return e.textContent ?? '';
    });
    await settled(figure.page);
    expect(await figure.text('.inspector h3')).toContain(name.trim());
    clean();
  });

  it('reads losses under the pointer, and steps by keys', async () => {
    const { figure, clean } = await open();
    const plot = await figure.find('.race-curves svg');
    await plot.evaluate((e) => e.scrollIntoView({ block: 'end', behavior: 'instant' }));
    await settled(figure.page);
    const box = await plot.evaluate((e) => e.getBoundingClientRect().toJSON() as DOMRect);
    await figure.page.mouse.move(box.x + 180, box.y + 50);
    await figure.page.mouse.move(box.x + 181, box.y + 50);
    expect(await figure.text('.race-curves .hover')).toMatch(/^step \d+ ?.*: [\d.]+/);
    const step = await figure.step();
    await focus(figure, '.race-curves .steering');
    await figure.page.keyboard.press('ArrowRight');
    await settled(figure.page);
    expect(await figure.step()).toBe(step + 1);
    clean();
  });

  it('turns a racer’s dial, and puts it back', async () => {
    const { figure, clean } = await inTutorial();
    const place = async (): Promise<string | undefined> => {
      await figure.turnTo('arrivals');
      return (await rows(figure)).find((r) => /momentum/.test(r) && !r.includes('Nesterov'));
    };
    const before = await place();
    await figure.turnTo('its dials');
    await focus(figure, 'input[id$="momentum-learningRate"]');
    for (let i = 0; i < 30; i++) await figure.page.keyboard.press('ArrowRight');
    expect(await place()).not.toBe(before);
    await figure.page.waitForFunction(() => location.hash.includes('momentum.learningRate'));
    await figure.turnTo('its dials');
    await figure.press('put its dials back');
    expect(await place()).toBe(before);
    clean();
  });

  it('names the step at which one diverges, while the others arrive', async () => {
    const { figure, clean } = await open();
    await figure.press('one diverges');
    await figure.slide('.scrub input', await figure.steps());
    await figure.turnTo('arrivals');
    const all = (await rows(figure)).join('\n');
    expect(all).toMatch(/gradient descent diverged at step \d+ out/);
    expect(all).toMatch(/Newton 1 ?2 \+ 1 H/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('stands each guess beside the truth', async () => {
    const { figure, clean } = await open();
    await figure.turnTo('your guess');
    for (const i of [0, 1]) {
      const select = await figure.find(`select[id$="guess-${i}"]`);
      await select.select('adam');
    }
    expect(await figure.text('.predict')).not.toContain('First:');
    await figure.press('run both races');
    expect(await figure.text('.predict')).toMatch(
      /Adam arrives after \d+ steps, as number \d+ ?First: gradient descent/,
    );
    expect(await figure.text('.predict')).toMatch(/Adam is not there after 200 steps ?First: Newton in 1 step/);
    clean();
  });

  it('knows when momentum was tuned well', async () => {
    const { figure, clean } = await inTutorial(
      '#optimizers?tuned=momentum.learningRate:0.0613,momentum.momentum:0.566&picked=momentum',
    );
    await figure.page.waitForSelector('gd-task[for=optimizers][goal=tuned] >>> .done');
    clean();
  });

  it('says which part of a damaged link it could not use', async () => {
    const { figure } = await open('#optimizers?racers=adam,speedy&tuned=adam.beta1:7');
    expect(await figure.text('.panels')).toContain('There is no optimizer “speedy”');
    expect(await figure.text('.panels')).toContain('adam.beta1 may be from 0 to');
  });

  it.each([320, 390])('fits %d pixels, every target big enough, nothing sideways', async (width) => {
    const { figure, clean } = await inTutorial('', { width, height: 800, touch: true });
    const sideways = (): Promise<number> =>
      figure.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await sideways()).toBeLessThanOrEqual(0);
    for (const name of PANELS) {
      await figure.turnTo(name);
      expect(await sideways()).toBeLessThanOrEqual(0);
    }
    const low = await figure.page.$$eval(
      'gd-figure[name="optimizers"] >>> button, gd-figure[name="optimizers"] >>> label.toggle',
      (all) => all.map((b) => b.getBoundingClientRect()).filter((r) => r.height > 0 && r.height < 24).length,
    );
    expect(low).toBe(0);
    clean();
  });

  it.each(['light', 'dark'] as const)('leaves axe nothing to find, %s', async (scheme) => {
    const { figure } = await open('#optimizers?revealed=true&guess-round=adam', { scheme });
    // Its own headings are such as stand below a chapter's.
    await figure.page.$eval('h1', (title) => title.insertAdjacentHTML('afterend', '<h2>A race</h2>'));
    for (const name of PANELS) {
      await figure.turnTo(name);
      expect(await accessibilityProblems(figure.page)).toEqual([]);
    }
  });
});
