import type { BrowserContext } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { accessibilityProblems, FigureHands, launch, pageOf, visit, type VisitOptions } from './support';

const A = '[aria-label^="A, an end"]';
const LINE = '[aria-label^="The line 2"]';
const GUESS = '[aria-label^="Your guess"]';
const row = (width: number): string => `[aria-label^="Runs of ${width} neuron"]`;

describe('landscape, read and used', () => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const open = async (hash = '', options?: VisitOptions): Promise<{ figure: FigureHands; clean: () => void }> => {
    const { page, clean } = await visit(browser, { url: `${pageOf('landscape')}${hash}`, ...options });
    return { figure: await FigureHands.on(page, 'landscape'), clean };
  };
  const valueOf = async (figure: FigureHands, selector: string): Promise<string> =>
    (await figure.find(selector)).evaluate((e) => e.getAttribute('aria-valuetext') ?? '');
  const keys = async (figure: FigureHands, selector: string, ...names: string[]): Promise<void> => {
    await (await figure.find(selector)).evaluate((e) => (e as SVGElement).focus());
    for (const name of names) await figure.page.keyboard.press(name as 'Home');
  };
  const profile = async (figure: FigureHands): Promise<string> =>
    (await figure.find('[data-spot=profile] .gd-loss-line')).evaluate((e) => e.getAttribute('d') ?? '');
  /** The map has all of its lines. */
  const mapped = (figure: FigureHands): Promise<void> =>
    expect.poll(async () => (await figure.all('[data-spot=map] path')).length, { timeout: 20_000 }).toBeGreaterThan(20);

  it('cuts where a hand puts A, by mouse and by keys, and leaves time alone', async () => {
    const { figure, clean } = await open();
    await mapped(figure);
    const [before, said] = [await profile(figure), await figure.text('[data-spot=says]')];
    await figure.drag(A, 60, 40);
    const dragged = await profile(figure);
    expect(dragged).not.toBe(before);
    await keys(figure, A, 'ArrowRight', 'ArrowUp');
    expect(await profile(figure)).not.toBe(dragged);
    expect(await figure.step()).toBe(300);
    expect(await figure.text('[data-spot=says]')).toBe(said);
    await figure.press('undo');
    clean();
  });

  it('shows how little of the way a random plane holds', async () => {
    const { figure, clean } = await open();
    const shown = async (): Promise<number> =>
      Number(/movement shown ([\d.]+)/.exec(await figure.text('[data-spot=says]'))?.[1]);
    expect(await shown()).toBeGreaterThan(90);
    await (await figure.all('[data-spot=planes] input'))[1]!.evaluate((e) => (e as HTMLInputElement).click());
    await expect.poll(shown).toBeLessThan(5);
    await mapped(figure);
    expect(await shown()).toBeLessThan(5);
    await figure.press('two others');
    await mapped(figure);
    expect(await shown()).toBeLessThan(5);
    clean();
  });

  it('bends a way between two ends, in a worker, and follows it by hand', async () => {
    const { figure, clean } = await open();
    await (await figure.all('[data-spot=planes] input'))[3]!.evaluate((e) => (e as HTMLInputElement).click());
    await mapped(figure);
    await expect.poll(async () => (await figure.all('.running')).length).toBe(0);
    expect(figure.page.workers()).toHaveLength(1);
    const numbers = async (): Promise<number[]> =>
      Array.from((await figure.text('[data-spot=says]')).matchAll(/\d+\.\d+/g), ([n]) => Number(n));
    const [straight, sorted, bent, untrained] = await numbers();
    expect(bent!).toBeLessThan(sorted!);
    expect(sorted!).toBeLessThan(straight!);
    expect(untrained!).toBeGreaterThan(bent!);
    const WAY = '[aria-label^="Part of the way"]';
    await keys(figure, WAY, 'Home', 'ArrowRight');
    expect(await valueOf(figure, WAY)).toMatch(/^1 percent: straight 0\.\d+, with the neurons sorted alike/);
    await figure.drag(WAY, 60, 0);
    expect(await figure.step()).toBeGreaterThan(40);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('drops runs one by one, stops and goes on, and shows the coast of the dot that was pressed', async () => {
    const { figure, clean } = await open();
    await figure.turnTo('where runs end');
    await expect.poll(() => figure.text('.running'), { timeout: 20_000 }).toMatch(/^[1-9]/);
    expect(figure.page.workers()).toHaveLength(1);
    await figure.press('stop');
    const stood = await figure.text('.running');
    await new Promise((done) => setTimeout(done, 300));
    expect(await figure.text('.running')).toBe(stood);
    await figure.press('go on');
    await expect.poll(async () => (await figure.all('.running')).length, { timeout: 60_000 }).toBe(0);
    await figure.page.$eval('gd-figure', (e) => e.scrollIntoView());
    await keys(figure, row(16), 'ArrowRight', 'ArrowRight');
    expect(await valueOf(figure, row(16))).toMatch(/^40 runs after 300 updates, \d+ of them above 0\.1; run \d+, loss/);
    expect((await figure.all('.coasts figure')).length).toBeGreaterThan(2);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  }, 120_000);

  it('answers the wager when the run is played on, and not before', async () => {
    const { figure, clean } = await open('#landscape?view=edge');
    expect(await figure.all(LINE)).toEqual([]);
    await figure.drag(GUESS, 0, -60);
    expect(await figure.text('.asked')).toMatch(/your guess/);
    await figure.press('play on');
    await expect.poll(() => figure.text('.asked'), { timeout: 40_000 }).toMatch(/it stays at (19|20)/);
    expect((await figure.all(LINE)).length).toBe(1);
    clean();
  }, 60_000);

  it('has a line that is the rate, by mouse and by keys', async () => {
    const { figure, clean } = await open('#landscape?view=edge&rate=0.2&step=2400');
    const held = (): Promise<string> => figure.text('[data-spot=numbers]');
    await expect.poll(held, { timeout: 20_000 }).toMatch(/stays at (9\.[5-9]|10\.)/);
    await keys(figure, LINE, 'ArrowUp', 'ArrowUp');
    expect(Number(/rate ([\d.]+)/.exec(await valueOf(figure, LINE))?.[1])).toBeLessThan(0.2);
    await figure.drag(LINE, 0, 40);
    const rate = Number(/rate ([\d.]+)/.exec(await valueOf(figure, LINE))?.[1]);
    expect(rate).toBeGreaterThan(0.2);
    await expect
      .poll(async () => Number(/stays at ([\d.]+)/.exec(await held())?.[1] ?? 0) * rate, { timeout: 20_000 })
      .toBeGreaterThan(1.85);
    clean();
  }, 60_000);

  it.each(['slice', 'slice&plane=between', 'ends', 'edge'])('is for everybody: %s', async (view) => {
    const { figure, clean } = await open(`#landscape?view=${view}&revealed=true`);
    expect(await accessibilityProblems(figure.page, { within: 'gd-figure' })).toEqual([]);
    clean();
  });

  it('has its picture in under half of a phone’s window', async () => {
    for (const view of ['slice', 'ends', 'edge']) {
      const { figure, clean } = await open(`#landscape?view=${view}`, { width: 390, height: 844, touch: true });
      const tall = await (await figure.find('.stage')).evaluate((e) => e.getBoundingClientRect().height);
      expect(tall, view).toBeLessThan(430);
      clean();
    }
  });
});
