/**
 * The portal's store for one exchange: a `PortalTransaction` that is one database transaction, with the device's row
 * and then its facility's version locked. Statements are set-based: their number does not grow with the batch.
 */
import { type Kysely, sql } from 'kysely';
import { assert } from '../../domain/kit/assert.ts';
import { groupedBy } from '../../domain/kit/groupedBy.ts';
import { keyValues, type RecordKind } from '../../domain/kit/record.ts';
import { kindNamed } from '../../domain/schema.ts';
import type { Address, DeviceState, PortalAnswer, PortalTransaction, TakenBatch } from '../../sync/portal.ts';
import { scopesOf } from '../../sync/portal.ts';
import type { Problem } from '../../sync/problem.ts';
import { type Digest, facilityScope, type SyncRequest } from '../../sync/protocol.ts';
import { takenChanges } from './batchLog.ts';
import { selectRows, upsertRows } from './heldRows.ts';
import { newsSince } from './news.ts';
import type { PortalSchema } from './schema.ts';
import { lockScope, setScopeVersion } from './scopeVersion.ts';
import { recountSessions } from './sessionTally.ts';

export const newsChannel = 'portal_news';

/** What came over the wire, for the log and the device's row. */
export interface Received {
  readonly request: SyncRequest;
  readonly body: Uint8Array;
  readonly signature: string;
  readonly nowMs: number;
  readonly digest: Digest;
}

/** One exchange of an enrolled device in one transaction; an answer that is a problem leaves nothing of it behind. */
export async function inExchange(
  db: Kysely<PortalSchema>,
  device: string,
  received: Received,
  run: (tx: PortalTransaction) => Promise<PortalAnswer>,
): Promise<PortalAnswer> {
  const abandoned: { answer?: PortalAnswer } = {};
  try {
    return await db.transaction().execute(async (trx) => {
      const tx = await openTransaction(trx, device, received);
      const answer: PortalAnswer = tx ? await run(tx) : { kind: 'problem', problem: { type: 'device-revoked' } };
      if (answer.kind === 'problem') {
        abandoned.answer = answer;
        throw new Error('rolled back: the exchange was refused');
      }
      return answer;
    });
  } catch (failure) {
    if (abandoned.answer) return abandoned.answer;
    throw failure;
  }
}

/** Undefined when the device was revoked since its signature was checked: under the lock it is certain. */
async function openTransaction(
  trx: Kysely<PortalSchema>,
  id: string,
  received: Received,
): Promise<PortalTransaction | undefined> {
  const row = await trx
    .selectFrom('device')
    .where('id', '=', id)
    .where('status', '=', 'active')
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const device: DeviceState = {
    id,
    facility: row.facility,
    district: row.district,
    lastN: row.last_n,
    chain: row.chain,
  };
  const scope = facilityScope(row.facility);
  const version = await lockScope(trx, scope);
  return {
    device,
    version,
    heldStates: async (addresses) => {
      const found = await eachKind(addresses, async (kind, ids) =>
        (await selectRows(trx, kind, scope, ids)).map(({ held, version }) => ({ ...held, kind: kind.name, version })),
      );
      return found.flat();
    },
    existing: async (addresses) =>
      (await eachKind(addresses, (kind, ids) => existingIds(trx, kind, scopesOf(device), ids))).flat(),
    taken: (first, last) => takenChanges(trx, device, first, last, received.digest),
    refusedBetween: async (first, last) => {
      const rows = await trx
        .selectFrom('refused_change')
        .where('facility', '=', device.facility)
        .where('device', '=', id)
        .where('n', '>=', first)
        .where('n', '<=', last)
        .select(['n', 'problem'])
        .orderBy('n')
        .execute();
      return rows.map(({ n, problem }) => ({ n, problem: JSON.parse(problem) as Problem })); // written below
    },
    write: (batch) => writeBatch(trx, device, batch, received),
    news: (cursors, max) => newsSince(trx, id, scopesOf(device), cursors, max),
  };
}

async function eachKind<T>(
  addresses: readonly Address[],
  read: (kind: RecordKind, ids: readonly string[]) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  for (const [name, group] of groupedBy(addresses, (address) => address.kind)) {
    const kind = kindNamed(name);
    if (kind)
      results.push(
        await read(
          kind,
          group.map((address) => address.id),
        ),
      );
  }
  return results;
}

