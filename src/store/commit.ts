/**
 * Commit: the one way in which this device writes a record. ONE strict transaction reads the sequence, makes the
 * changes, merges them, puts the rows, appends to the outbox and puts the sequence; nothing but the database is awaited
 * inside. A screen says "saved" after this resolves to `saved`, and never earlier.
 */

import { assert } from '../domain/kit/assert.ts';
import type { Edit, Plan } from '../domain/kit/edit.ts';
import { keySeparator } from '../domain/kit/record.ts';
import { kindNamed, kindNames } from '../domain/schema.ts';
import type { NumberedChange } from '../sync/change.ts';
import { encodeChanges } from '../sync/codec.ts';
import { type Clock, tick } from '../sync/hlc.ts';
import { groupByBase, mergeChange } from '../sync/merge.ts';
import type { DeviceDatabase, OutboxEntry, PackedRow, SequenceRow, StoredRow } from './database.ts';
import { type Decision, readThenWrite } from './handWrite.ts';
import { type KindKeys, type KindRows, keysOf, type Records, recordsOf } from './recordSet.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export interface Writer {
  readonly db: DeviceDatabase;
  readonly nowMs: () => number;
  /** Which coordinator acts. */
  readonly by: string;
}

export type CommitOutcome =
  | { readonly kind: 'saved'; readonly changes: readonly NumberedChange[] }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

export async function commit(writer: Writer, plan: Plan): Promise<CommitOutcome> {
  if (plan.length === 0) return { kind: 'saved', changes: [] };
  const wanted = keysOf(plan);
  const stores = [...wanted.map(({ kind }) => kind.name), 'meta', 'outbox'];
  const places = wanted.flatMap(({ kind, keys }) => keys.map((key) => ({ store: kind.name, key })));
  try {
    return await readThenWrite(writer.db, stores, [{ store: 'meta', key: 'sequence' }, ...places], (rows) =>
      decide(writer, plan, wanted, rows),
    );
  } catch (failure) {
    return { kind: 'trouble', trouble: troubleOf(failure) };
  }
}

/** Rows come in the order in which they were asked for: the sequence, then what the plan touches. */
function decide(
  { nowMs, by }: Writer,
  plan: Plan,
  wanted: readonly KindKeys[],
  [first, ...rest]: readonly unknown[],
): Decision<CommitOutcome> {
  const sequence = first as SequenceRow | undefined; // written by this device alone, under that key
  if (sequence === undefined) return { result: { kind: 'trouble', trouble: 'notEnrolled' }, put: [], add: [] };
  const records = recordsOf(rowsByKind(wanted, rest));
  const wallMs = nowMs();
  const { changes, clock } = makeChanges(plan, records, sequence, wallMs + sequence.offsetMs, by);
  const entry: OutboxEntry = {
    n: sequence.nextN,
    count: changes.length,
    about: sessionsOf(changes),
    at: wallMs,
    columns: JSON.stringify(encodeChanges(changes)),
  };
  const next: SequenceRow = { ...sequence, clock, nextN: sequence.nextN + changes.length };
  const changed = records.changed().map(({ kind, rows }) => ({ store: kind.name, rows }));
  return {
    result: { kind: 'saved', changes },
    put: [...changed, { store: 'meta', rows: [next] }],
    add: [{ store: 'outbox', rows: [entry] }],
  };
}

function rowsByKind(wanted: readonly KindKeys[], rows: readonly unknown[]): readonly KindRows[] {
  let at = 0;
  return wanted.map(({ kind, keys }) => {
    const found = keys.map(() => rows[at++] as StoredRow | PackedRow | undefined); // all that a kind's store holds
    return { kind, rows: found.filter((row) => row !== undefined) };
  });
}

function makeChanges(plan: Plan, records: Records, sequence: SequenceRow, wallMs: number, by: string) {
  const changes: NumberedChange[] = [];
  let clock: Clock | undefined = sequence.clock;
  for (const edit of plan) {
    const kind = kindNamed(edit.kind);
    assert(kind !== undefined, `no kind ${edit.kind}`);
    for (const { fields, base } of groupByBase(records.get(edit), edit.fields)) {
      clock = tick(clock, wallMs, sequence.device);
      const change = { kind: edit.kind, id: edit.id, fields, clock, base, by, n: sequence.nextN + changes.length };
      changes.push(change);
      records.put(kind, mergeChange(kind, records.get(edit), change).held);
    }
  }
  return { changes, clock };
}

/** A session itself, or the session in a record's key. */
function sessionsOf(edits: readonly Pick<Edit, 'kind' | 'id'>[]): readonly string[] {
  const ids = new Set<string>();
  for (const { kind, id } of edits) {
    const at = kindNamed(kind)?.key.indexOf('session') ?? -1;
    const session = kind === 'session' ? id : id.split(keySeparator)[at];
    if (session !== undefined) ids.add(session);
  }
  return [...ids];
}

/** Every store that a record can be in: for transactions that merge news. */
export const recordStores: readonly string[] = kindNames;
