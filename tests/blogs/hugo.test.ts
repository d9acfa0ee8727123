/** A blog made by Hugo. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serve } from '../../web/tools/lib/serve.mjs';
import { launch, visit } from '../browser/support';
import { drive, expectNoHandlers, expectTame, overflow, policy, stills } from './reading';
import { buildHugo, hasHugo, type HugoBlog } from './sites';

describe.skipIf(!hasHugo)('a blog made by Hugo', () => {
  let browser: BrowserContext;
  let blog: HugoBlog;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    blog = buildHugo();
    server = await serve(blog.served, { port: 0, headers: { 'Content-Security-Policy': policy } });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const post = (name: string): string => `${server.url}notes/posts/${name}.html`;
  async function unscripted(name: string): Promise<Page> {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(post(name));
    return page;
  }

  it('has a figure that can be driven, below a path, under a strict policy', async () => {
    const { page, clean } = await visit(browser, { url: post('what-i-know') });
    const figure = await drive(page, 'one-weight');
    expect(await figure.text('.slider-value')).toContain('0.2');
    expect(await page.$$eval('script', (all) => all.length)).toBe(1);
    expect(page.url()).toBe(post('what-i-know'));
    clean();
    await page.close();
  });

  it('opens from disk when Hugo writes relative addresses, and prints its picture', async () => {
    const url = pathToFileURL(path.join(blog.onDisk, 'posts/what-i-know.html')).href;
    const { page, clean } = await visit(browser, { url });
    await drive(page, 'one-weight');
    const heights = async (): Promise<boolean[]> =>
      page.$eval('gd-figure', (figure) =>
        [figure.querySelector('img'), figure.shadowRoot?.querySelector('.live')].map(
          (part) => (part?.getBoundingClientRect().height ?? 0) > 100,
        ),
      );
    expect(await heights()).toEqual([false, true]);
    await page.emulateMediaType('print');
    expect(await heights()).toEqual([true, false]);
    clean();
    await page.close();
  });

  it('loads the script only where there is a figure', async () => {
    const { page, clean } = await visit(browser, { url: post('plain') });
    expect(await page.$$eval('script', (all) => all.length)).toBe(0);
    clean();
    await page.close();
  });

  it('shows a picture and a caption without scripts, by default the figure’s own', async () => {
    const page = await unscripted('captions');
    const [own, other] = await stills(page);
    expect(own).toMatchObject({ name: 'gradient', drawn: true });
    expect(own?.caption).toMatch(/^Two slopes, <em>one<\/em> arrow: <code>x<\/code> and <code>y<\/code> &amp; /);
    expect(own?.caption).not.toContain('<b>');
    expect(own?.words).toMatch(/loss/);
    expect(other).toMatchObject({ name: 'terrain', drawn: true });
    expect(other?.caption).toMatch(/still picture/);
    await expectNoHandlers(page);
    await page.close();
  });

  it('puts picture and caption into the feed, with whole addresses and nothing else', () => {
    const feed = readFileSync(path.join(blog.served, 'notes/index.xml'), 'utf8').replaceAll('&#34;', '"');
    expect(feed).toContain('src="http://example.test/notes/downhill/pictures/one-weight.svg"');
    expect(feed).toMatch(/alt="Step \d+ of \d+: the weight is/);
    expect(feed).toContain('A still picture; where scripts run, you can play with it.');
    expect(feed).not.toContain('gd-figure name');
    expect(feed).not.toContain('script src');
  });

  it('passes every text on as it is', async () => {
    const page = await unscripted('wild');
    expect(blog.wild.length).toBeGreaterThan(30);
    await expectTame(page, blog.wild);
    await page.close();
  });

  it('looks like the blog: its typeface, its colour scheme, its colours, in a narrow column', async () => {
    const look = async (scheme: 'light' | 'dark') => {
      const { page, clean } = await visit(browser, { url: post('what-i-know'), width: 320, scheme });
      await drive(page, 'one-weight');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const seen = await page.$eval('gd-figure', (figure) => {
        const inside = (selector: string): CSSStyleDeclaration =>
          getComputedStyle(figure.shadowRoot?.querySelector(selector) ?? figure);
        return {
          font: inside('.caption').fontFamily === getComputedStyle(document.body).fontFamily,
          loss: inside('.gd-loss-line').stroke,
          ink: inside('.caption').color,
        };
      });
      clean();
      await page.close();
      return seen;
    };
    const [light, dark] = [await look('light'), await look('dark')];
    expect(light).toMatchObject({ font: true, loss: 'rgb(0, 109, 119)' });
    expect(dark).toMatchObject({ font: true, loss: 'rgb(131, 197, 190)' });
    expect(dark.ink).not.toBe(light.ink);
  });
});