async function existingIds(
  trx: Kysely<PortalSchema>,
  kind: RecordKind,
  scopes: readonly string[],
  ids: readonly string[],
): Promise<readonly Address[]> {
  const found = await sql<{ id: string }>`select id from ${sql.table(kind.name)}
    where scope in (${sql.join(scopes)}) and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`.execute(
    trx,
  );
  return found.rows.map(({ id }) => ({ kind: kind.name, id }));
}

async function writeBatch(
  trx: Kysely<PortalSchema>,
  device: DeviceState,
  batch: TakenBatch,
  received: Received,
): Promise<void> {
  const { request, nowMs } = received;
  const lastN = batch.from + batch.count - 1;
  if (batch.count > 0) await writeRecords(trx, device, batch, received);
  await trx
    .updateTable('device')
    .set({
      ...(batch.count > 0 ? { last_n: lastN, chain: batch.chain } : {}),
      last_contact_at: nowMs,
      pending: Math.max(0, request.pending - (lastN + 1 - request.first)),
      app: request.app,
      clock_offset_ms: nowMs - request.sent,
    })
    .where('id', '=', device.id)
    .execute();
  await tell(trx, device, batch);
}

async function writeRecords(
  trx: Kysely<PortalSchema>,
  device: DeviceState,
  batch: TakenBatch,
  { request, body, signature, nowMs }: Received,
): Promise<void> {
  const scope = facilityScope(device.facility);
  for (const [name, touched] of groupedBy(batch.touched, (each) => each.kind)) {
    const kind = kindNamed(name);
    assert(kind !== undefined, `no kind ${name}`);
    const rows = touched.map(({ held, version, echo }) => ({ scope, held, version, writer: echo ? null : device.id }));
    await upsertRows(trx, kind, rows);
  }
  await trx
    .insertInto('batch_log')
    .values({
      facility: device.facility,
      device: device.id,
      first: request.first,
      from: batch.from,
      count: batch.count,
      prev: request.prev,
      chain: batch.chain,
      body,
      signature,
      received_at: nowMs,
    })
    .execute();
  await writeRefusedAndClashes(trx, device, batch, nowMs);
  if (batch.touched.length > 0) await setScopeVersion(trx, scope, batch.version);
  const place = { scope, facility: device.facility, district: device.district };
  await recountSessions(trx, place, sessionsIn(batch), classesIn(batch), nowMs);
}

async function writeRefusedAndClashes(
  trx: Kysely<PortalSchema>,
  device: DeviceState,
  batch: TakenBatch,
  at: number,
): Promise<void> {
  const { facility, id } = device;
  if (batch.refused.length > 0) {
    await trx
      .insertInto('refused_change')
      .values(
        batch.refused.map(({ n, change, problem }) => ({
          facility,
          device: id,
          n,
          change: JSON.stringify(change),
          problem: JSON.stringify(problem),
          at,
        })),
      )
      .execute();
  }
  if (batch.clashes.length > 0) {
    const clashes = JSON.stringify(batch.clashes);
    await sql`insert into clash (scope, kind, id, field, kept, kept_clock, other, other_clock, at)
      select ${facilityScope(facility)}, kind, id, field, kept, "keptClock", other, "otherClock", ${at}::bigint
      from jsonb_to_recordset(${clashes}::text::jsonb) as t(kind text, id text, field text, kept jsonb,
        "keptClock" text, other jsonb, "otherClock" text)
      on conflict do nothing`.execute(trx);
  }
}

function sessionsIn(batch: TakenBatch): readonly string[] {
  const ids = batch.touched.flatMap(({ kind, held }) => {
    if (kind === 'session') return [held.id];
    const declared = kindNamed(kind);
    const session = declared && keyValues(declared, held.id)['session'];
    return session === undefined ? [] : [session];
  });
  return [...new Set(ids)];
}

function classesIn(batch: TakenBatch): readonly string[] {
  return batch.touched.filter(({ kind }) => kind === 'class').map(({ held }) => held.id);
}

/** A notification holds at most 8,000 bytes: it names sessions while they are few, and only the facility otherwise. */
const sessionsToldMax = 40;

async function tell(trx: Kysely<PortalSchema>, device: DeviceState, batch: TakenBatch): Promise<void> {
  const sessions = sessionsIn(batch);
  const payload = JSON.stringify({
    facility: device.facility,
    district: device.district,
    changes: batch.count,
    sessions: sessions.length <= sessionsToldMax ? sessions : [],
  });
  await sql`select pg_notify(${newsChannel}, ${payload})`.execute(trx);
}
