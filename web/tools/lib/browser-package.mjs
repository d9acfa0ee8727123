/**
 * A Chromium from npm, for systems whose package manager has none (Ubuntu without snaps). It stays
 * in the project's folder.
 */
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';

import { capture, must, phase } from './exec.mjs';
import { build, inBuild, root } from './paths.mjs';
import { ensurePackages } from './packages.mjs';
import { Problem } from './problem.mjs';

const folder = path.join(build, 'browser');
const program = path.join(folder, 'chromium');
/**
 * What it needs from the system.
 * @type {import('./toolchain.mjs').Need[]}
 */
export const libraryNeeds = ['libnss3', 'libexpat1'].map((name) => ({
  name,
  apt: [name],
  present: () => capture('dpkg-query', ['-W', '-f=${Status}', name]).stdout.endsWith(' installed'),
}));

/** @returns {string | undefined} the browser, when it has been unpacked */
export const inflated = () => (existsSync(program) ? program : undefined);

/**
 * Installs and unpacks it.
 * @param {string} byHand what to do where it does not run
 */
export async function inflateBrowser(byHand) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      `This system's package manager has no Chromium, and there is none to download for ${process.platform} on ${process.arch}.`,
      byHand,
    );
  }
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(root, 'web/tools/browser', file), inBuild('browser', file));
  }
  await ensurePackages(folder);
  // It unpacks itself into the folder for temporary files, so that is where ours must be.
  const script = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  await phase('Unpacking Chromium', () =>
    must(process.execPath, ['--input-type=module', '--eval', script], {
      log: 'browser',
      cwd: folder,
      env: { ...process.env, TMPDIR: folder },
      cause: 'Chromium could not be unpacked',
      remedy: byHand,
    }),
  );
}
