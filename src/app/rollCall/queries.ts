/**
 * What the roll call reads. The roster and the marks are two queries, so that a tap reads one packed row again and not
 * the whole class.
 */
import type { Attendance } from '../../domain/records/attendance.ts';
import type { Enrolment } from '../../domain/records/enrolment.ts';
import type { Learner } from '../../domain/records/learner.ts';
import { type People, peopleOf } from '../../domain/rules/people.ts';
import type { Register } from '../../domain/rules/register.ts';
import type { DeviceDatabase } from '../../store/database.ts';
import { allRows, childrenOf, getRow } from '../../store/queries.ts';
import { enrolmentsOf, readPeople, type SessionTitle, titlesOf } from '../shell/sessionViews.ts';

export interface Roster extends SessionTitle {
  readonly enrolments: readonly Enrolment[];
  readonly people: People;
}

export interface Marks {
  readonly rows: readonly Attendance[];
  readonly deletedIds: readonly string[];
}

/** The session with who belongs to it; null when this device has no such session. */
export async function readRoster(db: DeviceDatabase, id: string): Promise<Roster | null> {
  const session = await getRow(db, 'session', id);
  if (!session) return null;
  const [[title], enrolments] = await Promise.all([titlesOf(db, [session]), enrolmentsOf(db, [session])]);
  if (!title) return null;
  const ids = enrolments.map((enrolment) => enrolment.learner);
  return { ...title, enrolments, people: await readPeople(db, ids) };
}

export function readMarks(db: DeviceDatabase, session: string): Promise<Marks> {
  return childrenOf(db, 'attendance', session);
}

/** Those marked who are not enrolled: known by their ids only until now. */
export function readVisitors(db: DeviceDatabase, ids: readonly string[]): Promise<People> {
  return ids.length === 0 ? Promise.resolve(peopleOf([])) : readPeople(db, ids);
}

/** Everybody the facility knows, for the visitor's search. */
export function readLearners(db: DeviceDatabase): Promise<readonly Learner[]> {
  return allRows(db, 'learner');
}

/** The register as it is now: what an action decides on, whatever the screen still shows. */
export async function readRegister(db: DeviceDatabase, id: string, people: People): Promise<Register | undefined> {
  const [session, marks] = await Promise.all([getRow(db, 'session', id), readMarks(db, id)]);
  return session && { session, marks: marks.rows, cleared: new Set(marks.deletedIds), people };
}
