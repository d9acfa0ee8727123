/** clang-tidy over the C++, skipping what passed before and has not changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import { capture, run } from './exec.mjs';
import { inBuild, root } from './paths.mjs';

/**
 * A source file and every header of ours that it includes, directly or not.
 * @param {string} file absolute path
 * @param {readonly string[]} folders where quoted includes are looked for, beside the file's own
 * @param {Set<string>} [found]
 */
export function withHeaders(file, folders, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)) {
    const header = [path.dirname(file), ...folders].map((folder) => path.join(folder, name)).find(existsSync);
    if (header) withHeaders(header, folders, found);
  }
  return found;
}

/** @param {string} file */
function fingerprint(file) {
  const folders = ['wasm', 'tests/engine'].map((folder) => path.join(root, folder));
  const hash = createHash('sha256').update(capture('clang-tidy', ['--version']).stdout);
  for (const part of [
    path.join(root, '.clang-tidy'),
    path.join(root, 'CMakeLists.txt'),
    ...withHeaders(file, folders),
  ]) {
    if (existsSync(part)) hash.update(readFileSync(part));
  }
  return hash.digest('hex');
}

/**
 * @param {readonly string[]} sources paths from the project's folder
 * @param {string} folder build folder with `compile_commands.json`
 * @param {boolean} fix
 * @returns {Promise<{ failed: string[], logs: string[] }>}
 */
export async function tidy(sources, folder, fix) {
  const memory = inBuild('tidy.json');
  /** @type {Record<string, string>} */
  const passed = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  const stale = sources.filter((file) => passed[file] !== fingerprint(path.join(root, file)));
  /** @type {string[]} */
  const failed = [];
  /** @type {string[]} */
  const logs = [];
  const waiting = [...stale];
  const worker = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const args = ['-p', folder, '--quiet', '--warnings-as-errors=*', ...(fix ? ['--fix'] : []), file];
      const outcome = await run('clang-tidy', args, { log: `tidy/${file.replaceAll('/', '-')}` });
      if (outcome.ok) passed[file] = fingerprint(path.join(root, file));
      else {
        failed.push(file);
        logs.push(outcome.log);
      }
    }
  };
  // Two that fix the same header at once would spoil it.
  await Promise.all(Array.from({ length: fix ? 1 : availableParallelism() }, worker));
  writeFileSync(memory, JSON.stringify(passed, null, 1));
  return { failed, logs };
}
