import { describe, expect, it } from 'vitest';

import { accessibilityProblems, FigureHands, fromDisk, opening, visit } from './support';

const BALL = '[aria-label^="The ball: where"]';
const EDGE = '[aria-label^="The edge of the batch"]';
const GUESS = '[aria-label^="Your guess"]';

describe('batches, read and used', () => {
  const { open, browser } = opening('batches');
  /** Radius of the cloud's own ring, in px. */
  const ring = async (figure: FigureHands): Promise<number> =>
    (await figure.find('.gd-cloud-ring')).evaluate((e) => Number(e.getAttribute('r')));

  it('shrinks the cloud while the window’s edge is pulled, by mouse and by keys', async () => {
    const { figure, clean } = await open();
    const wide = await ring(figure);
    await figure.drag(EDGE, 60, 0);
    const pulled = await figure.valueOf(EDGE);
    expect(Number(/\d+/.exec(pulled)?.[0])).toBeGreaterThan(20);
    expect(await ring(figure)).toBeLessThan(0.65 * wide);
    await figure.press('undo');
    expect(await figure.valueOf(EDGE)).toBe('a batch of 8');
    await figure.press('redo');
    await figure.keys(EDGE, 'ArrowRight', 'ArrowRight', 'PageUp');
    expect(await figure.valueOf(EDGE)).toBe(`a batch of ${Number(/\d+/.exec(pulled)?.[0]) + 12}`);
    clean();
  });

  it('asks one, or everybody, by one press in the picture, also by key', async () => {
    const { figure, clean } = await open();
    await (await figure.find('[aria-label="A batch of all 272"]')).evaluate((e) => (e as SVGElement).focus());
    await figure.page.keyboard.press('Enter');
    expect(await figure.valueOf(EDGE)).toBe('a batch of 272');
    expect(await ring(figure)).toBe(0);
    await (await figure.find('[aria-label="A batch of 1"]')).click();
    expect(await figure.text('.plot')).toContain('this one');
    expect(await figure.steps()).toBe(816);
    clean();
  });

  it('carries the cloud with the ball, by mouse and by keys', async () => {
    const { figure, clean } = await open();
    const before = await figure.valueOf(BALL);
    await figure.drag(BALL, -60, 20);
    expect(await figure.valueOf(BALL)).not.toBe(before);
    await figure.keys(BALL, 'ArrowRight', 'ArrowUp');
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('leaves the cloud at the bottom, where the arrow is gone', async () => {
    const { figure, clean } = await open('#batches?weight=1.07&bias=6.57');
    expect(await figure.text('.plot')).toContain('no arrow left');
    expect(await ring(figure)).toBeGreaterThan(15);
    clean();
  });

  it('takes the wager on the ring, answers when asked, and takes both back', async () => {
    const { figure, clean } = await open();
    expect(await figure.text('.asked')).toContain('how many times as wide');
    await figure.keys(GUESS, 'ArrowRight');
    await figure.drag(GUESS, 30, 0);
    const said = await figure.valueOf(GUESS);
    expect(said).toMatch(/^0\.\d\d times as wide/);
    await figure.turnTo('cloud');
    expect(await figure.text('.tab-panel')).toContain('once you have guessed');
    await figure.press('ask 32');
    expect(await figure.text('.asked')).toMatch(/your guess 0\.\d+ 32 asked: 0\.48 /);
    expect(await figure.all('.spread-dot')).toHaveLength(9);
    await figure.press('guess again');
    expect(await figure.text('.asked')).toContain('how many times as wide');
    expect(await figure.valueOf(EDGE)).toBe('a batch of 8');
    clean();
  });

  it('turns the winner round with the clock', async () => {
    const { figure, clean } = await open('#batches?panel=clocks');
    const order = async (): Promise<string> => figure.text('.racers-named');
    expect(await order()).toMatch(/^all 272.* 8, .* 1, /);
    await (await figure.find('.clocks label:nth-child(2)')).click();
    await expect.poll(order).toMatch(/^1, .* 8, .*all 272/);
    clean();
  });

  it('lets the rate fall and leaves the order to the file, and plays to its end', async () => {
    const { figure, clean } = await open('#batches?panel=more');
    await (await figure.find('.more-of-batches .segments label:nth-child(2)')).click();
    await figure.slide('.scrub input', await figure.steps());
    await figure.turnTo('rest');
    expect(await figure.text('[data-spot="rest"]')).toMatch(/The rate falls from 0\.12 to 0\.011/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('names a divergence and paints nothing that is not a number', async () => {
    const { figure, clean } = await open('#batches?batch=1&rate=1');
    await figure.slide('.scrub input', await figure.steps());
    expect(await figure.text('.ending')).toMatch(/^diverged at step \d+$/);
    for (const panel of ['points', 'cloud', 'two clocks', 'rest', 'more']) {
      await figure.turnTo(panel);
      expect(await figure.nonsense(), panel).toEqual([]);
    }
    clean();
  });

  it('knows when the task is done', async () => {
    const { page, clean } = await visit(browser(), { url: `${fromDisk}#batches?schedule=falling&step=102` });
    await FigureHands.on(page, 'batches');
    await page.waitForSelector('gd-task[goal=rest] >>> .done');
    clean();
  });

  it('is readable for those who hear it, in every panel', async () => {
    const { figure, clean } = await open('#batches?revealed=true&guess=0.6&batch=32');
    for (const panel of ['points', 'cloud', 'two clocks', 'rest', 'more']) {
      await figure.turnTo(panel);
      expect(await accessibilityProblems(figure.page, { within: 'gd-figure' }), panel).toEqual([]);
    }
    clean();
  });

  it('has its window, its ball and its ring under a finger on a phone, and the page stays where it is', async () => {
    const { figure, clean } = await open('', { width: 390, height: 844, touch: true });
    expect(await figure.pull(EDGE, 70, 0)).toBe(0);
    expect(Number(/\d+/.exec(await figure.valueOf(EDGE))?.[0])).toBeGreaterThan(30);
    await figure.press('undo');
    expect(await figure.pull(GUESS, 20, 0)).toBe(0);
    expect(await figure.valueOf(GUESS)).toMatch(/times as wide/);
    const stood = await figure.valueOf(BALL);
    expect(await figure.pull(BALL, -20, 30)).toBe(0);
    expect(await figure.valueOf(BALL)).not.toBe(stood);
    await figure.tap('[aria-label="A batch of all 272"]');
    expect(await ring(figure)).toBe(0);
    clean();
  });
});
