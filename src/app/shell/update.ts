/**
 * Updates without mixed versions: a new worker waits until a person agrees, then every open page reloads as it takes
 * over. Typing survives (drafts.ts). The worker file is never cached by HTTP, so an old one can always be replaced.
 * Where the worker file cannot be had the page works on with what there is, and asks again.
 */
import type { Workbox } from 'workbox-window';
import { offerUpdate } from './updateOffer.ts';

const checkEveryMs = 3_600_000;
/** On a first visit nothing opens offline until the worker is there: asked for sooner. */
const retryMs = 60_000;

export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  answerAlive();
  await reloadWithUpdates();
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js', { updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => offerUpdate(() => workbox.messageSkipWaiting()));
  await register(workbox);
}

async function register(workbox: Workbox): Promise<void> {
  try {
    await workbox.register();
    setInterval(() => void workbox.update().catch(() => undefined), checkEveryMs); // offline: the next hour will do
  } catch {
    setTimeout(() => void register(workbox), retryMs); // the portal is in trouble, or a private window has no workers
  }
}

/** The worker that takes a first visit's pages is no update; every later one is, in those pages too. */
async function reloadWithUpdates(): Promise<void> {
  const workers = navigator.serviceWorker;
  let isUpdate = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (isUpdate) location.reload();
    isUpdate = true;
  });
  const registration = await workers.getRegistration();
  if (registration?.active) isUpdate = true; // a page that was reloaded past the worker has no controller
}

/** A waiting worker takes over by itself where no page can answer: a broken deploy is replaced by the next one. */
function answerAlive(): void {
  navigator.serviceWorker.addEventListener('message', (event) => {
    if (event.data === 'alive?') event.ports[0]?.postMessage('alive');
  });
}
