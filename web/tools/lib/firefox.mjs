/** The second browser: Firefox, for what must hold in every engine. */
import { mkdirSync, mkdtempSync } from 'node:fs';

import { aptHasBrowsers } from './apt.mjs';
import { isSnap, removeAfter } from './browser.mjs';
import { which } from './exec.mjs';
import { build, inBuild } from './paths.mjs';
import { Problem } from './problem.mjs';

const names = ['firefox-esr', 'firefox'];
const places = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/** @returns {string | undefined} the Firefox to use, when there is one */
export function findFirefox() {
  return [...names.map((name) => which(name)), ...places.map((file) => which(file))].find(
    (file) => file !== undefined && !isSnap(file),
  );
}

/**
 * What is missing for Firefox, where the system's packages hold it; elsewhere the tests that need it are
 * skipped, and say so.
 * @returns {import('./toolchain.mjs').Need[]}
 */
export function firefoxNeeds() {
  if (findFirefox() || !aptHasBrowsers()) return [];
  return [{ name: 'Firefox', apt: ['firefox-esr'], present: () => findFirefox() !== undefined }];
}

/**
 * Starts a headless Firefox, driven over WebDriver BiDi.
 * @param {Record<string, boolean>} [preferences] as in about:config
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launchFirefox(preferences = {}) {
  const executablePath = findFirefox();
  if (!executablePath) throw new Problem('There is no Firefox.', 'npm test installs one where apt has it.');
  const { launch } = await import('puppeteer-core');
  mkdirSync(build, { recursive: true });
  const home = mkdtempSync(inBuild('firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    env: { ...process.env, HOME: home },
    protocolTimeout: 120_000,
    timeout: 90_000,
    // Without this a page from disk may read its neighbours, which it may not in a reader's browser.
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true, ...preferences },
  });
  removeAfter(browser, home);
  return browser;
}
