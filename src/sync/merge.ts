/**
 * Merge: the one place where concurrent values meet, run alike by page, worker, portal and simulator.
 * [M1] Equal changes in any order, with any repetition, end in equal records.
 * [M2] Per field the later clock wins (`last`), or as the field's declared policy says.
 * [M3] Two writers blind to each other who wrote different values are a clash, reported whichever wins.
 */

import { never } from '../domain/kit/assert.ts';
import type { MergePolicy } from '../domain/kit/field.ts';
import { canonicalText, isList, type Json, sameJson } from '../domain/kit/json.ts';
import type { RecordKind } from '../domain/kit/record.ts';
import { type Change, type FieldValues, fieldClock, type Held } from './change.ts';
import { type Clock, clockParts, later } from './hlc.ts';

/** Two values that were written blind to each other. */
export interface Clash {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly kept: Json;
  readonly keptClock: Clock;
  readonly other: Json;
  readonly otherClock: Clock;
}

export interface Merged {
  readonly held: Held;
  readonly clashes: readonly Clash[];
}

export function mergeChange(kind: RecordKind, held: Held | undefined, change: Change): Merged {
  if (held === undefined && Object.keys(change.fields).every((field) => policyOf(kind, field) !== 'union')) {
    const { id, fields, clock } = change;
    return { held: { id, values: fields, clock, clocks: {} }, clashes: [] }; // nothing to meet: most of a roll call
  }
  const incoming = Object.entries(change.fields).map(([field, value]) => ({ field, value, clock: change.clock }));
  const clashes = incoming.flatMap((stamped) => clashOf(kind, held, change, stamped));
  return { held: mergeStamped(kind, held, incoming, change), clashes };
}

/** Merges another holder's state of the same record. */
export function mergeHeld(kind: RecordKind, held: Held | undefined, other: Held): Held {
  return mergeStamped(kind, held, stampedFields(other), other);
}

interface Stamped {
  readonly field: string;
  readonly value: Json;
  readonly clock: Clock;
}

function mergeStamped(
  kind: RecordKind,
  held: Held | undefined,
  incoming: readonly Stamped[],
  source: { readonly id: string; readonly clock: Clock },
): Held {
  const met = new Map((held ? stampedFields(held) : []).map((mine) => [mine.field, mine]));
  for (const theirs of incoming)
    met.set(theirs.field, meet(policyOf(kind, theirs.field), met.get(theirs.field), theirs));
  const values = Object.fromEntries([...met].map(([field, { value }]) => [field, value]));
  const newest = [...met.values()].map(({ clock }) => clock).reduce<Clock | undefined>(later, undefined);
  const clock = newest ?? later(held?.clock, source.clock) ?? source.clock; // a record without values has a clock too
  const older = [...met.values()].filter((each) => each.clock !== clock);
  return { id: source.id, values, clock, clocks: Object.fromEntries(older.map((each) => [each.field, each.clock])) };
}

function stampedFields(held: Held): readonly Stamped[] {
  return Object.entries(held.values).map(([field, value]) => ({
    field,
    value,
    clock: fieldClock(held, field) ?? held.clock,
  }));
}

function policyOf(kind: RecordKind, field: string): MergePolicy {
  return (Object.hasOwn(kind.fields, field) ? kind.fields[field]?.merge : undefined) ?? 'last';
}

function meet(policy: MergePolicy, mine: Stamped | undefined, theirs: Stamped): Stamped {
  if (policy === 'union')
    return {
      field: theirs.field,
      value: union(mine?.value, theirs.value),
      clock: later(mine?.clock, theirs.clock) ?? theirs.clock,
    };
  if (mine === undefined) return theirs;
  switch (policy) {
    case 'last':
      return isAfter(theirs, mine) ? theirs : mine;
    case 'first':
      return isAfter(mine, theirs) ? theirs : mine;
    case 'max': {
      const order = compare(theirs.value, mine.value);
      return order > 0 || (order === 0 && theirs.clock > mine.clock) ? theirs : mine;
    }
    default:
      return never(policy);
  }
}

/** One stamp on two values is a broken device; the greater value wins, so that all holders still agree. */
function isAfter(a: Stamped, b: Stamped): boolean {
  return a.clock > b.clock || (a.clock === b.clock && compare(a.value, b.value) > 0);
}

function compare(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [canonicalText(a), canonicalText(b)];
  if (typeof a !== typeof b) return typeof a === 'number' ? 1 : typeof b === 'number' ? -1 : left < right ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Sorted and without repetition from the first value on; null where neither side has a list. */
function union(a: Json | undefined, b: Json): Json {
  if (!isList(a) && !isList(b)) return null;
  const members = new Map(
    [...(isList(a) ? a : []), ...(isList(b) ? b : [])].map((item) => [canonicalText(item), item]),
  );
  return [...members].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item);
}

function clashOf(kind: RecordKind, held: Held | undefined, change: Change, theirs: Stamped): readonly Clash[] {
  const clock = fieldClock(held, theirs.field);
  if (held === undefined || clock === undefined || policyOf(kind, theirs.field) !== 'last') return [];
  const mine: Stamped = { field: theirs.field, value: held.values[theirs.field] ?? null, clock };
  // A device sees all that it wrote itself, also where the change between was refused or comes again.
  const sawMine = clock === change.base || clockParts(clock).device === clockParts(change.clock).device;
  if (sawMine || sameJson(mine.value, theirs.value)) return [];
  const [kept, other] = isAfter(theirs, mine) ? [theirs, mine] : [mine, theirs];
  return [
    {
      kind: change.kind,
      id: change.id,
      field: theirs.field,
      kept: kept.value,
      keptClock: kept.clock,
      other: other.value,
      otherClock: other.clock,
    },
  ];
}

/** The fields of an edit that share one base each: a change for every different past. */
export function groupByBase(held: Held | undefined, fields: FieldValues): readonly Pick<Change, 'fields' | 'base'>[] {
  if (held === undefined) return Object.keys(fields).length > 0 ? [{ fields, base: null }] : [];
  const groups = new Map<Clock | null, { [field: string]: Json }>();
  for (const [field, value] of Object.entries(fields)) {
    const base = fieldClock(held, field) ?? null;
    groups.set(base, { ...groups.get(base), [field]: value });
  }
  return [...groups].map(([base, grouped]) => ({ fields: grouped, base }));
}
