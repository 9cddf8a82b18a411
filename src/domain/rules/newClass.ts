/**
 * A class as somebody opens it: the class, a teacher who is new here, and every session of its timetable, as one plan.
 * Also the single session that a class gets outside of its timetable, and the end of a class.
 */
import { assert } from '../kit/assert.ts';
import { editOf, sureEdit } from '../kit/edit.ts';
import type { CalendarDate, TimeOfDay } from '../kit/field.ts';
import { isIdPart } from '../kit/record.ts';
import { Class } from '../records/class.ts';
import type { Course } from '../records/course.ts';
import { Session, sessionId } from '../records/session.ts';
import { Teacher } from '../records/teacher.ts';
import { type Outcome, planned, plannedIfValid, refused } from './outcome.ts';
import { type DayCalendar, planSessions } from './timetable.ts';

/** The identity of a class that is being opened; `id` is a fresh UUIDv7. */
export function newClassId(id: string): Class['id'] {
  assert(isIdPart(id), `class id ${id}`);
  return id as Class['id']; // checked above
}

/** The identity of a teacher who is being added; `id` is a fresh UUIDv7. */
export function newTeacherId(id: string): Teacher['id'] {
  assert(isIdPart(id), `teacher id ${id}`);
  return id as Teacher['id']; // checked above
}

/** A teacher who is entered together with the class. */
export type NewTeacher = Pick<Teacher, 'id' | 'name' | 'kind'>;

/** Opens a class with all its sessions; the new teacher, if there is one, is the class's. */
export function openClass(
  run: Class,
  course: Course,
  calendar: DayCalendar,
  teacher?: NewTeacher,
): Outcome<'noSessions' | 'invalidFields'> {
  const taught: Class = teacher ? { ...run, teacher: teacher.id } : run;
  const { sessions } = planSessions(taught, course, calendar);
  if (sessions.length === 0) return refused('noSessions');
  const { id, ...values } = taught;
  return plannedIfValid([
    ...(teacher ? [editOf(Teacher, teacher.id, undefined, { name: teacher.name, kind: teacher.kind })] : []),
    editOf(Class, id, undefined, values),
    ...sessions.map(({ id: own, ...session }) => editOf(Session, own, undefined, session)),
  ]);
}

export type ExtraSessionRefusal = 'classClosed' | 'moreThanCourse' | 'slotTaken' | 'invalidFields';

/** One more session on a date of its own; `existing` are all of the class's sessions, the cancelled too. */
export function addSession(
  run: Class,
  course: Course,
  existing: readonly Session[],
  at: { readonly date: CalendarDate; readonly start: TimeOfDay; readonly minutes: number; readonly topic?: string },
): Outcome<ExtraSessionRefusal> {
  if (run.status === 'closed') return refused('classClosed');
  const going = existing.filter((session) => session.status !== 'cancelled');
  if (going.length >= course.sessions) return refused('moreThanCourse');
  if (going.some((session) => session.date === at.date && session.start === at.start)) return refused('slotTaken');
  const number = existing.reduce((last, session) => Math.max(last, session.number ?? 0), 0) + 1;
  const added = editOf(Session, sessionId(run.id, number), undefined, {
    class: run.id,
    number,
    ...at,
    teacher: run.teacher,
    status: 'planned',
  });
  const isMore = going.length + 1 > run.sessions;
  return plannedIfValid([added, ...(isMore ? [editOf(Class, run.id, run, { sessions: going.length + 1 })] : [])]);
}

/** Says that a class is over: it leaves the lists of what runs, and takes nobody in. Its records stay. */
export function closeClass(run: Class): Outcome<never> {
  return planned(run.status === 'closed' ? [] : [sureEdit(Class, run.id, run, { status: 'closed' })]);
}

/** Takes the end of a class back. */
export function reopenClass(run: Class): Outcome<never> {
  return planned(run.status !== 'closed' ? [] : [sureEdit(Class, run.id, run, { status: 'open' })]);
}
