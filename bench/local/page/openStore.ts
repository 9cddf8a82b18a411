/** A cold start to one register through our own store, with no screens: what the app reads, as lines of text. */

import { openDatabase } from '../../../src/store/database.ts';
import { childrenOf, getRow, getRows, rowsWhere } from '../../../src/store/queries.ts';
import { showMarks } from './showMarks.ts';

async function show(id: string): Promise<void> {
  const db = openDatabase();
  const session = await getRow(db, 'session', id);
  if (session?.class === undefined) throw new Error(`no session ${id}`);
  const [enrolments, marks] = await Promise.all([
    rowsWhere(db, 'enrolment', 'class', session.class),
    childrenOf(db, 'attendance', id),
  ]);
  const learners = await getRows(
    db,
    'learner',
    enrolments.map((enrolment) => enrolment.learner),
  );
  const statuses = new Map<string, string>(marks.rows.map((mark) => [mark.learner, mark.status]));
  showMarks(learners.map(({ id: learner, name }) => ({ name, status: statuses.get(learner) ?? '' })));
}

void show(location.hash.slice(1));
