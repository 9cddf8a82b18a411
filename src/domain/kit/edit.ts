/**
 * An edit: what a rule or a screen wants changed in one record, before it has a clock and a number. Built from typed
 * rows; in the wire's form (private fields together in `sealed`, null for what is cleared). A plan is a list of edits
 * that are written in one transaction, or not at all.
 */
import type { Json } from './json.ts';
import { type Parsed, parseChangeFields } from './parse.ts';
import { deletedField, privateFields, type RecordKind, type Row, sealedField } from './record.ts';

export interface Edit {
  readonly kind: string;
  readonly id: string;
  readonly fields: { readonly [field: string]: Json };
}

export type Plan = readonly Edit[];

/** New values by field; undefined clears an optional field; absent leaves it. Key fields cannot be patched. */
export type Patch<K> = { readonly [F in Exclude<keyof Row<K>, 'id'>]?: Row<K>[F] | undefined };

/** The edit that gives `row` (undefined: a new record) the patch's values; errors by field where they break a limit. */
export function editOf<K extends RecordKind>(
  kind: K,
  id: string,
  row: Row<K> | undefined,
  patch: Patch<K>,
): Parsed<Edit> {
  const sealedNames = privateFields(kind);
  const given = Object.entries(patch).filter(([name]) => name in kind.fields && !kind.key.includes(name));
  const open = given.filter(([name]) => !sealedNames.includes(name)).map(([name, value]) => [name, value ?? null]);
  const patchesSealed = given.some(([name]) => sealedNames.includes(name));
  const before = new Map(Object.entries(row ?? {}));
  const sealed = Object.fromEntries(
    sealedNames.map((name) => [name, name in patch ? new Map(given).get(name) : before.get(name)]),
  );
  const fields = { ...Object.fromEntries(open), ...(patchesSealed ? { [sealedField]: sealed } : {}) };
  const parsed = parseChangeFields(kind, fields, 'form');
  return parsed.ok ? { ok: true, value: { kind: kind.name, id, fields: parsed.value } } : parsed;
}

/** The tombstone. */
export function removalOf(kind: RecordKind, id: string): Edit {
  return { kind: kind.name, id, fields: { [deletedField]: true } };
}

/** An edit whose values a rule made itself and that cannot break a limit; a bug if it does. */
export function sureEdit<K extends RecordKind>(kind: K, id: string, row: Row<K> | undefined, patch: Patch<K>): Edit {
  const edit = editOf(kind, id, row, patch);
  if (!edit.ok) throw new Error(`assertion failed: ${kind.name} ${JSON.stringify(edit.errors)}`);
  return edit.value;
}
