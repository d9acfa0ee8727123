/** The programs that blogs are made with: for tests that build a real post with the kits in `dist/blogs`. */
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';

import { hasApt } from './apt.mjs';
import { which } from './exec.mjs';
import { ensurePackages } from './packages.mjs';
import { inBuild, root } from './paths.mjs';

/** TiddlyWiki is large, and nothing but its tests needs it: it gets a folder of its own. */
const wikiFolder = inBuild('tiddlywiki');
const wikiProgram = path.join(wikiFolder, 'node_modules/tiddlywiki/tiddlywiki.js');

/** @returns {string | undefined} the script to run with Node, when it has been installed */
export const findTiddlyWiki = () => (existsSync(wikiProgram) ? wikiProgram : undefined);

/**
 * Hugo and Jekyll where apt has them; elsewhere the tests that need them are skipped, and say so.
 * @returns {import('./toolchain.mjs').Need[]}
 */
export function blogNeeds() {
  if (!hasApt()) return [];
  return ['hugo', 'jekyll'].map((name) => ({
    name: name === 'hugo' ? 'Hugo' : 'Jekyll',
    apt: [name],
    present: () => which(name) !== undefined,
  }));
}

/** Installs the TiddlyWiki that `tests/blogs/package-lock.json` names, unless it is there. */
export async function ensureTiddlyWiki() {
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(root, 'tests/blogs', file), inBuild('tiddlywiki', file));
  await ensurePackages(wikiFolder);
}
