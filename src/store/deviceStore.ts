/**
 * The device's side of the exchange over its database (a `DeviceStore`). Every method is one transaction; nothing but
 * the database is awaited inside. Acknowledged changes stay for 90 days: a portal restored from a back-up may ask.
 */

import { kindNamed } from '../domain/schema.ts';
import type { Change } from '../sync/change.ts';
import { encodeStates, type VersionedState } from '../sync/codec.ts';
import { type Clock, later } from '../sync/hlc.ts';
import { mergeHeld } from '../sync/merge.ts';
import type { Delivery, DeviceStore, Draft, SyncOutcome } from '../sync/ports.ts';
import { recordStores } from './commit.ts';
import {
  type ContactRow,
  contactOf,
  type DeviceDatabase,
  identityOf,
  type OutboxEntry,
  sequenceOf,
} from './database.ts';
import { changesOf } from './outbox.ts';
import { readRecords } from './recordSet.ts';
import { restampPending } from './restamp.ts';

const keptMs = 90 * 86_400_000;

export function openDeviceStore(db: DeviceDatabase): DeviceStore {
  return {
    draft: (changesMax) => draft(db, changesMax),
    apply: (delivery) => apply(db, delivery),
    restamp: (portalMs, offsetMs) => restampPending(db, portalMs, offsetMs),
    batchMax: async () => (await contactOf(db))?.batchMax ?? 1,
    setBatchMax: (batchMax) => patchContact(db, { batchMax }),
    note: (what: SyncOutcome, at: number) => patchContact(db, { outcome: { what, at } }),
  };
}

async function patchContact(db: DeviceDatabase, patch: Partial<Omit<ContactRow, 'id'>>): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const contact = await contactOf(db);
    if (contact) await db.meta.put({ ...contact, ...patch });
  });
}

async function draft(db: DeviceDatabase, changesMax: number): Promise<Draft | undefined> {
  return db.transaction('r', db.meta, db.outbox, async () => {
    const [sequence, contact, identity] = await Promise.all([sequenceOf(db), contactOf(db), identityOf(db)]);
    if (!sequence || !contact || !identity) return undefined;
    const first = contact.ackedN + 1;
    return {
      device: sequence.device,
      first,
      prev: contact.chain,
      changes: await pendingFrom(db, first, changesMax),
      cursors: contact.cursors,
      pending: sequence.nextN - first,
    };
  });
}

/** An entry may be half acknowledged: it was cut into two batches. */
async function pendingFrom(db: DeviceDatabase, first: number, max: number): Promise<readonly Change[]> {
  const holding = await db.outbox.where('n').belowOrEqual(first).last();
  const changes = holding && holding.n + holding.count > first ? changesOf(holding).slice(first - holding.n) : [];
  const pending = [...changes];
  if (pending.length < max)
    await db.outbox
      .where('n')
      .above(first)
      .until(() => pending.length >= max)
      .each((entry) => {
        pending.push(...changesOf(entry));
      });
  return pending.slice(0, max);
}

async function apply(db: DeviceDatabase, delivery: Delivery): Promise<void> {
  const stores = [...recordStores, 'meta', 'outbox', 'refused', 'aside'];
  await db.transaction('rw', stores, async () => {
    const [sequence, contact] = await Promise.all([sequenceOf(db), contactOf(db)]);
    if (!sequence || !contact) return;
    await keepRefused(db, delivery);
    const clock = await mergeStates(db, delivery.states, sequence.clock);
    await db.meta.bulkPut([
      { ...sequence, clock, offsetMs: delivery.offsetMs },
      {
        ...contact,
        ackedN: Math.max(contact.ackedN, delivery.upTo),
        chain: delivery.upTo >= contact.ackedN ? delivery.chain : contact.chain,
        cursors: delivery.cursors,
        receivedAt: delivery.at,
        updateApp: delivery.updateApp,
      },
    ]);
    await forgetOld(db, delivery);
  });
}

async function forgetOld(db: DeviceDatabase, { upTo, at }: Delivery): Promise<void> {
  const isKept = (entry: OutboxEntry) => entry.at > at - keptMs || entry.n + entry.count - 1 > upTo;
  const old: number[] = [];
  await db.outbox
    .where('n')
    .belowOrEqual(upTo)
    .until(isKept)
    .each((entry) => {
      old.push(entry.n);
    });
  await db.outbox.bulkDelete(old);
}

async function keepRefused(db: DeviceDatabase, delivery: Delivery): Promise<void> {
  for (const { n, problem } of delivery.refused) {
    const entry = await db.outbox.where('n').belowOrEqual(n).last();
    const change = entry && changesOf(entry)[n - entry.n];
    if (!change) continue; // not this device's number: nothing to keep
    await db.refused.put({
      n,
      kind: change.kind,
      id: change.id,
      change: JSON.stringify(change),
      problem,
      at: delivery.at,
    });
  }
}

async function mergeStates(
  db: DeviceDatabase,
  states: readonly VersionedState[],
  clock: Clock | undefined,
): Promise<Clock | undefined> {
  const known = states.filter((state) => kindNamed(state.kind));
  const strange = states.filter((state) => !kindNamed(state.kind));
  const records = await readRecords(db, known);
  for (const state of known) {
    const kind = kindNamed(state.kind);
    if (kind) records.put(kind, mergeHeld(kind, records.get(state), state));
  }
  await records.write();
  const aside = strange.map(({ kind, id, ...rest }) => ({
    kind,
    id,
    columns: JSON.stringify(encodeStates([{ kind, id, ...rest }])),
  }));
  await db.aside.bulkPut(aside);
  return states.reduce((newest, state) => later(newest, state.clock), clock);
}
