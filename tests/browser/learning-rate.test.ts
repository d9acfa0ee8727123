import { describe, expect, it } from 'vitest';

import { FigureHands, opening, pageOf, visit } from './support';

const labelled = (label: string): string => `[aria-label="${label}"]`;

describe('four learning rates, read and used', () => {
  const { open, inTutorial, browser } = opening('learning-rate');

  it('runs all four on one time line, forwards and back, each told by what it does', async () => {
    const { figure, clean } = await open();
    await figure.press('Back to the start');
    await figure.press('One step');
    expect(await figure.valueOf(labelled('Ball 2: where all four start'))).toContain('now w 1.800');
    await figure.press('One step back');
    expect(await figure.valueOf(labelled('Ball 2: where all four start'))).toContain('now w 3.000');
    for (const [ball, manner] of [
      [1, 'crawls'],
      [2, 'glides'],
      [3, 'swings'],
      [4, 'diverges'],
    ] as const)
      expect(await figure.valueOf(labelled(`Learning rate of ball ${ball}`))).toContain(manner);
    clean();
  });

  it('keeps balls that leave within the frame and paints no infinity', async () => {
    const { figure, clean } = await open('#learning-rate?panel=more');
    await figure.press('100 × steeper');
    for (const step of [1, await figure.steps()]) {
      await figure.slide('.scrub input', step);
      expect(await figure.nonsense()).toEqual([]);
      const [frame, balls] = await figure.page.$eval('gd-figure[name="learning-rate"]', (f) => {
        const centre = (b: DOMRect): [number, number] => [(b.left + b.right) / 2, (b.top + b.bottom) / 2];
        const all = [...(f.shadowRoot?.querySelectorAll('[aria-label^="Ball "] .grip') ?? [])];
        const { left, right, top, bottom } = f.getBoundingClientRect();
        return [{ left, right, top, bottom }, all.map((b) => centre(b.getBoundingClientRect()))] as const;
      });
      expect(balls.length).toBe(4);
      for (const [x, y] of balls) {
        expect(x).toBeGreaterThanOrEqual(frame.left);
        expect(x).toBeLessThanOrEqual(frame.right);
        expect(y).toBeGreaterThanOrEqual(frame.top);
        expect(y).toBeLessThanOrEqual(frame.bottom);
      }
    }
    clean();
  });

  it('hides the sweep until it was guessed at, then stands the truth beside the guess', async () => {
    const { figure, clean } = await open();
    const curves = (await figure.all('.gd-loss-line')).length;
    const guess = await figure.find('[aria-label^="Your guess"]');
    await guess.evaluate((g) => (g as SVGElement).focus());
    await figure.page.keyboard.press('ArrowLeft');
    expect(await figure.text('.asked')).toContain('you say: 0.595');
    await figure.press('run every rate');
    expect((await figure.all('.gd-loss-line')).length).toBeGreaterThan(curves);
    // 2 / curvature on w² + 5 is 1, and that is where a fine search over runs finds the edge.
    expect(await figure.text('.asked')).toMatch(/your guess 0\.595 the edge 1 0\.41 too careful/);
    expect(await figure.text('.plot')).toContain('your guess 0.595');
    clean();
  });

  it('moves the edge with the curvature, and brings the picture back by two presses', async () => {
    const { figure, clean } = await open('#learning-rate?curvature=200&guess=0.1&revealed=true');
    expect(await figure.text('.asked')).toMatch(/the edge 0\.01/);
    for (const name of ['zoom in 100 ×', 'divide them by 100']) {
      const button = await figure.find(`[role=button][aria-label="${name}"]`);
      await button.evaluate((b) => (b as SVGElement).focus());
      await figure.page.keyboard.press('Enter');
      await figure.page.waitForFunction(
        (label: string) =>
          !document.querySelector('gd-figure')!.shadowRoot!.querySelector(`[role=button][aria-label="${label}"]`),
        {},
        name,
      );
    }
    for (const [ball, manner] of ['crawls', 'glides', 'swings', 'diverges'].entries())
      expect(await figure.valueOf(labelled(`Learning rate of ball ${ball + 1}`))).toContain(manner);
    clean();
  });

  it('changes one rate by keys and leaves the others alone', async () => {
    const { figure, clean } = await inTutorial();
    const rate = await figure.find('[aria-label="Learning rate of ball 3"]');
    await rate.evaluate((r) => (r as SVGElement).focus());
    await figure.page.keyboard.press('ArrowRight');
    await figure.page.waitForFunction(() => location.hash.includes('rates='));
    const rates = decodeURIComponent(new URL(figure.page.url()).hash);
    expect(rates).toMatch(/rates=0\.02,0\.2,0\.905,1\.05/);
    clean();
  });

  it('takes the nearest of two beads whose targets overlap, and never lets it jump', async () => {
    const { page, clean } = await visit(browser(), { url: pageOf('learning-rate'), width: 390 });
    const figure = await FigureHands.on(page, 'learning-rate');
    const at = async (ball: number): Promise<{ x: number; y: number }> =>
      (await figure.find(`[aria-label="Learning rate of ball ${ball}"] .grip`)).evaluate((g) => {
        const b = g.getBoundingClientRect();
        return { x: (b.left + b.right) / 2, y: (b.top + b.bottom) / 2 };
      });
    await (await figure.find('[data-spot=sweep]')).evaluate((g) => g.scrollIntoView({ block: 'center' }));
    const [third, fourth] = [await at(3), await at(4)];
    expect(fourth.x - third.x).toBeLessThan(44);
    // Within the target of both, a little nearer to the third.
    const grip = third.x + (fourth.x - third.x) * 0.45;
    await page.mouse.move(grip, third.y);
    await page.mouse.down();
    expect(await figure.valueOf(labelled('Learning rate of ball 3'))).toContain('0.9,');
    await page.mouse.move(grip - 20, third.y, { steps: 4 });
    await page.mouse.up();
    const moved = await at(3);
    expect(Math.abs(moved.x - (third.x - 20))).toBeLessThan(2);
    expect(await at(4)).toEqual(fourth);
    clean();
  });

  it('has a valley that never moves when its ground changes', async () => {
    const { figure, clean } = await open();
    const ticks = async (): Promise<string[]> =>
      figure.page.$eval('gd-figure', (f) =>
        [...f.shadowRoot!.querySelectorAll('[data-spot=valley] .gd-tick-text')].map(
          (t) => `${t.textContent} ${t.getAttribute('x')} ${t.getAttribute('y')}`,
        ),
      );
    const before = await ticks();
    await figure.page.$eval('gd-figure', (f) => f.setAttribute('curvature', '200'));
    await figure.page.waitForFunction(() =>
      document.querySelector('gd-figure')!.shadowRoot!.textContent.includes('w² + 5, before'),
    );
    expect(await ticks()).toEqual(before);
    clean();
  });

  it('knows when three steps were enough', async () => {
    const { figure, clean } = await inTutorial('#learning-rate?curvature=8&rates=0.02,0.125,0.2,0.9&step=3');
    await figure.page.waitForSelector('gd-task[goal=rescaled] >>> .done');
    clean();
  });
});
