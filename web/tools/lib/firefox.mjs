/** The second browser: Firefox, for what must hold in every engine. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';

import { hasApt, install } from './apt.mjs';
import { isSnap } from './browser.mjs';
import { capture, which } from './exec.mjs';
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

/** Installs Firefox where the system's packages hold it; elsewhere the tests that need it are skipped, and say so. */
export async function ensureFirefox() {
  if (findFirefox() || !hasApt()) return;
  const candidate = /Candidate: (\S+)/.exec(capture('apt-cache', ['policy', 'firefox-esr']).stdout)?.[1];
  if (candidate && candidate !== '(none)') await install(['firefox-esr']);
}

/**
 * Starts a headless Firefox, driven over WebDriver BiDi.
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launchFirefox() {
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
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
  });
  browser.once('disconnected', () => {
    try {
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // A last process may still write there; the folder lies among the built things.
    }
  });
  return browser;
}
