/**
 * A record's held form ↔ its row in a typed table.
 * `clocks` is null when every field that has a value was stamped with the record's clock. It names the fields whose
 * clock differs, the fields that were cleared (null in the table, but stamped), and `deleted: ""` where no tombstone
 * was ever written: so that a cleared field and one that was never set can be told apart.
 */
import { type Kysely, sql } from 'kysely';
import type { Json } from '../../domain/kit/json.ts';
import { deletedField, keyValues, type RecordKind } from '../../domain/kit/record.ts';
import type { Held } from '../../sync/change.ts';
import type { Clock } from '../../sync/hlc.ts';
import { fieldColumns, quoted, recordColumns } from './ddl.ts';
import type { PortalSchema } from './schema.ts';

export interface HeldRow {
  readonly scope: string;
  readonly held: Held;
  readonly version: number;
  /** The device that holds this version already; null when everybody is to be told. */
  readonly writer: string | null;
}

type Row = { readonly [column: string]: Json };

function rowFrom(kind: RecordKind, { scope, held, version, writer }: HeldRow): Row {
  const fields = fieldColumns(kind).map(({ name }) => [name, held.values[name] ?? null] as const);
  return {
    scope,
    id: held.id,
    version,
    writer,
    deleted: held.values[deletedField] === true,
    clock: held.clock,
    clocks: storedClocks(held),
    ...Object.fromEntries(fields),
    ...keyValues(kind, held.id),
  };
}

function storedClocks(held: Held): { readonly [field: string]: string } | null {
  const cleared = Object.entries(held.values).flatMap(([field, value]) =>
    value === null ? [[field, held.clocks[field] ?? held.clock] as const] : [],
  );
  const untouched = deletedField in held.values ? {} : { [deletedField]: '' };
  const clocks = { ...held.clocks, ...Object.fromEntries(cleared), ...untouched };
  return Object.keys(clocks).length > 0 ? clocks : null;
}

export function heldFrom(kind: RecordKind, row: { readonly [column: string]: unknown }): Held {
  const stored = (row['clocks'] ?? {}) as { readonly [field: string]: Clock | '' }; // written by storedClocks
  const clock = row['clock'] as Clock; // not null in every record table
  const names = fieldColumns(kind).flatMap(({ name }) => (kind.key.includes(name) ? [] : [name]));
  const set = names.filter((name) => row[name] !== null || name in stored);
  const tombstone = stored[deletedField] === '' ? {} : { [deletedField]: row['deleted'] as boolean };
  const values = { ...Object.fromEntries(set.map((name) => [name, row[name] as Json])), ...tombstone };
  const apart = Object.entries(stored).flatMap(([field, stamp]) =>
    stamp !== '' && stamp !== clock ? [[field, stamp] as const] : [],
  );
  return { id: row['id'] as string, values, clock, clocks: Object.fromEntries(apart) };
}

/** Writes records in one statement a kind. */
export async function upsertRows(db: Kysely<PortalSchema>, kind: RecordKind, rows: readonly HeldRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = recordColumns(kind);
  const names = ['scope', 'id', ...columns.map(({ name }) => name)].map(quoted).join(', ');
  const typed = ['scope text', 'id text', ...columns.map(({ name, type }) => `${quoted(name)} ${type}`)].join(', ');
  const updates = columns.map(({ name }) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ');
  const json = JSON.stringify(rows.map((row) => rowFrom(kind, row)));
  await sql`insert into ${sql.table(kind.name)} (${sql.raw(names)})
    select ${sql.raw(names)} from jsonb_to_recordset(${json}::text::jsonb) as t(${sql.raw(typed)})
    on conflict (scope, id) do update set ${sql.raw(updates)}`.execute(db);
}

/** The rows of a kind in a scope, by id. */
export async function selectRows(
  db: Kysely<PortalSchema>,
  kind: RecordKind,
  scope: string,
  ids: readonly string[],
): Promise<readonly HeldRow[]> {
  const found = await sql<{ readonly [column: string]: unknown }>`
    select * from ${sql.table(kind.name)}
    where scope = ${scope} and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`.execute(
    db,
  );
  return found.rows.map((row) => ({
    scope,
    held: heldFrom(kind, row),
    version: row['version'] as number,
    writer: row['writer'] as string | null,
  }));
}
