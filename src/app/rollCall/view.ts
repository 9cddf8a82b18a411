/** The roll call as its screen shows it, put together from the queries; pure. */
import type { CalendarDate } from '../../domain/kit/field.ts';
import type { Attendance } from '../../domain/records/attendance.ts';
import type { Learner } from '../../domain/records/learner.ts';
import { type Roll, rollOf } from '../../domain/rules/expected.ts';
import { type LearnerId, type People, peopleOf } from '../../domain/rules/people.ts';
import { type Counts, counts, marksByPerson, type Register } from '../../domain/rules/register.ts';
import { type Detail, tellApart } from '../../domain/rules/tellApart.ts';
import type { Marks, Roster } from './queries.ts';

/** What may be done: `closed` with a reason, `future` only apologies, `cancelled` nothing. */
export type Mode = 'open' | 'closed' | 'future' | 'cancelled';

export interface RollCallView {
  readonly roster: Roster;
  readonly register: Register;
  readonly roll: Roll;
  readonly counts: Counts;
  readonly marks: ReadonlyMap<LearnerId, Attendance>;
  /** Of people who share a name: what tells them apart. */
  readonly details: ReadonlyMap<LearnerId, readonly Detail[]>;
  readonly mode: Mode;
}

export function viewOf(roster: Roster, marks: Marks, visitors: People, today: CalendarDate): RollCallView {
  const { session, enrolments } = roster;
  const people = peopleOf([...roster.people.byId.values(), ...visitors.byId.values()]);
  const register = { session, marks: marks.rows, cleared: new Set(marks.deletedIds), people };
  const roll = rollOf(session, enrolments, people, marks.rows);
  return {
    roster,
    register,
    roll,
    counts: counts(register, roll.expected),
    marks: marksByPerson(register),
    details: tellApart(everybodyOf(roll)),
    mode: modeOf(register, today),
  };
}

/** In the order of the tiles. */
export function everybodyOf(roll: Roll): readonly Learner[] {
  return [...roll.expected, ...roll.visitors];
}

/** The marked learners that the roster does not know, in a stable order. */
export function strangersOf(roster: Roster, marks: Marks): readonly string[] {
  return marks.rows
    .map((mark) => mark.learner)
    .filter((id) => !roster.people.byId.has(id))
    .sort();
}

function modeOf({ session }: Register, today: CalendarDate): Mode {
  if (session.status === 'cancelled') return 'cancelled';
  if (session.closedAt !== undefined) return 'closed';
  return session.date > today ? 'future' : 'open';
}
