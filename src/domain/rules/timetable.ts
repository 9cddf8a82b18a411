/**
 * From a class's weekly timetable to its sessions. Public holidays are skipped; a make-up working day (a weekend day
 * that is worked for a holiday) is planned and pointed out, since only people can say whether a weekend class meets
 * then. Sessions that exist are never moved or renumbered here, and never deleted: cancelling keeps their number.
 */
import { sureEdit } from '../kit/edit.ts';
import type { CalendarDate, TimeOfDay } from '../kit/field.ts';
import type { Attendance } from '../records/attendance.ts';
import { Class } from '../records/class.ts';
import type { Course } from '../records/course.ts';
import { Session, sessionId } from '../records/session.ts';
import { addDays, type Weekday, weekdayOf } from './calendar.ts';
import { type Outcome, planned, refused } from './outcome.ts';
import { isTaken } from './register.ts';

/** The country's calendar of working days; an adapter knows it (app/classes/dayCalendar.ts). */
export interface DayCalendar {
  kindOf(date: CalendarDate): 'ordinary' | 'holiday' | 'makeUpWorkday';
  /** Holidays of later years are not announced yet. */
  readonly lastKnownYear: number;
  /** The weekday whose timetable a make-up working day follows, where that is known. */
  makeUpFollows?(date: CalendarDate): Weekday | undefined;
}

export interface TimetableWarning {
  /** `beyondKnownHolidays` names the first date of which nothing is known. */
  readonly kind: 'holidaySkipped' | 'makeUpDay' | 'beyondKnownHolidays';
  readonly date: CalendarDate;
}

export interface Timetabled {
  /** The new sessions, in order, for a preview. */
  readonly sessions: readonly Session[];
  /** By date. */
  readonly warnings: readonly TimetableWarning[];
}

interface Slot {
  readonly date: CalendarDate;
  readonly start: TimeOfDay;
  readonly minutes: number;
}

const horizonDays = 366 * 5; // a class of 200 weekly sessions ends within four years; an empty timetable never
const highestNumber = 400; // the limit of Session.number

/**
 * The sessions that a class still lacks, after those that exist (`existing`: all of this class, the cancelled too).
 * Never more than the class and its course say. Apply with `sessionEdits`.
 */
export function planSessions(
  run: Class,
  course: Course,
  calendar: DayCalendar,
  existing: readonly Session[] = [],
): Timetabled {
  const alive = existing.filter((session) => session.status !== 'cancelled');
  const last = existing.reduce((highest, session) => Math.max(highest, session.number ?? 0), 0);
  const wanted = Math.min(Math.min(run.sessions, course.sessions) - alive.length, highestNumber - last);
  const latest = existing.reduce<CalendarDate | undefined>(
    (date, session) => (date === undefined || session.date > date ? session.date : date),
    undefined,
  );
  const from = latest === undefined || latest < run.starts ? run.starts : addDays(latest, 1);
  const { slots, warnings } = slotsFrom(run, calendar, from, wanted);
  const topics = topicsLeft(course, alive);
  return { sessions: slots.map((slot, i) => sessionOf(run, slot, last + i + 1, topics[i])), warnings };
}

/** The edits that create planned sessions. */
export function sessionEdits(sessions: readonly Session[]): Outcome<never> {
  return planned(sessions.map(({ id, ...values }) => sureEdit(Session, id, undefined, values)));
}

export type TimetableRefusal = 'moreThanCourse' | 'fewerThanPlanned' | 'alreadyHeld' | 'sessionCancelled' | 'slotTaken';

/** Lets a class have more sessions, up to its course's number, and plans them; preview them with `planSessions`. */
export function extend(
  run: Class,
  course: Course,
  calendar: DayCalendar,
  existing: readonly Session[],
  sessions: number,
): Outcome<TimetableRefusal> {
  if (sessions > course.sessions) return refused('moreThanCourse');
  if (sessions < existing.filter((session) => session.status !== 'cancelled').length)
    return refused('fewerThanPlanned');
  const added = planSessions({ ...run, sessions }, course, calendar, existing).sessions;
  const edits = added.map(({ id, ...values }) => sureEdit(Session, id, undefined, values));
  return planned(run.sessions === sessions ? edits : [sureEdit(Class, run.id, run, { sessions }), ...edits]);
}

