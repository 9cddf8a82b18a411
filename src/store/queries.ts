/**
 * The reads that every feature needs: typed rows of a kind, by id, by index, or by parent. Deleted records are left
 * out. Screens' own queries are built of these, inside live.ts, and never touch the database's tables themselves.
 */

import type { RecordKind, Row } from '../domain/kit/record.ts';
import { type KindName, kinds, type RowOf } from '../domain/schema.ts';
import type { Held } from '../sync/change.ts';
import { isDeleted, rowOf } from '../sync/change.ts';
import { type DeviceDatabase, packedOf, rowsOf } from './database.ts';
import { unpackChildren } from './packed.ts';

function rowsFrom<K extends RecordKind>(kind: K, held: readonly (Held | undefined)[]): readonly Row<K>[] {
  return held.flatMap((each) => (each && !isDeleted(each) ? [rowOf(kind, each)] : []));
}

export async function getRow<K extends KindName>(
  db: DeviceDatabase,
  kind: K,
  id: string,
): Promise<RowOf<K> | undefined> {
  return (await getRows(db, kind, [id]))[0];
}

export async function getRows<K extends KindName>(
  db: DeviceDatabase,
  kind: K,
  ids: readonly string[],
): Promise<readonly RowOf<K>[]> {
  return asRows(kind, await rowsOf(db, kinds[kind]).bulkGet([...ids]));
}

export async function allRows<K extends KindName>(db: DeviceDatabase, kind: K): Promise<readonly RowOf<K>[]> {
  return asRows(kind, await rowsOf(db, kinds[kind]).toArray());
}

/** Rows whose indexed field is in [from, to] (dates), or equals `from`. */
export async function rowsWhere<K extends KindName>(
  db: DeviceDatabase,
  kind: K,
  field: string,
  from: string,
  to: string = from,
): Promise<readonly RowOf<K>[]> {
  const declared: RecordKind = kinds[kind];
  const path = declared.key.includes(field) ? `key.${field}` : `values.${field}`;
  return asRows(kind, await rowsOf(db, declared).where(path).between(from, to, true, true).toArray());
}

/** A parent's packed children (a session's marks), deleted ones left out; `deletedIds` names those. */
export async function childrenOf<K extends KindName>(
  db: DeviceDatabase,
  kind: K,
  parent: string,
): Promise<{ readonly rows: readonly RowOf<K>[]; readonly deletedIds: readonly string[] }> {
  const children = [...unpackChildren(await packedOf(db, kinds[kind]).get(parent)).values()];
  return { rows: asRows(kind, children), deletedIds: children.filter(isDeleted).map((held) => held.id) };
}

/** The same for several parents, in one read. */
export async function childrenOfMany<K extends KindName>(
  db: DeviceDatabase,
  kind: K,
  parents: readonly string[],
): Promise<readonly RowOf<K>[]> {
  const packed = await packedOf(db, kinds[kind]).bulkGet([...parents]);
  return packed.flatMap((row) => asRows(kind, [...unpackChildren(row).values()]));
}

function asRows<K extends KindName>(kind: K, held: readonly (Held | undefined)[]): readonly RowOf<K>[] {
  return rowsFrom(kinds[kind] as RecordKind, held) as readonly RowOf<K>[]; // kinds[kind] is the kind that RowOf names
}
