/**
 * The records that one transaction touches: rows are read once (packed ones once a parent), merged in memory, written
 * once. The set itself is pure; `readRecords` reads and writes it through Dexie and must be used inside a transaction
 * that spans the kinds' stores.
 */

import type { Table } from 'dexie';
import { assert } from '../domain/kit/assert.ts';
import type { RecordKind } from '../domain/kit/record.ts';
import { kindNamed } from '../domain/schema.ts';
import type { Held } from '../sync/change.ts';
import { type DeviceDatabase, type PackedRow, type StoredRow, storedRow } from './database.ts';
import { packChildren, parentOf, unpackChildren } from './packed.ts';

interface Address {
  readonly kind: string;
  readonly id: string;
}

/** A kind with keys, or with rows, of its store. */
export interface KindKeys {
  readonly kind: RecordKind;
  readonly keys: readonly string[];
}
export interface KindRows {
  readonly kind: RecordKind;
  readonly rows: readonly (StoredRow | PackedRow)[];
}

export interface Records {
  get(address: Address): Held | undefined;
  put(kind: RecordKind, held: Held): void;
  /** The rows of what was put. */
  changed(): readonly KindRows[];
}

export interface RecordSet extends Records {
  write(): Promise<void>;
}

/** The rows that these records live in. */
export function keysOf(addresses: readonly Address[]): readonly KindKeys[] {
  const keysByKind = new Map<RecordKind, Set<string>>();
  for (const { kind: name, id } of addresses) {
    const kind = kindNamed(name);
    assert(kind !== undefined, `no kind ${name}`);
    const keys = keysByKind.get(kind);
    if (keys) keys.add(keyOf(kind, id));
    else keysByKind.set(kind, new Set([keyOf(kind, id)]));
  }
  return [...keysByKind].map(([kind, keys]) => ({ kind, keys: [...keys] }));
}

export function recordsOf(read: readonly KindRows[]): Records {
  const held = new Map<RecordKind, Map<string, Map<string, Held>>>();
  for (const { kind, rows } of read) held.set(kind, new Map(rows.map((row) => [row.id, recordsIn(row)])));
  const dirty = new Map<RecordKind, Set<string>>();
  return {
    get({ kind: name, id }) {
      const kind = kindNamed(name);
      return kind && held.get(kind)?.get(keyOf(kind, id))?.get(id);
    },
    put(kind, record) {
      const key = keyOf(kind, record.id);
      const rows = heldIn(held, kind, () => new Map<string, Map<string, Held>>());
      heldIn(rows, key, () => new Map<string, Held>()).set(record.id, record);
      heldIn(dirty, kind, () => new Set<string>()).add(key);
    },
    changed: () =>
      [...dirty].map(([kind, keys]) => ({
        kind,
        rows: [...keys].map((key) => rowFor(kind, key, held.get(kind)?.get(key) ?? new Map())),
      })),
  };
}

export async function readRecords(db: DeviceDatabase, addresses: readonly Address[]): Promise<RecordSet> {
  const read = await Promise.all(
    keysOf(addresses).map(async ({ kind, keys }) => ({
      kind,
      rows: (await tableOf(db, kind).bulkGet([...keys])).filter((row) => row !== undefined),
    })),
  );
  const records = recordsOf(read);
  return {
    ...records,
    async write() {
      await Promise.all(records.changed().map(({ kind, rows }) => tableOf(db, kind).bulkPut(rows)));
    },
  };
}

function tableOf(db: DeviceDatabase, kind: RecordKind): Table<StoredRow | PackedRow, string> {
  return db.table(kind.name);
}

function keyOf(kind: RecordKind, id: string): string {
  return kind.storedWith === undefined ? id : parentOf(kind, id);
}

function recordsIn(row: StoredRow | PackedRow): Map<string, Held> {
  return 'columns' in row ? unpackChildren(row) : new Map([[row.id, row]]);
}

function rowFor(kind: RecordKind, key: string, records: ReadonlyMap<string, Held>): StoredRow | PackedRow {
  if (kind.storedWith !== undefined) return packChildren(kind, key, records);
  const held = records.get(key);
  assert(held !== undefined, `${kind.name} ${key} was not put`);
  return storedRow(kind, held);
}

function heldIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
