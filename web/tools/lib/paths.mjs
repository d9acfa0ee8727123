/** Where things are. Every tool takes its folders from here. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
/** Everything made on the way; safe to delete at any time. */
export const build = path.join(root, 'build');
/** The finished pages. */
export const dist = path.join(root, 'dist');

/**
 * Absolute path inside `build/`, whose parent folder exists afterwards.
 * @param {...string} parts
 */
export function inBuild(...parts) {
  const file = path.join(build, ...parts);
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
}

/**
 * A path as a reader wants to see it: relative to the project where that is shorter.
 * @param {string} file
 */
export function shown(file) {
  const relative = path.relative(root, file);
  return relative.startsWith('..') ? file : relative || '.';
}

/**
 * All files below a folder, sorted, as paths from `from`. A folder that does not exist has none.
 * @param {string} folder
 * @param {string} [from]
 * @returns {string[]}
 */
export function filesBelow(folder, from = folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(file, from) : [path.relative(from, file)];
    })
    .sort();
}
