/**
 * Merge: the one place where concurrent values meet, run alike by page, worker, portal and simulator.
 * [M1] Equal changes in any order, with any repetition, end in equal records.
 * [M2] Per field the later clock wins (`last`), or as the field's declared policy says.
 * [M3] Two writers blind to each other who wrote different values are a clash, reported whichever wins.
 */

import type { MergePolicy } from '../domain/kit/field.ts';
import { canonicalText, isList, type Json, sameJson } from '../domain/kit/json.ts';
import { deletedField, type RecordKind, sealedField } from '../domain/kit/record.ts';
import { type Change, type FieldValues, fieldClock, type Held } from './change.ts';
import { type Clock, later } from './hlc.ts';

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
  const incoming = Object.entries(change.fields).map(([field, value]) => ({ field, value, clock: change.clock }));
  const clashes = incoming.flatMap((stamped) => clashOf(kind, held, change, stamped));
  return { held: mergeStamped(kind, change.id, held, incoming), clashes };
}

/** Merges another holder's state of the same record. */
export function mergeHeld(kind: RecordKind, held: Held | undefined, other: Held): Held {
  const incoming = Object.entries(other.values).map(([field, value]) => ({
    field,
    value,
    clock: other.clocks[field] ?? other.clock,
  }));
  return mergeStamped(kind, other.id, held, incoming);
}

interface Stamped {
  readonly field: string;
  readonly value: Json;
  readonly clock: Clock;
}

function mergeStamped(kind: RecordKind, id: string, held: Held | undefined, incoming: readonly Stamped[]): Held {
  const values: { [field: string]: Json } = { ...held?.values };
  const stamps: { [field: string]: Clock } = {};
  for (const field of Object.keys(values)) {
    const clock = fieldClock(held, field);
    if (clock) stamps[field] = clock;
  }
  for (const { field, value, clock } of incoming) {
    const winner = meet(policyOf(kind, field), stampedAt(field, values[field], stamps[field]), { field, value, clock });
    values[field] = winner.value;
    stamps[field] = winner.clock;
  }
  return { id, values, ...compactClocks(stamps) };
}

function stampedAt(field: string, value: Json | undefined, clock: Clock | undefined): Stamped | undefined {
  return value === undefined || clock === undefined ? undefined : { field, value, clock };
}

function policyOf(kind: RecordKind, field: string): MergePolicy {
  return field === sealedField || field === deletedField ? 'last' : (kind.fields[field]?.merge ?? 'last');
}

function meet(policy: MergePolicy, mine: Stamped | undefined, theirs: Stamped): Stamped {
  if (mine === undefined) return theirs;
  switch (policy) {
    case 'last':
      return theirs.clock > mine.clock ? theirs : mine;
    case 'first':
      return theirs.clock < mine.clock ? theirs : mine;
    case 'max':
      return compare(theirs.value, mine.value) > 0 || (sameJson(theirs.value, mine.value) && theirs.clock > mine.clock)
        ? theirs
        : mine;
    case 'union':
      return {
        field: mine.field,
        value: union(mine.value, theirs.value),
        clock: later(mine.clock, theirs.clock) ?? mine.clock,
      };
  }
}

function compare(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [canonicalText(a), canonicalText(b)];
  if (typeof a !== typeof b) return typeof a === 'number' ? 1 : typeof b === 'number' ? -1 : left < right ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

function union(a: Json, b: Json): Json {
  const members = new Map(
    [...(isList(a) ? a : []), ...(isList(b) ? b : [])].map((item) => [canonicalText(item), item]),
  );
  return [...members].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, item]) => item);
}

function compactClocks(stamps: { readonly [field: string]: Clock }): Pick<Held, 'clock' | 'clocks'> {
  const newest = Object.values(stamps).reduce((a, b) => (a > b ? a : b));
  return { clock: newest, clocks: Object.fromEntries(Object.entries(stamps).filter(([, clock]) => clock !== newest)) };
}

function clashOf(kind: RecordKind, held: Held | undefined, change: Change, theirs: Stamped): readonly Clash[] {
  const mine = stampedAt(theirs.field, held?.values[theirs.field], fieldClock(held, theirs.field));
  const sawMine = mine === undefined || mine.clock === change.base || mine.clock === change.clock;
  if (sawMine || policyOf(kind, theirs.field) !== 'last' || sameJson(mine.value, theirs.value)) return [];
  const [kept, other] = theirs.clock > mine.clock ? [theirs, mine] : [mine, theirs];
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
  const groups = new Map<Clock | null, { [field: string]: Json }>();
  for (const [field, value] of Object.entries(fields)) {
    const base = fieldClock(held, field) ?? null;
    groups.set(base, { ...groups.get(base), [field]: value });
  }
  return [...groups].map(([base, grouped]) => ({ fields: grouped, base }));
}
