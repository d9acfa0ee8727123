/** The figures' script in pieces: what arrives when, from where, and what happens where a piece does not. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, HTTPRequest, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serve } from '../../web/tools/lib/serve.mjs';
import { dist, launch, layScript, settled, shift, visit } from './support';

const folder = mkdtempSync(path.join(dist, '../build/pieces '));
const html = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,">${head}<body>${body}</body></html>`;
const script = '<script src="downhill.js?v=1" defer></script>';
const oneWeight = '<gd-figure name="one-weight"></gd-figure>';
/** Below the window, and further away than a figure looks ahead. */
const faraway = '<p style="height: 4000px"></p><gd-figure name="terrain"></gd-figure>';

let browser: BrowserContext;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  browser = await launch();
  layScript(folder);
  cpSync(path.join(dist, 'downhill.mjs'), path.join(folder, 'downhill.mjs'));
  // The same script under another name of its own, as a second version would lie there.
  cpSync(path.join(folder, 'downhill.js'), path.join(folder, 'other/downhill.js'), { recursive: true });
  cpSync(path.join(folder, 'pieces'), path.join(folder, 'other/pieces'), { recursive: true });
  for (const [name, text] of Object.entries({
    'blank.html': html('', ''),
    'one.html': html(script, oneWeight + faraway),
    'gradient.html': html(script, '<gd-figure name="gradient"></gd-figure>'),
    'far.html': html(script, faraway),
    'twice.html': html(`${script}<script src="other/downhill.js" defer></script>${script}`, oneWeight),
    'module.html': html('<script type="module" src="downhill.mjs"></script>', oneWeight),
  }))
    writeFileSync(path.join(folder, name), text);
  server = await serve(folder, { port: 0 });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const live = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction((n) => document.querySelector(`gd-figure[name="${n}"]`)?.hasAttribute('live'), {}, name);

/** Names of the pieces that a page asks for, without their hashes. */
function listen(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const piece = /pieces\/(.+)-[\w-]{8}\.m?js$/.exec(new URL(request.url()).pathname)?.[1];
    if (piece !== undefined) asked.push(piece);
  });
  return asked;
}

/** What figures are called for, and nothing but them. */
const figuresAmong = (asked: readonly string[]): string[] =>
  asked.filter((name) => readdirSync(new URL('../../web/figures', import.meta.url)).includes(name));

describe('a page', () => {
  it.each(['from a server', 'from disk'])(
    'gets the piece of the figure that is near, and of no other: %s',
    async (from) => {
      const url = from === 'from disk' ? pathToFileURL(path.join(folder, 'one.html')).href : `${server.url}one.html`;
      const { page, clean } = await visit(browser, { url: url.replace('one.html', 'blank.html') });
      const asked = listen(page);
      await page.goto(url);
      await live(page, 'one-weight');
      expect(figuresAmong(asked)).toEqual(['one-weight']);
      await page.$eval('gd-figure[name="terrain"]', (figure) => figure.scrollIntoView());
      await live(page, 'terrain');
      expect(figuresAmong(asked)).toEqual(['one-weight', 'terrain']);
      expect(new Set(asked).size, 'each once').toBe(asked.length);
      clean();
    },
  );

  it('has asked for the engine before its elements are made, where a figure is in the window, and only then', async () => {
    const { page, clean } = await visit(browser, { url: `${server.url}blank.html` });
    await page.evaluateOnNewDocument(() => {
      const order: string[] = ((globalThis as { order?: string[] }).order = []);
      const { fetch, customElements } = globalThis;
      const define = customElements.define.bind(customElements);
      globalThis.fetch = (...asked) => (order.push('engine'), fetch(...asked));
      customElements.define = (...made) => (order.push(made[0]), define(...made));
    });
    const order = (): Promise<string[]> => page.evaluate('order') as Promise<string[]>;
    await page.goto(`${server.url}one.html`);
    await live(page, 'one-weight');
    expect((await order()).slice(0, 2)).toEqual(['engine', 'gd-figure']);
    await page.goto(`${server.url}far.html`);
    await settled(page);
    expect(await order()).not.toContain('engine');
    clean();
    await page.close();
  });

  it.each([
    ['one-weight', 'shared', 'one.html'],
    ['gradient', 'names', 'gradient.html'],
  ])('asks for what figures like %s share beside the first of them, not after it: %s', async (name, piece, file) => {
    const { page } = await visit(browser, { url: 'about:blank' });
    const beside = page.waitForRequest((request) => request.url().includes(`pieces/${piece}-`));
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) => {
      // The figure's own comes only when the other has been asked for.
      const first = request.url().includes(`pieces/${name}-`) ? beside : Promise.resolve();
      void first.then(() => request.continue());
    });
    await page.goto(`${server.url}${file}`);
    await live(page, name);
    await page.close();
  });

  it('that uses modules gets the same as modules', async () => {
    const { page, clean } = await visit(browser, { url: `${server.url}blank.html` });
    const asked = listen(page);
    await page.goto(`${server.url}module.html`);
    await live(page, 'one-weight');
    expect(figuresAmong(asked)).toEqual(['one-weight']);
    clean();
  });

  it('that includes the script again, and another copy of it, goes on with the first', async () => {
    const { page, clean } = await visit(browser, { url: `${server.url}twice.html` });
    await live(page, 'one-weight');
    const same = 'Downhill.GdFigure === customElements.get("gd-figure")';
    expect(await page.evaluate(same)).toBe(true);
    expect(await page.evaluate('Object.keys(Downhill).sort().join()')).toBe('GdFigure,loadEngine');
    clean();
  });

  it('with a loader of its own keeps it: nothing of ours touches System, or scripts that are meant for it', async () => {
    const { page, clean } = await visit(browser, { url: `${server.url}one.html` });
    await page.goto('about:blank');
    await page.goto(`${server.url}one.html`);
    await page.evaluate(() => {
      const theirs = document.createElement('script');
      theirs.type = 'systemjs-module';
      theirs.src = 'nowhere.js';
      document.head.append(theirs);
    });
    await live(page, 'one-weight');
    expect(
      await page.evaluate(() => ['System' in globalThis, 'sp' in document.querySelector('[type=systemjs-module]')!]),
    ).toEqual([false, false]);
    clean();
  });

  it('that trusts only named policies runs them with ours', async () => {
    const { page } = await visit(browser, { url: 'about:blank' });
    const policy = `require-trusted-types-for 'script'; trusted-types lit-html downhill`;
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) => {
      if (!request.url().endsWith('trusted.html')) return void request.continue();
      void request.respond({
        contentType: 'text/html',
        headers: { 'Content-Security-Policy': policy },
        body: html(script, oneWeight),
      });
    });
    await page.goto(`${server.url}trusted.html`);
    await live(page, 'one-weight');
    expect(await page.evaluate(() => 'trustedTypes' in globalThis)).toBe(true);
    await page.close();
  });
});

