/** What every command does first: the tools, the packages, the engine, the page. */
import path from 'node:path';

import { buildEngine, made, modules } from './engine.mjs';
import { phase } from './exec.mjs';
import { ensurePackages } from './packages.mjs';
import { buildPage } from './page.mjs';
import { checkNode, ensure, needs } from './toolchain.mjs';

/**
 * Installs what is missing.
 * @param {import('./toolchain.mjs').Need[]} [more] beyond what building needs
 */
export async function prepare(more = []) {
  checkNode();
  await ensure([...needs.build, ...more]);
  await ensurePackages();
}

/** Builds the module that the page uses, and then the page. */
export async function buildAll() {
  const folder = await buildEngine('wasm', modules);
  for (const name of modules) made(path.join(folder, `${name}.wasm`));
  await phase('Building the page', buildPage);
}
