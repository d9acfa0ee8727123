import { describe, expect, it } from 'vitest';

import { accessibilityProblems, type FigureHands, opening, settled } from './support';

const TABS = ['momentum', 'the race', 'momentum’s step', 'who is first?', 'more'];
const REPORTS = ['losses', 'dials', 'who races', 'landscapes'];
const START = '[aria-label="The start, for all racers"]';
const DIAL = '[aria-label="Momentum"]';
const GUESS = '[aria-label="Your guess: the best momentum"]';
const FIVE = 'racers=gradient_descent,momentum,nesterov,adam,newton';

describe('a race of optimizers, read and used', () => {
  const { open, inTutorial } = opening('optimizers');
  const texts = async (figure: FigureHands, selector: string): Promise<string[]> =>
    Promise.all(
      (await figure.all(selector)).map((e) => e.evaluate((n) => (n.textContent ?? '').replace(/\s+/g, ' ').trim())),
    );
  const labels = async (figure: FigureHands): Promise<string[]> =>
    Promise.all(
      (await figure.all('.arrivals [aria-pressed]')).map((e) => e.evaluate((n) => n.getAttribute('aria-label') ?? '')),
    );
  const focus = async (figure: FigureHands, selector: string): Promise<void> =>
    (await figure.find(selector)).evaluate((e) => (e as HTMLElement).focus());
  /** A part of a picture that is pressed like a button. */
  const pressPart = async (figure: FigureHands, selector: string): Promise<void> => {
    const part = await figure.find(selector);
    await part.evaluate((e) => e.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })));
    await settled(figure.page);
  };
  const pathOf = (figure: FigureHands): Promise<string | null> =>
    figure.find('.gd-racer-line-0').then((e) => e.evaluate((p) => p.getAttribute('d')));

  it('moves the path on the map while the hand has the dial, and leaves ink and a ghost', async () => {
    const { figure, clean } = await inTutorial();
    const handle = await figure.find(DIAL);
    await handle.evaluate((h) => h.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await settled(figure.page);
    const box = (await handle.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const paths = [await pathOf(figure)];
    await figure.page.mouse.move(x, y);
    await figure.page.mouse.down();
    for (const dx of [-40, -80, -120]) {
      await figure.page.mouse.move(x + dx, y);
      await settled(figure.page);
      paths.push(await pathOf(figure));
      expect(await texts(figure, '.past')).toHaveLength(1);
    }
    await figure.page.mouse.up();
    await settled(figure.page);
    expect(new Set(paths).size).toBe(4);
    const [momentum = NaN] = (await figure.valueOf(DIAL)).split(',').map(Number);
    expect(momentum).toBeLessThan(0.8);
    const ink = await (await figure.find('.been')).evaluate((p) => p.getAttribute('d') ?? '');
    expect(ink.match(/L/g)?.length).toBeGreaterThan(15);
    await figure.page.waitForFunction((m) => location.hash.includes(`momentum=${m}`), {}, momentum);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('turns the dial by keys, a hundredth each', async () => {
    const { figure, clean } = await open();
    await focus(figure, DIAL);
    await figure.page.keyboard.press('ArrowLeft');
    expect(await figure.valueOf(DIAL)).toMatch(/^0\.89, \d+ steps to the finish line$/);
    await figure.page.keyboard.down('Shift');
    await figure.page.keyboard.press('ArrowLeft');
    await figure.page.keyboard.up('Shift');
    expect(await figure.valueOf(DIAL)).toMatch(/^0\.79, 29 steps/);
    clean();
  });

  it('takes a guess by hand and by keys, and stands it beside theory and truth', async () => {
    const { figure, clean } = await open();
    expect(await figure.valueOf(GUESS)).toBe('no guess yet');
    await figure.drag(GUESS, 60, 0);
    await focus(figure, GUESS);
    const dragged = Number(await figure.valueOf(GUESS));
    await figure.page.keyboard.press('ArrowRight');
    expect(Number(await figure.valueOf(GUESS))).toBeCloseTo(dragged + 0.01, 9);
    expect(await figure.text('.momentum-dial')).not.toContain('theory');
    await figure.press('run every momentum');
    expect(await figure.text('.momentum-dial')).toContain('theory’s best at this rate, 0.74');
    const verdict = await figure.text('.verdict');
    expect(verdict).toMatch(/your guess 0\.\d\d theory 0\.74, 31 steps best in this race 0\.77 to 0\.78, 26 steps/);
    expect(await figure.all(GUESS)).toHaveLength(0);
    await figure.press('guess again');
    expect(await figure.valueOf(GUESS)).toBe('no guess yet');
    clean();
  });

  it('lets the start be dragged, and everybody starts there', async () => {
    const { figure, clean } = await inTutorial('#optimizers?panel=race');
    const before = await labels(figure);
    await figure.drag(START, 60, -40);
    expect(await figure.valueOf(START)).not.toContain('-3.50');
    await figure.page.waitForFunction(() => /[?&]x=/.test(location.hash));
    expect(await labels(figure)).not.toEqual(before);
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('moves the start by keys', async () => {
    const { figure, clean } = await open();
    const before = await figure.valueOf(START);
    await focus(figure, START);
    await figure.page.keyboard.press('ArrowRight');
    await figure.page.keyboard.press('ArrowUp');
    const after = await figure.valueOf(START);
    expect(before).toMatch(/^start at .3\.50, .2\.50/);
    expect(after).toMatch(/^start at .3\.4\d, .2\.4\d/);
    clean();
  });

  it('lets racers join and go home by their names, and says what each does', async () => {
    const { figure, clean } = await open('#optimizers?panel=race');
    expect(await labels(figure)).toEqual(['momentum: momentum 62', 'gradient descent: plain 150']);
    await figure.press('Nesterov');
    await figure.press('Newton');
    expect(await labels(figure)).toEqual([
      'Newton: Newton 1',
      'Nesterov momentum: Nesterov 49',
      'momentum: momentum 62',
      'gradient descent: plain 150',
    ]);
    expect(await figure.text('.told')).toMatch(/^Newton asks for the curvature/);
    expect((await texts(figure, '.plot .gd-racer-text-3')).join(' ')).toContain('Newton, there at 1');
    await figure.press('Newton');
    expect(await labels(figure)).toHaveLength(3);
    await figure.press('11 more racers');
    await figure.press('all 16');
    expect(await figure.all('.field input:checked')).toHaveLength(16);
    clean();
  });

  it('counts gradients instead of steps', async () => {
    const { figure, clean } = await open('#optimizers?panel=race&racers=lbfgs,newton,gradient_descent');
    expect((await labels(figure)).join()).toContain('L-BFGS 4');
    await pressPart(figure, '.unit');
    const gradients = /L-BFGS (\d+)/.exec((await labels(figure)).join())?.[1];
    expect(Number(gradients)).toBeGreaterThan(4);
    clean();
  });

  it('opens the step of a racer that is picked on the line, and its numbers add up', async () => {
    const { figure, clean } = await open(`#optimizers?panel=race&${FIVE}`);
    await pressPart(figure, '.arrivals [aria-label^="momentum"]');
    await figure.turnTo('momentum’s step');
    const shown = await figure.page.$$eval('gd-figure[name="optimizers"] >>> .inspector .equation', (all) => {
      const last = [...(all.at(-1)?.querySelectorAll('.quantity') ?? [])];
      return last.map((q) => Number(q.getAttribute('title')));
    });
    const [to = NaN, from = NaN, step = NaN] = shown;
    expect(from - step).toBe(to);
    await figure.press('One step');
    expect(await figure.text('.inspector h3')).toContain('step 25, dial x');
    clean();
  });

  it('sets many terms line by line, in the order in which they are made', async () => {
    const { figure, clean } = await open(`#optimizers?panel=step&picked=adam&${FIVE}`);
    const rows = await texts(figure, '.terms tr');
    expect(rows).toHaveLength(9);
    expect(rows[2]).toMatch(/^mean slope .* = 0\.9 ?× ?.*\+ ?\( ?1 ?− ?0\.9 ?\) ?×/);
    expect(rows.at(-1)).toMatch(/^lands at .* = .* ?− ?.*$/);
    clean();
  });

  it('turns from panel to panel by keys, and keeps the one that is open in the address', async () => {
    const { figure, clean } = await inTutorial();
    const open = (): Promise<string[]> => texts(figure, '[role=tab][aria-selected=true]');
    await focus(figure, '[role=tab][aria-selected=true]');
    await figure.page.keyboard.press('ArrowRight');
    await settled(figure.page);
    expect(await open()).toEqual(['the race']);
    await figure.page.keyboard.press('End');
    await settled(figure.page);
    expect(await open()).toEqual(['more']);
    await figure.page.waitForFunction(() => location.hash.includes('panel=curves'));
    await figure.press('landscapes');
    await figure.page.waitForFunction(() => location.hash.includes('panel=ground'));
    clean();
  });

  it('reads losses under the pointer, and steps by keys', async () => {
    const { figure, clean } = await open(`#optimizers?panel=curves&${FIVE}`);
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

  it('turns a racer’s dial, and puts it back; momentum’s own is the one below the map', async () => {
    const { figure, clean } = await inTutorial('#optimizers?panel=dials');
    await focus(figure, 'input[id$="momentum-learningRate"]');
    for (let i = 0; i < 30; i++) await figure.page.keyboard.press('ArrowRight');
    await figure.page.waitForFunction(() => location.hash.includes('momentum.learningRate'));
    await focus(figure, 'input[id$="momentum-momentum"]');
    for (let i = 0; i < 10; i++) await figure.page.keyboard.press('ArrowLeft');
    await figure.page.waitForFunction(() => /[?&]momentum=0\.8/.test(location.hash));
    await figure.press('put its dials back');
    await figure.turnTo('momentum');
    expect(await figure.valueOf(DIAL)).toBe('0.9, 62 steps to the finish line');
    clean();
  });

  it('names the step at which one diverges, while the others arrive', async () => {
    const { figure, clean } = await open('#optimizers?panel=ground');
    await figure.press('one diverges');
    await figure.slide('.scrub input', await figure.steps());
    await figure.turnTo('the race');
    expect(await figure.text('.late')).toMatch(/plain diverged at step \d+/);
    expect((await labels(figure)).join()).toContain('Newton 1');
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it('stands each guess at the first beside the truth', async () => {
    const { figure, clean } = await open('#optimizers?panel=guess');
    await pressPart(figure, '.rails [role=radiogroup]:nth-of-type(1) [aria-label="Adam"]');
    const select = await figure.find('select[id$="guess-1"]');
    await select.select('adam');
    // Names only: nobody's steps.
    expect(await figure.text('.rails')).not.toMatch(/(plain|momentum|Nesterov|Adam|Newton) \d/);
    await figure.press('run both races');
    expect(await figure.text('.choices-guessed')).toMatch(
      /First: gradient descent, momentum.* Adam arrives after 58 steps, as number \d+\./,
    );
    expect(await figure.text('.choices-guessed')).toMatch(
      /First: Newton in 1 step\. Adam is not there after 200 steps\./,
    );
    expect(await figure.text('.rails')).toMatch(/Adam 58.*not there: .*your guess Adam/);
    clean();
  });

  it('knows when momentum was tuned well, by the link that posts have, and says why', async () => {
    const { figure, clean } = await inTutorial(
      '#optimizers?tuned=momentum.learningRate:0.0613,momentum.momentum:0.566&picked=momentum',
    );
    await figure.page.waitForSelector('gd-task[for=optimizers][goal=tuned] >>> .done');
    const said = await figure.page.$eval('gd-task[for=optimizers]', (t) => t.shadowRoot?.textContent ?? '');
    expect(said).toContain('wall and floor shrink nearly alike');
    clean();
  });

  it('says which part of a damaged link it could not use', async () => {
    const { figure } = await open('#optimizers?racers=adam,speedy&tuned=adam.beta1:7');
    expect(await figure.text('.panels')).toContain('There is no optimizer “speedy”');
    expect(await figure.text('.panels')).toContain('adam.beta1 may be from 0 to');
  });

  it('fits beside the text, whichever panel is open', async () => {
    const { figure, clean } = await inTutorial(`#optimizers?${FIVE}`, { width: 1280, height: 800 });
    const height = (): Promise<number> =>
      figure.page.$eval('gd-figure[name="optimizers"]', (f) => f.getBoundingClientRect().height);
    for (const name of TABS) {
      await figure.turnTo(name);
      expect(await height(), name).toBeLessThanOrEqual(705);
    }
    for (const name of REPORTS) {
      await figure.press(name);
      expect(await height(), name).toBeLessThanOrEqual(705);
    }
    clean();
  });

  it('has every word of the text lead to what it says', { timeout: 180_000 }, async () => {
    const { figure, clean } = await inTutorial('#optimizers', { width: 1280, height: 800 });
    const words = await figure.page.$$('#optimizers gd-word');
    expect(words.length).toBeGreaterThan(12);
    for (const word of words) {
      await word.evaluate((w) => {
        w.closest('details')?.setAttribute('open', '');
        (w as HTMLElement).click();
      });
      await settled(figure.page);
      const [text, at, says] = await word.evaluate((w) => [
        w.textContent ?? '',
        w.getAttribute('at'),
        w.hasAttribute('set') || w.hasAttribute('step'),
      ]);
      if (says) {
        await figure.page.waitForFunction((w: Element) => w.classList.contains('here'), {}, word);
      }
      if (typeof at === 'string') {
        const part = await figure.find(`[data-spot="${at}"]`);
        const { top, bottom } = await part.evaluate((p) => p.getBoundingClientRect().toJSON() as DOMRect);
        expect(top, String(text)).toBeGreaterThanOrEqual(0);
        expect(bottom, String(text)).toBeLessThanOrEqual(802);
      }
    }
    expect(await figure.nonsense()).toEqual([]);
    clean();
  });

  it.each([320, 390])('fits %d pixels, every target big enough, nothing sideways', async (width) => {
    const { figure, clean } = await inTutorial('', { width, height: 800, touch: true });
    const sideways = (): Promise<number> =>
      figure.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await sideways()).toBeLessThanOrEqual(0);
    const low: string[] = [];
    const look = async (): Promise<void> => {
      expect(await sideways()).toBeLessThanOrEqual(0);
      low.push(
        ...(await figure.page.$$eval(
          'gd-figure[name="optimizers"] >>> button, gd-figure[name="optimizers"] >>> label.toggle, gd-figure[name="optimizers"] >>> .candidate rect',
          (all) =>
            all
              .filter((b) => b.getBoundingClientRect().height > 0 && b.getBoundingClientRect().height < 24)
              .map((b) => b.textContent ?? ''),
        )),
      );
    };
    for (const name of TABS) {
      await figure.turnTo(name);
      await look();
    }
    for (const name of REPORTS) {
      for (const button of await figure.all('.report-name'))
        if ((await button.evaluate((b) => b.textContent?.trim())) === name)
          await button.evaluate((b) => (b as HTMLElement).click());
      await settled(figure.page);
      await look();
    }
    expect(low).toEqual([]);
    clean();
  });

  it('keeps picture, dial and wager within a third of a phone', async () => {
    const { figure, clean } = await inTutorial('', { width: 390, height: 844, touch: true });
    for (const name of ['momentum', 'the race', 'who is first?']) {
      await figure.turnTo(name);
      const height = await (await figure.find('.plot')).evaluate((p) => p.getBoundingClientRect().height);
      expect(height, name).toBeLessThanOrEqual(255);
    }
    clean();
  });

  it.each(['light', 'dark'] as const)('leaves axe nothing to find, %s', async (scheme) => {
    const { figure } = await open(`#optimizers?guess-round=adam&${FIVE}`, { scheme });
    // Its own headings are such as stand below a chapter's.
    await figure.page.$eval('h1', (title) => title.insertAdjacentHTML('afterend', '<h2>A race</h2>'));
    for (const name of TABS) {
      await figure.turnTo(name);
      expect(await accessibilityProblems(figure.page), name).toEqual([]);
    }
    for (const name of REPORTS) {
      await figure.press(name);
      expect(await accessibilityProblems(figure.page), name).toEqual([]);
    }
  });
});
