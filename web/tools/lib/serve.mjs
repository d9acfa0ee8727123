/** A static server for one folder, on this machine only. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

import { coded, codingFor } from './compress.mjs';
import { Problem } from './problem.mjs';

const host = '127.0.0.1';
export const firstPort = 8017;

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/** @param {string} file */
export const typeOf = (file) => types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';

/**
 * The file that a request for `url` means, inside `folder`, or nothing. A link that leads out of the
 * folder is outside of it.
 * @param {string} folder
 * @param {string} url path and query of the request
 * @returns {Promise<{ file: string, size: number, version: string } | { redirect: string } | undefined>} `version`
 *   differs whenever the content does
 */
export async function resolve(folder, url) {
  // Cut by hand: the URL class would fold "..", and what it folds could not be refused.
  const [pathname = '/', ...query] = url.split('?');
  let wanted;
  try {
    wanted = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (wanted.includes('\0') || wanted.includes('\\') || wanted.split('/').includes('..')) return undefined;
  try {
    const base = await realpath(folder);
    let file = await realpath(path.join(base, wanted));
    if (file !== base && !file.startsWith(base + path.sep)) return undefined;
    let info = await stat(file);
    if (info.isDirectory()) {
      // Without the slash, the page's own relative addresses would miss the folder.
      const name = pathname.slice(pathname.lastIndexOf('/') + 1);
      if (name) return { redirect: [`${encodeURI(name)}/`.replace(/%25/g, '%'), ...query].join('?') };
      file = await realpath(path.join(file, 'index.html'));
      if (!file.startsWith(base + path.sep)) return undefined;
      info = await stat(file);
    } else if (wanted.endsWith('/')) return undefined;
    const version = `${info.size.toString(36)}-${Math.round(info.mtimeMs * 1000).toString(36)}`;
    return info.isFile() ? { file, size: info.size, version } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} folder
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Record<string, string>} headers
 */
async function answer(folder, request, response, headers) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await resolve(folder, request.url ?? '/');
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such file.\n');
    return;
  }
  if ('redirect' in found) {
    response.writeHead(302, { location: found.redirect }).end();
    return;
  }
  const coding = codingFor(path.extname(found.file), request.headers['accept-encoding']);
  const tag = `"${found.version}${coding ? `-${coding}` : ''}"`;
  // A page that was just built again must never come from the browser's cache unasked; what is asked for with the
  // hash of its content may.
  const versioned = /[?&]v=[0-9a-f]{10}$/.test(request.url ?? '');
  const common = {
    'cache-control': versioned ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: tag,
    vary: 'accept-encoding',
    ...headers,
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, common).end();
    return;
  }
  const body = coding ? await coded(found.file, found.version, coding) : undefined;
  response.writeHead(200, {
    'content-type': typeOf(found.file),
    'content-length': body?.length ?? found.size,
    ...(coding ? { 'content-encoding': coding } : {}),
    ...common,
  });
  if (request.method === 'HEAD' || body) {
    response.end(body);
    return;
  }
  createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<boolean>} false when the port is taken
 */
function listen(server, port) {
  return new Promise((settle, reject) => {
    const failed = (/** @type {NodeJS.ErrnoException} */ error) => {
      server.off('listening', listening);
      if (error.code === 'EADDRINUSE') settle(false);
      else if (error.code === 'EACCES')
        reject(new Problem(`Port ${port} needs an administrator's rights.`, 'Choose one from 1024 on.'));
      else reject(error);
    };
    const listening = () => {
      server.off('error', failed);
      settle(true);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, host);
  });
}

/**
 * Reads a port number from the command line.
 * @param {string | undefined} text
 * @returns {number | undefined}
 */
export function portFrom(text) {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Problem(
    `"${text}" is no port.`,
    'A port is a number from 1 to 65535, for example: npm start -- --port 9000',
  );
}

/**
 * Serves a folder.
 * @param {string} folder
 * @param {{ port?: number | undefined, tries?: number, headers?: Record<string, string> }} [options] `port`:
 *   exactly this one (0: any free one); otherwise the first free one of `tries` from 8017 on. `headers`: sent
 *   with every file
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve(folder, { port, tries = 20, headers = {} } = {}) {
  const server = createServer((request, response) => {
    answer(folder, request, response, headers).catch(() => response.destroy());
  });
  const candidates = port === undefined ? Array.from({ length: tries }, (_, index) => firstPort + index) : [port];
  for (const candidate of candidates) {
    if (!(await listen(server, candidate))) continue;
    const address = /** @type {import('node:net').AddressInfo} */ (server.address());
    const close = () =>
      new Promise((/** @type {(value: void) => void} */ done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    return { url: `http://${host}:${address.port}/`, port: address.port, close };
  }
  if (port !== undefined)
    throw new Problem(
      `Port ${port} is taken by another program.`,
      'Leave out --port to have a free one chosen, or name another.',
    );
  throw new Problem(
    `The ports ${firstPort} to ${firstPort + tries - 1} are all taken.`,
    'Name a free one: npm start -- --port 9000',
  );
}