/** Moves one session that has not been held; `others` are the class's sessions, `marks` this one's. */
export function reschedule(
  session: Session,
  to: { readonly date: CalendarDate; readonly start: TimeOfDay; readonly minutes?: number },
  others: readonly Session[],
  marks: readonly Attendance[],
): Outcome<TimetableRefusal> {
  if (session.status === 'cancelled') return refused('sessionCancelled');
  if (isHeld(session, marks)) return refused('alreadyHeld');
  const isTaken = others.some(
    (other) =>
      other.id !== session.id && other.status !== 'cancelled' && other.date === to.date && other.start === to.start,
  );
  if (isTaken) return refused('slotTaken');
  const { date, start, minutes = session.minutes } = to;
  if (date === session.date && start === session.start && minutes === session.minutes) return planned([]);
  return planned([sureEdit(Session, session.id, session, { date, start, minutes })]);
}

/** Calls off one session that has not been held. */
export function cancelSession(session: Session, marks: readonly Attendance[]): Outcome<TimetableRefusal> {
  if (session.status === 'cancelled') return planned([]);
  if (isHeld(session, marks)) return refused('alreadyHeld');
  return planned([sureEdit(Session, session.id, session, { status: 'cancelled' })]);
}

/** Takes a cancellation back. */
export function reinstate(session: Session): Outcome<TimetableRefusal> {
  if (session.status !== 'cancelled') return planned([]);
  return planned([sureEdit(Session, session.id, session, { status: 'planned' })]);
}

function isHeld(session: Session, marks: readonly Attendance[]): boolean {
  return session.status === 'held' || isTaken(session, marks);
}

function slotsFrom(
  run: Class,
  calendar: DayCalendar,
  from: CalendarDate,
  wanted: number,
): { readonly slots: readonly Slot[]; readonly warnings: readonly TimetableWarning[] } {
  const slots: Slot[] = [];
  const warnings: TimetableWarning[] = [];
  for (let day = 0; day < horizonDays && slots.length < wanted; day++) {
    const date = addDays(from, day);
    const onDay = slotsOn(run, calendar, date);
    if (onDay.length === 0) continue;
    const isUnknown = Number(date.slice(0, 4)) > calendar.lastKnownYear;
    if (isUnknown && !warnings.some((warning) => warning.kind === 'beyondKnownHolidays'))
      warnings.push({ kind: 'beyondKnownHolidays', date });
    const kind = calendar.kindOf(date);
    if (kind === 'makeUpWorkday') warnings.push({ kind: 'makeUpDay', date });
    if (kind === 'holiday') warnings.push({ kind: 'holidaySkipped', date });
    else slots.push(...onDay.slice(0, wanted - slots.length));
  }
  return { slots, warnings };
}

/** A make-up day that is known to follow a weekday on which the class meets has that weekday's hours. */
function slotsOn(run: Class, calendar: DayCalendar, date: CalendarDate): readonly Slot[] {
  const on = (weekday: Weekday) =>
    run.timetable
      .filter((hours) => hours.weekday === weekday)
      .sort((a, b) => (a.start < b.start ? -1 : 1))
      .map(({ start, minutes }) => ({ date, start, minutes }));
  const own = on(weekdayOf(date));
  if (calendar.kindOf(date) !== 'makeUpWorkday') return own;
  const followed = calendar.makeUpFollows?.(date);
  const instead = followed === undefined ? [] : on(followed);
  return instead.length > 0 ? instead : own;
}

function sessionOf(run: Class, slot: Slot, number: number, topic: string | undefined): Session {
  return {
    id: sessionId(run.id, number),
    class: run.id,
    number,
    ...slot,
    ...(topic === undefined ? {} : { topic }),
    ...(run.teacher === undefined ? {} : { teacher: run.teacher }),
    status: 'planned',
  };
}

/** In the course's order, without what a session that goes ahead already treats: a cancelled one's topic comes again. */
function topicsLeft(course: Course, alive: readonly Session[]): readonly string[] {
  const treated = alive.flatMap((session) => session.topic ?? []);
  return (course.topics ?? []).filter((topic) => {
    const at = treated.indexOf(topic);
    if (at >= 0) treated.splice(at, 1);
    return at < 0;
  });
}
