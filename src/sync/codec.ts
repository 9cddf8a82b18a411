/**
 * Changes and states as columns: the body of a batch, of news, and of a packed register on the device. Knows no kind:
 * a kind or field that this build has never heard of passes through whole.
 * [C2] decode(encode(x)) is x, in order. [C3] Any bytes decode to a value or a `malformed` failure (columns.ts [C1]).
 */
import { isList, isObject, type Json } from '../domain/kit/json.ts';
import { keySeparator } from '../domain/kit/record.ts';
import type { Change, Held } from './change.ts';
import { clockColumns, readApartClocks, readClocks } from './clockColumns.ts';
import { type Column, decoded, emptyTexts, malformed, packColumn, type TextTable, unpackColumn } from './columns.ts';
import { weigh } from './weight.ts';

export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly where: string };

/** A record's state with its place in its scope's sequence. */
export interface VersionedState extends Held {
  readonly kind: string;
  readonly version: number;
}

/** Texts are shared by all groups; `order` says which group the next item comes from: [group, run, …]. */
export interface Columns {
  readonly texts: readonly string[];
  readonly order: readonly number[];
  readonly groups: readonly { readonly [column: string]: Json }[];
}

/** The most items that one message may hold. */
export const itemsMax = 5_000;
const idPartsMax = 4;
const idPartMax = 64;
/** Columns of one group: far more than any kind has, far fewer than a hostile message could ask to be filled. */
const fieldsMax = 100;
/** Of a field's name in a refusal: names come from the sender. */
const fieldNameMax = 40;

export function encodeChanges(changes: readonly Change[]): Columns {
  return encodeItems(changes, (group, table) => ({
    ...fieldColumns(
      group.map((change) => change.fields),
      table,
    ),
    ...clockColumns(
      't',
      group.map((change) => change.clock),
      table,
    ),
    ...clockColumns(
      'b',
      group.map((change) => change.base ?? undefined),
      table,
    ),
    by: packColumn(
      group.map((change) => change.by),
      table,
    ),
  }));
}

export function decodeChanges(columns: unknown): Decoded<readonly Change[]> {
  return decoded(() =>
    decodeItems(
      columns,
      (group, kind, ids, texts) => {
        const fields = readFields(group, ids.length, texts);
        const clocks = readClocks('t', group, ids.length, texts);
        const bases = readClocks('b', group, ids.length, texts);
        const by = unpackColumn(group['by'], ids.length, texts, 'by');
        return ids.map((id, i) => ({
          kind,
          id,
          fields: fields[i] ?? {},
          clock: clocks[i] ?? malformed('t'),
          base: bases[i] ?? null,
          by: textOf(by[i], 'by'),
        }));
      },
      (change) => [change.kind, change.fields, change.by],
    ),
  );
}

export function encodeStates(states: readonly VersionedState[]): Columns {
  return encodeItems(states, (group, table) => ({
    ...fieldColumns(
      group.map((state) => state.values),
      table,
    ),
    ...clockColumns(
      't',
      group.map((state) => state.clock),
      table,
    ),
    x: packColumn(
      group.map((state) => (Object.keys(state.clocks).length > 0 ? state.clocks : undefined)),
      table,
    ),
    n: packColumn(
      group.map((state) => state.version),
      table,
    ),
  }));
}

export function decodeStates(columns: unknown): Decoded<readonly VersionedState[]> {
  return decoded(() =>
    decodeItems(
      columns,
      (group, kind, ids, texts) => {
        const values = readFields(group, ids.length, texts);
        const clocks = readClocks('t', group, ids.length, texts);
        const apart = unpackColumn(group['x'], ids.length, texts, 'x');
        const versions = unpackColumn(group['n'], ids.length, texts, 'n');
        return ids.map((id, i) => ({
          kind,
          id,
          values: values[i] ?? {},
          clock: clocks[i] ?? malformed('t'),
          clocks: readApartClocks(apart[i], fieldsMax),
          version: numberOf(versions[i], 'n'),
        }));
      },
      (state) => [state.kind, state.values],
    ),
  );
}

