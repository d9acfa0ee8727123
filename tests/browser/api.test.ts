/** The element as somebody's scripts and pages meet it, against what downhill.d.ts promises. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'puppeteer-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Api from '../../web/figures/host/downhill.d.ts';
import { serve } from '../../web/tools/lib/serve.mjs';
import { dist, launch, layScript, settled, visit, type Scheme } from './support';

type Figure = Api.GdFigure;
declare const Downhill: typeof Api;

/** Somebody's site: a page, and the script beside it. */
const folder = mkdtempSync(path.join(dist, '../build/post-'));
const post = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>A post</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

let browser: BrowserContext;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  browser = await launch();
  layScript(folder);
  writeFileSync(path.join(folder, 'post.html'), post(''));
  server = await serve(folder, { port: 0 });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A host's page: nothing of ours but the script, included as often as asked. */
async function host(
  body: string,
  { scripts = 1, width = 900, scheme = 'light' }: { scripts?: number; width?: number; scheme?: Scheme } = {},
) {
  const { page, clean } = await visit(browser, { url: `${server.url}post.html`, width, scheme });
  await page.setContent(post(body));
  for (let i = 0; i < scripts; i++) await page.addScriptTag({ url: `${server.url}downhill.js` });
  // Each comes when somebody comes near, and keeps its room free until then.
  for (const figure of await page.$$('gd-figure')) {
    await figure.evaluate((f) => f.scrollIntoView({ behavior: 'instant' }));
    await page.waitForFunction((f) => f.hasAttribute('live'), {}, figure);
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await settled(page);
  return { page, clean };
}

const one = '<gd-figure name="one-weight" rate="0.2"></gd-figure>';
const stateOf = (page: Page): Promise<Record<string, string>> => page.$eval('gd-figure', (f) => f.state);

describe('downhill.d.ts and the script agree in both directions', () => {
  const file = path.join(dist, 'downhill.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const exported: string[] = [];
  const members = { required: [] as string[], optional: [] as string[] };
  source.forEachChild((node) => {
    if (ts.isFunctionDeclaration(node)) exported.push(node.name!.text);
    if (!ts.isClassDeclaration(node)) return;
    exported.push(node.name!.text);
    for (const member of node.members) {
      if (ts.canHaveModifiers(member) && ts.getModifiers(member)?.some((m) => m.kind === ts.SyntaxKind.StaticKeyword))
        continue;
      const kind = 'questionToken' in member && member.questionToken ? 'optional' : 'required';
      members[kind].push(member.name!.getText(source));
    }
  });
  /** What Lit calls, and every element made with it has. */
  const platform = [
    ...['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'],
    ...[
      'adoptedCallback',
      'createRenderRoot',
      'scheduleUpdate',
      'getUpdateComplete',
      'willUpdate',
      'updated',
      'render',
    ],
  ];

  it('in what is exported, in what a figure has, and that it keeps the rest to itself', async () => {
    const { page, clean } = await host(one);
    const live = await page.evaluate(() => {
      const own = Object.getOwnPropertyNames(Downhill.GdFigure.prototype);
      const has = (name: string): boolean => name in document.querySelector('gd-figure')!;
      return { exports: Object.keys(Downhill), own, updateComplete: has('updateComplete') };
    });
    expect(live.exports.sort()).toEqual([...new Set(exported)].sort());
    const found = live.own.filter((name) => !platform.includes(name));
    if (live.updateComplete) found.push('updateComplete');
    const required = new Set(members.required);
    expect(found.filter((name) => !members.optional.includes(name)).sort()).toEqual([...required].sort());
    // No public field that the types do not name.
    const fields = await page.$eval('gd-figure', (f) => Object.keys(f));
    const lit = ['enableUpdating', 'isUpdatePending', 'hasUpdated', 'renderOptions', 'renderRoot'];
    expect(fields.filter((name) => !name.startsWith('_$') && !lit.includes(name))).toEqual(
      fields.filter((name) => name.startsWith('__')),
    );
    clean();
  });
});

describe('properties and methods', () => {
  it('state is what an attribute would say, checked in the same way', async () => {
    const { page, clean } = await host(one);
    expect(await stateOf(page)).toEqual({ rate: '0.2' });
    const words = await page.$eval('gd-figure', async (f) => {
      f.state = { rate: '0.7', start: '2', colour: 'red' };
      await f.updateComplete;
      return f.shadowRoot?.querySelector('.notice')?.textContent ?? '';
    });
    expect(words).toContain('There is no setting “colour”');
    expect(await stateOf(page)).toEqual({ rate: '0.7', start: '2' });
    clean();
  });

  it('step stands where it was set, within the run, and plays, pauses and goes back', async () => {
    const { page, clean } = await host(one);
    const seen = await page.$eval('gd-figure', async (f) => {
      const steps: number[] = [];
      const set = async (step: number): Promise<void> => {
        f.step = step;
        await f.updateComplete;
        steps.push(f.step);
      };
      await set(5);
      await set(999_999);
      await set(NaN);
      await set(0);
      f.play();
      await new Promise((done) => f.addEventListener('gd-step', done, { once: true }));
      const playing = f.playing;
      f.pause();
      f.state = {};
      f.reset();
      await f.updateComplete;
      return { steps, playing, paused: !f.playing, state: f.state, link: f.link };
    });
    expect(seen.steps[0]).toBe(5);
    expect(seen.steps[1]).toBeGreaterThan(5);
    expect(seen.steps[1]).toBeLessThan(999_999);
    expect(seen.steps.slice(2)).toEqual([seen.steps[1], 0]);
    expect(seen).toMatchObject({ playing: true, paused: true, state: { rate: '0.2' } });
    expect(seen.link).toMatch(/^#one-weight\?step=\d+$/);
    clean();
  });

  it('properties set before the script is there count, and so do those of an element not yet in the page', async () => {
    const { page, clean } = await visit(browser, { url: `${server.url}post.html` });
    await page.setContent(post('<gd-figure></gd-figure>'));
    await page.$eval('gd-figure', (f) => Object.assign(f, { name: 'one-weight', state: { rate: '0.3' }, step: 2 }));
    await page.addScriptTag({ url: `${server.url}downhill.js` });
    const made = await page.evaluate(async () => {
      const read = (f: Figure) => ({ name: f.name, state: f.state, step: f.step });
      const early = document.querySelector('gd-figure')!;
      const late = document.createElement('gd-figure');
      late.name = 'one-weight';
      late.state = { rate: '0.3' };
      late.step = 2;
      document.body.append(late);
      await late.updateComplete;
      return [read(early), read(late)];
    });
    const wanted = { name: 'one-weight', state: { rate: '0.3' }, step: 2 };
    expect(made).toEqual([wanted, wanted]);
    clean();
  });

  it('an attribute changes what it names at once, and leaves the rest as the reader left it', async () => {
    const { page, clean } = await host(one);
    const states = await page.$eval('gd-figure', async (f) => {
      f.state = { rate: '0.2', start: '2' };
      f.setAttribute('rate', '0.5');
      await f.updateComplete;
      const changed = f.state;
      f.removeAttribute('rate');
      await f.updateComplete;
      return { changed, without: f.state };
    });
    expect(states).toEqual({ changed: { rate: '0.5', start: '2' }, without: { start: '2' } });
    clean();
  });

  it('a figure that is moved within the page keeps what the reader did', async () => {
    const { page } = await host(`${one}<div id="there"></div>`);
    await page.$eval('gd-figure', (f) => {
      f.state = { start: '2' };
      document.querySelector('#there')!.append(f);
    });
    await settled(page);
    expect(await stateOf(page)).toEqual({ start: '2' });
  });

  it('tells of a change once, and two figures that follow each other come to rest', async () => {
    const { page, clean } = await host(one + one);
    const told = await page.evaluate(async () => {
      const [a, b] = [...document.querySelectorAll('gd-figure')] as [Figure, Figure];
      let count = 0;
      a.addEventListener('gd-change', ({ detail }) => ((b.state = detail.settings), count++));
      b.addEventListener('gd-change', ({ detail }) => ((a.state = detail.settings), count++));
      a.state = { rate: '0.4' };
      while (count < 2) await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done, 400));
      return { count, states: [a.state, b.state] };
    });
    expect(told).toEqual({ count: 2, states: [{ rate: '0.4' }, { rate: '0.4' }] });
    clean();
  });
});

/** A colour as red, green, blue in 0 - 255 and its opacity, in whichever way a browser writes what was mixed. */
function plain(colour: string): string {
  const [, parts] = /^color\(srgb ([^)]*)\)$/.exec(colour) ?? [];
  if (parts === undefined) return colour;
  const [r = 0, g = 0, b = 0, a] = parts.split(/[\s/]+/).map(Number);
  const bytes = [r, g, b].map((x) => Math.round(x * 255)).join(', ');
  return a === undefined ? `rgb(${bytes})` : `rgba(${bytes}, ${a})`;
}

