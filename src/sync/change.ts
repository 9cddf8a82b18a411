/**
 * A change: what one writer did to one record, the only thing that travels towards the portal. And the held form of a
 * record: its values with the clock of each. Both are plain data; ids' key parts are not repeated among the values.
 */
import { isObject, type Json } from '../domain/kit/json.ts';
import { deletedField, keyValues, type RecordKind, type Row, sealedField } from '../domain/kit/record.ts';
import type { Clock } from './hlc.ts';

export type FieldValues = { readonly [field: string]: Json };

export interface Change {
  readonly kind: string;
  readonly id: string;
  /** Null clears an optional field. Private fields are one: `sealed`. */
  readonly fields: FieldValues;
  readonly clock: Clock;
  /** The clock of the values that the writer saw and replaced; all fields of a change share it. Null: there were none. */
  readonly base: Clock | null;
  /** Which coordinator of the device acted. */
  readonly by: string;
}

/** A change with its device's gapless number, counted from 1. */
export interface NumberedChange extends Change {
  readonly n: number;
}

/** A record as it is kept and sent: values, and a clock a field only where fields differ from the record's newest. */
export interface Held {
  readonly id: string;
  readonly values: FieldValues;
  readonly clock: Clock;
  readonly clocks: { readonly [field: string]: Clock };
}

export function fieldClock(held: Held | undefined, field: string): Clock | undefined {
  if (held === undefined || !Object.hasOwn(held.values, field)) return undefined;
  return (Object.hasOwn(held.clocks, field) ? held.clocks[field] : undefined) ?? held.clock;
}

/** The typed record that rules and screens read: key parts and private fields in place, cleared fields absent. */
export function rowOf<K extends RecordKind>(kind: K, held: Held): Row<K> {
  const { [sealedField]: sealed, [deletedField]: _, ...open } = held.values;
  const all = { ...open, ...(isObject(sealed) ? sealed : {}) };
  const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
  return { id: held.id, ...keyValues(kind, held.id), ...present } as unknown as Row<K>; // values passed the parser
}

export function isDeleted(held: Held): boolean {
  return held.values[deletedField] === true;
}
