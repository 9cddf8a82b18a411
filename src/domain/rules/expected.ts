/**
 * Who is expected at a session, and who else came. Expected are the active enrolments that began by the session's
 * date, and whoever left or completed but is marked all the same. Everybody else with a mark is a visitor. Duplicates
 * are folded (people.ts), deleted learners left out; the order is stable and the same on every tablet.
 */
import type { Attendance } from '../records/attendance.ts';
import type { Enrolment } from '../records/enrolment.ts';
import type { Learner } from '../records/learner.ts';
import type { Session } from '../records/session.ts';
import { byPinyin, type LearnerId, learnerOf, type People, personOf } from './people.ts';

export interface Roll {
  readonly expected: readonly Learner[];
  /** Walk-ins and guests: marked, but not expected. */
  readonly visitors: readonly Learner[];
}

/** The people of a session's roll call; `marks` are those of this session, `enrolments` may hold other classes. */
export function rollOf(
  session: Session,
  enrolments: readonly Enrolment[],
  people: People,
  marks: readonly Attendance[],
): Roll {
  const marked = new Set(
    marks.filter((mark) => mark.session === session.id).map((mark) => personOf(people, mark.learner)),
  );
  const expected = new Set(
    enrolments
      .filter((enrolment) => isExpected(session, enrolment, marked.has(personOf(people, enrolment.learner))))
      .map((enrolment) => personOf(people, enrolment.learner)),
  );
  const visitors = [...marked].filter((id) => !expected.has(id));
  return { expected: inOrder(expected, people), visitors: inOrder(visitors, people) };
}

/** Only the expected, for screens that have no marks yet. */
export function expectedLearners(
  session: Session,
  enrolments: readonly Enrolment[],
  people: People,
  marks: readonly Attendance[] = [],
): readonly Learner[] {
  return rollOf(session, enrolments, people, marks).expected;
}

function isExpected(session: Session, enrolment: Enrolment, isMarked: boolean): boolean {
  if (enrolment.class !== session.class || enrolment.since > session.date) return false;
  if (enrolment.status === 'waiting') return false;
  return enrolment.status === 'active' || isMarked;
}

function inOrder(ids: Iterable<LearnerId>, people: People): readonly Learner[] {
  return [...ids].flatMap((id) => learnerOf(people, id) ?? []).sort(byPinyin);
}
