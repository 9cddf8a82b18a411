/**
 * The register of one session: its marks as rules read them. No mark means *not taken*, which is not *absent*.
 * A person has at most one mark that counts: their own, else one written on a duplicate of theirs, lowest id first.
 */
import type { Attendance, AttendanceStatus } from '../records/attendance.ts';
import type { Learner } from '../records/learner.ts';
import type { Session } from '../records/session.ts';
import { type LearnerId, type People, personOf } from './people.ts';

export interface Register {
  readonly session: Session;
  /** The session's marks; never deleted ones. */
  readonly marks: readonly Attendance[];
  /** The ids of this session's deleted marks: marking again must lift the tombstone. */
  readonly cleared: ReadonlySet<string>;
  readonly people: People;
}

/** Of the expected: how many of each; their sum is `expected`. */
export interface Counts {
  readonly present: number;
  readonly late: number;
  readonly leftEarly: number;
  readonly excused: number;
  readonly absent: number;
  readonly notTaken: number;
  readonly expected: number;
  /** People in the room who were not expected, with a name or only counted. */
  readonly visitors: number;
  /** People in the room: present, late, left early, visitors. */
  readonly total: number;
}

/** The mark that counts for each person. */
export function marksByPerson(register: Register): ReadonlyMap<LearnerId, Attendance> {
  const marks = new Map<LearnerId, Attendance>();
  for (const mark of register.marks) {
    const person = personOf(register.people, mark.learner);
    const other = marks.get(person);
    if (!other || precedes(mark, other, person)) marks.set(person, mark);
  }
  return marks;
}

/** The mark that counts for one person; undefined: not taken. */
export function markOf(register: Register, learner: LearnerId): Attendance | undefined {
  const person = personOf(register.people, learner);
  return allMarksOf(register, person).reduce<Attendance | undefined>(
    (best, mark) => (best === undefined || precedes(mark, best, person) ? mark : best),
    undefined,
  );
}

/** Every mark of one person, those on duplicates included. */
export function allMarksOf(register: Register, learner: LearnerId): readonly Attendance[] {
  const person = personOf(register.people, learner);
  return register.marks.filter((mark) => personOf(register.people, mark.learner) === person);
}

/** Which of two marks of one person counts. */
export function precedes(a: Attendance, b: Attendance, person: LearnerId): boolean {
  if (a.learner === b.learner) return false;
  return a.learner === person || (b.learner !== person && a.learner < b.learner);
}

/** Marks sorted into their sessions. */
export function marksBySession(marks: readonly Attendance[]): ReadonlyMap<Session['id'], readonly Attendance[]> {
  const sorted = new Map<Session['id'], Attendance[]>();
  for (const mark of marks) {
    const kept = sorted.get(mark.session);
    if (kept) kept.push(mark);
    else sorted.set(mark.session, [mark]);
  }
  return sorted;
}

/** Whether the roll call has begun: an apology in advance does not begin it. */
export function hasBegun(marks: Iterable<Attendance>): boolean {
  return [...marks].some((mark) => mark.status !== 'excused');
}

/** Whether the roll call has begun or was closed. */
export function isTaken(session: Session, marks: Iterable<Attendance>): boolean {
  return session.closedAt !== undefined || hasBegun(marks);
}

/** Whether a status says that the person was in the room. */
export function wasThere(status: AttendanceStatus): boolean {
  return status === 'present' || status === 'late' || status === 'leftEarly';
}

/** Contact minutes: the session's for who was there, unless the mark says fewer; none for absent and excused. */
export function minutesAttended(
  session: Pick<Session, 'minutes'>,
  mark: Pick<Attendance, 'status' | 'minutes'>,
): number {
  if (!wasThere(mark.status)) return 0;
  return Math.min(mark.minutes ?? session.minutes, session.minutes);
}

/** What the bar over a roll call shows. */
export function counts(register: Register, expected: readonly Pick<Learner, 'id'>[]): Counts {
  const marks = marksByPerson(register);
  const ids = new Set(expected.map((learner) => learner.id));
  const tally = { present: 0, late: 0, leftEarly: 0, excused: 0, absent: 0, notTaken: 0 };
  for (const id of ids) tally[countedAs(marks.get(id))] += 1;
  const named = [...marks].filter(([id, mark]) => !ids.has(id) && wasThere(mark.status)).length;
  const visitors = named + (register.session.headcount ?? 0);
  return { ...tally, expected: ids.size, visitors, total: tally.present + tally.late + tally.leftEarly + visitors };
}

const countedStatuses: readonly string[] = ['present', 'late', 'leftEarly', 'excused', 'absent'];

/** A status that a newer tablet may know and this one does not is at least no proof of attendance. */
function countedAs(mark: Attendance | undefined): AttendanceStatus | 'notTaken' {
  return mark && countedStatuses.includes(mark.status) ? mark.status : 'notTaken';
}
