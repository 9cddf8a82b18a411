/**
 * The portal's half of the exchange: one request in, one reply or problem out, over a store that is one database
 * transaction. Knows no SQL, no HTTP, no keys: the caller has authenticated the device.
 * [X3] What was taken before is recognised by its number and content, and not taken again.
 * [X4] Numbers that are used again with other content are a fork, refused whole.
 * [X5] A change that cannot be taken is acknowledged with its problem and does not hold up those behind it.
 */
import { canonicalText } from '../domain/kit/json.ts';
import { isIdFor } from '../domain/kit/record.ts';
import { kindNamed } from '../domain/schema.ts';
import { type Change, fieldClock, type Held } from './change.ts';
import { decodeChanges, encodeStates, type VersionedState } from './codec.ts';
import { clockParts } from './hlc.ts';
import { judge, referencesOf } from './judge.ts';
import { type Clash, mergeChange } from './merge.ts';
import type { Problem } from './problem.ts';
import { problemDocument } from './problem.ts';
import {
  chainAfter,
  type Digest,
  facilityScope,
  limits,
  protocolVersion,
  type SyncReply,
  type SyncRequest,
} from './protocol.ts';

export interface DeviceState {
  readonly id: string;
  readonly facility: string;
  readonly district: string;
  /** The last number taken or refused, and the chain up to it. */
  readonly lastN: number;
  readonly chain: string;
}

/** Which record: a kind and an id. */
export interface Address {
  readonly kind: string;
  readonly id: string;
}

/** A merged record to write. `echo` false: the device that caused it holds the same already, and is not sent it. */
export interface Touched {
  readonly kind: string;
  readonly held: Held;
  readonly version: number;
  readonly echo: boolean;
}

export interface TakenBatch {
  readonly first: number;
  /** The first number that was new. */
  readonly from: number;
  /** How many were new. */
  readonly count: number;
  /** The device's chain after its last number, `from + count - 1`. */
  readonly chain: string;
  readonly refused: readonly { readonly n: number; readonly change: Change; readonly problem: Problem }[];
  readonly touched: readonly Touched[];
  readonly clashes: readonly Clash[];
  /** The facility scope's version after the batch. */
  readonly version: number;
}

/** One transaction at the portal, with the device's row and its facility's version locked. */
export interface PortalTransaction {
  readonly device: DeviceState;
  /** The facility scope's version before this batch. */
  readonly version: number;
  heldStates(addresses: readonly Address[]): Promise<readonly VersionedState[]>;
  /** Which of these exist in a scope that the device reads. */
  existing(addresses: readonly Address[]): Promise<readonly Address[]>;
  /** Earlier taken changes first … last with the chain before the first; undefined where they are not kept. */
  taken(first: number, last: number): Promise<{ prev: string; changes: readonly Change[] } | undefined>;
  refusedBetween(first: number, last: number): Promise<readonly { n: number; problem: Problem }[]>;
  write(batch: TakenBatch): Promise<void>;
  /** Records newer than the cursors that the device does not hold, at most `max`, with the cursors after them. */
  news(cursors: { readonly [scope: string]: number }, max: number): Promise<News>;
}

export interface News {
  readonly states: readonly VersionedState[];
  readonly cursors: { readonly [scope: string]: number };
  readonly more: boolean;
}

export type PortalAnswer =
  | { readonly kind: 'reply'; readonly reply: SyncReply }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface PortalAsk {
  readonly request: SyncRequest;
  readonly nowMs: number;
  readonly digest: Digest;
  /** A problem's words in the reader's language. */
  readonly describe: (problem: Problem) => { readonly title: string; readonly detail: string };
}

const refuse = (problem: Problem): PortalAnswer => ({ kind: 'problem', problem });