describe('room for a figure without a picture', () => {
  it.each([
    ['keeps', 'waits for the script with its first paint', 'blocking="render"'],
    ['cannot keep', 'has been painted before', ''],
  ])('a page %s it that %s', async (keeps, _, attribute) => {
    const { page, clean } = await visit(browser, { url: `${server.url}blank.html`, width: 640 });
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) => {
      if (request.url().endsWith('late.html'))
        return void request.respond({
          contentType: 'text/html',
          body: html(`<script src="downhill.js" defer ${attribute}></script>`, `${oneWeight}<p>What follows.</p>`),
        });
      // On its way until a page that does not wait is long painted.
      setTimeout(() => void request.continue(), request.url().endsWith('downhill.js') ? 600 : 0);
    });
    await page.goto(`${server.url}late.html`);
    await live(page, 'one-weight');
    await settled(page);
    const moved = await shift(page);
    if (keeps === 'keeps') expect(moved).toBeLessThan(0.05);
    else expect(moved).toBeGreaterThan(0.05);
    clean();
    await page.close();
  });
});

describe('a piece that does not come', () => {
  it.each(['one-weight', 'shared'])(
    '%s leaves the picture, and what is wrong in words; another try brings it',
    async (piece) => {
      const { page } = await visit(browser, { url: 'about:blank' });
      let broken = true;
      await page.setRequestInterception(true);
      page.on('request', (request: HTTPRequest) =>
        broken && request.url().includes(`pieces/${piece}-`) ? void request.abort() : void request.continue(),
      );
      await page.goto(`${server.url}one.html`);
      const notice = () => page.$eval('gd-figure', (f) => f.shadowRoot?.querySelector('.notice')?.textContent ?? '');
      await page.waitForFunction(() => document.querySelector('gd-figure')?.shadowRoot?.querySelector('.notice'));
      expect(await notice()).toContain('could not be started');
      broken = false;
      await page.$eval('gd-figure', (f) => f.shadowRoot?.querySelector<HTMLElement>('.notice button')?.click());
      await live(page, 'one-weight');
      await settled(page);
      expect(await notice()).toBe('');
      await page.close();
    },
  );
});

