/** The browser that tests and pictures use: found, installed, launched, watched. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';

import { aptHasBrowsers, hasApt } from './apt.mjs';
import { which } from './exec.mjs';
import { build, inBuild } from './paths.mjs';
import { Problem } from './problem.mjs';
import { ensure } from './toolchain.mjs';
import { inflated, inflateBrowser, libraryNeeds } from './browser-package.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Ubuntu's chromium packages hold only a script that starts a snap. Snaps see neither the project in
 * every place nor a profile of our choice, and do not run in containers.
 * @param {string} file
 */
export function isSnap(file) {
  const real = realpathSync(file);
  if (real.startsWith('/snap/') || real === '/usr/bin/snap') return true;
  const head = readFileSync(real).subarray(0, 4096).toString('latin1');
  return head.startsWith('#!') && head.includes('/snap/bin/');
}

/** @returns {string | undefined} the browser to use, when there is one */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Problem(
      `CHROME_PATH names ${chosen}, which does not exist.`,
      'Correct it, or unset it to have a browser found.',
    );
  }
  const onPath = names.map((name) => which(name)).filter((file) => file !== undefined && !isSnap(file));
  return onPath[0] ?? places.find((file) => existsSync(file)) ?? inflated();
}

const byHand = 'Install Chromium or Google Chrome, or name one: CHROME_PATH=/path/to/chrome npm test';

/**
 * What the system must have for a browser; nothing when there is one already.
 * @returns {import('./toolchain.mjs').Need[]}
 */
export function browserNeeds() {
  if (findBrowser()) return [];
  if (aptHasBrowsers()) return [{ name: 'Chromium', apt: ['chromium'], present: () => findBrowser() !== undefined }];
  return hasApt() ? libraryNeeds : [];
}

/** Finds a browser, or installs one. */
export async function ensureBrowser() {
  await ensure(browserNeeds());
  if (findBrowser()) return;
  if (!hasApt()) throw new Problem('There is no Chromium and no Google Chrome on this system.', byHand);
  await inflateBrowser(byHand);
}

const flags = [
  '--no-sandbox', // containers and root have none
  '--disable-gpu',
  '--disable-dev-shm-usage', // containers often have only 64 MB of it
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/**
 * Removes a browser's folder when its process has ended: while that is on its way out, its connection closed already,
 * it writes down what it wants to keep, and makes the folder anew for it. `close()` waits for the same moment.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} home
 */
export function removeAfter(browser, home) {
  browser.process()?.once('exit', () => {
    try {
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // A process of its own may outlive it and still write. The folder lies among the built things and harms nobody.
    }
  });
}

/**
 * Starts a headless Chromium with a fresh profile, which is removed when it closes.
 * @param {Partial<import('puppeteer-core').LaunchOptions>} [more]
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launch(more = {}) {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Problem('There is no Chromium and no Google Chrome.', 'npm test and npm run shots install one.');
  const { launch: start } = await import('puppeteer-core');
  mkdirSync(build, { recursive: true });
  // Chromium also writes to the home, whatever its profile is.
  const home = mkdtempSync(inBuild('browser-'));
  const { args = [], ...rest } = more;
  const browser = await start({
    executablePath,
    headless: true,
    userDataDir: path.join(home, 'profile'),
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
    protocolTimeout: 120_000,
    timeout: 60_000,
    args: [...flags, ...args],
    ...rest,
  }).catch((error) => {
    rmSync(home, { recursive: true, force: true });
    throw new Problem(
      `${executablePath} does not start.`,
      'CHROME_PATH may name another browser.',
      String(error.message ?? error),
    );
  });
  removeAfter(browser, home);
  return browser;
}

/**
 * Collects everything that must not happen on a page. Attach it before the first navigation.
 * @param {import('puppeteer-core').Page} page
 * @param {string} [home] address under which everything the page asks for must lie
 * @returns {{ problems: string[], foreign: string[] }} errors and warnings; requests to elsewhere
 */
export function watch(page, home) {
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const foreign = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(`console.${message.type()}: ${message.text()}`);
  });
  page.on('requestfailed', (request) =>
    problems.push(`request failed: ${request.url()} (${request.failure()?.errorText ?? 'unknown'})`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob|about):/.test(url)) return;
    if (home === undefined ? !url.startsWith('file:') : !url.startsWith(home)) foreign.push(url);
  });
  return { problems, foreign };
}

/**
 * Opens an address and waits until fonts are there and every figure has drawn itself.
 * @param {import('puppeteer-core').Page} page
 * @param {string} url
 * @param {number} [timeout] milliseconds
 */
export async function open(page, url, timeout = 30_000) {
  await page.goto(url, { waitUntil: 'load', timeout });
  await settled(page, timeout);
}

/**
 * In a page: waits until fonts are loaded, elements have updated, and two frames were painted.
 * @param {number} [timeout] milliseconds
 */
export async function drawn(timeout = 30_000) {
  const painted = async () => {
    await document.fonts.ready;
    const figures = [...document.querySelectorAll('gd-figure')];
    if (figures.length > 0) await customElements.whenDefined('gd-figure');
    for (const figure of figures) await /** @type {any} */ (figure).updateComplete;
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  };
  // No frames are painted where nobody could see them: of a page behind another.
  let timer = 0;
  const late = new Promise((_done, fail) => {
    timer = window.setTimeout(
      () => fail(new Error(`Not drawn in ${timeout} ms; ${document.visibilityState}.`)),
      timeout,
    );
  });
  await Promise.race([painted(), late]).finally(() => clearTimeout(timer));
  return true;
}

/**
 * Waits until a page is `drawn`. One call of the page, since asking it over and over is most of what this would cost.
 * @param {import('puppeteer-core').Page} page
 * @param {number} [timeout] milliseconds
 */
export async function settled(page, timeout = 30_000) {
  await page.evaluate(drawn, timeout);
}