describe('the picture', () => {
  it('stands alone and looks as on the page, light or dark, and is empty while there is nothing to see', async () => {
    const style = `<style>:root { color-scheme: light dark; background: canvas }</style>`;
    const names = ['one-weight', 'learning-rate', 'gradient', 'terrain', 'optimizers', 'model'];
    const { page, clean } = await host(style + names.map((n) => `<gd-figure name="${n}"></gd-figure>`).join(''));
    expect(await page.evaluate(() => document.createElement('gd-figure').picture())).toBe('');
    const drawn = () =>
      page.$$eval('gd-figure', (all) =>
        all.map((f) => {
          const marks = [...f.shadowRoot!.querySelectorAll('[part=plot] [class*="gd-"]')];
          const shown = marks.filter((m) => !m.closest('.hint, .grip, .gd-chosen, .gd-scrub-sign, .gd-scrub-line'));
          return { svg: f.picture(), strokes: [...new Set(shown.map((m) => getComputedStyle(m).stroke))] };
        }),
      );
    const light = await drawn();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await expect.poll(async () => (await drawn())[0]!.strokes).not.toEqual(light[0]!.strokes);
    await settled(page);
    const dark = await drawn();
    for (const [i, { strokes }] of dark.entries()) expect(strokes).not.toEqual(light[i]!.strokes);
    const alone = await browser.newPage();
    for (const { svg, strokes } of [...light, ...dark]) {
      expect(svg).not.toMatch(/NaN|Infinity|undefined|\[object/);
      expect(svg).not.toMatch(/<script|\sclass=|\sstyle=|\son[a-z]+=|var\(|color-mix|light-dark/);
      expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href="(?!#|data:image\/)/);
      await alone.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
      const seen = await alone.evaluate(() => ({
        root: document.documentElement.tagName,
        title: document.querySelector('title')?.textContent,
        strokes: [...new Set([...document.querySelectorAll('*')].map((e) => getComputedStyle(e).stroke))],
      }));
      expect(seen.root).toBe('svg');
      expect(seen.title).toBeTruthy();
      expect(seen.strokes.map(plain)).toEqual(expect.arrayContaining(strokes.map(plain)));
    }
    await alone.close();
    clean();
  });
});

describe('a good guest', () => {
  it('included twice is one element, one engine and one global name', async () => {
    const { page, clean } = await visit(browser, { url: `${server.url}post.html` });
    await page.setContent(post(one));
    const before = await page.evaluate(() => Object.getOwnPropertyNames(globalThis));
    await page.addScriptTag({ url: `${server.url}downhill.js` });
    const first = await page.evaluateHandle(() => ({ ...Downhill }));
    await page.addScriptTag({ url: `${server.url}downhill.js` });
    const same = await page.evaluate(
      async (f) => f.GdFigure === Downhill.GdFigure && (await f.loadEngine()) === (await Downhill.loadEngine()),
      first,
    );
    expect(same).toBe(true);
    const after = await page.evaluate(() => Object.getOwnPropertyNames(globalThis));
    // Lit notes its versions and what it knows of properties, so that two copies of it get along.
    const ours = (name: string): boolean => !/^(lit|reactive)[A-Za-z]*(Versions|Metadata)$/.test(name);
    const added = after.filter((name) => !before.includes(name) && ours(name));
    expect(added).toEqual(['Downhill']);
    clean();
  });

  it('touches neither the address, nor history, storage, title or styles of its host', async () => {
    const { page, clean } = await host(`<p>Some text.</p>${one}`);
    const look = () =>
      page.evaluate(() => ({
        address: location.href,
        history: history.length,
        stored: localStorage.length,
        title: document.title,
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        head: document.head.innerHTML.replace(/<script.*?<\/script>/g, ''),
        font: getComputedStyle(document.querySelector('p')!).cssText,
      }));
    const before = await look();
    await page.$eval('gd-figure', async (f) => {
      f.state = { rate: '0.5' };
      f.step = 3;
      await new Promise((done) => setTimeout(done, 600));
    });
    expect(await look()).toEqual(before);
    clean();
  });

  it('takes typeface and colours from its host, and fits a column of 320 pixels', async () => {
    const style = '<style>body { margin: 0; font-family: "Courier New", monospace; color-scheme: dark }</style>';
    const narrow = `<div class="column" style="width: 320px">${one}</div>`;
    const { page } = await host(style + narrow, { width: 320 });
    const seen = await page.$eval('gd-figure', (f) => ({
      font: getComputedStyle(f.shadowRoot!.querySelector('.live')!).fontFamily,
      ink: getComputedStyle(f.shadowRoot!.querySelector('.live')!).color,
      wider: document.documentElement.scrollWidth - innerWidth,
      lang: f.shadowRoot!.querySelector('.live')!.getAttribute('lang'),
    }));
    expect(seen).toEqual({ font: '"Courier New", monospace', ink: 'rgb(233, 230, 222)', wider: 0, lang: 'en' });
  });

  it('shows its children until it runs, and frees what it held when it goes', async () => {
    const { page } = await host(one);
    const handles = await page.evaluate(async () => {
      const engine = await Downhill.loadEngine('functions');
      const held = engine.liveHandles();
      document.querySelector('gd-figure')!.remove();
      const stranger = document.createElement('gd-figure');
      stranger.innerHTML = '<b>A picture</b>';
      document.body.append(stranger);
      await stranger.updateComplete;
      return { held, left: engine.liveHandles(), shown: document.querySelector('b')!.offsetHeight > 0 };
    });
    expect(handles.held).toBeGreaterThan(0);
    expect(handles).toMatchObject({ left: 0, shown: true });
  });

  it('a boolean attribute is true when it is there, unless it says "false"', async () => {
    const texts = ['', 'true', 'false'];
    const { page } = await host(
      texts.map((text) => `<gd-figure name="terrain" starts="${text}" basins="false"></gd-figure>`).join(''),
    );
    const states = await page.$$eval('gd-figure', (all) => all.map((f) => f.state));
    expect(states.map(({ starts }) => starts)).toEqual(['true', 'true', undefined]);
    expect(states.map(({ basins }) => basins)).toEqual(['hidden', 'hidden', 'hidden']);
  });
});
