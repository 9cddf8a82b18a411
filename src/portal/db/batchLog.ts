/**
 * The log of batches as they were received and signed: evidence, history, and what a repeated number is compared with.
 * Append-only, partitioned by month.
 */
import { inflateRawSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { assert } from '../../domain/kit/assert.ts';
import type { Change } from '../../sync/change.ts';
import { decodeChanges } from '../../sync/codec.ts';
import { chainAfter, type Digest, limits, readRequest } from '../../sync/protocol.ts';
import type { BatchLogTable, PortalSchema } from './schema.ts';

/** The changes in a stored body; every body was read once before it was stored. */
export function loggedChanges(row: Pick<BatchLogTable, 'body'>): readonly Change[] {
  const text = inflateRawSync(row.body, { maxOutputLength: limits.inflatedBytes }).toString('utf8');
  const request = readRequest(text);
  assert(request.ok && request.value.changes !== undefined, 'a logged batch cannot be read');
  const changes = decodeChanges(request.value.changes);
  assert(changes.ok, 'a logged batch cannot be decoded');
  return changes.value;
}

/** Changes first … last of a device with the chain before the first; undefined where the log does not hold them all. */
export async function takenChanges(
  db: Kysely<PortalSchema>,
  device: { readonly id: string; readonly facility: string },
  first: number,
  last: number,
  digest: Digest,
): Promise<{ prev: string; changes: readonly Change[] } | undefined> {
  const rows = await db
    .selectFrom('batch_log')
    .where('facility', '=', device.facility)
    .where('device', '=', device.id)
    .where('from', '<=', last)
    .where(sql<number>`"from" + count`, '>', first)
    .orderBy('from')
    .selectAll()
    .execute();
  const holder = rows[0];
  if (!holder || holder.from > first) return undefined;
  const logged = rows.map((row) => ({ row, changes: loggedChanges(row) }));
  const fresh = logged.flatMap(({ row, changes }) => changes.slice(row.from - row.first));
  const changes = fresh.slice(first - holder.from, last + 1 - holder.from);
  if (changes.length !== last + 1 - first) return undefined;
  const before = (logged[0]?.changes ?? []).slice(0, first - holder.first);
  return { prev: await chainAfter(holder.prev, before, digest), changes };
}

const monthsAhead = 2;

/** Makes the partitions of this month and the next ones; the default partition takes what no month claims. */
export async function makeLogPartitions(db: Kysely<PortalSchema>, nowMs: number): Promise<void> {
  const now = new Date(nowMs);
  for (let ahead = 0; ahead <= monthsAhead; ahead++) {
    const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1);
    const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1, 1);
    const month = new Date(start).toISOString().slice(0, 7).replace('-', '_');
    await sql
      .raw(
        `create table if not exists batch_log_${month} partition of batch_log for values from (${start}) to (${end})`,
      )
      .execute(db);
  }
}
