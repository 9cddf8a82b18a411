/**
 * The records that one transaction touches: read once (packed rows once a parent), merged in memory, written once.
 * Must be used inside a Dexie transaction that spans the kinds' stores.
 */

import { assert } from '../domain/kit/assert.ts';
import type { RecordKind } from '../domain/kit/record.ts';
import { kindNamed } from '../domain/schema.ts';
import type { Held } from '../sync/change.ts';
import { type DeviceDatabase, packedOf, rowsOf, storedRow } from './database.ts';
import { packChildren, parentOf, unpackChildren } from './packed.ts';

interface Address {
  readonly kind: string;
  readonly id: string;
}

export interface RecordSet {
  get(address: Address): Held | undefined;
  put(kind: RecordKind, held: Held): void;
  write(): Promise<void>;
}

export async function readRecords(db: DeviceDatabase, addresses: readonly Address[]): Promise<RecordSet> {
  const byKind = new Map<RecordKind, Map<string, Held>>();
  const parentsByKind = new Map<RecordKind, Set<string>>();
  for (const { kind: name, id } of addresses) {
    const kind = kindNamed(name);
    assert(kind !== undefined, `no kind ${name}`);
    const wanted = parentsByKind.get(kind) ?? new Set();
    parentsByKind.set(kind, wanted.add(kind.storedWith === undefined ? id : parentOf(kind, id)));
  }
  await Promise.all(
    [...parentsByKind].map(async ([kind, ids]) => {
      const keys = [...ids];
      if (kind.storedWith === undefined) {
        const rows = await rowsOf(db, kind).bulkGet(keys);
        byKind.set(kind, new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))));
      } else {
        const rows = await packedOf(db, kind).bulkGet(keys);
        byKind.set(kind, new Map(rows.flatMap((row) => [...unpackChildren(row)])));
      }
    }),
  );
  const dirty = new Map<RecordKind, Set<string>>();
  return {
    get({ kind: name, id }) {
      const kind = kindNamed(name);
      return kind && byKind.get(kind)?.get(id);
    },
    put(kind, held) {
      byKind.get(kind)?.set(held.id, held);
      dirty.set(kind, (dirty.get(kind) ?? new Set()).add(held.id));
    },
    async write() {
      await Promise.all([...dirty].map(([kind, ids]) => writeKind(db, kind, [...ids], byKind.get(kind) ?? new Map())));
    },
  };
}

async function writeKind(
  db: DeviceDatabase,
  kind: RecordKind,
  ids: readonly string[],
  records: ReadonlyMap<string, Held>,
): Promise<void> {
  if (kind.storedWith === undefined) {
    const rows = ids.flatMap((id) => {
      const held = records.get(id);
      return held ? [storedRow(kind, held)] : [];
    });
    await rowsOf(db, kind).bulkPut(rows);
    return;
  }
  const parents = new Set(ids.map((id) => parentOf(kind, id)));
  const rows = [...parents].map((parent) =>
    packChildren(kind, parent, new Map([...records].filter(([id]) => parentOf(kind, id) === parent))),
  );
  await packedOf(db, kind).bulkPut(rows);
}
