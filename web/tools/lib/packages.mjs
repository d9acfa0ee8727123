/** The npm packages in node_modules, held against the lock file. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { phase, run, tail } from './exec.mjs';
import { inBuild, root, shown } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} Locked
 * @typedef {{ packages?: Record<string, Locked> }} Lock
 */

/**
 * Whether what is installed is what the lock names. npm writes the record of what it installed only
 * after it has finished, so an interrupted installation does not pass.
 * @param {Lock} lock `package-lock.json`
 * @param {Lock} installed `node_modules/.package-lock.json`
 */
export function upToDate(lock, installed) {
  const wanted = lock.packages ?? {};
  const present = installed.packages ?? {};
  const unwanted = Object.keys(present).some((name) => !wanted[name]);
  if (unwanted) return false;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    const found = present[name];
    // Packages for other processors and systems are in the lock, but never installed.
    return found ? found.version === entry.version : entry.optional === true;
  });
}

/** @param {string} folder */
function isCurrent(folder) {
  const installed = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  /** @type {(file: string) => Lock} */
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  return upToDate(read(path.join(folder, 'package-lock.json')), read(installed));
}

/**
 * Runs npm, the one that started us where there is one.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  const script = process.env.npm_execpath;
  const [command, ...before] = script && existsSync(script) ? [process.execPath, script] : ['npm'];
  return run(command ?? 'npm', [...before, ...args], { log: 'npm', cwd });
}

/**
 * Installs what a lock file names, unless it is there already.
 * @param {string} [folder] holds `package.json` and its lock
 */
export async function ensurePackages(folder = root) {
  if (isCurrent(folder)) return;
  await phase(`Installing npm packages${folder === root ? '' : ` for ${shown(folder)}`}`, async () => {
    const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--logs-max=0'];
    // What npm already has on this machine is used without asking the network; everything else is
    // downloaded into the project's folder, since nothing outside it is ours.
    const cached = await npm(['ci', ...quiet, '--offline'], folder);
    if (cached.ok && isCurrent(folder)) return;
    const outcome = await npm(['ci', ...quiet, '--cache', inBuild('npm-cache')], folder);
    if (outcome.ok) return;
    throw new Problem(
      `npm could not install the packages that ${shown(path.join(folder, 'package-lock.json'))} names (${outcome.ending}).`,
      `Look for the cause above or in ${shown(outcome.log)}. When it is the network or a proxy, "npm ci" shows the same.`,
      tail(outcome.log, 15),
    );
  });
}
