/** The playground in a browser: formulas, the ball, the table whose numbers open their dials, code, and a link for a class. */
import { describe, expect, it } from 'vitest';

import { accessibilityProblems, FigureHands, fromDisk, opening, visit } from './support';

const BALL = '[aria-label="The start, for all runs"]';
const FORMULA = '.formula-row input';

describe('the playground, read and used', () => {
  const { at, open, browser } = opening('playground');
  const said = async (figure: FigureHands): Promise<string> =>
    (await figure.find(BALL)).evaluate((e) => e.getAttribute('aria-valuetext') ?? '');
  const type = async (figure: FigureHands, text: string): Promise<void> => {
    await (
      await figure.find(FORMULA)
    ).evaluate((e, value) => {
      (e as HTMLInputElement).value = value;
      e.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  };
  const press = async (figure: FigureHands, selector: string): Promise<void> =>
    (await figure.find(selector)).evaluate((e) => (e as HTMLElement).click());
  const choose = async (figure: FigureHands, selector: string, value: string): Promise<void> =>
    (await figure.find(selector)).evaluate((e, to) => {
      (e as HTMLSelectElement).value = to;
      e.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);

  const standing = (figure: FigureHands): Promise<Record<string, string>> =>
    figure.page.$eval('gd-figure', (f) => (f as unknown as { state: Record<string, string> }).state);

  it('draws what is typed with its slopes, and keeps the map of a faulty formula', async () => {
    const { figure, clean } = await open();
    await type(figure, 'x^2 + 3 y^2');
    await expect.poll(() => figure.text('.slopes')).toContain('6 y');
    const before = await (await figure.find('.scene svg')).evaluate((e) => e.querySelectorAll('.gd-terrain-3').length);
    await type(figure, 'x^2 + 3 y^2 +');
    await expect.poll(() => figure.text('.slopes')).not.toContain('6 y');
    expect(await figure.all('.slopes mark')).toHaveLength(1);
    expect(await (await figure.find('.scene svg')).evaluate((e) => e.querySelectorAll('.gd-terrain-3').length)).toBe(
      before,
    );
    await type(figure, 'w^2 + 1');
    await expect.poll(() => figure.text('.run-table thead')).toContain('w');
    await expect.poll(async () => (await figure.all('.scene .gd-loss-line')).length).toBe(1);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('moves the ball by mouse and by keys, and takes it back', async () => {
    const { figure, clean } = await open();
    const before = await said(figure);
    expect(before).toContain('start at x = 2.00, y = 2.00');
    await figure.drag(BALL, -90, 40);
    expect(await said(figure)).not.toBe(before);
    await figure.press('undo');
    expect(await said(figure)).toBe(before);
    await (await figure.find(BALL)).evaluate((e) => (e as SVGElement).focus());
    await figure.page.keyboard.press('ArrowLeft');
    await expect.poll(() => said(figure)).not.toBe(before);
    clean();
  });

  it('opens a run’s dials from its row, changes rule and rate, adds and removes', async () => {
    const { figure, clean } = await open('#playground?step=36');
    await press(figure, '[aria-label*="rate of run 1"]');
    await figure.slide('[id$="rule-learningRate"]', Math.log10(0.2));
    await expect.poll(() => figure.text('.run-table tbody tr:first-child')).toContain('0.2');
    await choose(figure, '.drawer select', 'adam');
    await expect.poll(() => figure.text('.run-table tbody tr:first-child')).toContain('Adam');
    await figure.press('done');
    await figure.press('+ another run');
    await expect.poll(async () => (await figure.all('.run-table tbody tr')).length).toBe(4);
    await press(figure, '[aria-label*="rate of run 4"]');
    await figure.press('remove');
    await expect.poll(async () => (await figure.all('.run-table tbody tr')).length).toBe(3);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('begins from every place of its list, and says in the row when a run diverges', async () => {
    const { figure, clean } = await open();
    const places = await (
      await figure.find('.begin')
    ).evaluate((e) => [...(e as HTMLSelectElement).options].map(({ value }) => value).filter((value) => value !== ''));
    expect(places.length).toBeGreaterThan(10);
    for (const place of places) {
      await choose(figure, '.begin', place);
      await figure.press('pause').catch(() => undefined);
      await figure.slide('.scrub input', await figure.steps());
      expect(await figure.nonsense(), place).toEqual([]);
      if (place === 'diverging') expect(await figure.text('.run-table')).toMatch(/diverged at step \d+/);
    }
    clean();
  });

  it('takes the wager, and answers only when asked', async () => {
    const { figure, clean } = await open();
    await press(figure, '[aria-label="Run 1, gradient descent"]');
    expect(await figure.text('.asked')).not.toContain('Your guess');
    await figure.press('move it');
    await expect.poll(() => figure.text('.asked')).toMatch(/Your guess 1: only 3, Adam, still ends where it did/);
    await figure.press('back');
    await expect.poll(() => figure.text('.asked')).toContain('which one still ends');
    clean();
  });

  it('writes the chosen run in every language, with its last loss', async () => {
    const { figure, clean } = await open('#playground?panel=code&picked=3');
    await figure.find('.program');
    for (const language of ['pseudocode', 'C++ (Eigen)', 'NumPy', 'PyTorch', 'JavaScript']) {
      await figure.press(language);
      expect(await figure.text('.program'), language).toMatch(/last loss, to compare: -0\.926\d+/);
    }
    await figure.turnTo('link');
    expect(await figure.text('.program')).toMatch(
      /figures\/playground\.html#playground\?picked=3|#playground\?step=\d+/,
    );
    await figure.turnTo('embed');
    expect(await figure.text('.program')).toContain('<gd-figure name="playground"');
    clean();
  });

  it('prepares a link for a class, whose readers see only what it leaves them', async () => {
    const { figure, clean } = await open('#playground?runs=momentum,learningRate%3D0.06&steps=60&panel=class');
    await figure.find('.goal-line');
    await choose(figure, '.goal-line select', 'below');
    await expect
      .poll(() => figure.text('.possible'), { timeout: 30_000 })
      .toMatch(/^it can be done: \d+ of 920 settings/);
    // Twice pressed, the formula is gone; once, the ground.
    await press(figure, '.formula-row .tag');
    await press(figure, '.formula-row .tag');
    await press(figure, '.tags-over .tag');
    await figure.press('see it as they will');
    await expect.poll(async () => (await figure.all(FORMULA)).length).toBe(0);
    expect(await figure.text('.asked')).toMatch(/^Goal: After 60 steps, stand at −0\.900 or below\./);
    expect(await figure.all('.scene mask')).toHaveLength(1);
    await figure.turnTo('for a class');
    await figure.find('.goal-line');
    clean();
  });

  it('sends a link whose readers see the task and nothing else, solve it, and hand in a link of their own', async () => {
    const url = `${fromDisk}#playground?runs=momentum,learningRate%3D0.06&picked=1&steps=60&goal=below&locked=start&without=formula,ground,others&panel=class`;
    const sent: string[] = [];
    const teacher = await visit(browser(), { url });
    const desk = await FigureHands.on(teacher.page, 'playground');
    await desk.find('.goal-line');
    await teacher.page.exposeFunction('sent', (text: string) => sent.push(text));
    await teacher.page.evaluate(() => {
      const writeText = (text: string): Promise<unknown> =>
        (globalThis as unknown as { sent: (text: string) => Promise<unknown> }).sent(text);
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    });
    await desk.press('copy the link');
    await expect.poll(() => sent.length).toBe(1);
    teacher.clean();
    await teacher.page.close();

    // The figure's own page, which lies beside the tutorial's.
    expect(sent[0]).toMatch(/figures\/playground\.html#playground\?.*goal=below/);
    const { figure, clean } = await at(sent[0]!);
    expect(await figure.step()).toBe(0);
    expect(await figure.text('.asked')).toMatch(/^Goal: After 60 steps, stand at −0\.900 or below\./);
    expect(await figure.all(FORMULA)).toHaveLength(0);
    expect(await figure.all('.tag, .goal-line, .slopes')).toHaveLength(0);
    expect(await figure.all('.scene mask')).toHaveLength(1);
    const tabs = await Promise.all(
      (await figure.all('[role=tab]')).map((tab) => tab.evaluate((e) => e.textContent?.trim())),
    );
    expect(tabs).not.toContain('code');
    expect(tabs).not.toContain('numbers');
    // The start is theirs to see, not to move.
    const before = await standing(figure);
    if ((await figure.all(BALL)).length) await figure.drag(BALL, -90, 40);
    expect(await standing(figure)).toEqual(before);
    await figure.slide('.scrub input', 60);
    expect(await figure.text('.asked')).not.toContain('✓');
    await press(figure, '[aria-label*="rate of run 1"]');
    await figure.slide('[id$="rule-learningRate"]', Math.log10(0.12));
    await figure.press('done');
    await figure.slide('.scrub input', 60);
    await expect.poll(() => figure.text('.asked')).toContain('✓');
    await figure.turnTo('link');
    const handedIn = await figure.text('.program');
    clean();
    // Of two pages only one is in front.
    await figure.page.close();

    const marked = await at(handedIn.trim());
    await expect.poll(() => marked.figure.text('.asked')).toContain('✓');
    expect(await marked.figure.all(FORMULA)).toHaveLength(0);
    marked.clean();
  });

  it('shows the goal on a page that was sent, and ticks it once it is reached', async () => {
    const link = 'runs=momentum,learningRate%3D0.12&steps=60&goal=below&without=formula,ground,others';
    const { figure, clean } = await open(`#playground?${link}&step=0`);
    expect(await figure.text('.asked')).toContain('press play');
    expect(await figure.all('[role=tab]')).toHaveLength(3);
    await figure.slide('.scrub input', 60);
    await expect.poll(() => figure.text('.asked')).toContain('✓');
    clean();
  });

  it('knows when the task is done', async () => {
    const runs = 'gradient_descent,learningRate%3D0.1;momentum,learningRate%3D0.12';
    const { page, clean } = await visit(browser(), { url: `${fromDisk}#playground?runs=${runs}&step=60` });
    await FigureHands.on(page, 'playground');
    await page.waitForSelector('gd-task[goal=led] >>> .done');
    clean();
  });

  it('is readable for those who hear it, in every panel', async () => {
    const { figure, clean } = await open('#playground?goal=below');
    await figure.press('done').catch(() => undefined);
    for (const panel of ['runs', 'losses', 'numbers', 'code', 'link', 'embed']) {
      await figure.turnTo(panel);
      expect(await accessibilityProblems(figure.page, { within: 'gd-figure' }), panel).toEqual([]);
    }
    clean();
  });

  it('keeps the stage under half of a phone’s window', async () => {
    const { page, clean } = await visit(browser(), {
      url: `${fromDisk}#playground`,
      width: 390,
      height: 844,
      touch: true,
    });
    const figure = await FigureHands.on(page, 'playground');
    const tall = await (await figure.find('.stage')).evaluate((e) => e.getBoundingClientRect().height);
    expect(tall).toBeLessThan(422);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    clean();
  });
});
