/**
 * Attendance of a class, in two numbers that are never mixed: participations (marks of people who were there) and
 * learners (distinct people). Only taken sessions count, never cancelled ones; who has no mark at one is not counted
 * as absent. Percentages are rounded down: nobody reaches a threshold by rounding.
 */
import type { Attendance, AttendanceStatus } from '../records/attendance.ts';
import type { Enrolment } from '../records/enrolment.ts';
import type { Learner } from '../records/learner.ts';
import type { Session } from '../records/session.ts';
import { monthOf } from './calendar.ts';
import { rollOf } from './expected.ts';
import { byPinyin, type LearnerId, type People } from './people.ts';
import { type Counts, counts, isTaken, marksByPerson, marksBySession, minutesAttended, wasThere } from './register.ts';

export interface ClassRecords {
  readonly sessions: readonly Session[];
  readonly enrolments: readonly Enrolment[];
  /** Of these sessions; never deleted ones. */
  readonly marks: readonly Attendance[];
  readonly people: People;
}

export interface LearnerAttendance {
  readonly learner: Learner;
  /** False for visitors. */
  readonly isEnrolled: boolean;
  /** Sessions at which this person has a mark, whatever it says. */
  readonly taken: number;
  /** Sessions at which they were there. */
  readonly attended: number;
  readonly minutes: number;
  /** Minutes attended of the minutes of the taken sessions; undefined before the first. */
  readonly percent: number | undefined;
  /** The last five taken sessions of the class, oldest first; undefined: no mark. */
  readonly lastFive: readonly (AttendanceStatus | undefined)[];
  readonly isAbsentee: boolean;
}

export interface SessionAttendance {
  readonly session: Session;
  readonly counts: Counts;
}

export interface ClassAttendance {
  /** In the order of lists; visitors after the enrolled. */
  readonly learners: readonly LearnerAttendance[];
  /** By date and start; cancelled ones too. */
  readonly sessions: readonly SessionAttendance[];
  /** How often somebody was there by name. */
  readonly participations: number;
  /** How many different people were there by name. */
  readonly distinctLearners: number;
  /** People counted without names, over all sessions; may hold one person many times. */
  readonly headcounts: number;
  readonly minutes: number;
}

/** From how many taken sessions on, and below which percentage, somebody is pointed out. */
export interface AbsenteeRule {
  readonly minTaken: number;
  readonly belowPercent: number;
}

export const defaultAbsenteeRule: AbsenteeRule = { minTaken: 3, belowPercent: 60 };

const recentSessions = 5;
const noneCleared: ReadonlySet<string> = new Set();

interface Kept {
  readonly session: Session;
  readonly marks: ReadonlyMap<LearnerId, Attendance>;
  readonly expected: readonly Learner[];
  readonly visitors: readonly Learner[];
  readonly counts: Counts;
  readonly isTaken: boolean;
}

/** All numbers of one class. */
export function classAttendance(records: ClassRecords, rule: AbsenteeRule = defaultAbsenteeRule): ClassAttendance {
  const kept = keptSessions(records);
  const going = kept.filter(({ session }) => session.status !== 'cancelled');
  const taken = going.filter((each) => each.isTaken);
  const learners = lines(kept).map(({ learner, isEnrolled }) => learnerLine(learner, isEnrolled, taken, rule));
  const names = taken.flatMap(({ marks }) => [...marks].filter(([, mark]) => wasThere(mark.status)).map(([id]) => id));
  return {
    learners,
    sessions: kept.map(({ session, counts: counted }) => ({ session, counts: counted })),
    participations: names.length,
    distinctLearners: new Set(names).size,
    headcounts: going.reduce((sum, { session }) => sum + (session.headcount ?? 0), 0),
    minutes: taken.reduce(
      (sum, { session, marks }) =>
        sum + [...marks.values()].reduce((all, mark) => all + minutesAttended(session, mark), 0),
      0,
    ),
  };
}

export interface GridCell {
  readonly session: Session['id'];
  readonly status: AttendanceStatus | undefined;
  readonly minutes: number;
}

