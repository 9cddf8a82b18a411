/**
 * Records as the domain's rules read them, straight from their typed tables: private fields in place, cleared fields
 * absent, deleted records left out. For reports that run the domain's own rules instead of repeating them in SQL.
 */
import { type Kysely, sql } from 'kysely';
import { isObject } from '../../domain/kit/json.ts';
import type { RecordKind, Row } from '../../domain/kit/record.ts';
import { fieldColumns } from '../db/ddl.ts';
import type { PortalSchema } from '../db/schema.ts';

/** The living records of a kind in a scope; with `only`, those whose column holds one of the values. */
export async function recordRows<K extends RecordKind>(
  db: Kysely<PortalSchema>,
  kind: K,
  scope: string,
  only?: { readonly column: 'id' | (keyof K['fields'] & string); readonly among: readonly string[] },
): Promise<readonly Row<K>[]> {
  const columns = ['id', ...fieldColumns(kind).map(({ name }) => name)];
  const wanted = only === undefined ? sql`` : sql`and ${sql.ref(only.column)} = any(${only.among}::text[])`;
  const { rows } = await sql<Readonly<Record<string, unknown>>>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(kind.name)}
    where scope = ${scope} and not deleted ${wanted}
    order by id`.execute(db);
  return rows.map((row) => rowFrom<K>(row));
}

function rowFrom<K extends RecordKind>({ sealed, ...open }: Readonly<Record<string, unknown>>): Row<K> {
  const all = { ...open, ...(isObject(sealed) ? sealed : {}) };
  const present = Object.entries(all).filter(([, value]) => value !== null);
  return Object.fromEntries(present) as unknown as Row<K>; // values passed the parser before they were written
}
