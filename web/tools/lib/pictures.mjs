/** Pictures of every figure as it opens, for comparing: seeded, still, desktop and phone, light and dark. */
import { open } from './browser.mjs';

const screens = [
  { name: 'desktop', width: 1280, height: 900, deviceScaleFactor: 1, hasTouch: false, isMobile: false },
  { name: 'phone', width: 390, height: 844, deviceScaleFactor: 1, hasTouch: true, isMobile: true },
];
const schemes = /** @type {const} */ (['light', 'dark']);

/** A figure that has not changed for so many frames has finished what it computes from frame to frame, or aside. */
const REST = 10;
const PATIENCE = 60_000;

/** Names of all pictures, given those of all figures. @param {readonly string[]} figures */
export const pictureNames = (figures) =>
  screens.flatMap((screen) =>
    figures.flatMap((figure) => schemes.map((scheme) => `${figure}-${screen.name}-${scheme}`)),
  );

/** Runs in the page: unfolded, and without what sticks to the window or lies across figures. Answers the names of all. */
function prepare() {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const sheet = new CSSStyleSheet();
  // Nothing is where it lies by itself while it sticks to the window. The whole page is laid out for each picture: what
  // is not on it costs no time, and cannot move what is.
  sheet.replaceSync(`nav.chapters, .skip, main > :not(.pictured) { display: none }
    gd-figure { position: static !important; max-height: none !important }
    gd-figure::part(plot) { position: static !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const figures = [...document.querySelectorAll('gd-figure')];
  return [...new Set(figures.map((figure) => figure.getAttribute('name') ?? ''))];
}

/** Runs in the page: of all that the page holds, only the part with this figure. @param {Element} figure */
function alone(figure) {
  for (const part of document.querySelectorAll('main > *')) part.classList.toggle('pictured', part.contains(figure));
}

/**
 * Runs in the page: scrolls a figure into view and waits until it is at rest.
 * @param {Element} figure
 * @param {{ rest: number, patience: number }} times frames without a change, and the most milliseconds
 */
async function atRest(figure, { rest, patience }) {
  figure.scrollIntoView({ block: 'start', behavior: 'instant' });
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const until = performance.now() + patience;
  let before;
  for (let calm = 0; calm < rest;) {
    await frame();
    const now = figure.hasAttribute('live') ? `${figure.shadowRoot?.innerHTML} ${figure.clientHeight}` : undefined;
    calm = now !== undefined && now === before ? calm + 1 : 0;
    before = now;
    if (performance.now() > until) throw new Error(`figure ${figure.getAttribute('name')} does not come to rest`);
  }
}

/**
 * One figure, as it lies on the page.
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').ElementHandle<Element>} figure
 */
async function portrait(page, figure) {
  const clip = await figure.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const whole = (/** @type {number} */ value) => Math.round(value);
    return { x: whole(left + scrollX), y: whole(top + scrollY), width: whole(width), height: whole(height) };
  });
  return Buffer.from(await page.screenshot({ clip, captureBeyondViewport: true, optimizeForSpeed: true }));
}

/**
 * Pictures all figures of the page at an address.
 * @param {Pick<import('puppeteer-core').Browser, 'newPage'>} browser
 * @param {string} url
 * @param {(name: string) => boolean} [wanted] by default all
 * @returns {AsyncGenerator<{ name: string, png: Buffer }>}
 */
export async function* figurePictures(browser, url, wanted = () => true) {
  for (const { name: screen, ...viewport } of screens) {
    const page = await browser.newPage();
    await page.setViewport(viewport);
    const look = (/** @type {string} */ scheme) =>
      page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
    await look('light');
    await open(page, url);
    const names = await page.evaluate(prepare);
    for (const figureName of names) {
      const named = schemes.map((scheme) => ({ scheme, name: `${figureName}-${screen}-${scheme}` }));
      const figure = await page.$(`gd-figure[name="${figureName}"]`);
      if (!figure || !named.some(({ name }) => wanted(name))) continue;
      await figure.evaluate(alone);
      for (const { scheme, name } of named) {
        await look(scheme);
        await figure.evaluate(atRest, { rest: REST, patience: PATIENCE });
        if (wanted(name)) yield { name, png: await portrait(page, figure) };
      }
    }
    await page.close();
  }
}
