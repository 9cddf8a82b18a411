/**
 * Three programs that save one action of a roll call with strict durability. `app` is our commit. `packed` is the
 * floor: IndexedDB by hand that reads the same two rows and puts the same three, whose bytes it is given, ready made.
 * `rows` is IndexedDB by hand with a row a mark and a row a queued mark.
 */
import type { Plan } from '../../../src/domain/kit/edit.ts';
import { kinds } from '../../../src/domain/schema.ts';
import { commit } from '../../../src/store/commit.ts';
import {
  type DeviceDatabase,
  type OutboxEntry,
  type PackedRow,
  packedOf,
  type SequenceRow,
  sequenceOf,
} from '../../../src/store/database.ts';
import { answerOf, endOf, openRaw } from './rawDatabase.ts';

/** What one commit left in the database. */
export interface Written {
  readonly register: PackedRow;
  readonly entry: OutboxEntry;
  readonly sequence: SequenceRow;
}

export interface Task {
  readonly session: string;
  readonly plan: Plan;
  /** The rows that our commit of an equal plan wrote before the clocks were started. */
  readonly written: Written;
}

/** Resolves when the transaction is durable. */
export type Save = (task: Task) => Promise<void>;

export async function commitWith(db: DeviceDatabase, plan: Plan): Promise<void> {
  const outcome = await commit({ db, nowMs: Date.now, by: '1' }, plan);
  if (outcome.kind !== 'saved') throw new Error(outcome.trouble);
}

export async function writtenIn(db: DeviceDatabase, session: string): Promise<Written> {
  const [register, entry, sequence] = await Promise.all([
    packedOf(db, kinds.attendance).get(session),
    db.outbox.toCollection().last(),
    sequenceOf(db),
  ]);
  if (!register || !entry || !sequence) throw new Error('the commit left nothing');
  return { register, entry, sequence };
}

/** On a database that our own program made and filled, as it did the one that `app` writes. */
export async function packedWriter(name: string): Promise<Save> {
  const db = await openRaw(name);
  return ({ session, written }) => {
    const transaction = db.transaction(['attendance', 'outbox', 'meta'], 'readwrite', { durability: 'strict' });
    const [registers, outbox, meta] = [
      transaction.objectStore('attendance'),
      transaction.objectStore('outbox'),
      transaction.objectStore('meta'),
    ];
    meta.get('sequence');
    registers.get(session).onsuccess = () => {
      registers.put(written.register);
      outbox.add(written.entry);
      meta.put(written.sequence);
      transaction.commit();
    };
    return endOf(transaction);
  };
}

/** A row a mark and a row a queued mark, with what ours can do: it knows what it replaces, and a session's history. */
export async function rowsWriter(name: string): Promise<Save> {
  const db = await openRaw(name, (made) => {
    made.createObjectStore('marks', { keyPath: ['session', 'learner'] }).createIndex('session', 'session');
    made.createObjectStore('queue', { keyPath: 'n' }).createIndex('session', 'session');
    made.createObjectStore('meta', { keyPath: 'id' });
  });
  const filling = db.transaction('meta', 'readwrite');
  filling.objectStore('meta').put({ id: 'sequence', nextN: 1 });
  await endOf(filling);
  return async ({ session, plan }) => {
    const transaction = db.transaction(['marks', 'queue', 'meta'], 'readwrite', { durability: 'strict' });
    const ended = endOf(transaction);
    const [marks, queue, meta] = [
      transaction.objectStore('marks'),
      transaction.objectStore('queue'),
      transaction.objectStore('meta'),
    ];
    const learners = plan.map(({ id }) => id.slice(session.length + 1));
    const [sequence, ...before] = await Promise.all([
      answerOf<{ readonly nextN: number }>(meta.get('sequence')),
      ...learners.map((learner) => answerOf<{ readonly at: number } | undefined>(marks.get([session, learner]))),
    ]);
    const at = Date.now();
    plan.forEach(({ fields }, i) => {
      const mark = { session, learner: learners[i], status: fields['status'], at, device: '1a' };
      marks.put(mark);
      queue.add({ n: sequence.nextN + i, session, mark: JSON.stringify({ ...mark, base: before[i]?.at ?? null }) });
    });
    meta.put({ id: 'sequence', nextN: sequence.nextN + plan.length });
    transaction.commit();
    await ended;
  };
}
