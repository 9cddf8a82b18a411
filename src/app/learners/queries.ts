/** What the learners' screens read: everybody here, and one person with their classes and attendance. */
import type { Class } from '../../domain/records/class.ts';
import type { Course } from '../../domain/records/course.ts';
import type { Enrolment } from '../../domain/records/enrolment.ts';
import type { Learner } from '../../domain/records/learner.ts';
import { byPinyin, type People, peopleOf, personOf } from '../../domain/rules/people.ts';
import { classAttendance, type LearnerAttendance } from '../../domain/rules/statistics.ts';
import type { DeviceDatabase } from '../../store/database.ts';
import { allRows, childrenOfMany, getRow, rowsWhere } from '../../store/queries.ts';

/** Everybody, merged records too, in the order of lists. */
export async function readLearners(db: DeviceDatabase): Promise<readonly Learner[]> {
  return [...(await allRows(db, 'learner'))].sort(byPinyin);
}

export interface ClassOfLearner {
  readonly run: Class;
  readonly course: Course | undefined;
  readonly enrolment: Enrolment;
  /** Undefined until a roll call expected this person. */
  readonly attendance: LearnerAttendance | undefined;
}

export interface LearnerPage {
  readonly learner: Learner;
  readonly people: People;
  /** The person that this record was merged into. */
  readonly mergedInto: Learner | undefined;
  readonly mergedHere: readonly Learner[];
  /** The newest first. */
  readonly classes: readonly ClassOfLearner[];
}

/** One person; `missing` when the record is deleted or not here. */
export async function readLearnerPage(db: DeviceDatabase, id: string): Promise<LearnerPage | 'missing'> {
  const learners = await readLearners(db);
  const learner = learners.find((each) => each.id === id);
  if (!learner) return 'missing';
  const people = peopleOf(learners);
  const person = personOf(people, learner.id);
  const records = learners.filter((each) => personOf(people, each.id) === person);
  const enrolments = (await Promise.all(records.map((each) => rowsWhere(db, 'enrolment', 'learner', each.id)))).flat();
  const ownFirst = [...enrolments].sort((a, b) => Number(b.learner === person) - Number(a.learner === person));
  const onePerClass = [...new Map(ownFirst.reverse().map((enrolment) => [enrolment.class, enrolment])).values()];
  const classes = await Promise.all(onePerClass.map((enrolment) => readClass(db, enrolment, people)));
  return {
    learner,
    people,
    mergedInto: person === learner.id ? undefined : people.byId.get(person),
    mergedHere: records.filter((each) => each.id !== person && learner.id === person),
    classes: classes.flatMap((each) => each ?? []).sort((a, b) => (a.run.starts < b.run.starts ? 1 : -1)),
  };
}

async function readClass(
  db: DeviceDatabase,
  enrolment: Enrolment,
  people: People,
): Promise<ClassOfLearner | undefined> {
  const run = await getRow(db, 'class', enrolment.class);
  if (!run) return undefined;
  const [course, sessions, enrolments] = await Promise.all([
    getRow(db, 'course', run.course),
    rowsWhere(db, 'session', 'class', run.id),
    rowsWhere(db, 'enrolment', 'class', run.id),
  ]);
  const ids = sessions.map((session) => session.id);
  const marks = await childrenOfMany(db, 'attendance', ids);
  const person = personOf(people, enrolment.learner);
  const lines = classAttendance({ sessions, enrolments, marks, people }).learners;
  return { run, course, enrolment, attendance: lines.find((line) => line.learner.id === person) };
}
