/** The service worker's list of files. */
import { createHash } from 'node:crypto';
import type { Need } from '../engine/engine';

/**
 * What the tutorial and the pages of single figures consist of; the rest is for other sites or for keeping. The engine is
 * kept as a file, so its letters are not.
 */
const KEPT =
  /^((index|hosting|attributes)\.html|(downhill|frame|attributes)\.(css|js)|(page|first|search)\.js|icon\.svg|LICENSES\.txt|(fonts|figures)\/.+|pieces\/(?!letters-).+\.(js|wasm))$/;
/** The engine in its larger size. */
const WHOLE = /^pieces\/(descent|whole)-/;
/** Where Workbox's own tools write the list as well. */
const PLACE = 'self.__WB_MANIFEST';

/**
 * The finished service worker.
 *
 * @param code the bundled worker, which reads the list of files
 * @param files contents of `dist/`, by path
 * @param needs which engines the figures need
 * @throws Error when the code has no place for the list, or more than one
 */
export function offlineWorker(
  code: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  needs: ReadonlySet<Need>,
): string {
  const entries = Object.entries(files)
    .filter(([file]) => KEPT.test(file) && (needs.has('whole') || !WHOLE.test(file)))
    .map(([url, content]) => {
      const hash = createHash('sha256').update(content);
      const integrity = `sha256-${hash.copy().digest('base64')}`;
      // With a hash, a file of another version is refused even if the server changes while it is read.
      return { url, revision: hash.digest('hex').slice(0, 10), integrity };
    });
  const parts = code.split(PLACE);
  if (parts.length !== 2) throw new Error(`The service worker must name ${PLACE} exactly once.`);
  return parts.join(JSON.stringify(entries));
}
