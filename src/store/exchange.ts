/**
 * The exchange on this device: the pure core (sync/device.ts) over IndexedDB, fetch and WebCrypto, under one lock for
 * all tabs and the worker. The page loads this module lazily; the worker carries it.
 */
import { FlattenedSign } from 'jose';
import { syncOnce } from '../sync/device.ts';
import type { Answer, DevicePorts, Posted, SyncOutcome } from '../sync/ports.ts';
import { readProblem } from '../sync/problem.ts';
import { batchMediaType, replyMediaType, signatureHeader, syncPath } from '../sync/protocol.ts';
import { contactOf, type DeviceDatabase, identityOf, sequenceOf } from './database.ts';
import { openDeviceStore } from './deviceStore.ts';

const lockName = 'waystation-sync';
/** A half-open connection ends here; then the batch halves. */
const requestMsMax = 45_000;

/** `queue`: only if something waits. `all`: also ask for news. */
export type Reason = 'queue' | 'all';

export interface Platform {
  readonly nowMs: () => number;
  readonly appVersion: string;
}

export function exchange(db: DeviceDatabase, reason: Reason, platform: Platform): Promise<SyncOutcome> {
  return navigator.locks.request(lockName, async () => {
    if (reason === 'queue' && (await pendingOf(db)) === 0)
      return { kind: 'delivered', sent: 0, received: 0, refused: 0 };
    return syncOnce(portsOf(db, platform));
  });
}

async function pendingOf(db: DeviceDatabase): Promise<number> {
  const [sequence, contact] = await Promise.all([sequenceOf(db), contactOf(db)]);
  return sequence && contact ? sequence.nextN - 1 - contact.ackedN : 0;
}

function portsOf(db: DeviceDatabase, platform: Platform): DevicePorts {
  return {
    store: openDeviceStore(db),
    post,
    sign: (device, body) => sign(db, device, body),
    deflate,
    inflate,
    digest,
    nowMs: platform.nowMs,
    appVersion: platform.appVersion,
  };
}

async function sign(db: DeviceDatabase, device: string, body: Uint8Array): Promise<string> {
  const identity = await identityOf(db);
  if (!identity) throw new Error('assertion failed: signing before enrolment');
  const jws = await new FlattenedSign(body)
    .setProtectedHeader({ alg: 'ES256', b64: false, crit: ['b64'], kid: device })
    .sign(identity.signingKey);
  return `${jws.protected}..${jws.signature}`;
}

async function post({ body, signature }: Posted): Promise<Answer> {
  try {
    const response = await fetch(syncPath, {
      method: 'POST',
      headers: { 'content-type': batchMediaType, [signatureHeader]: signature },
      body: new Uint8Array(body),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(requestMsMax),
    });
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (response.ok && type === replyMediaType)
      return { kind: 'reply', body: new Uint8Array(await response.arrayBuffer()) };
    if (type !== 'application/problem+json') return { kind: 'foreign' };
    const problem = readProblem(await response.json());
    const retryAfter = Number(response.headers.get('retry-after'));
    if (!problem) return { kind: 'foreign' };
    return { kind: 'problem', problem, ...(retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {}) };
  } catch {
    return { kind: 'cut' }; // fetch says no more than that: no link, a cut, a time-out, a broken answer
  }
}

async function deflate(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function inflate(bytes: Uint8Array, bytesMax: number): Promise<string | undefined> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let text = '';
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > bytesMax) {
        await reader.cancel();
        return undefined;
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch {
    return undefined; // not deflated text: whatever answered, it was not the portal
  }
}

async function digest(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...hash))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
