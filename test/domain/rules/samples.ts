/**
 * Small records for the rules' tests, and a desk: a register that plans are written to, judged and merged for real.
 */
import { expect } from 'vitest';
import { type Edit, type Plan, sureEdit } from '../../../src/domain/kit/edit.ts';
import type { Id, TimeOfDay } from '../../../src/domain/kit/field.ts';
import { naturalId } from '../../../src/domain/kit/record.ts';
import { Attendance, type AttendanceStatus } from '../../../src/domain/records/attendance.ts';
import type { Class } from '../../../src/domain/records/class.ts';
import type { Course } from '../../../src/domain/records/course.ts';
import { Enrolment } from '../../../src/domain/records/enrolment.ts';
import type { Learner } from '../../../src/domain/records/learner.ts';
import { type Session, sessionId } from '../../../src/domain/records/session.ts';
import { calendarDate } from '../../../src/domain/rules/calendar.ts';
import type { Outcome } from '../../../src/domain/rules/outcome.ts';
import { peopleOf } from '../../../src/domain/rules/people.ts';
import type { Register } from '../../../src/domain/rules/register.ts';
import { type Change, type Held, isDeleted, rowOf } from '../../../src/sync/change.ts';
import { tick } from '../../../src/sync/hlc.ts';
import { judge } from '../../../src/sync/judge.ts';
import { mergeChange } from '../../../src/sync/merge.ts';

export const today = calendarDate('2026-11-24');
export const at = (text: string) => text as TimeOfDay; // tests write times themselves
export const learnerId = (id: string) => id as Id<'learner'>; // tests write ids themselves
export const classId = 'c1' as Id<'class'>; // the same

export function learner(id: string, name: string, more: Partial<Learner> = {}): Learner {
  return { id: learnerId(id), name, ...more };
}

export function session(number: number, more: Partial<Session> = {}): Session {
  return {
    id: sessionId(classId, number),
    class: classId,
    number,
    date: today,
    start: at('09:00'),
    minutes: 90,
    status: 'planned',
    ...more,
  };
}

export function enrolment(who: string, more: Partial<Enrolment> = {}): Enrolment {
  const id = naturalId(Enrolment, classId, who);
  return { id, class: classId, learner: learnerId(who), status: 'active', since: calendarDate('2026-09-01'), ...more };
}

export function mark(of: Session, who: string, status: AttendanceStatus, more: Partial<Attendance> = {}): Attendance {
  return { id: naturalId(Attendance, of.id, who), session: of.id, learner: learnerId(who), status, ...more };
}

export function course(more: Partial<Course> = {}): Course {
  return {
    id: 'calligraphy' as Id<'course'>, // tests write ids themselves
    programme: 'p1' as Id<'programme'>, // the same
    zh: '书法',
    en: 'Calligraphy',
    level: 'olderPeople',
    minutes: 1080,
    sessions: 12,
    assessment: false,
    ...more,
  };
}

export function run(more: Partial<Class> = {}): Class {
  return {
    id: classId,
    course: 'calligraphy' as Id<'course'>, // tests write ids themselves
    term: '2026-2',
    starts: calendarDate('2026-09-01'),
    timetable: [{ weekday: 2, start: at('09:00'), minutes: 90 }],
    sessions: 12,
    status: 'open',
    ...more,
  };
}

export function register(of: Session, marks: readonly Attendance[] = [], learners: readonly Learner[] = []): Register {
  return { session: of, marks, cleared: new Set(), people: peopleOf(learners) };
}

/** The plan of an outcome that must be one. */
export function planOf(outcome: Outcome<string>): Plan {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.why}`);
  return outcome.plan;
}

/** Why an outcome refused; undefined when it did not. */
export function whyOf(outcome: Outcome<string>): string | undefined {
  return outcome.kind === 'refused' ? outcome.why : undefined;
}

const device = 'tablet'.padEnd(8, '0');

/** A session's register as a tablet keeps it: plans are judged and merged as the portal would, then read back. */
export function desk(of: Session, learners: readonly Learner[] = [], marks: readonly Attendance[] = []) {
  const held = new Map<string, Held>();
  let clock = tick(undefined, 1, device);
  const writeEdit = (edit: Edit): void => {
    clock = tick(clock, 1, device);
    const before = held.get(edit.id);
    const change: Change = { ...edit, clock, base: before?.clock ?? null, by: '' };
    expect(judge(change, before, device, () => true)).toBeUndefined();
    held.set(edit.id, mergeChange(Attendance, before, change).held);
  };
  for (const { id, ...values } of marks) writeEdit(sureEdit(Attendance, id, undefined, values));
  return {
    write: (outcome: Outcome<string>): void =>
      planOf(outcome)
        .filter((each) => each.kind === 'attendance')
        .forEach(writeEdit),
    read(): Register {
      const [cleared, kept] = partition([...held.values()]);
      return {
        session: of,
        marks: kept.map((each) => rowOf(Attendance, each)),
        cleared: new Set(cleared.map((each) => each.id)),
        people: peopleOf(learners),
      };
    },
  };
}

function partition(held: readonly Held[]): readonly [readonly Held[], readonly Held[]] {
  return [held.filter(isDeleted), held.filter((each) => !isDeleted(each))];
}
