/**
 * The service worker: wires the platform's events to src/. Serves the precached shell, sends the queue when the
 * browser says there is a link, and gives way to its successor safely. Keeps no state in memory.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { isQueueTag, periodicTag, tellFailure } from '../src/store/backgroundSync.ts';
import { openDatabase } from '../src/store/database.ts';
import { exchange, type Reason } from '../src/store/exchange.ts';
import { takeOverFromBrokenPages } from './succession.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { url: string; revision: string | null }[] };

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/healthz/, /^\/readyz/, /^\/metrics/, /^\/version\.json/],
  }),
);

const platform = { nowMs: Date.now, appVersion: __APP_VERSION__ };

/** A rejected promise asks the browser to try again later. */
async function deliver(reason: Reason): Promise<void> {
  const db = openDatabase();
  try {
    const outcome = await exchange(db, reason, platform);
    if (outcome.kind === 'waiting') throw new Error(`not delivered yet: ${outcome.why}`);
  } finally {
    db.close();
  }
}

/** Open pages leave another tag; the browser hears of the failure all the same. */
function failed(failure: unknown): never {
  tellFailure();
  throw failure;
}

self.addEventListener('sync', (event) => {
  const sync = event as unknown as SyncEvent; // the DOM library does not know Background Sync
  if (isQueueTag(sync.tag)) sync.waitUntil(deliver('queue').catch(failed));
});

self.addEventListener('periodicsync', (event) => {
  const sync = event as unknown as SyncEvent;
  if (sync.tag === periodicTag) sync.waitUntil(deliver('all'));
});

self.addEventListener('install', (event) => event.waitUntil(takeOverFromBrokenPages(self)));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});
