/**
 * Restamping: a tablet whose clock ran ahead wrote changes that the portal must not take (they would win every merge
 * until their date). Nothing of them was sent with success, so they are given new clocks in their old order; values,
 * numbers, everything acknowledged, and what is ahead by less than the portal tolerates (it may have been taken, and
 * the reply lost) stay (docs/decisions/0003).
 */
import { kindNamed } from '../domain/schema.ts';
import type { Change, Held } from '../sync/change.ts';
import { encodeChanges } from '../sync/codec.ts';
import { type Clock, clockParts, later, tick } from '../sync/hlc.ts';
import { limits } from '../sync/protocol.ts';
import { recordStores } from './commit.ts';
import { contactOf, type DeviceDatabase, sequenceOf } from './database.ts';
import { changesOf } from './outbox.ts';
import { readRecords } from './recordSet.ts';

export async function restampPending(db: DeviceDatabase, portalMs: number, offsetMs: number): Promise<void> {
  await db.transaction('rw', [...recordStores, 'meta', 'outbox'], async () => {
    const [sequence, contact] = await Promise.all([sequenceOf(db), contactOf(db)]);
    if (!sequence || !contact) return;
    const entries = (await db.outbox.toArray()).filter((entry) => entry.n + entry.count - 1 > contact.ackedN);
    const renamed = new Map<Clock, Clock>();
    let last: Clock | undefined;
    const rename = (change: Change, n: number): Change => {
      const base = change.base && (renamed.get(change.base) ?? change.base);
      const isAhead = n > contact.ackedN && clockParts(change.clock).ms > portalMs + limits.clockAheadMs;
      last = isAhead ? tick(later(last, base ?? undefined), portalMs, sequence.device) : change.clock;
      renamed.set(change.clock, last);
      return { ...change, clock: last, base };
    };
    const restamped = entries.map((entry) => ({
      entry,
      changes: changesOf(entry).map((change, i) => rename(change, entry.n + i)),
    }));
    const records = await readRecords(
      db,
      restamped.flatMap(({ changes }) => changes),
    );
    for (const change of restamped.flatMap(({ changes }) => changes)) {
      const kind = kindNamed(change.kind);
      const held = records.get(change);
      if (kind && held) records.put(kind, renameClocks(held, renamed));
    }
    await records.write();
    await db.outbox.bulkPut(
      restamped.map(({ entry, changes }) => ({ ...entry, columns: JSON.stringify(encodeChanges(changes)) })),
    );
    await db.meta.put({ ...sequence, clock: last ?? sequence.clock, offsetMs });
  });
}

function renameClocks(held: Held, renamed: ReadonlyMap<Clock, Clock>): Held {
  const stamps = Object.keys(held.values).map((field) => {
    const clock = held.clocks[field] ?? held.clock;
    return [field, renamed.get(clock) ?? clock] as const;
  });
  const newest = stamps.map(([, clock]) => clock).reduce((a, b) => (a > b ? a : b));
  return { ...held, clock: newest, clocks: Object.fromEntries(stamps.filter(([, clock]) => clock !== newest)) };
}
