/**
 * Updates without mixed versions: a new worker waits until a person agrees, then every open page reloads as it takes
 * over. Typing survives (drafts.ts). The worker file is never cached by HTTP, so an old one can always be replaced.
 */
import { offerUpdate } from './updateOffer.ts';

const checkEveryMs = 3_600_000;

export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  answerAlive();
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js', { updateViaCache: 'none' });
  const hadController = navigator.serviceWorker.controller !== null;
  workbox.addEventListener('waiting', () => offerUpdate(() => workbox.messageSkipWaiting()));
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadController) location.reload(); // the first worker taking its first pages is no update
  });
  await workbox.register();
  setInterval(() => void workbox.update().catch(() => undefined), checkEveryMs); // offline: the next hour will do
}

/** A waiting worker takes over by itself where no page can answer: a broken deploy is replaced by the next one. */
function answerAlive(): void {
  navigator.serviceWorker.addEventListener('message', (event) => {
    if (event.data === 'alive?') event.ports[0]?.postMessage('alive');
  });
}
