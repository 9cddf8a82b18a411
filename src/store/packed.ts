/** Packed rows: a parent's children as columns in one value (a session's register). Pure; the database stores the text. */

import { assert } from '../domain/kit/assert.ts';
import { keySeparator, type RecordKind } from '../domain/kit/record.ts';
import type { Held } from '../sync/change.ts';
import { decodeStates, encodeStates } from '../sync/codec.ts';
import type { PackedRow } from './database.ts';

/** By id. */
export type Children = ReadonlyMap<string, Held>;

/**
 * The last row that was unpacked: a tap in a register reads the same row for the screen, the rule and the commit. It is
 * known by its whole text, so it cannot be out of date.
 */
let last: { readonly columns: string; readonly children: Children } | undefined;

export function unpackChildren(row: PackedRow | undefined): Map<string, Held> {
  if (row === undefined) return new Map();
  if (last?.columns !== row.columns) last = { columns: row.columns, children: decodeChildren(row) };
  return new Map(last.children);
}

function decodeChildren(row: PackedRow): Children {
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
  const at = kind.storedWith === undefined ? -1 : kind.key.indexOf(kind.storedWith);
  assert(at >= 0, 'a kind that is stored with no other');
  return id.split(keySeparator)[at] ?? '';
}