describe('a part of a figure that few open', () => {
  const shown = (page: Page, selector: string) =>
    page.$eval('gd-figure', (figure, at) => figure.shadowRoot?.querySelector(at)?.textContent ?? '', selector);
  const press = (page: Page, selector: string) =>
    page.$eval('gd-figure', (f, at) => f.shadowRoot?.querySelector<HTMLElement>(at)?.click(), selector);
  const panel = '[role=tabpanel]';

  it('comes with its tab, with its style, and leaves the rest of the page where it was', async () => {
    const { page, clean } = await visit(browser, { url: `${server.url}gradient.html`, width: 700 });
    await live(page, 'gradient');
    await press(page, '[role=tab][id$=-tab-compass]');
    await page.waitForFunction(() =>
      document.querySelector('gd-figure')?.shadowRoot?.querySelector('[data-spot=compass] svg'),
    );
    await press(page, '.asked button');
    await press(page, '[role=tab][id$=-tab-steps]');
    await page.waitForFunction(() => document.querySelector('gd-figure')?.shadowRoot?.querySelector('.dial-name'));
    const weight = await page.$eval('gd-figure', (figure) => {
      const name = figure.shadowRoot?.querySelector('.dial-name');
      return name && getComputedStyle(name).fontWeight;
    });
    expect(weight, 'of what only this part has').toBe('600');
    clean();
  });

  it('that cannot be had keeps its room and says so; another try brings it', async () => {
    const { page } = await visit(browser, { url: 'about:blank', width: 700 });
    let broken = true;
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) =>
      broken && request.url().includes('pieces/contents-') ? void request.abort() : void request.continue(),
    );
    await page.goto(`${server.url}gradient.html`);
    await live(page, 'gradient');
    const height = () => page.$eval('gd-figure', (figure) => figure.getBoundingClientRect().height);
    const before = await height();
    await press(page, '[role=tab][id$=-tab-compass]');
    await page.waitForFunction(
      (at) =>
        /could not be loaded/.test(
          document.querySelector('gd-figure')?.shadowRoot?.querySelector(at)?.textContent ?? '',
        ),
      {},
      panel,
    );
    expect(Math.abs((await height()) - before)).toBeLessThan(24);
    broken = false;
    await press(page, `${panel} button`);
    await page.waitForFunction(() =>
      document.querySelector('gd-figure')?.shadowRoot?.querySelector('[data-spot=compass] svg'),
    );
    expect(await shown(page, panel)).not.toContain('could not be loaded');
    expect(Math.abs((await height()) - before)).toBeLessThan(24);
    await page.close();
  });
});

describe('the lines of a map that is no bowl', () => {
  const lines = (page: Page) =>
    page.$eval('gd-figure', (f) => f.shadowRoot!.querySelectorAll('[data-spot=map] [class^=gd-terrain]').length);
  const choose = (page: Page) => page.$eval('gd-figure', (f) => f.setAttribute('function', 'himmelblau'));

  it('come when such ground is looked at; where they cannot be had, that is said, and another try brings them', async () => {
    const { page } = await visit(browser, { url: 'about:blank', width: 700 });
    let broken = true;
    let asked = 0;
    await page.setRequestInterception(true);
    page.on('request', (request: HTTPRequest) => {
      const tracing = request.url().includes('pieces/tracing-');
      if (tracing) asked++;
      void (tracing && broken ? request.abort() : request.continue());
    });
    await page.goto(`${server.url}gradient.html`);
    await live(page, 'gradient');
    expect(await lines(page)).toBeGreaterThan(10);
    expect(asked, 'a bowl asks for nothing').toBe(0);
    await choose(page);
    await page.waitForFunction(() =>
      document
        .querySelector('gd-figure')
        ?.shadowRoot?.querySelector('.panels')
        ?.textContent?.includes('lines of this map'),
    );
    expect(await lines(page)).toBeLessThan(3);
    broken = false;
    await page.$eval('gd-figure', (f) => f.shadowRoot!.querySelector<HTMLElement>('.panels p button')!.click());
    await page.waitForFunction(
      () =>
        document.querySelector('gd-figure')!.shadowRoot!.querySelectorAll('[data-spot=map] [class^=gd-terrain]')
          .length > 10,
    );
    const told = await page.$eval('gd-figure', (f) => f.shadowRoot!.querySelector('.panels')?.textContent);
    expect(told).not.toContain('could not be loaded');
    await page.close();
  });
});

describe('names', () => {
  it('carry the hash of what they hold: the same content never has two, and no piece calls another by an older one', () => {
    const files = readdirSync(path.join(dist, 'pieces'));
    const named = (file: string): string[] =>
      [
        ...readFileSync(path.join(dist, 'pieces', file), 'latin1').matchAll(/["']\.\/([\w-]+\.(?:js|mjs|wasm))["']/g),
      ].map(([, name]) => name!);
    const called = files.filter((file) => /\.m?js$/.test(file)).flatMap(named);
    const entry = /\.begin\("pieces\/([^"]+)"/.exec(readFileSync(path.join(dist, 'downhill.js'), 'latin1'))?.[1];
    expect(entry).toBeDefined();
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((name) => name !== entry && !files.includes(name))).toEqual([]);
  });
});
