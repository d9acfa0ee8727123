import { describe, expect, it } from 'vitest';

import { accessibilityProblems, FigureHands, fromDisk, opening, settled, visit } from './support';

const BALL = '[aria-label^="The ball: where"]';
const GUESS = '[aria-label^="Your guess"]';
const NEEDLE = '[aria-label^="The needle"]';

describe('two dials and a compass, read and used', () => {
  const { open, inTutorial, browser } = opening('gradient');
  /** The surface as it is painted now; waits until something is. */
  const painted = async (figure: FigureHands): Promise<string> => {
    const canvas = await figure.find('canvas.surface');
    await canvas.evaluate((c) => c.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await figure.page.waitForFunction((c) => (c as HTMLCanvasElement).width > 300, {}, canvas);
    return canvas.evaluate(async (c) => {
      const frame = (): Promise<unknown> => new Promise((next) => requestAnimationFrame(next));
      for (let i = 0; i < 3; i++) await frame();
      return (c as HTMLCanvasElement).toDataURL();
    });
  };

  it('asks first, and sets the guess beside the truth', async () => {
    const { figure, clean } = await open('#gradient?panel=compass&step=0');
    expect(await figure.all('.gd-rising')).toHaveLength(0);
    await figure.keys(GUESS, 'ArrowRight', 'PageDown');
    await figure.drag(GUESS, -20, 50);
    await figure.press('show me');
    expect(await figure.text('.asked')).toMatch(/your guess −?\d+° steepest down −69°/);
    expect(await figure.all('.gd-rising')).toHaveLength(1);
    await figure.press('guess again');
    expect(await figure.all('.gd-rising')).toHaveLength(0);
    expect(await figure.text('.asked')).toContain('Which way does the loss fall fastest?');
    clean();
  });

  it('follows the ball with sections, slopes and surface, by mouse and by keys', async () => {
    const { figure, clean } = await open('#gradient?panel=surface&step=0');
    const before = await painted(figure);
    expect(await figure.valueOf(BALL)).toBe('x −3, y 2, loss 12.5');
    await figure.drag(BALL, 90, 60);
    const after = await figure.valueOf(BALL);
    expect(after).not.toContain('x −3,');
    expect(await painted(figure)).not.toBe(before);
    await figure.keys(BALL, 'ArrowRight');
    expect(await figure.valueOf(BALL)).not.toBe(after);
    await figure.page.keyboard.press('PageDown');
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('reads the slope along the needle, turned by mouse and by keys, on the map and on the compass', async () => {
    const { figure, clean } = await open('#gradient?revealed=true&needle=90&panel=compass&step=0');
    expect(await figure.valueOf(NEEDLE)).toBe('90 degrees, slope 8');
    await figure.keys(NEEDLE, 'ArrowLeft', 'ArrowUp');
    expect(await figure.valueOf(NEEDLE)).toContain('94 degrees');
    await figure.drag(NEEDLE, 55, 50);
    expect(await figure.valueOf(NEEDLE)).not.toContain('94 degrees');
    await figure.keys('[aria-label="The compass needle"]', 'ArrowRight');
    const [, angle = ''] = /^(\d+) degrees/.exec(await figure.valueOf(NEEDLE)) ?? [];
    const slope = -3 * Math.cos((Number(angle) * Math.PI) / 180) + 8 * Math.sin((Number(angle) * Math.PI) / 180);
    expect(await figure.text('.equation')).toContain(String(Number(slope.toPrecision(3))).replace('-', '−'));
    clean();
  });

  it('turns the surface by dragging and by keys, and puts it back', async () => {
    const { figure, clean } = await open('#gradient?panel=surface&step=0');
    const first = await painted(figure);
    await figure.keys('canvas.surface', 'ArrowRight', 'ArrowRight', 'ArrowUp');
    expect(await figure.valueOf('canvas.surface')).toContain('41° above the horizon');
    const second = await painted(figure);
    expect(second).not.toBe(first);
    await figure.drag('canvas.surface', 120, 10);
    expect(await painted(figure)).not.toBe(second);
    await figure.keys('canvas.surface', 'Home');
    expect(await painted(figure)).toBe(first);
    clean();
  });

  it('turns under a finger that moves sideways', async () => {
    const { figure, clean } = await open('#gradient?panel=surface&step=0', { width: 390, height: 800, touch: true });
    const first = await painted(figure);
    const box = await (await figure.find('canvas.surface')).boundingBox();
    if (!box) throw new Error('the surface has no place');
    const [x, y] = [box.x + box.width * 0.7, box.y + box.height * 0.75];
    await figure.page.touchscreen.touchStart(x, y);
    for (let i = 1; i <= 8; i++) await figure.page.touchscreen.touchMove(x - i * 12, y);
    await figure.page.touchscreen.touchEnd();
    expect(await painted(figure)).not.toBe(first);
    clean();
  });

  it('lets the ball be pulled over the surface as well', async () => {
    const { figure, clean } = await open('#gradient?panel=surface&step=0');
    await painted(figure);
    await figure.drag('.surface-hands .grip', 60, 40);
    const [, x = '', y = ''] = /x (\S+), y (\S+),/.exec(await figure.valueOf(BALL)) ?? [];
    expect(Number(x.replace('−', '-'))).toBeGreaterThan(-3);
    expect(Number(y.replace('−', '-'))).toBeLessThan(2);
    clean();
  });

  it('paints the surface in the colours of the theme, also when it changes', async () => {
    const { figure, clean } = await open('#gradient?panel=surface&step=0');
    const light = await painted(figure);
    await figure.page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: 'dark' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await expect.poll(() => painted(figure)).not.toBe(light);
    clean();
  });

  it('turns one dial alone by the ball on its cut, by mouse and by keys, and answers nothing by it', async () => {
    const { figure, clean } = await open('#gradient?step=0');
    const cut = (dial: string): string => `[aria-label^="The ball along ${dial}"]`;
    await figure.drag(cut('x'), 60, 0);
    await figure.keys(cut('y'), 'ArrowLeft');
    expect(await figure.valueOf(BALL)).toMatch(/^x −\d\.\d+, y 1\.95,/);
    expect(await figure.valueOf(BALL)).not.toContain('x −3,');
    expect(await figure.text('.asked')).toContain('Which way does the loss fall fastest?');
    await figure.drag(GUESS, -10, 60);
    await figure.press('show me');
    expect(await figure.text('.asked')).toContain('your guess');
    clean();
  });

  it('asks for no piece of the surface until its tab is opened', async () => {
    const { figure, clean } = await open('#gradient?step=0');
    const asked = (): Promise<string[]> =>
      figure.page.evaluate(() => performance.getEntriesByType('resource').map((e) => e.name.split('/').at(-1) ?? ''));
    const ofSurface = async (): Promise<string[]> => (await asked()).filter((name) => /^(surface|block)/.test(name));
    expect(await ofSurface()).toEqual([]);
    await figure.turnTo('surface');
    await painted(figure);
    expect(await figure.all('canvas.surface')).toHaveLength(1);
    clean();
  });

  it('is wagered at in the stage of a phone, which holds the picture, the question and the time', async () => {
    const { page, clean } = await visit(browser(), { url: fromDisk, width: 390, height: 844, touch: true });
    const figure = await FigureHands.on(page, 'gradient');
    await page.$eval('#gradient .predict', (e) => e.scrollIntoView({ block: 'end', behavior: 'instant' }));
    await settled(page);
    const seen = await (await figure.find(GUESS)).evaluate((e) => e.getBoundingClientRect().toJSON() as DOMRect);
    expect(seen.top).toBeGreaterThan(0);
    expect(seen.bottom).toBeLessThan(844);
    const [x, y] = [seen.x + seen.width / 2, seen.y + seen.height / 2];
    await page.touchscreen.touchStart(x, y);
    for (let i = 1; i <= 6; i++) await page.touchscreen.touchMove(x - i * 6, y + i * 6);
    await page.touchscreen.touchEnd();
    await settled(page);
    expect(await figure.valueOf(GUESS)).toMatch(/^-\d+ degrees$/);
    clean();
  });

  it('costs nothing until it is seen', async () => {
    const { page, clean } = await visit(browser());
    await page.waitForSelector('gd-figure[name="gradient"]');
    await new Promise((done) => setTimeout(done, 400));
    expect(await page.$('gd-figure[name="gradient"] >>> canvas.surface')).toBeNull();
    clean();
  });

  it('knows when its task is done', async () => {
    const { figure, clean } = await inTutorial('#gradient?x=-3&y=0.05&step=0');
    const status = async (): Promise<string> =>
      figure.page.$eval('gd-task[goal="aligned"]', (t) => t.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
    expect(await status()).not.toContain('Done');
    await figure.keys(BALL, 'ArrowDown');
    await figure.page.waitForFunction(() =>
      document.querySelector('gd-task[goal="aligned"]')?.shadowRoot?.textContent?.includes('Done'),
    );
    clean();
  });

  it('fits a phone in every state, handles included', async () => {
    const { figure, clean } = await inTutorial('', { width: 320, height: 800, touch: true });
    for (const width of [320, 390]) {
      await figure.page.setViewport({ width, height: 800, hasTouch: true });
      for (const hash of [
        '#gradient',
        '#gradient?revealed=true&x=-4&y=4&needle=135&panel=compass&step=0',
        '#gradient?rate=3&panel=promise&step=2',
        '#gradient?rate=3&panel=steps&step=2',
      ]) {
        await figure.page.evaluate((to) => (location.hash = to), hash);
        await settled(figure.page);
        const beyond = await figure.page.$eval('gd-figure[name="gradient"]', (f) => {
          const all = [...(f.shadowRoot?.querySelectorAll('text, .grip, canvas, button, .equation') ?? [])];
          return all
            .filter((e) => !e.closest('.unseen'))
            .map((e) => ({ box: e.getBoundingClientRect(), text: `${e.tagName} ${e.textContent ?? ''}` }))
            .filter(({ box }) => box.width > 0 && (box.left < -12 || box.right > innerWidth + 12))
            .map(({ text }) => text);
        });
        expect(beyond).toEqual([]);
        expect(await figure.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
          0,
        );
        expect(await figure.nonsense()).toEqual([]);
      }
    }
    clean();
  });

  it('can be used by everybody', async () => {
    const { figure, clean } = await open('#gradient?revealed=true&guess=300&panel=surface&step=0');
    await painted(figure);
    expect(await accessibilityProblems(figure.page)).toEqual([]);
    clean();
  });
});
