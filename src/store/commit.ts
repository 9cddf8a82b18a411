/**
 * Commit: the one way in which this device writes a record. ONE strict transaction reads the sequence, makes the
 * changes, merges them, puts the rows, appends to the outbox and puts the sequence; nothing but the database is awaited
 * inside. A screen says "saved" after this resolves to `saved`, and never earlier.
 */

import { assert } from '../domain/kit/assert.ts';
import type { Edit, Plan } from '../domain/kit/edit.ts';
import { keyValues } from '../domain/kit/record.ts';
import { kindNamed, kindNames } from '../domain/schema.ts';
import type { NumberedChange } from '../sync/change.ts';
import { encodeChanges } from '../sync/codec.ts';
import { type Clock, tick } from '../sync/hlc.ts';
import { groupByBase, mergeChange } from '../sync/merge.ts';
import { type DeviceDatabase, type SequenceRow, sequenceOf } from './database.ts';
import { type RecordSet, readRecords } from './recordSet.ts';
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

export async function commit({ db, nowMs, by }: Writer, plan: Plan): Promise<CommitOutcome> {
  if (plan.length === 0) return { kind: 'saved', changes: [] };
  const stores = [...new Set(plan.map((edit) => edit.kind)), 'meta', 'outbox'];
  try {
    return await db.transaction('rw', stores, async (): Promise<CommitOutcome> => {
      const [sequence, records] = await Promise.all([sequenceOf(db), readRecords(db, plan)]);
      if (sequence === undefined) return { kind: 'trouble', trouble: 'notEnrolled' };
      const wallMs = nowMs();
      const { changes, clock } = makeChanges(plan, records, sequence, wallMs + sequence.offsetMs, by);
      const entry = {
        n: sequence.nextN,
        count: changes.length,
        about: sessionsOf(changes),
        at: wallMs,
        columns: JSON.stringify(encodeChanges(changes)),
      };
      const next: SequenceRow = { ...sequence, clock, nextN: sequence.nextN + changes.length };
      await Promise.all([records.write(), db.outbox.add(entry), db.meta.put(next)]);
      return { kind: 'saved', changes };
    });
  } catch (failure) {
    return { kind: 'trouble', trouble: troubleOf(failure) };
  }
}

function makeChanges(plan: Plan, records: RecordSet, sequence: SequenceRow, wallMs: number, by: string) {
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
  const ids = edits.flatMap(({ kind, id }) => {
    if (kind === 'session') return [id];
    const declared = kindNamed(kind);
    const session = declared ? keyValues(declared, id).session : undefined;
    return session === undefined ? [] : [session];
  });
  return [...new Set(ids)];
}

/** Every store that a record can be in: for transactions that merge news. */
export const recordStores: readonly string[] = kindNames;
