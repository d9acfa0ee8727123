/** Building the page, unless nothing that it is made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { made, modules } from './engine.mjs';
import { must } from './exec.mjs';
import { dist, filesBelow, inBuild, root } from './paths.mjs';

/** The one part of `web/` that the page is not made of. */
const tools = path.join('web', 'tools', path.sep);
const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const script = path.join(root, 'web/build/build-page.mjs');
/** One hash over everything the page is made of. */
function inputs() {
  const files = [
    'package.json',
    'package-lock.json',
    ...filesBelow(path.join(root, 'web'), root).filter((file) => !file.startsWith(tools)),
    ...modules.flatMap((name) => [`build/wasm/${name}.js`, `build/wasm/${name}.wasm`]),
  ];
  const hash = createHash('sha256').update(`${process.env.DOWNHILL_ADDRESS ?? ''}\0`);
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

/** Builds `dist/engine.mjs`, the engine alone, which the article is computed with. */
export async function buildModule() {
  await must(process.execPath, [vite, 'build', '--config', path.join(root, 'web/engine/vite.config.ts')], {
    log: 'build-module',
    cause: 'Building dist/engine.mjs failed',
  });
}

/**
 * Builds `dist/`: the engine alone, then the page. Each in a process of its own, so that a log
 * holds whatever it prints.
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function buildPage() {
  for (const name of modules) made(path.join(root, `build/wasm/${name}.wasm`));
  const stamp = inBuild('page.json');
  const before = inputs();
  const now = () => JSON.stringify({ inputs: before, outputs: outputs() });
  if (existsSync(path.join(dist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now())
    return false;
  rmSync(dist, { recursive: true, force: true });
  await buildModule();
  const program = `import { buildPage } from ${JSON.stringify(pathToFileURL(script).href)};
try {
  await buildPage({ root: ${JSON.stringify(root)}, mode: 'production' });
} catch (error) {
  console.error(error?.stack ?? error);
  process.exitCode = 1;
}`;
  await must(process.execPath, ['--input-type=module', '--eval', program], {
    log: 'build-page',
    cause: 'Building the page failed',
  });
  made(path.join(dist, 'index.html'));
  writeFileSync(stamp, now());
  return true;
}
