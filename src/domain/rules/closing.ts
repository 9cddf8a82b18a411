/**
 * The roll call as a whole: closing, reopening, and counting heads without names. Closing says that the roll call is
 * finished, and no more: who has no mark stays *not taken*.
 */
import { editOf, sureEdit } from '../kit/edit.ts';
import type { CalendarDate } from '../kit/field.ts';
import type { Attendance } from '../records/attendance.ts';
import { Session } from '../records/session.ts';
import { type Outcome, planned, plannedIfValid, refused } from './outcome.ts';
import { hasBegun } from './register.ts';

export type ClosingRefusal = 'sessionCancelled' | 'inFuture' | 'rollCallClosed' | 'invalidFields';

/** Says that the roll call is finished: the session is held. `ms` is the instant. */
export function closeRollCall(session: Session, ms: number, today: CalendarDate): Outcome<ClosingRefusal> {
  const refusal = refusalOf(session, today);
  if (refusal) return refused(refusal);
  if (session.closedAt !== undefined) return planned([]);
  return planned([sureEdit(Session, session.id, session, { closedAt: ms, status: 'held' })]);
}

/**
 * Opens a closed roll call again: marks need no reason until it is closed. A session that was closed by mistake, with
 * nobody marked, is only planned again.
 */
export function reopen(session: Session, marks: readonly Attendance[]): Outcome<ClosingRefusal> {
  if (session.status === 'cancelled') return refused('sessionCancelled');
  if (session.closedAt === undefined) return planned([]);
  const status = hasBegun(marks) || session.headcount !== undefined ? 'held' : 'planned';
  return planned([sureEdit(Session, session.id, session, { closedAt: undefined, status })]);
}

/** Counts people without names, beside those with a mark; undefined: not counted. A closed roll call is reopened first. */
export function setHeadcount(
  session: Session,
  headcount: number | undefined,
  today: CalendarDate,
): Outcome<ClosingRefusal> {
  const refusal = refusalOf(session, today);
  if (refusal) return refused(refusal);
  if (session.headcount === headcount) return planned([]);
  if (session.closedAt !== undefined) return refused('rollCallClosed');
  return plannedIfValid([editOf(Session, session.id, session, { headcount })]);
}

function refusalOf(session: Session, today: CalendarDate): ClosingRefusal | undefined {
  if (session.status === 'cancelled') return 'sessionCancelled';
  return session.date > today ? 'inFuture' : undefined;
}
