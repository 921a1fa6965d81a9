import {
  CacheFirst,
  ExpirationPlugin,
  NetworkFirst,
  NetworkOnly,
  Serwist,
  type SerwistPlugin,
  StaleWhileRevalidate,
} from 'serwist';
import { type Language, languages } from '@/content/languages';
import { KEEP_BUILD } from './keep-build';
import { missingHeaders } from './missing-headers';
import type { WorkerEvent, WorkerScope } from './worker-scope';

/*
 * Keeps what a lesson needs for when there is no network: pages as they are visited, and scripts, styles and fonts of this build as they
 * are used, the rest of them when a page has nothing else to do. Not in the course of the first installation: of every script that is
 * kept then, Chromium compiles all, which takes more than a core for eight seconds in which the reader presses Run. Answers are kept
 * with their headers, so a page stays isolated; a host that sets none has them set here. No worker is asked for the document of a
 * sandboxed frame: browsers keep the box's, and a page that needs it as text has asked for it itself.
 */

declare const self: WorkerScope;

/** Put here by `scripts/export/write-service-worker.ts`. */
declare const BUILD_FILES: readonly string[];
declare const BASE_PATH: string;

const BUILD_CACHE = 'build';
const DATA_CACHE = 'data';
const OFFLINE_CACHE = 'offline';

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

const serwist = new Serwist({
  // A new version waits until the reader asks for it, or has closed all pages of the old one.
  skipWaiting: false,
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith(`${BASE_PATH}/_next/static/`),
      handler: new CacheFirst({ cacheName: BUILD_CACHE, plugins: [onlyWhole, withoutAddress, missingHeaders] }),
    },
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
      matcher: ({ sameOrigin, url }) => sameOrigin && /\/(?:search\/\w+|examples|types)\.json$/.test(url.pathname),
      handler: new StaleWhileRevalidate({ cacheName: DATA_CACHE, plugins: [onlyWhole, missingHeaders] }),
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
});
serwist.setCatchHandler(({ request }) =>
  request.destination === 'document' ? withoutNetwork(new URL(request.url).pathname) : Promise.resolve(Response.error()),
);
serwist.addEventListeners();

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(OFFLINE_CACHE).then((cache) => cache.addAll(languages.map(offlinePage))));
  // Whoever has an older version could do without a network, and still can when this one takes over.
  if (self.registration.active !== null) event.waitUntil(keepBuild(event));
});

self.addEventListener('activate', (event) => event.waitUntil(forgetOldBuilds()));

self.addEventListener('message', (event) => {
  if ((event.data as { readonly type?: unknown } | null)?.type === KEEP_BUILD) event.waitUntil(keepBuild(event));
});

/** One file after the other: nobody waits for them, and somebody may wait for something else. */
async function keepBuild(event: WorkerEvent): Promise<void> {
  const kept = new Set([...(await keptIn(BUILD_CACHE)), ...(await keptIn(DATA_CACHE))]);
  for (const path of BUILD_FILES) {
    if (kept.has(path)) continue;
    const response = await serwist.handleRequest({ request: new Request(path, { priority: 'low' }), event });
    await response?.arrayBuffer();
  }
}

/**
 * The page that says so, in the language of the address. It stands at that address, which its scripts do not know: they would put
 * their own in its place, and to reload it when there is a network again would not help.
 */
async function withoutNetwork(path: string): Promise<Response> {
  const lang = languages.find((each) => path.includes(`/${each}/`)) ?? languages[0];
  const page = await caches.match(offlinePage(lang), { cacheName: OFFLINE_CACHE });
  if (page === undefined) return Response.error();
  const text = (await page.text()).replaceAll(/<script\b[^>]*>[^]*?<\/script>/g, '');
  return new Response(text, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

function offlinePage(lang: Language): string {
  return `${BASE_PATH}/${lang}/offline`;
}

async function forgetOldBuilds(): Promise<void> {
  const cache = await caches.open(BUILD_CACHE);
  for (const path of await keptIn(BUILD_CACHE)) if (!BUILD_FILES.includes(path)) await cache.delete(path);
}

async function keptIn(cacheName: string): Promise<string[]> {
  const requests = await (await caches.open(cacheName)).keys();
  return requests.map(({ url }) => new URL(url).pathname);
}

/** The first page was loaded before there was a worker to keep it; it asks for itself with this type. */
function isAskedToKeep(request: Request): boolean {
  return request.headers.get('Accept') === 'text/html';
}
