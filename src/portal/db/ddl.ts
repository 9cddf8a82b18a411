/**
 * The typed table of a record kind, derived from its declaration. `scope` leads every key, so that tables can be
 * distributed by it. Additive only: no enums, no CHECKs from choices — a newer tablet's value must be carried.
 */
import { type Kysely, sql } from 'kysely';
import type { Shape } from '../../domain/kit/field.ts';
import { privateFields, type RecordKind } from '../../domain/kit/record.ts';

export type ColumnType = 'text' | 'integer' | 'bigint' | 'boolean' | 'jsonb';

export interface RecordColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** The columns of every record table. `writer`: the device that holds this version already and needs no echo. */
const commonColumns: readonly RecordColumn[] = [
  { name: 'version', type: 'bigint' },
  { name: 'deleted', type: 'boolean' },
  { name: 'clock', type: 'text' },
  { name: 'clocks', type: 'jsonb' },
  { name: 'writer', type: 'text' },
];

function columnType(shape: Shape): ColumnType {
  switch (shape.type) {
    case 'text':
    case 'choice':
    case 'ref':
    case 'date':
    case 'time':
      return 'text';
    case 'integer':
      return 'integer';
    case 'instant':
      return 'bigint';
    case 'flag':
      return 'boolean';
    case 'list':
    case 'group':
      return 'jsonb';
  }
}

/** The columns of a kind's own: parts of its key, public fields, the sealed group. */
export function fieldColumns(kind: RecordKind): readonly RecordColumn[] {
  const open = Object.entries(kind.fields)
    .filter(([, field]) => !field.private)
    .map(([name, field]) => ({ name, type: columnType(field.shape) }));
  return privateFields(kind).length > 0 ? [...open, { name: 'sealed', type: 'jsonb' }] : open;
}

/** All columns but `scope` and `id`. */
export function recordColumns(kind: RecordKind): readonly RecordColumn[] {
  return [...commonColumns, ...fieldColumns(kind)];
}

export const quoted = (name: string) => `"${name}"`;

/**
 * Brings a database to what the kind declares now, whatever it has of it: for the first table, a new kind, a new field.
 * Nothing is ever dropped or changed.
 */
export function tableDdl(kind: RecordKind): readonly string[] {
  const table = quoted(kind.name);
  const required = new Set(['version', 'deleted', 'clock']);
  const common = commonColumns.map(
    ({ name, type }) => `${quoted(name)} ${type}${required.has(name) ? ' not null' : ''}`,
  );
  const own = fieldColumns(kind).map(({ name, type }) => `add column if not exists ${quoted(name)} ${type}`);
  return [
    `create table if not exists ${table} (scope text not null, id text not null, ${common.join(', ')}, primary key (scope, id))`,
    `alter table ${table} ${own.join(', ')}`,
    `create unique index if not exists ${quoted(`${kind.name}_version`)} on ${table} (scope, version)`,
    ...kind.indexes.map(
      (field) => `create index if not exists ${quoted(`${kind.name}_${field}`)} on ${table} (scope, ${quoted(field)})`,
    ),
  ];
}

/** What a migration calls for a kind that it brings or that has new fields. */
export async function createRecordTable(db: Kysely<unknown>, kind: RecordKind): Promise<void> {
  for (const statement of tableDdl(kind)) await sql.raw(statement).execute(db);
}
