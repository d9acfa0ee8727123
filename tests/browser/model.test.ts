import { describe, expect, it } from 'vitest';

import { type FigureHands, opening, settled } from './support';

/** Ordinary least squares on Hubble's table, from the textbook formulas, in this file alone. */
const HUBBLE = { weight: 454.158, bias: -40.784, meanOfSquares: 49_726.8 } as const;

describe("Hubble's galaxies, read and used", () => {
  const { open, inTutorial } = opening('model', { height: 1400 });
  const paste = async (figure: FigureHands, text: string): Promise<void> => {
    await figure.turnTo('data');
    if ((await figure.all('textarea')).length === 0) {
      const drawer = (await figure.all('.drawer-handle')).at(-1);
      const open = await drawer?.evaluate((b) => b.getAttribute('aria-expanded') === 'true');
      if (!open) await drawer?.evaluate((b) => (b as HTMLButtonElement).click());
      if ((await figure.all('textarea')).length === 0) await figure.press('paste a table');
    }
    const area = await figure.find('textarea');
    await area.evaluate((a, t) => {
      (a as HTMLTextAreaElement).value = t;
      a.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }, text);
    await figure.press('draw these points');
  };
  const points = async (figure: FigureHands): Promise<number> => {
    const label = await (await figure.find('[aria-label^="Point "]')).evaluate((h) => h.getAttribute('aria-label'));
    return Number(/ of (\d+)/.exec(label ?? '')?.[1]);
  };

  it('descends to the line that least squares gives', async () => {
    const { figure, clean } = await open();
    await figure.slide('.scrub input', await figure.steps());
    await figure.turnTo('data');
    await figure.press('every step');
    const cells = await Promise.all(
      (await figure.all('tr.now > *')).map((cell) => cell.evaluate((e) => (e.textContent ?? '').trim())),
    );
    const numbers = cells.map((text) => Number(text.replace('\u2212', '-')));
    expect(numbers[1]).toBeCloseTo(HUBBLE.weight, 0);
    expect(numbers[2]).toBeCloseTo(HUBBLE.bias, 0);
    expect(await figure.text('.panels')).toContain('454.2');
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('turns the dials by hand, and counts the turned line as a new start', async () => {
    const { figure, clean } = await open();
    await figure.turnTo('data');
    const before = await figure.text('.live');
    await figure.slide('input[id$="-weight"]', 400);
    expect(await figure.step()).toBe(0);
    expect(await figure.text('.live')).not.toBe(before);
    const tilt = await (await figure.find('[aria-label^="Weight"]')).evaluate((h) => h.getAttribute('aria-valuetext'));
    expect(tilt).toMatch(/^weight (39|40)\d\.\d$/);
    await figure.press('One step');
    expect(await figure.step()).toBe(1);
    await figure.press('One step back');
    expect(await figure.step()).toBe(0);
    clean();
  });

  it('knows when the hands came within one in twenty of the best', async () => {
    const { figure, clean } = await inTutorial();
    await figure.turnTo('data');
    await figure.slide('input[id$="-weight"]', 450);
    await figure.slide('input[id$="-bias"]', -40);
    await figure.page.waitForSelector('gd-task[goal=by-hand] >>> .done');
    clean();
  });

  it('makes its wager at the edge of the data, and then the curve is the slider', async () => {
    const { figure, clean } = await open();
    const value = async (label: string): Promise<number> =>
      (await figure.find(`[aria-label^="${label}"]`)).evaluate((h) => Number(h.getAttribute('aria-valuenow')));
    const shown = async (): Promise<boolean> =>
      (await figure.find('.time-bar')).evaluate((bar) => bar.getClientRects().length > 0);
    expect(await shown()).toBe(false);
    await figure.drag('[aria-label="Your guess of the weight, at the edge of the data"]', 0, 40);
    const guess = await value('Your guess of the weight, at');
    expect(guess).toBeGreaterThan(100);
    // The same guess, on the axis of the curve to come.
    expect(await value('Your guess of the weight, under')).toBe(guess);
    expect(await figure.text('.plot')).toContain('loss 271');
    expect(await figure.all('.weight-curve .gd-loss-line')).toEqual([]);
    await figure.press('show every weight');
    expect(await figure.text('.weight-curve')).toContain('lowest here: 424');
    expect(await figure.text('.asked')).toMatch(/424 \d+ too (high|low)/);
    await figure.drag('[aria-label^="The weight, on the axis"]', 100, 0);
    const weight = await value('The weight, on the axis');
    expect(weight).toBeGreaterThan(100);
    expect(await value('Weight: tilts')).toBe(weight);
    await figure.turnTo('both');
    expect(await shown()).toBe(true);
    expect((await (await figure.find('.loss-map svg')).boundingBox())!.height).toBeGreaterThan(220);
    expect(await figure.text('.loss-map')).toContain('your guess');
    clean();
  });

  it('moves a point by drag and by keys, and puts it back', async () => {
    const { figure, clean } = await open();
    const label = '[aria-label^="Point 1 of 24"]';
    const where = async (): Promise<string> =>
      (await figure.find(label)).evaluate((h) => h.getAttribute('aria-valuetext') ?? '');
    const before = await where();
    await (await figure.find(label)).evaluate((h) => (h as SVGElement).focus());
    await figure.page.keyboard.press('ArrowUp');
    await settled(figure.page);
    expect(await where()).not.toBe(before);
    await figure.press('undo');
    expect(await where()).toBe(before);
    await figure.drag(label, 60, -40);
    expect(await where()).not.toBe(before);
    await figure.press('undo');
    expect(await where()).toBe(before);
    clean();
  });

  it('takes pasted data, with and without a header, and gives the old data back on undo', async () => {
    const { figure, clean } = await open();
    expect(await points(figure)).toBe(24);
    await paste(figure, 'age,height\n1,75\n2,86\n3,95\n4,102\n');
    expect(await points(figure)).toBe(4);
    expect(await figure.text('.plot')).toContain('height');
    await paste(figure, '1;2\n2;4\n3;6\n');
    expect(await points(figure)).toBe(3);
    await figure.press('undo');
    await figure.press('undo');
    expect(await points(figure)).toBe(24);
    clean();
  });

  it.each([
    ['1,2\n3,four\n5,6\n', /row 2/i],
    ['1,2\n3\n', /row 2/i],
    ['', /./],
    ['a,b\n', /./],
    ['1,2\n3,1e999\n', /row 2/i],
  ])('refuses %j with its place, and costs the reader nothing', async (text, place) => {
    const { figure, clean } = await open();
    await paste(figure, text);
    expect(await points(figure)).toBe(24);
    const said = await figure.page.$eval('gd-figure[name=model]', (f) =>
      [...(f.shadowRoot?.querySelectorAll('[role=alert], [role=status], .refusal, .notice') ?? [])]
        .map((e) => e.textContent ?? '')
        .join(' '),
    );
    expect(said).toMatch(place);
    clean();
  });

  it('treats pasted markup as text', async () => {
    const { figure, clean } = await open();
    await paste(figure, '"<img src=x onerror=alert(1)>",b\n1,2\n2,3\n');
    expect(await figure.all('img')).toHaveLength(0);
    clean();
  });

  it('has something to say when all points share one distance', async () => {
    const { figure, clean } = await open();
    await paste(figure, '2,1\n2,5\n2,9\n');
    await figure.slide('.scrub input', await figure.steps());
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('diverges by name when the rate is too high, and keeps its picture', async () => {
    const { figure, clean } = await open('#model?rate=0.8');
    await figure.slide('.scrub input', await figure.steps());
    expect(await figure.text('.ending')).toMatch(/diverged at step \d+/);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });
});
