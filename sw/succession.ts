/**
 * A new worker waits until a person agrees to the update. But where pages are open and none of them can answer (a
 * broken build is running), it takes over at once: so a bad deploy is mended by the next one, or by rolling it back.
 */
const answerMsMax = 5_000;

export async function takeOverFromBrokenPages(scope: ServiceWorkerGlobalScope): Promise<void> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length === 0 || !scope.registration.active) return;
  const answered = await Promise.race([
    Promise.any(pages.map(isAlive)).catch(() => false),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), answerMsMax)),
  ]);
  if (!answered) await scope.skipWaiting();
}

function isAlive(page: Client): Promise<true> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(true);
    page.postMessage('alive?', [port2]);
  });
}
