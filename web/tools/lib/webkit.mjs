/** The third browser: WebKitGTK's own, driven over WebDriver, on a display that nobody sees. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { aptHasBrowsers } from './apt.mjs';
import { which } from './exec.mjs';
import { build, inBuild } from './paths.mjs';
import { Problem } from './problem.mjs';

/** Not every system resolves "localhost". */
const host = '127.0.0.1';
/** In pixels. The display is as large, and no window manager takes anything of it away. */
const window = { x: 0, y: 0, width: 1280, height: 1000 };

/** Folders of distributions that may hold a folder for each version of WebKitGTK, with its browser inside. */
const shelves = ['/usr/libexec', '/usr/lib64', '/usr/lib', ...below('/usr/lib').filter((f) => f.includes('-linux-'))];

/** @param {string} folder */
function below(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}

/** @returns {string | undefined} WebKitGTK's browser, which is never on the PATH */
function findMiniBrowser() {
  const versions = shelves.flatMap(below).filter((folder) => path.basename(folder).startsWith('webkit'));
  return versions.map((folder) => path.join(folder, 'MiniBrowser')).find((file) => existsSync(file));
}

/** @returns {{ browser: string, driver: string, display: string } | undefined} the programs to use, when all are there */
export function findWebKit() {
  const browser = findMiniBrowser();
  const driver = which('WebKitWebDriver');
  const display = which('Xvfb');
  return browser && driver && display ? { browser, driver, display } : undefined;
}

/**
 * What is missing for WebKitGTK, where the system's packages are known to hold it; elsewhere the tests that
 * need it are skipped, and say so.
 * @returns {import('./toolchain.mjs').Need[]}
 */
export function webkitNeeds() {
  if (findWebKit() || !aptHasBrowsers()) return [];
  return [{ name: 'WebKitGTK', apt: ['webkit2gtk-driver', 'xvfb'], present: () => findWebKit() !== undefined }];
}

/**
 * Starts a display without a screen, under the first number that is free.
 * @param {string} program
 * @returns {Promise<{ name: string, stop: () => void }>}
 */
async function startDisplay(program) {
  const screen = `${window.width}x${window.height}x24`;
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => {
    process.off('exit', stop);
    server.kill();
  };
  process.once('exit', stop);
  const numbers = /** @type {import('node:stream').Readable} */ (server.stdio[3]).setEncoding('utf8');
  let text = '';
  // The number comes when the display does; a server that fails closes the pipe without one.
  for await (const part of numbers) if ((text += part).includes('\n')) break;
  if (text) return { name: `:${text.trim()}`, stop };
  stop();
  throw new Problem(`${program} does not start.`, 'It must be able to write to /tmp/.X11-unix.');
}

/**
 * What starts a driver, waits for it and stops it: a folder of the package, which `import` would not find.
 * @returns {typeof import('selenium-webdriver/remote')}
 */
const remote = () => createRequire(import.meta.url)('selenium-webdriver/remote');

/** @typedef {{ driver: import('selenium-webdriver').WebDriver, close: () => Promise<void> }} WebKit */

/**
 * Starts the browser with a fresh home and one window. There is no console to listen to: MiniBrowser's
 * automation is a private session, and of these WebKit logs nothing.
 * @param {Record<string, string>} [options] of its script engine, as environment variables
 * @returns {Promise<WebKit>}
 */
export async function launchWebKit(options = {}) {
  const found = findWebKit();
  if (!found) throw new Problem('There is no WebKitGTK.', 'npm test installs it where apt has it.');
  const { Builder } = await import('selenium-webdriver');
  const { DriverService } = remote();
  const display = await startDisplay(found.display);
  mkdirSync(build, { recursive: true });
  const home = mkdtempSync(inBuild('webkit-'));
  const service = new DriverService.Builder(found.driver)
    .setHostname(host)
    .setEnvironment({ ...surroundings(home), ...options, DISPLAY: display.name })
    .build();
  /** @param {import('selenium-webdriver').WebDriver} [driver] */
  const close = async (driver) => {
    // The browser goes with its session; should it hang, it goes with its display.
    await Promise.race([driver?.quit().catch(() => undefined), setTimeout(10_000, undefined, { ref: false })]);
    await service.kill();
    display.stop();
    try {
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // A last process may still write there; the folder lies among the built things.
    }
  };
  try {
    const driver = await new Builder()
      .usingServer(await service.start(60_000))
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
      })
      .build();
    await driver.manage().setTimeouts({ script: 120_000, pageLoad: 60_000 });
    await driver.manage().window().setRect(window);
    return { driver, close: () => close(driver) };
  } catch (error) {
    await close();
    throw new Problem(`${found.browser} does not start.`, '', String(error));
  }
}

/**
 * An environment in which nothing of the user's desktop is read or written, and drawing is alike on every machine.
 * @param {string} home
 * @returns {Record<string, string>}
 */
function surroundings(home) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(XDG|DBUS|WAYLAND|GTK|GDK)_/.test(name));
  return {
    .../** @type {Record<string, string>} */ (Object.fromEntries(inherited)),
    HOME: home,
    GDK_BACKEND: 'x11',
    GSETTINGS_BACKEND: 'memory',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
  };
}
