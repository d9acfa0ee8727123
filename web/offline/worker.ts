/**
 * The service worker that keeps a visited tutorial for reading without a connection. Workbox stores every
 * file of one build, checked against its hash, before any of them is served, and gives them out until the
 * reader asks for the next build or closes the last page: a reader sees one version, never a mixture.
 */
import { setCacheNameDetails } from 'workbox-core/setCacheNameDetails.js';
import { precacheAndRoute } from 'workbox-precaching/precacheAndRoute.js';

/** Of what a service worker finds around it, the little that is used here. */
interface WorkerScope {
  /** The build writes the list of files here. */
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string; readonly integrity: string }[];
  readonly clients: { matchAll(): Promise<readonly { postMessage(message: unknown): void }[]> };
  skipWaiting(): Promise<void>;
  readonly registration: { readonly scope: string };
  readonly caches: CacheStorage;
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void;
  addEventListener(type: 'message', listener: (event: LongEvent & { readonly data: unknown }) => void): void;
  addEventListener(type: 'activate', listener: (event: LongEvent) => void): void;
}

interface LongEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface AskEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

declare const self: WorkerScope;

setCacheNameDetails({ prefix: 'downhill' });
precacheAndRoute(self.__WB_MANIFEST, {
  // Versions and a figure's settings are in the query; neither makes it another file.
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
});

/** Keeps what a reader asked for of the digits in `handwriting/`, whose names say what they hold. */
const ASKED = 'downhill-handwriting';
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method === 'GET' && pathname.startsWith(new URL('handwriting/', self.registration.scope).pathname))
    event.respondWith(kept(event.request));
});

async function kept(request: Request): Promise<Response> {
  const cache = await self.caches.open(ASKED);
  const there = await cache.match(request);
  if (there) return there;
  const answer = await fetch(request);
  // Whether there is room for it does not matter to who waits for it.
  if (answer.ok) await cache.put(request, answer.clone()).catch(() => undefined);
  return answer;
}

self.addEventListener('message', (event) => {
  if (event.data === 'downhill:update') event.waitUntil(self.skipWaiting());
});

// The very first version has no pages yet. A later one takes over those of the version before, which were
// loaded in part and must be loaded whole.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    self.clients.matchAll().then((pages) => {
      for (const page of pages) page.postMessage('downhill:reload');
    }),
  );
});
