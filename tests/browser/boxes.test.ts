/** A figure put carelessly into a page: whatever box it is in, and whatever style is handed down to it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { figures } from '../../web/figures/registry';
import { dist, launch, settled, shift, visit } from './support';

let browser: BrowserContext;
const folder = mkdtempSync(path.join(dist, '../build/boxes '));
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `ruler` is the smallest of the figures. */
const figure = (name = 'ruler', attributes = ''): string => `<gd-figure name="${name}" ${attributes}></gd-figure>`;

/** A figure takes its host's typeface. One that we bring, since systems differ in theirs and so would heights. */
const typeface = `@font-face { font-family: Post; src: url(${pathToFileURL(path.join(dist, 'fonts/source-sans-3.woff2')).href}) }
body { margin: 0; font-family: Post }`;

/** Opens a post in which every figure is in sight, and waits until those that can live do. */
async function post(
  body: string,
  { style = '', still = 0, width = 900, height = 9000, script = 'defer' } = {},
): Promise<Page> {
  const file = path.join(folder, 'page.html');
  const source = pathToFileURL(path.join(dist, 'downhill.js')).href;
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A post</title><link rel="icon" href="data:,">
<style>${typeface} ${style}</style><script src="${source}" ${script}></script><body>${body}`,
  );
  const { page } = await visit(browser, { url: pathToFileURL(file).href, width, height });
  await page.waitForFunction(
    (count) => document.querySelectorAll('gd-figure:not([live])').length === count,
    { timeout: 20_000 },
    still,
  );
  await page.evaluate(() => document.fonts.ready);
  await settled(page);
  return page;
}

describe('boxes', () => {
  const words = 'word '.repeat(60);
  const wide = {
    column: `<div style="display:flex;flex-direction:column;align-items:center">${figure()}</div>`,
    row: `<div style="display:flex;justify-content:center">${figure()}</div>`,
    grid: `<div style="display:grid;place-items:center">${figure()}</div>`,
    'inline block': `<div style="display:inline-block">${figure()}</div>`,
    float: `<div style="float:left">${figure()}</div>`,
    'table cell': `<table><tr><td>${figure()}</td></tr></table>`,
    dialog: `<dialog open style="position:static">${figure()}</dialog>`,
    'fit-content': `<div style="width:fit-content">${figure()}</div>`,
    'no block': figure('ruler', 'style="display:inline"'),
  };

  it('that shrink to what they hold are as wide as a figure likes to be', async () => {
    const page = await post(Object.values(wide).join('<hr style="clear:both">'));
    const widths = await page.$$eval('gd-figure', (all) =>
      all.map((f) => f.shadowRoot!.querySelector('.live')!.clientWidth),
    );
    expect(Math.min(...widths.slice(0, -1)), String(widths)).toBe(640);
    expect(widths.at(-1)).toBe(900);
  });

  it('that are narrow hold it without anything that reaches beyond them', async () => {
    const page = await post(
      Object.values(wide)
        .map((box) => `<section style="width:290px;margin-bottom:40px;overflow:auto">${box}</section>`)
        .join(''),
    );
    const over = await page.$$eval('section', (all) => all.map((s) => s.scrollWidth - s.clientWidth));
    // A dialog has a frame of its own.
    expect(over.map((by, i) => (Object.keys(wide)[i] === 'dialog' ? 0 : by))).toEqual(over.map(() => 0));
  });

  it('that leave little are shared with text, and what floats is passed', async () => {
    const page = await post(`<div style="display:flex"><p>${words}</p>${figure()}</div>
<div style="float:left;width:800px;height:30px"></div>${figure()}`);
    const widths = await page.$$eval('gd-figure', (all) => all.map((f) => f.clientWidth));
    expect(Math.min(...widths), String(widths)).toBeGreaterThanOrEqual(320);
  });

  it('without room hold its picture and say so', async () => {
    const box = `<div style="width:90px">${figure().replace('></', '><b>still</b></')}</div>`;
    const page = await post(box, { still: 1 });
    await page.waitForSelector('gd-figure >>> [role=note]');
    expect(await page.$eval('gd-figure', (f) => f.shadowRoot!.querySelector('[role=note]')!.textContent)).toMatch(
      /at least 200 pixels wide; here it has 90/,
    );
    expect(await page.$eval('gd-figure b', (b) => b.getBoundingClientRect().height)).toBeGreaterThan(0);
    await page.$eval('div', (div) => (div.style.width = '400px'));
    await page.waitForSelector('gd-figure[live]');
    expect(await page.$('gd-figure >>> [role=note]')).toBeNull();
  });
});

describe('light and dark', () => {
  const themes = [
    ['dark', 'background:#191919;color:#fff'],
    ['dark', 'background:#222;color:oklch(0.9 0.02 250)'],
    ['dark', 'background:#002b36;color:#839496'],
    ['light', 'background:#fdf6e3;color:#657b83'],
    ['light', 'background:#fff;color:#222;color-scheme:light dark'],
    ['light', 'background:#fff;color:#222;color-scheme:dark'],
    ['dark', 'background:#111;color:#eee;color-scheme:light'],
  ] as const;

  /** Whether what a figure writes with is bright. */
  const schemes = (page: Page): Promise<string[]> =>
    page.$$eval('gd-figure', (all) =>
      all.map((f) => {
        const ink = getComputedStyle(f.shadowRoot!.querySelector('.live')!).color;
        return Number(/\d+/.exec(ink)?.[0]) > 128 ? 'dark' : 'light';
      }),
    );

  it('are as the text around a figure is, unless the page says otherwise on it or nearer to it', async () => {
    const boxes = themes.map(([, style]) => `<div style="${style}">${figure()}</div>`);
    const own = `<div style="background:#fff;color:#222">${figure('ruler', 'style="color-scheme:dark"')}</div>`;
    const nearer = `<div style="color:#222"><div style="color-scheme:dark">${figure()}</div></div>`;
    const page = await post([...boxes, own, nearer].join(''));
    const expected = [...themes.map(([scheme]) => scheme), 'dark', 'dark'];
    expect(await schemes(page)).toEqual(expected);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await settled(page);
    await expect.poll(() => schemes(page)).toEqual(expected);
    await page.close();
  });

  it('change when the page does, whichever way it says so', async () => {
    const page = await post(figure(), { style: '.dark { background: #111; color: #ddd }' });
    await page.$eval('body', (body) => body.classList.add('dark'));
    await expect.poll(() => schemes(page)).toEqual(['dark']);
    await page.$eval('body', (body) => body.classList.remove('dark'));
    await expect.poll(() => schemes(page)).toEqual(['light']);
    await page.$eval('gd-figure', (f) => (f.style.colorScheme = 'dark'));
    await expect.poll(() => schemes(page)).toEqual(['dark']);
  });
});

describe('what is handed down', () => {
  const odd = `white-space:pre-wrap;text-indent:3em;text-transform:uppercase;text-align:right;line-height:3;hyphens:auto;
word-break:break-all;font-variant:small-caps;font-style:italic;font-weight:300;text-shadow:2px 2px red;direction:rtl;
-webkit-text-fill-color:lime;-webkit-text-stroke:1px red;cursor:wait;font-size:30px;fill:lime;stroke:red;
text-anchor:end;border-spacing:9px;border-collapse:separate;list-style:square;quotes:'x' 'y';caption-side:bottom;
tab-size:1;font-stretch:condensed;writing-mode:vertical-rl;text-orientation:upright;user-select:none`;

  it('ends at a figure, but for its typeface and the spacing that a reader chose', async () => {
    const page = await post(`<div>${figure('one-weight')}</div><div style="${odd}">${figure('one-weight')}</div>`, {
      style: 'gd-figure { width: 600px }',
    });
    const [plain, dressed] = await page.$$eval('gd-figure', (all) =>
      all.map((f) =>
        [...f.shadowRoot!.querySelectorAll('.live, .live *')].map((element) => {
          const style = getComputedStyle(element);
          const skipped = /^(-webkit-locale|user-select|-webkit-user-select|.*-origin|perspective-origin)$/;
          return [...style]
            .filter((p) => !skipped.test(p))
            .map((p) => `${element.localName} ${p}: ${style.getPropertyValue(p)}`);
        }),
      ),
    );
    const ids = (text: string): string => text.replace(/gd-\d+/g, 'gd');
    expect(dressed!.length).toBe(plain!.length);
    const differ = plain!.flatMap((rules, i) => rules.filter((r, k) => ids(r) !== ids(dressed![i]![k]!)));
    expect(differ.slice(0, 20)).toEqual([]);
    await page.$$eval('div', (all) =>
      all.forEach((div) =>
        div.setAttribute('style', 'letter-spacing:2px;word-spacing:3px;font-family:monospace;visibility:hidden'),
      ),
    );
    const through = await page.$eval('gd-figure', (f) => {
      const { letterSpacing, wordSpacing, fontFamily, visibility } = getComputedStyle(
        f.shadowRoot!.querySelector('.caption')!,
      );
      return [letterSpacing, wordSpacing, fontFamily, visibility];
    });
    expect(through).toEqual(['2px', '3px', 'monospace', 'hidden']);
  });
});

describe('room', () => {
  it('is kept free for a figure without a picture, as much as it will take', async () => {
    const page = await post([...figures.keys()].map((name) => figure(name)).join(''), { width: 640, height: 16_000 });
    for (const [i, width] of [360, 640].entries()) {
      await page.setViewport({ width, height: 16_000 });
      await page.waitForFunction((w) => document.querySelector('gd-figure')!.clientWidth === w, {}, width);
      await settled(page);
      const heights = await page.$$eval('gd-figure', (all) => all.map((f) => [f.name, f.clientHeight] as const));
      for (const [name, height] of heights) {
        const said = figures.get(name)?.heights?.[i] ?? 0;
        expect(Math.abs(said / height - 1), `${name} is ${height} px tall at ${width}, not ${said}`).toBeLessThan(0.1);
      }
    }
  });

  it('lets nothing move when the figure comes, where the script is there before the first paint', async () => {
    const page = await post(`${figure('ruler')}<p>What follows.</p>`, { width: 640, height: 900, script: '' });
    expect(await shift(page)).toBeLessThan(0.05);
  });

  it('beside the buttons is the scrubber’s, or a line below; its number never stands alone nor moves it', async () => {
    const page = await post(figure('one-weight'), { width: 700 });
    for (const width of [320, 420, 560, 575, 600, 640, 641, 700]) {
      await page.setViewport({ width, height: 3000 });
      await page.waitForFunction((w) => document.querySelector('gd-figure')!.clientWidth === w, {}, width);
      await settled(page);
      const seen = await page.$eval('gd-figure', async (f) => {
        const [track, clock] = ['.scrub .track', '.clock'].map((s) => f.shadowRoot!.querySelector(s)!);
        const boxes = [];
        for (f.step = 0; f.step < 40; f.step += 5) {
          await f.updateComplete;
          const { left, width: w, top, bottom } = track!.getBoundingClientRect();
          const c = clock!.getBoundingClientRect();
          boxes.push([left, w, c.left, (c.top + c.bottom) / 2 - (top + bottom) / 2 < 6].join());
        }
        return { different: new Set(boxes).size, beside: boxes[0]!.endsWith('true'), track: track!.clientWidth };
      });
      expect(seen, `${width} px`).toMatchObject({ different: 1, beside: true });
      expect(seen.track, `${width} px`).toBeGreaterThan(90);
    }
  });
});

describe('a turned page', () => {
  it.each([
    ['turned', 'width:600px;margin:200px;transform:rotate(90deg)', 0, -60],
    ['mirrored', 'width:600px;transform:scaleX(-1)', 60, 0],
    ['shrunk and askew', 'width:600px;transform:rotate(20deg) scale(0.6)', 30, 10],
  ])('%s lets a handle follow the pointer', async (_, style, dx, dy) => {
    const page = await post(`<div style="${style}">${figure('one-weight')}</div>`, { width: 1300 });
    const at = (): Promise<[number, number]> =>
      page.$eval('gd-figure', (f) => {
        const { left, right, top, bottom } = f.shadowRoot!.querySelector('.plot .handle')!.getBoundingClientRect();
        return [(left + right) / 2, (top + bottom) / 2] as [number, number];
      });
    const [x, y] = await at();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 3 });
    await page.mouse.move(x + dx, y + dy, { steps: 3 });
    await page.mouse.up();
    await settled(page);
    const [nowX, nowY] = await at();
    // The ball keeps to its curve; along the curve's axis it is where the pointer is.
    const along = (vx: number, vy: number): number =>
      style.includes('20deg') ? vx * Math.cos(0.349) + vy * Math.sin(0.349) : vx + vy;
    expect(Math.abs(along(nowX - x - dx, nowY - y - dy))).toBeLessThan(6);
  });

  it('leaves the picture as it is drawn', async () => {
    const turns = ['', 'transform:rotate(45deg)', 'rotate:90deg;scale:-1 1', 'transform:skew(10deg) scale(0.7)'];
    const page = await post(
      turns.map((turn) => `<div style="width:500px;margin:300px;${turn}">${figure('one-weight')}</div>`).join(''),
      { width: 1300, height: 6000 },
    );
    const pictures = await page.$$eval('gd-figure', (all) =>
      all.map((f) => {
        const drawn = new DOMParser().parseFromString(f.picture(), 'image/svg+xml').documentElement;
        return [drawn, ...drawn.querySelectorAll('svg')].map((e) =>
          ['x', 'y', 'width', 'height'].map((name) => Number(e.getAttribute(name))),
        );
      }),
    );
    const [straight, ...turned] = pictures;
    expect(straight!.length).toBeGreaterThan(1);
    for (const [i, places] of turned.entries())
      for (const [k, place] of places.entries())
        for (const [j, is] of place.entries())
          expect(Math.abs(is - straight![k]![j]!), `${turns[i + 1]}, drawing ${k}`).toBeLessThan(1.01);
  });
});
