/** Addresses of built files: by content, relative, or absolute where the place of the site is known. */
import { createHash } from 'node:crypto';

/** Digits of a version: enough that two contents never share one by accident. */
const DIGITS = 10;

/**
 * Address of a file whose content is known: the same name for ever, which pages of others rely on, and a
 * version that changes with the content, so that a cache may keep what it has for as long as it likes.
 * From disk the version is ignored.
 */
export function versioned(file: string, content: string | Uint8Array): string {
  return `${file}?v=${createHash('sha256').update(content).digest('hex').slice(0, DIGITS)}`;
}

/**
 * Where the built site will stand, from the variable `DOWNHILL_ADDRESS`; undefined where it may stand anywhere.
 *
 * @throws Error when it is no address a browser could go to
 */
export function siteAddress(text = process.env['DOWNHILL_ADDRESS']): URL | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  let url: URL | undefined;
  try {
    url = new URL(text.trim());
  } catch {
    // Refused below, with what would be right.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Error(`DOWNHILL_ADDRESS is "${text}". It must be an address such as https://example.org/downhill/.`);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/**
 * Address of a built file as another one should name it to readers elsewhere.
 *
 * @param file path below `dist/`
 * @param from folders between `dist/` and the file that names it
 */
export function addressOf(file: string, from = 1, site = siteAddress()): string {
  return site ? new URL(file, site).href : '../'.repeat(from) + file;
}
