/** Packed rows: a parent's children as columns in one value (a session's register). Pure; the database stores the text. */

import { assert } from '../domain/kit/assert.ts';
import { keyValues, type RecordKind } from '../domain/kit/record.ts';
import type { Held } from '../sync/change.ts';
import { decodeStates, encodeStates } from '../sync/codec.ts';
import type { PackedRow } from './database.ts';

/** By id. */
export type Children = ReadonlyMap<string, Held>;

export function unpackChildren(row: PackedRow | undefined): Map<string, Held> {
  if (row === undefined) return new Map();
  const states = decodeStates(JSON.parse(row.columns));
  assert(states.ok, `a packed row of ${row.id} cannot be read`);
  return new Map(states.value.map((state) => [state.id, state]));
}

export function packChildren(kind: RecordKind, parent: string, children: Children): PackedRow {
  const states = [...children.values()].map((held) => ({ ...held, kind: kind.name, version: 0 }));
  return { id: parent, columns: JSON.stringify(encodeStates(states)) };
}

/** The id of the row that a record of a packed kind lives in. */
export function parentOf(kind: RecordKind, id: string): string {
  const parent = kind.storedWith === undefined ? undefined : keyValues(kind, id)[kind.storedWith];
  assert(parent !== undefined, `${kind.name} ${id} is stored with no other`);
  return parent;
}
