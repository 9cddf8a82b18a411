/**
 * The history of one record: who changed what, when, on which device, from what to what; decoded from the signed
 * batches as they were received. Only the facility's newest batches are searched, so that one question stays cheap.
 * What the log no longer or never held (the portal's own writing) is told by the record's clocks: who and when, without
 * what was before. Names people: only for staff who are signed in.
 */
import { type Kysely, sql } from 'kysely';
import { type Json, sameJson } from '../../domain/kit/json.ts';
import type { RecordKind } from '../../domain/kit/record.ts';
import { type Change, fieldClock, type Held } from '../../sync/change.ts';
import { clockParts, parseClock } from '../../sync/hlc.ts';
import { facilityScope } from '../../sync/protocol.ts';
import { loggedChanges } from '../db/batchLog.ts';
import { selectRows } from '../db/heldRows.ts';
import type { BatchLogTable, PortalSchema } from '../db/schema.ts';
import type { HistoryEntry, RecordHistory } from '../http/reportTypes.ts';
import { problemIn } from './refusedChanges.ts';

/** Batches read for one question; and at once, few enough that decoding them keeps nobody else waiting. */
const batchesMax = 2_000;
const pageMax = 25;

/** Oldest first; undefined when neither record nor log knows the id. */
export async function recordHistory(
  db: Kysely<PortalSchema>,
  facility: string,
  kind: RecordKind,
  id: string,
): Promise<RecordHistory | undefined> {
  const [row] = await selectRows(db, kind, facilityScope(facility), [id]);
  const { changes, truncated } = await loggedOf(db, facility, kind.name, id);
  if (row === undefined && changes.length === 0) return undefined;
  const refused = await refusals(db, facility, changes);
  const labels = await deviceLabels(db, facility);
  const logged = changes.flatMap((each) => entriesOf(each, refused.get(`${each.device} ${each.n}`) ?? null));
  const told = new Set(logged.map(({ field, ms, device }) => `${field} ${ms} ${device}`));
  const untold = (row === undefined ? [] : standing(row.held)).filter(
    ({ field, ms, device }) => !told.has(`${field} ${ms} ${device}`),
  );
  const inOrder = [...logged, ...untold].sort((a, b) => a.ms - b.ms || (a.stamp < b.stamp ? -1 : 1));
  return { entries: withBefore(inOrder, labels), truncated };
}

interface Logged {
  readonly change: Change;
  readonly device: string;
  readonly n: number;
  readonly receivedAt: number;
}

type Entry = Omit<HistoryEntry, 'from' | 'label'> & { readonly stamp: string };

async function loggedOf(
  db: Kysely<PortalSchema>,
  facility: string,
  kind: string,
  id: string,
): Promise<{ readonly changes: readonly Logged[]; readonly truncated: boolean }> {
  const changes: Logged[] = [];
  for (let read = 0; read < batchesMax; read += pageMax) {
    const { rows } = await sql<Pick<BatchLogTable, 'device' | 'first' | 'from' | 'body' | 'received_at'>>`
      select device, first, "from", body, received_at from batch_log where facility = ${facility}
      order by received_at desc, device, "from" desc limit ${pageMax} offset ${read}`.execute(db);
    for (const row of rows) {
      // What lies before `from` in a body was taken, and logged, with an earlier batch.
      const fresh = loggedChanges(row).slice(row.from - row.first);
      fresh.forEach((change, i) => {
        if (change.kind === kind && change.id === id)
          changes.push({ change, device: row.device, n: row.from + i, receivedAt: row.received_at });
      });
    }
    if (rows.length < pageMax) return { changes, truncated: false };
  }
  return { changes, truncated: true };
}

async function refusals(
  db: Kysely<PortalSchema>,
  facility: string,
  changes: readonly Logged[],
): Promise<ReadonlyMap<string, string>> {
  if (changes.length === 0) return new Map();
  const rows = await db
    .selectFrom('refused_change')
    .where('facility', '=', facility)
    .where('n', 'in', [...new Set(changes.map(({ n }) => n))])
    .select(['device', 'n', 'problem'])
    .execute();
  return new Map(rows.map(({ device, n, problem }) => [`${device} ${n}`, problemIn(problem)]));
}

async function deviceLabels(db: Kysely<PortalSchema>, facility: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('device').where('facility', '=', facility).select(['id', 'label']).execute();
  return new Map(rows.map(({ id, label }) => [id, label]));
}

function entriesOf({ change, device, receivedAt }: Logged, refused: string | null): readonly Entry[] {
  const { ms } = clockParts(change.clock);
  return Object.entries(change.fields).map(([field, to]) => {
    return { ms, stamp: change.clock, receivedAt, device, by: change.by, field, to, refused };
  });
}

/** What the record itself still says: each field's value and the stamp that set it. */
function standing(held: Held): readonly Entry[] {
  return Object.entries(held.values).flatMap(([field, to]) => {
    const stamp = fieldClock(held, field);
    const parts = parseClock(stamp);
    if (stamp === undefined || parts === undefined) return [];
    return [{ ms: parts.ms, stamp, receivedAt: null, device: parts.device, by: '', field, to, refused: null }];
  });
}

/** Gives each entry the value that stood before it, and drops what changed nothing. */
function withBefore(entries: readonly Entry[], labels: ReadonlyMap<string, string>): readonly HistoryEntry[] {
  const held = new Map<string, Json>();
  return entries.flatMap(({ stamp: _, ...entry }) => {
    const from = held.get(entry.field);
    if (entry.refused === null) held.set(entry.field, entry.to);
    if (entry.refused === null && sameJson(from, entry.to)) return [];
    return [{ ...entry, label: labels.get(entry.device) ?? null, ...(from === undefined ? {} : { from }) }];
  });
}
