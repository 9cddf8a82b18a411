/**
 * The messages of the exchange and their limits: plain values, read with one validator on both sides.
 * Rules are numbered in docs/protocol.md. A message is JSON, deflated; the request is signed over the deflated bytes.
 */
import * as v from 'valibot';
import { canonicalText } from '../domain/kit/json.ts';
import type { Change } from './change.ts';
import type { Problem } from './problem.ts';

export const protocolVersion = 1;
export const syncPath = '/api/sync';
export const batchMediaType = 'application/vnd.waystation.batch';
export const replyMediaType = 'application/vnd.waystation.reply';
export const signatureHeader = 'waystation-signature';

/** Each limit with its reason. */
export const limits = {
  /** A deflated batch: several times the largest that a device builds (32 KB). */
  requestBytes: 256 * 1024,
  /** Inflated: what a bomb may cost the portal. */
  inflatedBytes: 4 * 1024 * 1024,
  /** Changes in one batch: one transaction at the portal. */
  batchChanges: 500,
  /** Records in one page of news. */
  newsPage: 1_000,
  /** A clock this far ahead of the portal's (ms) is refused: it would win every merge until then. */
  clockAheadMs: 5 * 60_000,
  /** Texts that name an actor. */
  byCodePoints: 40,
} as const;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.maxLength(64));

const requestShape = v.object({
  v: v.pipe(count, v.minValue(1)),
  device: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,12}$/)),
  /** Number of the first change; with no changes, the next number. */
  first: v.pipe(count, v.minValue(1)),
  /** The chain's hash before `first`. */
  prev: hash,
  /** The device's own wall clock, UTC ms, uncorrected. */
  sent: count,
  cursors: v.record(v.pipe(v.string(), v.maxLength(40)), count),
  /** Changes that still wait on the device, this batch included. */
  pending: v.pipe(count, v.maxValue(0x7fffffff)),
  app: v.pipe(v.string(), v.maxLength(40), v.regex(/^[\x20-\x7e]*$/)),
  changes: v.optional(v.unknown()),
});
export type SyncRequest = v.InferOutput<typeof requestShape>;

const replyShape = v.object({
  v: v.number(),
  /** Every change up to this number has been taken or refused. */
  upTo: count,
  chain: hash,
  refused: v.array(v.object({ n: count, problem: v.unknown() })),
  news: v.optional(v.unknown()),
  cursors: v.record(v.string(), count),
  /** More news waits beyond this page. */
  more: v.boolean(),
  /** The portal's wall clock, UTC ms. */
  at: count,
  /** The app must be updated, now that its queue was taken. */
  updateApp: v.optional(v.boolean()),
});
export type SyncReply = v.InferOutput<typeof replyShape>;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

function read<T>(schema: v.GenericSchema<unknown, T>, text: string): Read<T> {
  const parsed = v.safeParse(schema, jsonOf(text));
  if (parsed.success) return { ok: true, value: parsed.output };
  const errors = parsed.issues
    .slice(0, 10)
    .map((issue) => ({ field: v.getDotPath(issue) ?? 'body', code: 'wrongType' as const }));
  return { ok: false, problem: { type: 'malformed', errors } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the validator then says that the body is malformed
  }
}

export const readRequest = (text: string): Read<SyncRequest> => read(requestShape, text);
export const readReply = (text: string): Read<SyncReply> => read(replyShape, text);

export const cityScope = 'city';
export const districtScope = (district: string) => `district:${district}`;
export const facilityScope = (facility: string) => `facility:${facility}`;

/** The chain before a device's first change. */
export const chainStart = '';

/** Hashes text with SHA-256, base64url. */
export type Digest = (text: string) => Promise<string>;

/** [X4] The chain after `changes`: h(n) = SHA-256(h(n−1) newline canonical JSON of change n). */
export async function chainAfter(prev: string, changes: readonly Change[], digest: Digest): Promise<string> {
  let chain = prev;
  for (const { kind, id, fields, clock, base, by } of changes)
    chain = await digest(`${chain}\n${canonicalText({ kind, id, fields, clock, base, by })}`);
  return chain;
}
