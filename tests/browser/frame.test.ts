/** One figure in a frame: from disk, sandboxed, chosen by a stranger's address, as tall as it needs to be. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { BrowserContext, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { figures } from '../../web/figures/registry';
import { serve } from '../../web/tools/lib/serve.mjs';
import { accessibilityProblems, dist, FigureHands, launch, settled, visit } from './support';

let browser: BrowserContext;
const folder = mkdtempSync(path.join(dist, '../build/frames '));
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const frameFile = pathToFileURL(path.join(dist, 'figure.html')).href;

/** A page that holds frames, in turn of these widths, and follows their messages unless it is deaf. */
function holder(
  frames: readonly string[],
  widths: readonly number[],
  ears: 'listening' | 'deaf' = 'listening',
): string {
  const file = path.join(folder, `holder ${frames.length} ${ears}.html`);
  const markup = frames.map(
    (src, i) =>
      `<iframe src="${src}" sandbox="allow-scripts" height="200" width="${widths[i % widths.length]}"></iframe>`,
  );
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><title>A post</title><body>${markup.join('')}<script>
window.told = [];
addEventListener('message', (event) => {
  const frame = [...document.querySelectorAll('iframe')].find((f) => f.contentWindow === event.source);
  window.told.push(event.data);
  if (${ears === 'listening'} && frame && event.data?.type === 'downhill:resize') frame.height = Math.min(4000, event.data.height);
});
</script>`,
  );
  return pathToFileURL(file).href;
}

async function frameOf(page: Page, index = 0): Promise<Frame> {
  const element = (await page.$$('iframe'))[index]!;
  await element.evaluate((frame) => frame.scrollIntoView({ block: 'center', behavior: 'instant' }));
  return await element.contentFrame();
}

const alive = (frame: Frame | Page) =>
  frame.waitForFunction(() => document.querySelector('gd-figure')?.shadowRoot?.querySelector('.live'));

/** What stands in a notice of the figure; empty without one. */
const notice = (frame: Frame | Page) =>
  frame.$eval('gd-figure', (f) => f.shadowRoot?.querySelector('.notice')?.textContent?.trim() ?? '');

describe('in a sandboxed frame on disk', () => {
  const asked = ['?name=learning-rate&step=4&theme=dark', '#one-weight?rate=0.2&step=4', '?name=nowhere'];

  it('shows what the address asks for, and is told apart by its own messages', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(String(e)));
    page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
    await page.goto(
      holder(
        asked.map((a) => frameFile + a),
        [620],
      ),
    );
    const [dark, hashed, unknown] = [await frameOf(page, 0), await frameOf(page, 1), await frameOf(page, 2)];
    await (await page.$$('iframe'))[0]!.evaluate((f) => f.scrollIntoView());
    await alive(dark);
    expect(await dark.title()).toBe('Four learning rates in one valley');
    expect(await dark.$eval('html', (e) => [e.lang, getComputedStyle(e).colorScheme])).toEqual(['en', 'dark']);
    await (await page.$$('iframe'))[1]!.evaluate((f) => f.scrollIntoView());
    await alive(hashed);
    expect(await hashed.$eval('gd-figure', (f) => (f as unknown as { state: unknown }).state)).toEqual({ rate: '0.2' });
    expect(await hashed.$eval('gd-figure', (f) => f.shadowRoot!.querySelector('.clock b')!.textContent)).toBe('4');
    // A figure far from the window has not looked at its address yet.
    await (await page.$$('iframe'))[2]!.evaluate((f) => f.scrollIntoView());
    await unknown.waitForSelector('gd-figure >>> .notice');
    expect(await notice(unknown)).toContain('There is no figure “nowhere”');

    const told = (await page.evaluate('told')) as (string | { type: string; height: number; src: string })[];
    const objects = told.filter((m) => typeof m === 'object');
    const texts = told.filter((m) => typeof m === 'string').map((m) => JSON.parse(m) as Record<string, unknown>);
    expect(objects.length).toBeGreaterThanOrEqual(3);
    for (const m of objects) {
      expect(m).toEqual({
        type: 'downhill:resize',
        height: expect.any(Number) as number,
        src: expect.any(String) as string,
      });
      expect(texts).toContainEqual({ src: m.src, context: 'iframe.resize', height: m.height });
    }
    expect(new Set(objects.map(({ src }) => src))).toEqual(new Set(asked.map((a) => frameFile + a)));
    expect(errors).toEqual([]);
    await page.close();
  });

  it('every figure comes to rest at a height at which nothing scrolls, on a phone or in a wide post', async () => {
    const page = await browser.newPage();
    await page.goto(
      holder(
        [...figures.keys()].map((name) => `${frameFile}?name=${name}`),
        [340, 700],
      ),
    );
    for (let i = 0; i < figures.size; i++) {
      const frame = await frameOf(page, i);
      await alive(frame);
      const still = () =>
        frame.evaluate(async () => {
          const before = innerHeight;
          await new Promise((next) => setTimeout(next, 160));
          const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
          return { moved: innerHeight - before, rest: innerHeight - scrollHeight, aside: scrollWidth - clientWidth };
        });
      await expect.poll(still, { message: frame.url(), timeout: 15_000 }).toEqual({ moved: 0, rest: 0, aside: 0 });
    }
    await page.close();
  });

  it('scrolls after all in a page that does not follow, so that no control is out of reach', async () => {
    const page = await browser.newPage();
    await page.goto(holder([`${frameFile}?name=one-weight`], [500], 'deaf'));
    const frame = await frameOf(page);
    await alive(frame);
    const overflow = (is: string) =>
      frame.waitForFunction((o) => getComputedStyle(document.documentElement).overflowY === o, {}, is);
    await overflow('auto');
    await page.$eval('iframe', (f) => (f.height = '3000'));
    await overflow('hidden');
    await page.close();
  });
});

describe('by itself', () => {
  it('lists the figures, follows a choice, and comes back', async () => {
    const { page, clean } = await visit(browser, { url: frameFile });
    expect(await page.title()).toBe('Figures of Downhill');
    expect((await page.$$('li .gd-poster')).length).toBeGreaterThan(5);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.click('a[href="#terrain"]');
    await alive(page);
    expect(await page.$$eval('gd-figure', (all) => all.map((f) => f.getAttribute('name')))).toEqual(['terrain']);
    expect(await page.title()).not.toBe('Figures of Downhill');
    await page.goBack();
    await page.waitForSelector('li .gd-poster');
    expect(await page.title()).toBe('Figures of Downhill');
    clean();
  });

  it.each(['light', 'dark'] as const)('follows the system, %s, and can be read by everyone', async (scheme) => {
    const { page, clean } = await visit(browser, { url: `${frameFile}?name=one-weight`, scheme, width: 390 });
    await alive(page);
    expect(await page.$eval('html', (e) => getComputedStyle(e).colorScheme)).toBe(scheme);
    expect(await accessibilityProblems(page)).toEqual([]);
    clean();
  });

  it('can be without paper', async () => {
    const { page } = await visit(browser, { url: `${frameFile}?name=one-weight&background=transparent` });
    const backgrounds = await page.$$eval('html, body, main', (all) =>
      all.map((e) => getComputedStyle(e).backgroundColor),
    );
    expect(new Set(backgrounds)).toEqual(new Set(['rgba(0, 0, 0, 0)']));
  });

  it('says in place what is wrong with a setting', async () => {
    const { page } = await visit(browser, { url: `${frameFile}?name=one-weight&rate=fast&colour=red` });
    await page.waitForSelector('gd-figure >>> .notice');
    expect(await notice(page)).toMatch(/“fast” is not a number[\s\S]*There is no setting “colour”/);
  });
});

describe("a stranger's address", () => {
  /** Texts that would do harm wherever they were taken for markup, a selector, a handler or a path. */
  const harm = fc.constantFrom(
    '"><img src=x onerror=hit()>',
    "'><svg onload=hit()>",
    '</script><script>hit()</script>',
    '<style>*{}</style>',
    'javascript:hit()',
    '{{x}}',
    '${hit()}',
    '__proto__',
    'constructor',
    '%',
    '%E0%A4%A',
    '\u202e',
    '\0',
    '..',
    ']',
    '1e999',
  );
  const name = fc.oneof(
    fc.constantFrom('one-weight', 'terrain', 'gradient', 'optimizers', 'model', ''),
    harm,
    fc.string(),
  );
  const key = fc.oneof(
    fc.constantFrom('rate', 'step', 'start', 'x', 'y', 'formula', 'name', 'theme', 'background', 'linked', 'live'),
    fc.constantFrom(
      'onclick',
      'onfocus',
      'autofocus',
      'style',
      'class',
      'is',
      'popover',
      'hidden',
      'innerHTML',
      'slot',
    ),
    harm,
  );
  const value = fc.oneof(harm, fc.double().map(String), fc.string({ unit: 'binary' }), fc.constantFrom('0.2', '4', ''));
  const query = fc.array(fc.tuple(key, value), { maxLength: 6 });
  // A hash is followed in place; a query loads the page anew, which takes longer.
  const address = fc.oneof(
    fc.tuple(name, query).map(([n, q]) => `?${new URLSearchParams([['name', n], ...q]).toString()}`),
    fc.tuple(name, query).map(([n, q]) => `#${n}?${new URLSearchParams(q).toString()}`),
    fc.tuple(name, value).map(([n, v]) => `#${n}?${v}`),
    value.map((v) => `?${v}`),
  );

  it('brings no exception, no node that is not ours, and no hang', async () => {
    const { page } = await visit(browser, { url: frameFile });
    const errors: string[] = [];
    page.on('pageerror', (e) => errors.push(String(e)));
    page.on('dialog', (d) => errors.push(d.message()));
    await page.evaluateOnNewDocument('window.hits = 0; window.hit = () => void window.hits++');
    await page.evaluate('window.hits = 0; window.hit = () => void window.hits++');
    const look = () => page.evaluate(look1);
    await fc.assert(
      fc.asyncProperty(address, async (asked) => {
        // A hash is followed in place, a query loads the page anew.
        if (asked.startsWith('#')) await page.evaluate((hash) => (location.hash = hash), asked);
        else await page.goto(frameFile + asked);
        await settled(page);
        const { strange, handlers, hits, answers } = await look();
        expect({ strange, handlers, hits, answers, errors }).toEqual({
          strange: [],
          handlers: [],
          hits: 0,
          answers: true,
          errors: [],
        });
      }),
      // A busy machine tries fewer; one that hangs fails above.
      { numRuns: 30, endOnFailure: true, interruptAfterTimeLimit: 30_000 },
    );
    await page.close();
  });

  /** Runs in the page: elements of kinds that no page of ours has, attributes that would run something. */
  function look1() {
    const all = [...document.querySelectorAll('body *')].flatMap((e) => [
      e,
      ...(e.shadowRoot?.querySelectorAll('*') ?? []),
    ]);
    const strange = all.filter((e) => /^(img|iframe|object|embed|link|base|form|style)$/.test(e.localName));
    const attributes = all.flatMap((e) =>
      e
        .getAttributeNames()
        .filter((n) => /^on|^(style|is|popover|hidden|autofocus)$/.test(n) && e.localName === 'gd-figure'),
    );
    return {
      strange: strange.map((e) => e.outerHTML),
      handlers: attributes,
      hits: (window as unknown as { hits: number }).hits,
      answers: document.querySelector('main')!.childElementCount > 0,
    };
  }
});

describe('a page for each figure', () => {
  it('takes settings from its address, and runs under a strict content security policy', async () => {
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; img-src 'self' data:";
    const server = await serve(dist, { port: 0, headers: { 'Content-Security-Policy': policy } });
    try {
      const { page, clean } = await visit(browser, { url: `${server.url}figures/one-weight.html?rate=0.2&step=4` });
      const figure = await FigureHands.on(page, 'one-weight');
      expect(await figure.step()).toBe(4);
      const [lands = NaN, was = NaN, rate, slope = NaN] = await figure.arithmetic();
      expect(rate).toBe(0.2);
      expect(lands).toBe(was - 0.2 * slope);
      expect(await accessibilityProblems(page)).toEqual([]);
      clean();
      await page.close();
    } finally {
      await server.close();
    }
  });
});
