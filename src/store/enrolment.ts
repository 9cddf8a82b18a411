/**
 * Enrolment of this device: the key pair is made and kept here (non-extractable, in the strict database so that it
 * survives as surely as the records it signs), the identity comes from the portal.
 */
import { chainStart, limits } from '../sync/protocol.ts';
import type { DeviceDatabase, IdentityRow } from './database.ts';

export interface NewIdentity {
  readonly device: string;
  readonly facility: string;
  readonly district: string;
  /** Portal clock − device clock, ms. */
  readonly offsetMs: number;
}

/** P-256 for ES256; the private half can never leave this browser. */
export function makeSigningKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}

export async function enrolDevice(
  db: DeviceDatabase,
  identity: NewIdentity,
  signingKey: CryptoKey,
  nowMs: number,
): Promise<void> {
  const { device, facility, district, offsetMs } = identity;
  const row: IdentityRow = { id: 'identity', device, facility, district, signingKey, enrolledAt: nowMs };
  await db.transaction('rw', db.meta, async () => {
    await db.meta.bulkPut([
      row,
      { id: 'sequence', device, clock: undefined, nextN: 1, offsetMs },
      {
        id: 'contact',
        ackedN: 0,
        chain: chainStart,
        cursors: {},
        batchMax: limits.batchChanges,
        receivedAt: undefined,
        outcome: undefined,
        updateApp: false,
      },
    ]);
  });
}
