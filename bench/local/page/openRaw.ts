/**
 * The same cold start by hand: raw IndexedDB on the same database, the same reads, nothing of ours but the decoder of
 * the packed register.
 */
import { decodeStates } from '../../../src/sync/codec.ts';
import { answerOf, openRaw } from './rawDatabase.ts';
import { showMarks } from './showMarks.ts';

interface RawRow {
  readonly id: string;
  readonly values: { readonly [field: string]: unknown };
}

async function show(id: string): Promise<void> {
  const db = await openRaw('waystation');
  const transaction = db.transaction(['session', 'enrolment', 'learner', 'attendance']);
  const get = (store: string, key: string) => answerOf(transaction.objectStore(store).get(key));
  const [session, register] = await Promise.all([get('session', id), get('attendance', id)]);
  const byClass = transaction.objectStore('enrolment').index('key.class');
  const enrolments: readonly RawRow[] = await answerOf(byClass.getAll(session.values.class));
  const learners: readonly RawRow[] = await Promise.all(
    enrolments.map((enrolment) => get('learner', enrolment.id.split('+')[1] ?? '')),
  );
  const decoded = decodeStates(JSON.parse(register.columns));
  const marks = decoded.ok ? decoded.value : [];
  const statuses = new Map(marks.map((mark) => [mark.id.split('+')[1], String(mark.values['status'])]));
  showMarks(
    learners.map(({ id: learner, values }) => {
      const { name } = values['sealed'] as { readonly name: string }; // the fill wrote it
      return { name, status: statuses.get(learner) ?? '' };
    }),
  );
}

void show(location.hash.slice(1));
