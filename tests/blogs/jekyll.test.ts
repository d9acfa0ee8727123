/** A blog made by Jekyll. */
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serve } from '../../web/tools/lib/serve.mjs';
import { launch, visit } from '../browser/support';
import { drive, expectNoHandlers, expectTame, overflow, policy, stills } from './reading';
import { buildJekyll, hasJekyll, type Blog } from './sites';

describe.skipIf(!hasJekyll)('a blog made by Jekyll', () => {
  let browser: BrowserContext;
  let blog: Blog;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    blog = buildJekyll();
    server = await serve(blog.served, { port: 0, headers: { 'Content-Security-Policy': policy } });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const post = (name: string): string => `${server.url}notes/${name}.html`;
  async function unscripted(name: string): Promise<Page> {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(post(name));
    return page;
  }

  it('has a figure that can be driven, below a path, under a strict policy, in a narrow column', async () => {
    const { page, clean } = await visit(browser, { url: post('how-hard-to-push'), width: 320 });
    const figure = await drive(page, 'learning-rate');
    expect(await figure.text('.live')).toContain('0.2');
    expect(await page.$$eval('script', (all) => all.length)).toBe(1);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    clean();
    await page.close();
  });

  it('loads the script only where the front matter asks for it', async () => {
    const { page, clean } = await visit(browser, { url: post('plain') });
    expect(await page.$$eval('script', (all) => all.length)).toBe(0);
    clean();
    await page.close();
  });

  it('shows a picture and a caption without scripts, on a line, in a line, in a list', async () => {
    const page = await unscripted('captions');
    const [own, inLine, inList] = await stills(page);
    expect(own).toMatchObject({ name: 'gradient', drawn: true });
    expect(own?.caption).toMatch(/^Two slopes, <em>one<\/em> arrow: <code.*>x<\/code> and .* &amp; nothing else\.$/);
    expect(own?.words).toMatch(/loss/);
    expect(inLine).toMatchObject({ name: 'terrain', drawn: true });
    expect(inLine?.caption).toMatch(/still picture/);
    expect(inList).toMatchObject({ name: 'one-weight', drawn: true });
    await expectNoHandlers(page);
    await page.close();
  });

  it('passes every text on as it is', async () => {
    const page = await unscripted('wild');
    expect(blog.wild.length).toBeGreaterThan(50);
    await expectTame(page, blog.wild);
    await page.close();
  });
});
