/** Figures in frames on another origin: sandboxed, and as tall as they need to be. */
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { serve } from '../../web/tools/lib/serve.mjs';
import { dist, launch, settled } from '../browser/support';
import { layPages } from './sites';

/** Stands in for `figure.html` where the build does not make one. */
const standIn = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A figure</title>
<script src="downhill.js"></script><body>
<script>
const figure = document.createElement('gd-figure');
for (const [name, value] of new URLSearchParams(location.search)) figure.setAttribute(name, value);
document.body.append(figure);
new ResizeObserver(() => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: 'downhill:resize', height, src: location.href }, '*');
  parent.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height }), '*');
}).observe(document.documentElement);
</script>`;

/** A page that tells whatever heights its address lists. */
const teller = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not a figure</title><script>
for (const height of JSON.parse(decodeURIComponent(location.hash.slice(1))))
  parent.postMessage({ type: 'downhill:resize', height, src: location.href }, '*');
</script>`;

const post = (frames: readonly string[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A post</title>
<style>body{margin:0}iframe{display:block;width:100%;height:180px;border:0}</style>
<script src="frame-height.js"></script>
${frames.join('\n')}`;

let browser: BrowserContext;
let theirs: Awaited<ReturnType<typeof serve>>;
let ours: Awaited<ReturnType<typeof serve>>;
let folders: string[];
beforeAll(async () => {
  const figurePage = path.join(dist, 'figure.html');
  const figures = layPages({ 'teller.html': teller, ...(existsSync(figurePage) ? {} : { 'figure.html': standIn }) });
  const blog = layPages();
  folders = [figures, blog];
  if (existsSync(figurePage)) cpSync(figurePage, path.join(figures, 'figure.html'));
  theirs = await serve(figures, { port: 0 });
  ours = await serve(blog, { port: 0 });
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await Promise.all([theirs.close(), ours.close()]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Opens a post with these frames; the address of each comes after the other origin's. */
async function open(...addresses: string[]): Promise<{ page: Page; frames: ElementHandle<HTMLIFrameElement>[] }> {
  const frames = addresses.map(
    (address) => `<iframe src="${theirs.url}${address}" title="A figure" sandbox="allow-scripts"></iframe>`,
  );
  writeFileSync(path.join(folders[1]!, 'blogs/html/post.html'), post(frames));
  const page = await browser.newPage();
  await page.setViewport({ width: 900, height: 700 });
  await page.goto(`${ours.url}blogs/html/post.html`);
  return { page, frames: await page.$$('iframe') };
}

const heightOf = (frame: ElementHandle<HTMLIFrameElement>): Promise<number> => frame.evaluate((f) => f.clientHeight);

/** Waits until the frame has the height of what is in it. */
async function fits(element: ElementHandle<HTMLIFrameElement>, frame: Frame): Promise<number> {
  await expect
    .poll(async () => (await heightOf(element)) - (await frame.evaluate(() => document.documentElement.scrollHeight)), {
      timeout: 20_000,
    })
    .toBe(0);
  return heightOf(element);
}

describe('a figure in a frame', () => {
  it('runs in a sandbox on another origin, and its frame is as tall as it is at every width', async () => {
    const { page, frames } = await open('figure.html?name=one-weight&rate=0.2');
    const [element] = frames;
    const frame = await element!.contentFrame();
    await frame.waitForSelector('gd-figure >>> .live');
    const tall = await fits(element!, frame);
    expect(tall).toBeGreaterThan(400);
    await page.setViewport({ width: 340, height: 700 });
    await settled(page);
    const taller = await fits(element!, frame);
    expect(taller).not.toBe(tall);
    const step = await frame.waitForSelector('gd-figure >>> button[aria-label="One step"]');
    const clock = async (): Promise<string> =>
      (await frame.waitForSelector('gd-figure >>> .clock b'))!.evaluate((b) => b.textContent ?? '');
    const before = Number(await clock());
    await step!.click();
    await expect.poll(clock).toBe(String(before + 1));
    await page.close();
  });

  it('changes no frame but its own, and only within bounds', async () => {
    const told = (heights: unknown[]): string => `#${encodeURIComponent(JSON.stringify(heights))}`;
    writeFileSync(path.join(folders[0]!, 'blogs/html/figure.html'), teller);
    const { page, frames } = await open(
      `teller.html${told([900])}`,
      `blogs/html/figure.html${told([1e9])}`,
      `blogs/html/figure.html${told([-5, 'tall', null, {}])}`,
      `blogs/html/figure.html${told([432.1, 'tall', null])}`,
    );
    await page.evaluate(() => postMessage({ type: 'downhill:resize', height: 777 }, '*'));
    await expect.poll(() => Promise.all(frames.map(heightOf)), { timeout: 10_000 }).toEqual([180, 3000, 100, 433]);
    await page.close();
  });
});
