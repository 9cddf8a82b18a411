/**
 * From bytes to a request that is known to come from its device: size, signature, inflation within a limit, shape, in
 * that order, so that a stranger's bytes cost the least.
 */

import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { flattenedVerify, importJWK, type JWK } from 'jose';
import { isDeviceId } from '../../sync/hlc.ts';
import type { Problem } from '../../sync/problem.ts';
import { limits, readRequest, type SyncRequest } from '../../sync/protocol.ts';
import type { Portal } from '../portal.ts';

export type ReadBatch =
  | { readonly ok: true; readonly request: SyncRequest; readonly device: string }
  | { readonly ok: false; readonly problem: Problem };

const refuse = (type: Problem['type']): ReadBatch => ({ ok: false, problem: { type } });
const inflated = promisify(inflateRaw);

export async function readBatch(portal: Portal, body: Uint8Array, signature: unknown): Promise<ReadBatch> {
  if (body.byteLength > limits.requestBytes) return refuse('too-large');
  const parts = typeof signature === 'string' ? /^([\w-]{1,400})\.\.([\w-]{86})$/.exec(signature) : null;
  const device = keyIdOf(parts?.[1]);
  if (!parts || device === undefined) return refuse('bad-signature');
  const row = await portal.db
    .selectFrom('device')
    .where('id', '=', device)
    .select(['public_key', 'status'])
    .executeTakeFirst();
  if (!row || row.public_key === null) return refuse('device-unknown');
  const isGenuine = await verifies(row.public_key as JWK, parts[1] ?? '', parts[2] ?? '', body); // checked at enrolment
  if (!isGenuine) return refuse('bad-signature');
  if (row.status !== 'active') return refuse('device-revoked');
  const text = await inflate(body);
  if (text === 'bomb') return refuse('too-large');
  if (text === undefined) return refuse('malformed');
  const request = readRequest(text.json);
  return request.ok ? { ok: true, request: request.value, device } : request;
}

function keyIdOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  try {
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as { kid?: unknown };
    return isDeviceId(kid) ? kid : undefined;
  } catch {
    return undefined; // not a header: refused as a bad signature by the caller
  }
}

async function verifies(key: JWK, header: string, signature: string, payload: Uint8Array): Promise<boolean> {
  const publicKey = await importJWK(key, 'ES256');
  return flattenedVerify({ protected: header, payload, signature }, publicKey, { algorithms: ['ES256'] }).then(
    () => true,
    () => false,
  );
}

async function inflate(body: Uint8Array): Promise<{ readonly json: string } | 'bomb' | undefined> {
  try {
    const bytes = await inflated(body, { maxOutputLength: limits.inflatedBytes });
    return { json: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (failure) {
    return failure instanceof RangeError ? 'bomb' : undefined; // anything else is not deflated text
  }
}
