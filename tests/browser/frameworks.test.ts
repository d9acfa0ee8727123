/**
 * What frameworks, slides and programs around a page do to a figure: shortcuts and swipes of the page's own, pages that
 * are exchanged in place, other documents, XHTML, policies, and frames without an address.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { figures } from '../../web/figures/registry';
import { serve } from '../../web/tools/lib/serve.mjs';
import { dist, FigureHands, launch, revisit, settled, visit } from './support';

/** Somebody's site: pages, and the script with its pieces beside them. */
const folder = mkdtempSync(path.join(dist, '../build/frameworks-'));
const head = '<title>A post</title><link rel="icon" href="data:,"/>';
const script = '<script src="downhill.js"></script>';
const post = (body: string, more = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"/>${more}${head}</head><body>${body}${script}</body></html>`;
const figure = '<gd-figure name="one-weight" rate="0.2"></gd-figure>';

let browser: BrowserContext;
let server: Awaited<ReturnType<typeof serve>>;
const put = (file: string, text: string): string => {
  writeFileSync(path.join(folder, file), text);
  return `${server.url}${file}`;
};
beforeAll(async () => {
  browser = await launch();
  for (const file of ['downhill.js', 'pieces'])
    cpSync(path.join(dist, file), path.join(folder, file), { recursive: true });
  server = await serve(folder, { port: 0 });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const alive = (on: Page) => on.waitForFunction(() => document.querySelector('gd-figure')?.hasAttribute('live'));

/** What a page's own listeners hear, by the word that they note. */
const ears = `<script>
window.heard = [];
for (const type of ['keydown', 'keypress', 'keyup', 'input', 'pointerdown', 'pointerup', 'touchstart', 'touchmove', 'touchend', 'mousedown', 'mouseup'])
  document.addEventListener(type, (e) => window.heard.push(type + (e.key ? ' ' + e.key : '')));
</script>`;
const heard = (on: Page): Promise<string[]> => on.evaluate('window.heard.splice(0)') as Promise<string[]>;

describe('a page with shortcuts and swipes', () => {
  const url = () => put('ears.html', post('<gd-figure name="terrain" ground="typed" x="1" y="1"></gd-figure>', ears));

  it('hears no key that the figure uses, and every other', async () => {
    const { page: on, clean } = await visit(browser, { url: url() });
    const hands = await FigureHands.on(on, 'terrain');
    const text = await hands.find('.formula input');
    await text.click({ count: 3 });
    await heard(on);
    await on.keyboard.type('x^2 + y?');
    for (const key of ['ArrowLeft', 'Home', 'Enter', 'Backspace'] as const) await on.keyboard.press(key);
    expect(await heard(on)).toEqual([]);
    for (const key of ['Escape', 'F2', 'PageDown'] as const) await on.keyboard.press(key);
    await on.keyboard.down('Control');
    await on.keyboard.press('k');
    await on.keyboard.up('Control');
    const gone = ['Escape', 'F2', 'PageDown', 'Control', 'k'].map((key) => `keydown ${key}`);
    expect((await heard(on)).filter((word) => word.startsWith('keydown'))).toEqual(gone);

    await (await hands.find('.handle[role=slider]')).evaluate((h) => (h as SVGElement).focus());
    const before = await hands.text('[part=figure]');
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageDown'] as const) await on.keyboard.press(key);
    expect(await heard(on)).toEqual([]);
    await settled(on);
    expect(await hands.text('[part=figure]')).not.toBe(before);
    await on.keyboard.press('n');
    expect(await heard(on)).toContain('keydown n');

    const play = await hands.find('[aria-label="One step"]');
    await play.evaluate((b) => (b as HTMLElement).focus());
    await on.keyboard.press('Space');
    expect(await heard(on)).toEqual([]);
    await on.keyboard.press('ArrowRight');
    await on.keyboard.press('Tab');
    expect(await heard(on)).toEqual(expect.arrayContaining(['keydown ArrowRight', 'keyup ArrowRight', 'keydown Tab']));
    clean();
  });

  it('hears nothing of what begins on a handle or a slider, and the rest of a swipe elsewhere', async () => {
    const { page: on, clean } = await visit(browser, { url: url(), width: 500, touch: true });
    const hands = await FigureHands.on(on, 'terrain');
    const swipe = async (selector: string): Promise<string[]> => {
      const target = await hands.find(selector);
      await target.evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await settled(on);
      const box = (await target.boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await heard(on);
      const touch = await on.touchscreen.touchStart(x, y);
      for (const way of [10, 20, 30]) await touch.move(x + way, y);
      await touch.end();
      await settled(on);
      return heard(on);
    };
    expect(await swipe('.handle[role=slider] .grip')).toEqual([]);
    expect(await swipe('input[type=range]')).toEqual([]);
    expect(await swipe('.caption')).toEqual(expect.arrayContaining(['pointerdown', 'touchstart', 'touchmove']));
    await hands.drag('.handle[role=slider] .grip', 20, 0);
    expect((await heard(on)).filter((word) => word !== 'mouseup')).toEqual([]);
    await (await hands.find('.caption')).click();
    expect(await heard(on)).toEqual(expect.arrayContaining(['pointerdown', 'pointerup', 'mousedown']));
    clean();
  });
});

describe('a page that is exchanged in place', () => {
  it('finds at "back" what the reader left, from a copy of its nodes or of its text', async () => {
    const { page: on, clean } = await visit(browser, { url: put('swap.html', post(`<main>${figure}</main>`)) });
    await alive(on);
    await on.$eval('gd-figure', async (f) => {
      f.state = { rate: '0.45', start: '2' };
      f.step = 3;
      await f.updateComplete;
    });
    await on.waitForFunction(() =>
      document.querySelector('gd-figure')!.getAttribute('data-gd-moment')?.includes('step=3'),
    );
    // As Turbo keeps nodes, and htmx text.
    for (const way of ['nodes', 'text']) {
      const runs = await on.evaluate((how) => {
        const main = document.querySelector('main')!;
        const [copy, text] = [main.cloneNode(true), main.innerHTML];
        main.replaceChildren('Another page');
        if (how === 'nodes') main.replaceWith(copy);
        else main.innerHTML = text;
        return document.querySelector('gd-figure')!.hasAttribute('live');
      }, way);
      expect(runs, 'a copy does not run yet').toBe(false);
      await alive(on);
      await settled(on);
      expect(await on.$eval('gd-figure', (f) => [f.state, f.step])).toEqual([{ rate: '0.45', start: '2' }, 3]);
      expect(await on.$eval('gd-figure', (f) => f.getAttribute('rate'))).toBe('0.2');
    }
    await on.$eval('gd-figure', async (f) => {
      f.reset();
      await f.updateComplete;
    });
    await on.waitForFunction(() => !document.querySelector('gd-figure')!.hasAttribute('data-gd-moment'));
    clean();
  });

  it('lets the address decide where the figure may use it', async () => {
    const linked = post(
      '<main><gd-figure name="one-weight" linked data-gd-moment="#one-weight?rate=0.9&amp;step=1"></gd-figure></main>',
    );
    const { page: on, clean } = await visit(browser, {
      url: `${put('linked.html', linked)}#one-weight?rate=0.3&step=2`,
    });
    await alive(on);
    expect(await on.$eval('gd-figure', (f) => [f.state, f.step])).toEqual([{ rate: '0.3' }, 2]);
    for (const moment of ['', '#', '#terrain?x=1', '#one-weight?rate=fast', '%%%']) {
      const left = post(`<gd-figure name="one-weight" data-gd-moment="${moment}"></gd-figure>`);
      await revisit(on, put('left.html', left));
      await alive(on);
      expect(await on.$eval('gd-figure', (f) => [f.state, f.shadowRoot!.querySelectorAll('.notice').length])).toEqual([
        {},
        0,
      ]);
    }
    clean();
  });
});

it('properties that go, and come wrong, throw nothing, and what is said of them goes with them', async () => {
  const { page: on, clean } = await visit(browser, { url: put('given.html', post('<main></main>')) });
  const said = await on.evaluate(async () => {
    const made = document.createElement('gd-figure') as unknown as HTMLElement & Record<string, unknown>;
    const notice = async (): Promise<string> => {
      await made['updateComplete'];
      return made.shadowRoot!.querySelector('.notice')?.textContent?.trim() ?? '';
    };
    // Before its piece has come.
    for (const value of [undefined, null, 3, 'x', Symbol('x'), Object.create(null) as object])
      Object.assign(made, { state: value, step: value });
    Object.assign(made, { name: 'one-weight', step: 4, state: { rate: null, start: 2 } });
    document.querySelector('main')!.append(made);
    while (!made.hasAttribute('live')) await new Promise(requestAnimationFrame);
    const out: unknown[] = [made['state'], made['step'], await notice()];
    made['step'] = 'first';
    made['state'] = { rate: 'fast' };
    out.push(await notice());
    made['state'] = { rate: undefined };
    out.push(await notice());
    made['step'] = null;
    out.push(await notice(), made['step']);
    made['name'] = undefined;
    out.push(made.hasAttribute('name'), await notice());
    made['name'] = 'one-weight';
    out.push(await notice());
    return out;
  });
  expect(said.slice(0, 3)).toEqual([{ start: '2' }, 4, '']);
  expect(said[3]).toMatch(/step: .*first.*rate: .*fast/s);
  expect(said[4]).toMatch(/^step: (?!.*fast)/s);
  expect(said.slice(5, 8)).toEqual(['', figures.get('one-weight')!.firstStep ?? 0, false]);
  expect(said[8]).toContain('A figure needs a name');
  expect(said[9]).toBe('');
  clean();
});

it('keeps its looks and runs in another document, moved there at once or later', async () => {
  const frames = '<iframe width="700" height="700"></iframe>';
  const { page: on, clean } = await visit(browser, { url: put('move.html', post(figure + frames)) });
  await alive(on);
  const looks = await on.evaluate(async () => {
    const there = document.querySelector('iframe')!.contentDocument!;
    const fresh = document.createElement('gd-figure');
    fresh.setAttribute('name', 'one-weight');
    const [task, old] = [document.createElement('gd-task'), document.querySelector('gd-figure')!];
    const out: unknown[] = [];
    for (const moved of [old, fresh]) {
      there.body.replaceChildren(moved, task);
      while (!moved.hasAttribute('live')) await new Promise(requestAnimationFrame);
      moved.step = 0;
      await moved.updateComplete;
      moved.shadowRoot!.querySelector<HTMLElement>('[aria-label="One step"]')!.click();
      while (moved.step < 1) await new Promise(requestAnimationFrame);
      const unseen = moved.shadowRoot!.querySelector('.unseen')!;
      out.push([getComputedStyle(moved).display, getComputedStyle(unseen).position, getComputedStyle(task).display]);
    }
    document.body.append(old);
    await old.updateComplete;
    out.push(getComputedStyle(old).display);
    return out;
  });
  expect(looks).toEqual([['block', 'absolute', 'block'], ['block', 'absolute', 'block'], 'block']);
  clean();
});

it('runs in a page that is XHTML, and under a policy that asks for trusted types', async () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head>${head}</head><body><gd-figure name="one-weight"/><script src="downhill.js"/></body></html>`;
  const { page: on, clean } = await visit(browser, { url: put('book.xhtml', xml) });
  await alive(on);
  const hands = await FigureHands.on(on, 'one-weight');
  expect(await on.evaluate(() => document.contentType)).toBe('application/xhtml+xml');
  await hands.press('One step');
  expect(await hands.nonsense()).toEqual([]);
  const policy = (names: string): string =>
    post(
      '<gd-figure name="one-weight"><img alt="" width="300" height="200" src="data:,"/></gd-figure>',
      `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types ${names}"/>`,
    );
  await revisit(on, put('trusted.html', policy('lit-html downhill')));
  await alive(on);
  clean();
  await on.goto(put('untrusted.html', policy("'none'")));
  expect(await on.$eval('gd-figure img', (img) => img.getBoundingClientRect().height)).toBe(200);
  await on.close();
});

it('a frame without an address takes what it shows from its own text, and its height reaches the page', async () => {
  const text = readFileSync(path.join(dist, 'figure.html'), 'utf8');
  const own = text.replace('<html', '<html data-figure="one-weight?rate=0.3&amp;step=2&amp;theme=dark"');
  expect(own).not.toBe(text);
  cpSync(path.join(dist, 'blogs/html/frame-height.js'), path.join(folder, 'frame-height.js'));
  const holder = `<script src="frame-height.js"></script><iframe sandbox="allow-scripts" width="700" height="300"></iframe>`;
  const { page: on } = await visit(browser, { url: put('holder.html', post(holder)) });
  await on.$eval('iframe', (f, html) => (f.srcdoc = html), own);
  const frame = await (await on.waitForSelector('iframe'))!.contentFrame();
  await frame.waitForFunction(() => document.querySelector('gd-figure')?.hasAttribute('live'));
  expect(await frame.$eval('gd-figure', (f) => [f.name, f.state, f.step])).toEqual(['one-weight', { rate: '0.3' }, 2]);
  expect(await frame.$eval('html', (h) => h.dataset['theme'])).toBe('dark');
  await on.waitForFunction(() => document.querySelector('iframe')!.clientHeight > 400);
  await on.close();
});

it('a formula that cannot be read is said with what, where and what instead, and the default stands', async () => {
  const wrong = '<gd-figure name="terrain" ground="typed" formula="x^^2 + y^2"></gd-figure>';
  const { page: on, clean } = await visit(browser, { url: put('formula.html', post(wrong)) });
  const hands = await FigureHands.on(on, 'terrain');
  expect(await hands.text('.notice')).toMatch(/^formula: “x\^\^2 \+ y\^2”, character 3: .* Write /);
  expect(await (await hands.find('.formula input')).evaluate((i) => (i as HTMLInputElement).value)).toMatch(
    /^sin\(x\)/,
  );
  await on.$eval('gd-figure', (f) => f.setAttribute('formula', 'x^2 + y^2'));
  await on.waitForFunction(() => !document.querySelector('gd-figure')!.shadowRoot!.querySelector('.notice'));
  expect(await on.$eval('gd-figure', (f) => f.state['formula'])).toBe('x^2 + y^2');
  clean();
});