export interface GridRow {
  readonly learner: Learner;
  readonly isEnrolled: boolean;
  /** One for each column, in its order. */
  readonly cells: readonly GridCell[];
  readonly attended: number;
  readonly minutes: number;
}

export interface MonthGrid {
  readonly month: string;
  /** The month's sessions by date and start, cancelled ones too; two on one day are two columns. */
  readonly columns: readonly SessionAttendance[];
  readonly rows: readonly GridRow[];
}

/** The class register's sheet for one month (`2026-11`): learners down, sessions across. */
export function monthGrid(month: string, records: ClassRecords): MonthGrid {
  const kept = keptSessions({
    ...records,
    sessions: records.sessions.filter((session) => monthOf(session.date) === month),
  });
  const rows = lines(kept).map(({ learner, isEnrolled }) => {
    const cells = kept.map(({ session, marks }) => {
      const mark = marks.get(learner.id);
      return { session: session.id, status: mark?.status, minutes: mark ? minutesAttended(session, mark) : 0 };
    });
    return {
      learner,
      isEnrolled,
      cells,
      attended: cells.filter((cell) => cell.status !== undefined && wasThere(cell.status)).length,
      minutes: cells.reduce((sum, cell) => sum + cell.minutes, 0),
    };
  });
  return { month, columns: kept.map(({ session, counts: counted }) => ({ session, counts: counted })), rows };
}

/** The months in which a class has sessions, in order: the sheets of its register. */
export function monthsOf(sessions: readonly Session[]): readonly string[] {
  return [...new Set(sessions.map((session) => monthOf(session.date)))].sort();
}

function keptSessions(records: ClassRecords): readonly Kept[] {
  const bySession = marksBySession(records.marks);
  return [...records.sessions].sort(byTime).map((session) => {
    const register = { session, marks: bySession.get(session.id) ?? [], cleared: noneCleared, people: records.people };
    const roll = rollOf(session, records.enrolments, records.people, register.marks);
    const marks = marksByPerson(register);
    const counted = counts(register, roll.expected);
    return { session, marks, ...roll, counts: counted, isTaken: isTaken(session, marks.values()) };
  });
}

function byTime(a: Session, b: Session): number {
  const [left, right] = [`${a.date} ${a.start} ${a.id}`, `${b.date} ${b.start} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Everybody who was expected at one of the sessions, then the visitors who never were. */
function lines(kept: readonly Kept[]): readonly { readonly learner: Learner; readonly isEnrolled: boolean }[] {
  const expected = new Map(kept.flatMap((each) => each.expected).map((learner) => [learner.id, learner]));
  const visitors = new Map(kept.flatMap((each) => each.visitors).map((learner) => [learner.id, learner]));
  const enrolled = [...expected.values()].sort(byPinyin).map((learner) => ({ learner, isEnrolled: true }));
  const others = [...visitors.values()].filter((learner) => !expected.has(learner.id)).sort(byPinyin);
  return [...enrolled, ...others.map((learner) => ({ learner, isEnrolled: false }))];
}

function learnerLine(
  learner: Learner,
  isEnrolled: boolean,
  sessions: readonly Kept[],
  rule: AbsenteeRule,
): LearnerAttendance {
  const taken = sessions.flatMap(({ session, marks }) => {
    const mark = marks.get(learner.id);
    return mark ? [{ session, mark }] : [];
  });
  const minutes = taken.reduce((sum, { session, mark }) => sum + minutesAttended(session, mark), 0);
  const offered = taken.reduce((sum, { session }) => sum + session.minutes, 0);
  const percent = offered === 0 ? undefined : Math.floor((100 * minutes) / offered);
  return {
    learner,
    isEnrolled,
    taken: taken.length,
    attended: taken.filter(({ mark }) => wasThere(mark.status)).length,
    minutes,
    percent,
    lastFive: sessions.slice(-recentSessions).map(({ marks }) => marks.get(learner.id)?.status),
    isAbsentee: isEnrolled && taken.length >= rule.minTaken && percent !== undefined && percent < rule.belowPercent,
  };
}
