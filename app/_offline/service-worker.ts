import {
  CacheFirst,
  ExpirationPlugin,
  NetworkFirst,
  NetworkOnly,
  type PrecacheEntry,
  Serwist,
  type SerwistPlugin,
  StaleWhileRevalidate,
} from 'serwist';
import { missingHeaders } from './missing-headers';

/*
 * Keeps what a lesson needs for when there is no network: scripts, styles and fonts of this build from the start, pages as they are
 * visited. Answers are kept with their headers, so a page stays isolated; a host that sets none has them set here. No worker is asked
 * for the document of a sandboxed frame: browsers keep the box's, and a page that needs it as text has asked for it itself.
 */

/** Put here by `scripts/export/write-service-worker.ts`. */
declare const PRECACHE: readonly PrecacheEntry[];

const onlyWhole: SerwistPlugin = {
  cacheWillUpdate: ({ response }) => Promise.resolve(response.status === 200 ? response : null),
};

/** A worker's address is that of its answer, and bundled ones read their beginning from behind the `#`: an answer without one takes the request's. */
const withoutAddress: SerwistPlugin = {
  cachedResponseWillBeUsed: ({ request, cachedResponse }) =>
    Promise.resolve(
      cachedResponse !== undefined && /worker/.test(request.url)
        ? new Response(cachedResponse.body, { status: cachedResponse.status, headers: cachedResponse.headers })
        : cachedResponse,
    ),
};

new Serwist({
  precacheEntries: [...PRECACHE],
  precacheOptions: { cleanupOutdatedCaches: true, plugins: [withoutAddress, missingHeaders] },
  // A new version waits until the reader asks for it, or has closed all pages of the old one.
  skipWaiting: false,
  clientsClaim: true,
  runtimeCaching: [
    {
      // Embeds are other people's pages, and frames.
      matcher: ({ request, sameOrigin, url }) =>
        sameOrigin && (request.destination === 'document' || isAskedToKeep(request)) && !url.pathname.includes('/embed'),
      handler: new NetworkFirst({
        cacheName: 'pages',
        matchOptions: { ignoreVary: true },
        plugins: [onlyWhole, missingHeaders, new ExpirationPlugin({ maxEntries: 120 })],
      }),
    },
    {
      matcher: ({ sameOrigin, url }) => sameOrigin && /\/(?:search\/\w+|examples)\.json$/.test(url.pathname),
      handler: new StaleWhileRevalidate({ cacheName: 'data', plugins: [onlyWhole, missingHeaders] }),
    },
    {
      // As the host sent it, which tells the page whether a frame can have it from there.
      matcher: ({ sameOrigin, url }) => sameOrigin && url.pathname.endsWith('/runtime/box.html'),
      handler: new CacheFirst({ cacheName: 'box', plugins: [onlyWhole, new ExpirationPlugin({ maxEntries: 1 })] }),
    },
    {
      // Nothing else needs headers to be loaded by a page that is isolated.
      matcher: ({ sameOrigin, request }) => sameOrigin && ['document', 'iframe', 'worker'].includes(request.destination),
      handler: new NetworkOnly({ plugins: [missingHeaders] }),
    },
  ],
}).addEventListeners();

/** The first page was loaded before there was a worker to keep it; it asks for itself with this type. */
function isAskedToKeep(request: Request): boolean {
  return request.headers.get('Accept') === 'text/html';
}
