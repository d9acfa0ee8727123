/** `npm run shots`: pictures of the whole page, of every chapter and of every figure. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ensureBrowser, launch, open, settled, watch } from './lib/browser.mjs';
import { openComparer } from './lib/compare.mjs';
import { options } from './lib/options.mjs';
import { build, dist, root, shown } from './lib/paths.mjs';
import { figurePictures } from './lib/pictures.mjs';
import { main, Problem } from './lib/problem.mjs';
import { serve } from './lib/serve.mjs';
import { buildAll, prepare } from './lib/setup.mjs';

const screens = [
  { name: 'desktop', width: 1280, height: 800, deviceScaleFactor: 1, hasTouch: false, isMobile: false },
  { name: 'phone', width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
];
const schemes = /** @type {const} */ (['light', 'dark']);

/**
 * What there is to picture: the page, its chapters by id, its figures by name.
 * @param {import('puppeteer-core').Page} page
 */
async function subjects(page) {
  const found = await page.$$eval('section.chapter, section.first-screen, gd-figure', (elements) =>
    elements.map((element, index) => {
      const isFigure = element.localName === 'gd-figure';
      const name = (isFigure ? element.getAttribute('name') : element.id) || String(index);
      const same = elements.slice(0, index).filter((other) => {
        return other.localName === element.localName && other.getAttribute('name') === element.getAttribute('name');
      });
      const suffix = isFigure && same.length > 0 ? `-${same.length + 1}` : '';
      element.setAttribute('data-shot', String(index));
      // All of it, not only what fits the window.
      /** @type {HTMLElement} */ (element).style.maxHeight = 'none';
      return { name: `${isFigure ? 'figure' : 'chapter'}-${name}${suffix}`, selector: `[data-shot="${index}"]` };
    }),
  );
  return [{ name: 'page', selector: undefined }, ...found];
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string | undefined} selector nothing means the whole page
 * @param {`${string}.png`} file
 */
async function picture(page, selector, file) {
  if (selector === undefined) {
    await page.screenshot({ path: file, fullPage: true });
    return;
  }
  const element = await page.$(selector);
  if (!element) return;
  // The chapter list would lie across whatever is taller than the window.
  await page.evaluate(() => document.querySelector('nav')?.style.setProperty('position', 'static'));
  // Figures come to life when they are near the screen.
  await element.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await settled(page);
  await element.screenshot({ path: file });
}

/**
 * Makes the figures as they look now what the tests compare them with.
 * @param {(name: string) => boolean} wanted
 */
async function accept(wanted) {
  const folder = path.join(root, 'tests/browser/pictures');
  const server = await serve(dist, { port: 0 });
  const browser = await launch();
  let count = 0;
  try {
    const { reduce } = await openComparer(browser);
    /** @type {Map<string, Buffer>} */
    const taken = new Map();
    for await (const { name, png } of figurePictures(browser, server.url, wanted)) taken.set(name, await reduce(png));
    // Pictures of figures that are gone go as well, but not before all the others are there.
    if (wanted('')) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, png] of taken) writeFileSync(path.join(folder, `${name}.png`), png);
    count = taken.size;
  } finally {
    await browser.close();
    await server.close();
  }
  process.stdout.write(`${count} pictures accepted in ${shown(folder)}/\n`);
}

await main(async () => {
  const { values, words } = options({
    usage: 'npm run shots -- [--accept] [part of a name ...]',
    does: 'Writes pictures of the page, every chapter and every figure to build/shots/: desktop and phone, light and dark. Words narrow them down by name, for example "one-weight" or "phone-dark".',
    flags: {
      accept: { type: 'boolean', help: 'instead, let the figures as they look now be what the tests compare with' },
    },
    words: true,
  });
  await prepare();
  await ensureBrowser();
  await buildAll();
  if (values.accept) return accept((name) => words.length === 0 || words.some((word) => name.includes(word)));
  const folder = path.join(build, 'shots');
  if (words.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = await serve(dist, { port: 0 });
  const browser = await launch();
  let count = 0;
  /** @type {Set<string>} */
  const problems = new Set();
  try {
    for (const { name: screen, ...viewport } of screens) {
      for (const scheme of schemes) {
        const page = await browser.newPage();
        const seen = watch(page, server.url);
        await page.setViewport(viewport);
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await open(page, server.url);
        for (const { name, selector } of await subjects(page)) {
          const title = `${name}-${screen}-${scheme}`;
          if (words.length > 0 && !words.some((word) => title.includes(word))) continue;
          const file = /** @type {const} */ (`${path.join(folder, title)}.png`);
          await picture(page, selector, file);
          process.stdout.write(`${shown(file)}\n`);
          count += 1;
        }
        for (const problem of [...seen.problems, ...seen.foreign.map((url) => `asked for ${url}`)])
          problems.add(problem);
        await page.close();
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  for (const problem of problems) process.stdout.write(`On the page: ${problem}\n`);
  if (count === 0)
    throw new Problem(
      `Nothing is called ${words.join(' or ')}.`,
      'npm run shots without words pictures everything and names it.',
    );
  process.stdout.write(`${count} pictures in ${shown(folder)}/\n`);
});
