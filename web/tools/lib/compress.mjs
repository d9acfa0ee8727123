/** Files as a static host sends them: compressed as the browser likes best. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What gains by it. Pictures and fonts are compressed already. */
const compressible = new Set([
  '.css',
  '.csv',
  '.html',
  '.js',
  '.json',
  '.map',
  '.md',
  '.mjs',
  '.svg',
  '.ts',
  '.txt',
  '.wasm',
]);

/** Near the least there is, and quick enough to be done while a reader waits: a quarter of a second for the longest page. */
const QUALITY = 10;
/** Gzip's strongest. */
const LEVEL = 9;

/** @type {Record<string, (bytes: Buffer) => Promise<Buffer>>} */
const codings = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: LEVEL }),
};

/**
 * The best coding that a browser accepts for a kind of file.
 * @param {string} extension with its dot
 * @param {string} [accepted] the request's Accept-Encoding; by default nothing is compressed
 * @returns {string | undefined} nothing where the file goes as it is
 */
export function codingFor(extension, accepted = '') {
  if (!compressible.has(extension.toLowerCase())) return undefined;
  // A weight of zero is a refusal (RFC 9110, section 12.4.2).
  const words = accepted.split(',').filter((word) => !/;\s*q=0(\.0*)?\s*$/.test(word));
  const names = words.map((word) => (word.split(';')[0] ?? '').trim());
  return Object.keys(codings).find((name) => names.includes(name));
}

/** @type {Map<string, { version: string, bytes: Promise<Buffer> }>} */
const kept = new Map();

/**
 * A file's content under a coding; kept until the file changes.
 * @param {string} file
 * @param {string} version differs whenever the content does
 * @param {string} coding one that `codingFor` named
 * @returns {Promise<Buffer>}
 */
export function coded(file, version, coding) {
  const key = `${coding} ${file}`;
  const known = kept.get(key);
  if (known?.version === version) return known.bytes;
  const bytes = readFile(file).then((content) => codings[coding]?.(content) ?? content);
  kept.set(key, { version, bytes });
  return bytes;
}
