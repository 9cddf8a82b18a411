/**
 * Completion: whether a learner has attended what the course asks for, and if not, what is missing and whether it can
 * still be reached. Measured in contact minutes over all sessions of the class that were not cancelled; before
 * there are any, over the course's planned minutes.
 */
import type { Attendance } from '../records/attendance.ts';
import type { Course } from '../records/course.ts';
import type { Session } from '../records/session.ts';
import type { LearnerId, People } from './people.ts';
import { markOf, marksBySession, minutesAttended } from './register.ts';

export interface Completion {
  /** Attendance suffices. A course with `assessment` asks for a passed one besides; that is not judged here. */
  readonly isMet: boolean;
  readonly minutes: number;
  /** The class's minutes, cancelled sessions left out; the course's before the class has sessions. */
  readonly totalMinutes: number;
  readonly requiredMinutes: number;
  readonly minutesShort: number;
  /** Rounded down; undefined when there are no minutes. */
  readonly percent: number | undefined;
  /** Sessions at which this learner has no mark yet: only these can still add minutes. */
  readonly sessionsLeft: number;
  readonly minutesLeft: number;
  /** False once even full attendance of what is left falls short. */
  readonly isReachable: boolean;
}

/** `sessions` and `marks` are those of the enrolment's class; the learner's duplicates count as them. */
export function completionOf(
  learner: LearnerId,
  course: Course,
  sessions: readonly Session[],
  marks: readonly Attendance[],
  people: People,
): Completion {
  const bySession = marksBySession(marks);
  const going = sessions
    .filter((session) => session.status !== 'cancelled')
    .map((session) => {
      const register = { session, marks: bySession.get(session.id) ?? [], cleared: new Set<string>(), people };
      return { session, mark: markOf(register, learner) };
    });
  const planned = going.reduce((sum, { session }) => sum + session.minutes, 0);
  const totalMinutes = going.length === 0 ? course.minutes : planned;
  const minutes = going.reduce((sum, { session, mark }) => sum + (mark ? minutesAttended(session, mark) : 0), 0);
  const left = going.filter(({ mark }) => mark === undefined);
  const minutesLeft = going.length === 0 ? course.minutes : left.reduce((sum, { session }) => sum + session.minutes, 0);
  const requiredMinutes = Math.ceil((totalMinutes * (course.minAttendancePercent ?? 0)) / 100);
  const minutesShort = Math.max(0, requiredMinutes - minutes);
  return {
    isMet: minutesShort === 0,
    minutes,
    totalMinutes,
    requiredMinutes,
    minutesShort,
    percent: totalMinutes === 0 ? undefined : Math.floor((100 * minutes) / totalMinutes),
    sessionsLeft: going.length === 0 ? course.sessions : left.length,
    minutesLeft,
    isReachable: minutesShort <= minutesLeft,
  };
}
