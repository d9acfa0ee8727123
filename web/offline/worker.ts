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
  addEventListener(type: 'message', listener: (event: LongEvent & { readonly data: unknown }) => void): void;
  addEventListener(type: 'activate', listener: (event: LongEvent) => void): void;
}

interface LongEvent {
  waitUntil(work: Promise<unknown>): void;
}

declare const self: WorkerScope;

setCacheNameDetails({ prefix: 'downhill' });
precacheAndRoute(self.__WB_MANIFEST, {
  // Versions and a figure's settings are in the query; neither makes it another file.
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
});

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
