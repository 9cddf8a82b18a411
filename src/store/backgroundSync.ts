/**
 * Asks the browser to wake the worker when there is a link: by Background Sync where there is one, and now and then by
 * periodic sync where that was granted. Both are extras: the page retries by itself as well (Chromium's second attempt
 * comes after minutes, and it knows nothing of a dead server).
 */
const syncTagPrefix = 'waystation-queue:';
export const periodicTag = 'waystation-news';
const periodicMsMin = 12 * 3_600_000;

interface SyncRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
  readonly periodicSync?: { register(tag: string, options: { minInterval: number }): Promise<void> };
}

/** Whether a sync event is ours: any attempt's. */
export function isQueueTag(tag: string): boolean {
  return tag.startsWith(syncTagPrefix);
}

/**
 * Whether a closed app will still send: false where the browser cannot or will not. A tag that once failed is tried
 * again only after minutes, and three times at most, and registering it again does not hurry it (facts of Chromium):
 * a new `attempt` is a new tag, which goes as soon as there is a link.
 */
export async function requestBackgroundSync(attempt: string): Promise<boolean> {
  const registration = await activeRegistration();
  if (!registration?.sync) return false;
  return registration.sync.register(syncTagPrefix + attempt).then(
    () => true,
    () => false, // the person or the browser has forbidden it: the page's own retry remains
  );
}

export async function requestPeriodicSync(): Promise<boolean> {
  const registration = await activeRegistration();
  if (!registration?.periodicSync) return false;
  return registration.periodicSync.register(periodicTag, { minInterval: periodicMsMin }).then(
    () => true,
    () => false, // granted only to installed apps that are used
  );
}

const failuresChannel = 'waystation-sync-failed';

/** The worker says that a sync event failed: its tag is spent for minutes. */
export function tellFailure(): void {
  const channel = new BroadcastChannel(failuresChannel);
  channel.postMessage('failed');
  channel.close();
}

export function onFailure(hear: () => void): void {
  new BroadcastChannel(failuresChannel).addEventListener('message', hear);
}

async function activeRegistration(): Promise<SyncRegistration | undefined> {
  return 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration() : undefined;
}
