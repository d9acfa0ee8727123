/** Building the page, unless nothing that it is made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { made } from './engine.mjs';
import { must } from './exec.mjs';
import { dist, inBuild, root } from './paths.mjs';

const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const script = path.join(root, 'web/build/build-page.mjs');
/** Parts of `web/` that the page is not made of. */
const apart = new Set(['web/tools']);

/**
 * All files below a folder, sorted, as paths from `from`.
 * @param {string} folder
 * @param {string} [from]
 * @returns {string[]}
 */
export function filesBelow(folder, from = folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (apart.has(path.relative(from, file))) return [];
      return entry.isDirectory() ? filesBelow(file, from) : [path.relative(from, file)];
    })
    .sort();
}

/** One hash over everything the page is made of. */
function inputs() {
  const files = [
    'package.json',
    'package-lock.json',
    ...filesBelow(path.join(root, 'web'), root),
    ...['descent.js', 'descent.wasm'].map((name) => path.join('build/wasm', name)),
  ];
  const hash = createHash('sha256');
  for (const file of files) {
    const absolute = path.join(root, file);
    if (existsSync(absolute)) hash.update(`${file}\0`).update(readFileSync(absolute)).update('\0');
  }
  return hash.digest('hex');
}

/** What lies in `dist/`: a page whose files were removed or cut short is built again. */
function outputs() {
  return filesBelow(dist).map((file) => `${file} ${statSync(path.join(dist, file)).size}`);
}

/**
 * Builds `dist/`: the engine alone, which the article is computed with, and then the page. Each in a
 * process of its own, so that a log holds whatever it prints.
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function buildPage() {
  made(path.join(root, 'build/wasm/descent.wasm'));
  const stamp = inBuild('page.json');
  const before = inputs();
  const now = () => JSON.stringify({ inputs: before, outputs: outputs() });
  if (existsSync(path.join(dist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now()) return false;
  rmSync(dist, { recursive: true, force: true });
  await must(process.execPath, [vite, 'build', '--config', path.join(root, 'web/engine/vite.config.ts')], {
    log: 'build-module',
    cause: 'Building dist/engine.mjs failed',
  });
  const program = `import { buildPage } from ${JSON.stringify(pathToFileURL(script).href)};
await buildPage({ root: ${JSON.stringify(root)}, mode: 'production' });`;
  await must(process.execPath, ['--input-type=module', '--eval', program], {
    log: 'build-page',
    cause: 'Building the page failed',
  });
  made(path.join(dist, 'index.html'));
  writeFileSync(stamp, now());
  return true;
}
