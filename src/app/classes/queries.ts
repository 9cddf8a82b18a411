/** What the classes' screens read: all classes in a list, one class whole, and what a new class is made of. */
import type { Class } from '../../domain/records/class.ts';
import type { Course } from '../../domain/records/course.ts';
import type { Learner } from '../../domain/records/learner.ts';
import type { Session } from '../../domain/records/session.ts';
import type { Teacher } from '../../domain/records/teacher.ts';
import { placesTaken } from '../../domain/rules/enrolling.ts';
import { byPinyin, peopleOf } from '../../domain/rules/people.ts';
import { isTaken, marksBySession } from '../../domain/rules/register.ts';
import type { ClassRecords } from '../../domain/rules/statistics.ts';
import type { DeviceDatabase } from '../../store/database.ts';
import { allRows, childrenOfMany, getRow, rowsWhere } from '../../store/queries.ts';
import { readPeople } from '../shell/sessionViews.ts';

export interface ClassLine {
  readonly run: Class;
  readonly course: Course | undefined;
  readonly teacher: Teacher | undefined;
  /** The next session from today on that has not been held. */
  readonly next: Session | undefined;
  readonly held: number;
  /** Sessions that go ahead: without the cancelled. */
  readonly planned: number;
  readonly enrolled: number;
}

/** All classes; the ones that meet soonest first. */
export async function readClasses(db: DeviceDatabase, today: string): Promise<readonly ClassLine[]> {
  const runs = await allRows(db, 'class');
  const lines = await Promise.all(runs.map((run) => readLine(db, run, today)));
  return lines.sort((a, b) => compare(orderOf(a), orderOf(b)));
}

async function readLine(db: DeviceDatabase, run: Class, today: string): Promise<ClassLine> {
  const [course, teacher, sessions, enrolments] = await Promise.all([
    getRow(db, 'course', run.course),
    run.teacher === undefined ? undefined : getRow(db, 'teacher', run.teacher),
    rowsWhere(db, 'session', 'class', run.id),
    rowsWhere(db, 'enrolment', 'class', run.id),
  ]);
  const [people, marks] = await Promise.all([
    readPeople(
      db,
      enrolments.map((each) => each.learner),
    ),
    childrenOfMany(
      db,
      'attendance',
      sessions.map((session) => session.id),
    ),
  ]);
  const byId = marksBySession(marks);
  const going = sessions.filter((session) => session.status !== 'cancelled').sort(bySessionTime);
  const isOver = (session: Session) => isTaken(session, byId.get(session.id) ?? []);
  return {
    run,
    course,
    teacher,
    next: going.find((session) => session.date >= today && !isOver(session)),
    held: going.filter(isOver).length,
    planned: going.length,
    enrolled: placesTaken({ run, enrolments, people }),
  };
}

const orderOf = ({ next, run }: ClassLine) => (next ? `0 ${next.date} ${next.start}` : `1 ${run.starts}`) + run.id;

/** One class with everything that belongs to it. */
export interface ClassPage extends ClassRecords {
  readonly run: Class;
  readonly course: Course | undefined;
  readonly teacher: Teacher | undefined;
  /** By date and start. */
  readonly sessions: readonly Session[];
}

/** One class; `missing` when it is deleted or not here. */
export async function readClassPage(db: DeviceDatabase, id: string): Promise<ClassPage | 'missing'> {
  const run = await getRow(db, 'class', id);
  if (!run) return 'missing';
  const [course, teacher, sessions, enrolments, learners] = await Promise.all([
    getRow(db, 'course', run.course),
    run.teacher === undefined ? undefined : getRow(db, 'teacher', run.teacher),
    rowsWhere(db, 'session', 'class', id),
    rowsWhere(db, 'enrolment', 'class', id),
    allRows(db, 'learner'),
  ]);
  const sorted = [...sessions].sort(bySessionTime);
  const marks = await childrenOfMany(
    db,
    'attendance',
    sorted.map((session) => session.id),
  );
  return { run, course, teacher, sessions: sorted, enrolments, marks, people: peopleOf(learners) };
}

/** What a new class can be made of. */
export interface ClassParts {
  readonly courses: readonly Course[];
  readonly teachers: readonly Teacher[];
  /** Rooms in use, for a suggestion. */
  readonly rooms: readonly string[];
}

export async function readClassParts(db: DeviceDatabase): Promise<ClassParts> {
  const [courses, teachers, runs] = await Promise.all([
    allRows(db, 'course'),
    allRows(db, 'teacher'),
    allRows(db, 'class'),
  ]);
  return {
    courses,
    teachers: [...teachers].sort((a, b) => compare(a.name, b.name)),
    rooms: [...new Set(runs.flatMap((run) => run.room ?? []))].sort(compare),
  };
}

/** Everybody who can be enrolled, in the order of lists. */
export function learnersOf(people: ClassRecords['people']): readonly Learner[] {
  return [...people.byId.values()].filter((learner) => !people.aliases.has(learner.id)).sort(byPinyin);
}

function bySessionTime(a: Session, b: Session): number {
  return compare(`${a.date} ${a.start} ${a.id}`, `${b.date} ${b.start} ${b.id}`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
