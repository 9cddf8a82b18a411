/**
 * The state of the work, as every screen shows it: what is saved here, what waits, what the portal has received and
 * when. Every "at the portal" comes from an applied reply, never from an HTTP status.
 */
import type { Change } from '../sync/change.ts';
import type { SyncOutcome } from '../sync/ports.ts';
import { contactOf, type DeviceDatabase, type OutboxEntry, type RefusedRow, sequenceOf } from './database.ts';
import { changesOf } from './outbox.ts';

export interface WorkState {
  readonly enrolled: boolean;
  readonly pending: number;
  readonly refused: number;
  /** The portal's UTC ms of the last reply. */
  readonly receivedAt: number | undefined;
  readonly outcome: { readonly at: number; readonly what: SyncOutcome } | undefined;
  /** Portal clock − device clock, ms. */
  readonly offsetMs: number;
  readonly updateApp: boolean;
}

export async function workState(db: DeviceDatabase): Promise<WorkState> {
  const [sequence, contact, refused] = await Promise.all([sequenceOf(db), contactOf(db), db.refused.count()]);
  return {
    enrolled: sequence !== undefined,
    pending: sequence && contact ? sequence.nextN - 1 - contact.ackedN : 0,
    refused,
    receivedAt: contact?.receivedAt,
    outcome: contact?.outcome,
    offsetMs: sequence?.offsetMs ?? 0,
    updateApp: contact?.updateApp ?? false,
  };
}

export interface PendingEntry {
  readonly entry: OutboxEntry;
  readonly changes: readonly Change[];
}

/** What waits, oldest first, at most `max` actions. */
export async function pendingEntries(db: DeviceDatabase, max: number): Promise<readonly PendingEntry[]> {
  const acked = (await contactOf(db))?.ackedN ?? 0;
  const holding = await db.outbox
    .where('n')
    .belowOrEqual(acked + 1)
    .last();
  const entries = await db.outbox
    .where('n')
    .aboveOrEqual(holding?.n ?? 0)
    .limit(max)
    .toArray();
  return entries
    .filter((entry) => entry.n + entry.count - 1 > acked)
    .map((entry) => ({ entry, changes: changesOf(entry).slice(Math.max(0, acked + 1 - entry.n)) }));
}

export interface SessionDelivery {
  /** Ids of records of this session whose last change here has not been acknowledged. */
  readonly waiting: ReadonlySet<string>;
  readonly receivedAt: number | undefined;
}

export async function sessionDelivery(db: DeviceDatabase, session: string): Promise<SessionDelivery> {
  const [contact, entries] = await Promise.all([contactOf(db), db.outbox.where('about').equals(session).toArray()]);
  const acked = contact?.ackedN ?? 0;
  const waiting = entries
    .filter((entry) => entry.n + entry.count - 1 > acked)
    .flatMap((entry) => changesOf(entry).slice(Math.max(0, acked + 1 - entry.n)));
  return { waiting: new Set(waiting.map((change) => change.id)), receivedAt: contact?.receivedAt };
}

export interface HistoryItem {
  readonly at: number;
  readonly change: Change;
  readonly sent: boolean;
}

/** This device's changes of a session, newest first (kept 90 days; the portal holds everybody's). */
export async function sessionHistory(db: DeviceDatabase, session: string): Promise<readonly HistoryItem[]> {
  const [contact, entries] = await Promise.all([contactOf(db), db.outbox.where('about').equals(session).toArray()]);
  const acked = contact?.ackedN ?? 0;
  const items = entries.flatMap((entry) =>
    changesOf(entry).map((change, i) => ({ at: entry.at, change, sent: entry.n + i <= acked })),
  );
  return items.reverse();
}

export function refusedRows(db: DeviceDatabase): Promise<readonly RefusedRow[]> {
  return db.refused.orderBy('n').reverse().limit(500).toArray();
}

/** The person has read it and gives it up: with confirmation, from the tray. */
export async function discardRefused(db: DeviceDatabase, n: number): Promise<void> {
  await db.refused.delete(n);
}