function encodeItems<T extends { readonly kind: string; readonly id: string }>(
  items: readonly T[],
  encodeGroup: (group: readonly T[], table: TextTable) => { readonly [column: string]: Column },
): Columns {
  const table = emptyTexts();
  const byKind = new Map<string, { readonly at: number; readonly group: T[] }>();
  const order: number[] = [];
  let [last, run] = [-1, 0];
  for (const item of items) {
    const known = byKind.get(item.kind) ?? { at: byKind.size, group: [] };
    if (known.at === byKind.size) byKind.set(item.kind, known);
    known.group.push(item);
    if (known.at !== last && run > 0) order.push(last, run);
    run = known.at === last ? run + 1 : 1;
    last = known.at;
  }
  if (run > 0) order.push(last, run);
  const groups = [...byKind].map(([kind, { group }]) => ({
    k: kind,
    id: idColumns(
      group.map((item) => item.id),
      table,
    ),
    ...encodeGroup(group, table),
  }));
  return { texts: table.texts, order, groups };
}

function decodeItems<T>(
  columns: unknown,
  decodeGroup: (
    group: { readonly [column: string]: unknown },
    kind: string,
    ids: readonly string[],
    texts: readonly string[],
  ) => readonly T[],
  contents: (item: T) => readonly Json[],
): readonly T[] {
  if (!isObject(columns)) return malformed('columns');
  const { texts, order, groups } = columns;
  if (!isList(texts) || !texts.every((text): text is string => typeof text === 'string')) return malformed('texts');
  if (!isList(order) || order.length % 2 !== 0 || !isList(groups)) return malformed('order');
  const sizes = groups.map(() => 0);
  let total = 0;
  for (let i = 0; i < order.length; i += 2) {
    const [at, run] = [numberOf(order[i], 'order'), numberOf(order[i + 1], 'order')];
    total += run;
    if (run < 1 || total > itemsMax || sizes[at] === undefined) return malformed('order');
    sizes[at] += run;
  }
  const decodedGroups = groups.map((group, at) => {
    if (!isObject(group) || typeof group['k'] !== 'string' || sizes[at] === 0) return malformed('group');
    const ids = readIds(group['id'], sizes[at] ?? 0, texts);
    return decodeGroup(group, group['k'], ids, texts)[Symbol.iterator]();
  });
  const items = order.flatMap((at, i) =>
    i % 2 === 0 ? take(decodedGroups[numberOf(at, 'order')], Number(order[i + 1])) : [],
  );
  if (!weigh(items.flatMap(contents))) return malformed('weight');
  return items;
}

function take<T>(items: Iterator<T> | undefined, count: number): readonly T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const next = items?.next();
    if (next === undefined || next.done) return malformed('order');
    taken.push(next.value);
  }
  return taken;
}

function idColumns(ids: readonly string[], table: TextTable): readonly Column[] {
  const parts = ids.map((id) => id.split(keySeparator));
  const width = Math.max(...parts.map((each) => each.length));
  return Array.from({ length: width }, (_, at) =>
    packColumn(
      parts.map((each) => each[at]),
      table,
    ),
  );
}

function readIds(columns: unknown, count: number, texts: readonly string[]): readonly string[] {
  if (!isList(columns) || columns.length < 1 || columns.length > idPartsMax) return malformed('id');
  const parts = columns.map((column) => unpackColumn(column, count, texts, 'id'));
  return Array.from({ length: count }, (_, i) =>
    parts.flatMap((column) => (column[i] === undefined ? [] : [idPartOf(column[i])])).join(keySeparator),
  );
}

function fieldColumns(rows: readonly { readonly [field: string]: Json }[], table: TextTable): { readonly f: Json } {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return {
    f: Object.fromEntries(
      [...names].map((name) => [
        name,
        packColumn(
          rows.map((row) => (Object.hasOwn(row, name) ? row[name] : undefined)),
          table,
        ),
      ]),
    ),
  };
}

function readFields(
  group: { readonly [column: string]: unknown },
  count: number,
  texts: readonly string[],
): readonly { readonly [field: string]: Json }[] {
  const columns = group['f'];
  if (!isObject(columns) || Object.keys(columns).length > fieldsMax) return malformed('f');
  const unpacked = Object.entries(columns).map(([name, column]) => ({
    name,
    values: unpackColumn(column, count, texts, `f.${name.slice(0, fieldNameMax)}`),
  }));
  return Array.from({ length: count }, (_, i) => {
    const present: [string, Json][] = [];
    for (const { name, values } of unpacked) {
      const value = values[i];
      if (value !== undefined) present.push([name, value]);
    }
    return Object.fromEntries(present); // not by assignment: a name may be __proto__
  });
}

function numberOf(value: unknown, where: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : malformed(where);
}

function idPartOf(value: unknown): string {
  const text = textOf(value, 'id');
  return text.length <= idPartMax ? text : malformed('id');
}

function textOf(value: unknown, where: string): string {
  return typeof value === 'string' ? value : malformed(where);
}
