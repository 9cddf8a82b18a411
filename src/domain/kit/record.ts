/**
 * The declaration of a kind of record, from which everything else is derived: type, id, parser, store, wire columns,
 * merge, portal table, CSV, random values (architecture.md, "One declaration for each kind of record").
 */

import { assert } from './assert.ts';
import type { Id, Members, Values } from './field.ts';

/** Who reads a record: everybody in the city, a district, or one facility. */
export type ScopeLevel = 'city' | 'district' | 'facility';

export interface RecordKind<Name extends string = string, M extends Members = Members> {
  readonly name: Name;
  readonly fields: M;
  /** The fields that make the identity; none: a created id (UUIDv7). */
  readonly key: readonly string[];
  readonly indexes: readonly string[];
  readonly scope: ScopeLevel;
  /** Who may write it: a facility's devices (and the portal for them), or the portal alone. */
  readonly writer: 'device' | 'portal';
  /** The kind in whose row this one is packed on the device; one of the key's references. */
  readonly storedWith: string | undefined;
  readonly since: number;
}

export type Row<K> = K extends RecordKind<infer Name, infer M> ? { readonly id: Id<Name> } & Values<M> : never;
export type IdOf<K> = K extends RecordKind<infer Name> ? Id<Name> : never;

export interface RecordOptions<M extends Members> {
  readonly key?: readonly (keyof M & string)[];
  readonly indexes?: readonly (keyof M & string)[];
  readonly scope: ScopeLevel;
  readonly writer?: 'device' | 'portal';
  readonly storedWith?: string;
  readonly since?: number;
}

export function record<const Name extends string, M extends Members>(
  name: Name,
  fields: M,
  options: RecordOptions<M>,
): RecordKind<Name, M> {
  const key = options.key ?? [];
  for (const part of key) assert(fields[part]?.optional === false, `${name}: key field ${part} must be required`);
  for (const index of options.indexes ?? [])
    assert(fields[index]?.private === false, `${name}: index ${index} must be a public field`);
  assert(!('id' in fields || 'sealed' in fields || 'deleted' in fields), `${name}: a reserved field name`);
  return {
    name,
    fields,
    key,
    indexes: options.indexes ?? [],
    scope: options.scope,
    writer: options.writer ?? (options.scope === 'facility' ? 'device' : 'portal'),
    storedWith: options.storedWith,
    since: options.since ?? 1,
  };
}

/** Between the parts of a natural key; no id may contain it. */
export const keySeparator = '+';
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/;

/** One part of an id, as a reference writes it: at most 64 characters, safe in addresses and file names. */
export function isIdPart(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value);
}

export function isIdFor(kind: RecordKind, value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const parts = value.split(keySeparator);
  return parts.length === Math.max(1, kind.key.length) && parts.every(isIdPart);
}

/** The identity of a record with a natural key, e.g. session + learner. */
export function naturalId<K extends string>(kind: RecordKind<K>, ...parts: readonly string[]): Id<K> {
  assert(parts.length === kind.key.length && parts.every(isIdPart), `bad key for ${kind.name}: ${parts.join(' ')}`);
  return parts.join(keySeparator) as Id<K>; // the only place that makes natural ids
}

/** The key fields' values that an id carries; {} for created ids. */
export function keyValues(kind: RecordKind, id: string): { readonly [field: string]: string } {
  const parts = id.split(keySeparator);
  return Object.fromEntries(kind.key.map((field, i) => [field, parts[i] ?? '']));
}

/** The wire's name for the group of private fields. */
export const sealedField = 'sealed';
/** The tombstone: a field that every kind has. */
export const deletedField = 'deleted';

export const privateFields = (kind: RecordKind): readonly string[] =>
  Object.keys(kind.fields).filter((name) => kind.fields[name]?.private);

/** What a change may carry: public fields that are not in the key, the sealed group, the tombstone. */
export function changeableFields(kind: RecordKind): readonly string[] {
  const open = Object.keys(kind.fields).filter((name) => !kind.fields[name]?.private && !kind.key.includes(name));
  return [...open, ...(privateFields(kind).length > 0 ? [sealedField] : []), deletedField];
}
