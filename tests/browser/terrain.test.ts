import { describe, expect, it } from 'vitest';

import { accessibilityProblems, type FigureHands, opening, settled } from './support';

const BALL = '[aria-label^="The ball"]';
const KNOT = '[aria-label^="Your border, point 3"]';
const RATE = '[aria-label="Learning rate"]';

describe('where you let go, read and used', () => {
  const { open, inTutorial } = opening('terrain');
  /** Border and hatching on the map; waits until there are some, other than `before`. */
  const painted = async (figure: FigureHands, before = ''): Promise<string> => {
    const border = await figure.find('[data-spot="map"] path.border');
    await figure.page.waitForFunction(
      (path, known) => (path.getAttribute('d') ?? '').length > 100 && path.getAttribute('d') !== known,
      { timeout: 30_000, polling: 100 },
      border,
      before,
    );
    return border.evaluate((path) => path.getAttribute('d') ?? '');
  };
  const refined = (figure: FigureHands): Promise<unknown> =>
    figure.page.waitForFunction(
      () => {
        const text = document
          .querySelector('gd-figure[name="terrain"]')
          ?.shadowRoot?.querySelector('.panels .line')?.textContent;
        return text !== undefined && text !== null && !text.includes('refining') && !text.includes('asking');
      },
      { timeout: 90_000, polling: 200 },
    );
  const stateOf = (figure: FigureHands): Promise<Record<string, string>> =>
    figure.page.$eval('gd-figure[name="terrain"]', (f) => ({ ...(f as unknown as { state: object }).state }) as never);
  const focus = async (figure: FigureHands, selector: string): Promise<void> =>
    (await figure.find(selector)).evaluate((e) => (e as SVGElement).focus());

  it('asks for the border first, and sets the guess beside the truth, where it stays', async () => {
    const { figure, clean } = await open();
    expect(await figure.all('path.border')).toHaveLength(0);
    expect(await figure.all('.stamp')).toHaveLength(0);
    const before = await figure.valueOf(KNOT);
    await figure.drag(KNOT, -40, 0);
    await focus(figure, KNOT);
    await figure.page.keyboard.press('ArrowLeft');
    expect(await figure.valueOf(KNOT)).not.toBe(before);
    await figure.press('show me');
    await painted(figure);
    expect(await figure.all('.stamp')).toHaveLength(4);
    expect(await figure.text('.gd-guess-text')).toMatch(/yours: \d\d(\.\d)? % right/);
    expect(await figure.all('path.gd-border-line')).toHaveLength(1);
    expect(await figure.all(KNOT)).toHaveLength(0);
    // Another rate, another truth; what was drawn is still there.
    await focus(figure, RATE);
    await figure.page.keyboard.press('PageUp');
    expect(await figure.all('path.gd-border-line')).toHaveLength(1);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('lets a finger draw the border across the map', async () => {
    // Too low for the whole page, so that a finger could also scroll it.
    const { figure, clean } = await open('', { width: 390, height: 500, touch: true });
    const map = await figure.find('[data-spot="map"] .sketch');
    await map.evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await settled(figure.page);
    const { x, y, width, height } = (await map.boundingBox())!;
    const scrolled = (): Promise<number> => figure.page.evaluate(() => scrollY);
    const before = await scrolled();
    // From the lower right to the upper left, from edge to edge. A finger that begins at the upper end takes the ball.
    const touch = await figure.page.touchscreen.touchStart(x + width * 0.66, y + height - 2);
    for (let k = 1; k <= 12; k++)
      await touch.move(x + width * (0.66 - (0.3 * k) / 12), y + height - 2 - ((height - 4) * k) / 12);
    await touch.end();
    await settled(figure.page);
    expect(await scrolled()).toBe(before);
    // It has passed over the ball.
    expect(Object.keys(await stateOf(figure))).toEqual(['border']);
    const border = ((await stateOf(figure))['border'] ?? '').split(',').map(Number);
    expect(border.length).toBeGreaterThan(20);
    // Lowest first: the lower end is to the right.
    expect(border[0]).toBeGreaterThan(0.5);
    expect(border.at(-1)).toBeLessThan(-0.45);
    for (let k = 1; k < border.length; k++) expect(border[k]!).toBeLessThan(border[k - 1]! + 0.01);
    await figure.press('show me');
    await painted(figure);
    const [, score = '0'] = /yours: ([\d.]+) % right/.exec(await figure.text('.gd-guess-text')) ?? [];
    expect(Number(score)).toBeGreaterThan(85);
    clean();
  });

  it('draws the basins in a worker, coarse first, and follows the ball meanwhile', async () => {
    const { figure, clean } = await open('#terrain?revealed=true');
    const slow = await painted(figure);
    expect(figure.page.workers()).toHaveLength(1);
    // The small maps: a press on one is a rate, and the map's border becomes another.
    await (await figure.find('.stamp[aria-label^="Rate 0.11"]')).evaluate((e) => (e as SVGElement).focus());
    await figure.page.keyboard.press('Enter');
    expect((await stateOf(figure))['rate']).toBe('0.11');
    await painted(figure, slow);
    // While the rest of it is on its way, the ball is where the hand is.
    await figure.drag(BALL, 40, 50);
    expect(await figure.valueOf(BALL)).not.toContain('−0.50');
    expect(await figure.all('.gd-pinned-line')).toHaveLength(1);
    await refined(figure);
    // Who owns how much stands beside the map, where there is room for it.
    const shares = await Promise.all(
      (await figure.all('[data-spot="map"] .gd-note')).map((e) => e.evaluate((text) => text.textContent ?? '')),
    );
    expect(shares.join(', ')).toMatch(/^A \d\d %, B \d\d %/);
    clean();
  });

  it('turns the rate by keys, along the axis and by its small maps', async () => {
    const { figure, clean } = await open('#terrain?revealed=true');
    const rate = async (): Promise<number> => Number((await stateOf(figure))['rate'] ?? 0.03);
    await focus(figure, RATE);
    await figure.page.keyboard.press('ArrowRight');
    expect(await rate()).toBeCloseTo(0.031, 9);
    await figure.page.keyboard.press('ArrowLeft');
    expect(await rate()).toBeCloseTo(0.03, 9);
    // The axis goes from 0 to its highest rate; a hand may miss either end by 8 px.
    const top = Number(await (await figure.find(RATE)).evaluate((e) => e.getAttribute('aria-valuemax')));
    const { width } = (await (await figure.find('.rail')).boundingBox())!;
    await figure.drag(RATE, ((0.08 - 0.03) / top) * (width - 16), 0);
    expect(await rate()).toBeCloseTo(0.08, 9);
    expect(await figure.valueOf(RATE)).toContain('swings');
    // A hand near a bead means it.
    const rail = (await (await figure.find('.rail')).boundingBox())!;
    const beads = await Promise.all((await figure.all('.gd-hollow-dot')).map((b) => b.boundingBox()));
    const bead = beads[1]!;
    await figure.page.mouse.click(bead.x + bead.width / 2 + 3, rail.y + 12);
    expect(await rate()).toBe(0.07);
    clean();
  });

  it('keeps the landscape while a formula has a mistake, and shows where', async () => {
    const { figure, clean } = await open('#terrain?ground=typed&x=1&y=1&rate=0.1');
    const input = await figure.find('.formula input');
    const type = async (text: string): Promise<void> => {
      await input.click({ count: 3 });
      await figure.page.keyboard.type(text);
    };
    await type('x^2 + 2y^2 + x y');
    expect(await figure.text('.read')).toBe('∂f/∂x = 2 x + y∂f/∂y = 4 y + x');
    const before = await figure.valueOf(BALL);
    await type('x^2 + * y');
    expect(await figure.text('.read mark')).toBe('*');
    expect(await figure.text('.problem')).toContain('expected');
    expect(await input.evaluate((i) => i.getAttribute('aria-invalid'))).toBe('true');
    expect(await figure.valueOf(BALL)).toContain(before.slice(0, 12));
    clean();
  });

  it('lets a hundred balls go, and shows the ground as a block in the map’s place', async () => {
    const { figure, clean } = await open('#terrain?ground=himmelblau&x=0&y=0&rate=0.008');
    await painted(figure);
    await figure.turnTo('100 starts');
    await figure.press('let go');
    expect(await figure.text('.panels')).toContain('100 random starts');
    const { height } = (await (await figure.find('[data-spot="map"]')).boundingBox())!;
    await figure.turnTo('surface');
    const block = (await (await figure.find('canvas.surface')).boundingBox())!;
    expect(Math.abs(block.height - height)).toBeLessThan(3);
    const reached = await (
      await figure.find('.as-block')
    ).$$eval('[data-spot="map"] [tabindex="0"]', (all) =>
      all.map((e) => e.checkVisibility({ visibilityProperty: true })),
    );
    expect(reached.length).toBeGreaterThan(0);
    expect(reached, 'the map behind it, by keys').not.toContain(true);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('fits a window of 1280 x 800 in every state, and nothing in it scrolls', { timeout: 120_000 }, async () => {
    const { figure, clean } = await inTutorial('#terrain', { width: 1280, height: 800 });
    const fits = async (what: string): Promise<void> => {
      await settled(figure.page);
      const tall = await (await figure.find('.live')).evaluate((e) => e.getBoundingClientRect().height);
      expect(tall, what).toBeLessThanOrEqual(716);
      const inside = await figure.page.$eval(
        'gd-figure[name="terrain"]',
        (f) =>
          [f, ...f.shadowRoot!.querySelectorAll('*')].filter(
            (e) => e.scrollHeight > e.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(e).overflowY),
          ).length,
      );
      expect(inside, what).toBe(0);
    };
    await fits('the question');
    await (await figure.page.$('#terrain gd-word[set*="revealed=true"]'))!.click();
    await painted(figure);
    for (const panel of ['rates', 'loss', 'the step', 'surface', 'landscapes']) {
      await figure.turnTo(panel);
      await fits(panel);
    }
    await figure.turnTo('100 starts');
    await figure.press('let go');
    await figure.find('.panels svg');
    await fits('100 starts');
    await figure.turnTo('landscapes');
    await (await figure.find('.shelf label:last-child input')).click();
    await figure.find('.formula');
    await fits('formula');
    clean();
  });

  it(
    'is moved by every word of its chapter, and what the word points at is in sight',
    { timeout: 120_000 },
    async () => {
      const { figure, clean } = await inTutorial('#terrain', { width: 1280, height: 800 });
      const { page } = figure;
      const words = await page.$$('#terrain gd-word');
      expect(words.length).toBeGreaterThan(10);
      for (const word of words) {
        const [text, spot] = await word.evaluate((w) => [w.textContent ?? '', w.getAttribute('at') ?? 'map'] as const);
        await word.click();
        await settled(page);
        const seen = await page.waitForFunction(
          (w) => w.classList.contains('here'),
          { timeout: 20_000, polling: 100 },
          word,
        );
        expect(await seen.jsonValue(), text).toBe(true);
        const part = (await (await figure.find(`[data-spot="${spot}"]`)).boundingBox())!;
        expect(part.y, text).toBeGreaterThan(-1);
        expect(part.y + part.height, text).toBeLessThanOrEqual(801);
      }
      clean();
    },
  );

  it('fits at 1280, 390 and 320 px and passes axe', { timeout: 120_000 }, async () => {
    const { figure, clean } = await inTutorial('#terrain?ground=typed&starts=true&x=1&y=1&rate=0.1');
    await figure.turnTo('100 starts');
    for (const width of [1280, 390, 320]) {
      await figure.page.setViewport({ width, height: 900 });
      await settled(figure.page);
      const wider = await figure.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, `at ${width} px`).toBeLessThanOrEqual(0);
      // What slips under the pinned navigation is no target of its own.
      await (await figure.find('.plot')).evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
      expect(
        await accessibilityProblems(figure.page, { within: 'gd-figure[name="terrain"]' }),
        `at ${width} px`,
      ).toEqual([]);
    }
    clean();
  });
});