export async function answer(
  tx: PortalTransaction,
  { request, nowMs, digest, describe }: PortalAsk,
): Promise<PortalAnswer> {
  const { device } = tx;
  if (request.v > protocolVersion) return refuse({ type: 'unsupported-version' });
  if (request.device !== device.id) return refuse({ type: 'wrong-facility' });
  const foreign = Object.keys(request.cursors).find((scope) => !scopesOf(device).includes(scope));
  if (foreign !== undefined)
    return refuse({ type: 'wrong-facility', errors: [{ field: foreign, code: 'notAllowed' }] });
  const decoded = request.changes === undefined ? { ok: true as const, value: [] } : decodeChanges(request.changes);
  if (!decoded.ok) return refuse({ type: 'malformed', errors: [{ field: decoded.where, code: 'wrongType' }] });
  const changes = decoded.value;
  if (changes.length > limits.batchChanges) return refuse({ type: 'too-large' });
  if (request.first > device.lastN + 1) return refuse({ type: 'gap', expected: device.lastN + 1 });

  const lastSent = request.first + changes.length - 1;
  const seen = Math.min(device.lastN, lastSent) - request.first + 1; // how many of these were taken before
  if (await isFork(tx, request, changes.slice(0, Math.max(0, seen)))) return refuse({ type: 'device-forked' });
  const fresh = changes.slice(Math.max(0, seen));
  // Only of what is new: a portal whose own clock was set back still acknowledges what it took.
  const ahead = fresh.some((change) => clockParts(change.clock).ms > nowMs + limits.clockAheadMs);
  if (ahead) return refuse({ type: 'clock-ahead', expected: nowMs });
  const refusedBefore = seen > 0 ? await tx.refusedBetween(request.first, request.first + seen - 1) : [];
  const chain = await chainAfter(request.prev, changes, digest);
  // A batch that ends before the last number taken must not set the device's chain back.
  const batch = await take(tx, request, fresh, fresh.length > 0 ? chain : device.chain);
  await tx.write(batch);
  const news = await tx.news(request.cursors, limits.newsPage);
  const refused = [...refusedBefore, ...batch.refused];
  return {
    kind: 'reply',
    reply: {
      v: protocolVersion,
      upTo: lastSent,
      chain,
      refused: refused.map(({ n, problem }) => ({ n, problem: problemDocument(problem, describe(problem)) })),
      ...(news.states.length > 0 ? { news: encodeStates(news.states) } : {}),
      cursors: news.cursors,
      more: news.more,
      at: nowMs,
    },
  };
}

export function scopesOf(device: Pick<DeviceState, 'facility' | 'district'>): readonly string[] {
  return ['city', `district:${device.district}`, facilityScope(device.facility)];
}

async function isFork(tx: PortalTransaction, request: SyncRequest, overlap: readonly Change[]): Promise<boolean> {
  const { device } = tx;
  if (request.first === device.lastN + 1) return request.prev !== device.chain;
  // Numbers that the portal knows: a device that sends none of them, or others, is a copy or was restored.
  if (overlap.length === 0) return true;
  const taken = await tx.taken(request.first, request.first + overlap.length - 1);
  if (taken === undefined || taken.prev !== request.prev) return true;
  return overlap.some((change, i) => canonicalChange(change) !== canonicalChange(taken.changes[i]));
}

function canonicalChange(change: Change | undefined): string {
  if (change === undefined) return '';
  const { kind, id, fields, clock, base, by } = change;
  return canonicalText({ kind, id, fields, clock, base, by });
}

const addressText = ({ kind, id }: Address) => `${kind}/${id}`;

async function take(
  tx: PortalTransaction,
  request: SyncRequest,
  fresh: readonly Change[],
  chain: string,
): Promise<TakenBatch> {
  const firstFresh = tx.device.lastN + 1;
  const before = new Map((await tx.heldStates(sound(fresh))).map((state) => [addressText(state), state]));
  const known = new Set((await tx.existing(sound(fresh.flatMap(referencesOf)))).map(addressText));
  const working = new Map<string, { kind: string; held: Held }>(
    [...before].map(([address, state]) => [address, { kind: state.kind, held: state }]),
  );
  const touched = new Map<string, { kind: string; held: Held; lost: boolean }>();
  const clashes: Clash[] = [];
  const refused: { n: number; change: Change; problem: Problem }[] = [];
  fresh.forEach((change, i) => {
    const address = addressText(change);
    const held = working.get(address)?.held;
    const kind = kindNamed(change.kind);
    const problem = judge(change, held, tx.device.id, (reference) => known.has(addressText(reference)));
    if (problem || !kind) {
      refused.push({ n: firstFresh + i, change, problem: problem ?? { type: 'unknown-kind' } });
      return;
    }
    const merged = mergeChange(kind, held, change);
    clashes.push(...merged.clashes);
    // Restamping can turn a value that had won on the device into one that loses here: then the device must hear of it.
    const lost = Object.keys(change.fields).some((field) => fieldClock(merged.held, field) !== change.clock);
    working.set(address, { kind: change.kind, held: merged.held });
    touched.set(address, {
      kind: change.kind,
      held: merged.held,
      lost: lost || (touched.get(address)?.lost ?? false),
    });
    known.add(address);
  });
  const cursor = request.cursors[facilityScope(tx.device.facility)] ?? 0;
  return {
    first: request.first,
    from: firstFresh,
    count: fresh.length,
    chain,
    refused,
    touched: [...touched].map(([address, { kind, held, lost }], i) => ({
      kind,
      held,
      version: tx.version + 1 + i,
      echo: lost || (before.get(address)?.version ?? 0) > cursor,
    })),
    clashes,
    version: tx.version + touched.size,
  };
}

/** Each address once, and only those that can exist: a store is never asked for what a hostile device made up. */
function sound(addresses: readonly Address[]): readonly Address[] {
  const possible = addresses.filter(({ kind, id }) => {
    const known = kindNamed(kind);
    return known !== undefined && isIdFor(known, id);
  });
  return [...new Map(possible.map(({ kind, id }) => [addressText({ kind, id }), { kind, id }])).values()];
}
