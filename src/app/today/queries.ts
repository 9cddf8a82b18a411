/** What Today reads: the sessions of one day with the state of their roll call, and what was left open before. */
import type { CalendarDate } from '../../domain/kit/field.ts';
import type { Facility } from '../../domain/records/facility.ts';
import type { Session } from '../../domain/records/session.ts';
import { addDays } from '../../domain/rules/calendar.ts';
import { rollOf } from '../../domain/rules/expected.ts';
import { type Counts, counts, hasBegun, isTaken, marksBySession } from '../../domain/rules/register.ts';
import { type DeviceDatabase, identityOf } from '../../store/database.ts';
import { childrenOfMany, getRow, rowsWhere } from '../../store/queries.ts';
import { enrolmentsOf, readPeople, type SessionTitle, titlesOf } from '../shell/sessionViews.ts';

export type RollCallState = 'notTaken' | 'begun' | 'closed' | 'cancelled';

export interface DaySession extends SessionTitle {
  readonly state: RollCallState;
  readonly counts: Counts;
  /** The how-manieth of its class on this day, where it has several. */
  readonly nth: number | undefined;
}

export interface OpenSessions {
  /** Never taken, newest first. */
  readonly untaken: readonly SessionTitle[];
  /** Begun and never said to be finished. */
  readonly unfinished: readonly SessionTitle[];
}

const lookBackDays = 14;

/** The place this device belongs to; undefined until the first pull brought it. */
export async function ownFacility(db: DeviceDatabase): Promise<Facility | undefined> {
  const identity = await identityOf(db);
  return identity && getRow(db, 'facility', identity.facility);
}

export async function sessionsOfDay(db: DeviceDatabase, date: CalendarDate): Promise<readonly DaySession[]> {
  const sessions = [...(await rowsWhere(db, 'session', 'date', date))].sort(byStart);
  const [titles, enrolments, marks] = await Promise.all([
    titlesOf(db, sessions),
    enrolmentsOf(db, sessions),
    childrenOfMany(
      db,
      'attendance',
      sessions.map((session) => session.id),
    ),
  ]);
  const ids = [...enrolments.map((enrolment) => enrolment.learner), ...marks.map((mark) => mark.learner)];
  const people = await readPeople(db, ids);
  const bySession = marksBySession(marks);
  return titles.map((title) => {
    const own = bySession.get(title.session.id) ?? [];
    const { expected } = rollOf(title.session, enrolments, people, own);
    const register = { session: title.session, marks: own, cleared: new Set<string>(), people };
    const sameClass = sessions.filter((other) => isSameCourse(other, title.session));
    return {
      ...title,
      state: stateOf(title.session, hasBegun(own)),
      counts: counts(register, expected),
      nth: sameClass.length > 1 ? sameClass.indexOf(title.session) + 1 : undefined,
    };
  });
}

/** What the last two weeks before `date` left open. */
export async function openSessions(db: DeviceDatabase, date: CalendarDate): Promise<OpenSessions> {
  const range = await rowsWhere(db, 'session', 'date', addDays(date, -lookBackDays), addDays(date, -1));
  const open = range.filter((session) => session.status !== 'cancelled' && session.closedAt === undefined);
  const bySession = marksBySession(
    await childrenOfMany(
      db,
      'attendance',
      open.map((session) => session.id),
    ),
  );
  const marksOf = (session: Session) => bySession.get(session.id) ?? [];
  const isCounted = (session: Session) => session.class === undefined && session.headcount !== undefined;
  const newestFirst = [...open].sort((a, b) => byStart(b, a));
  const [untaken, unfinished] = await Promise.all([
    titlesOf(
      db,
      newestFirst.filter((session) => !isTaken(session, marksOf(session)) && !isCounted(session)),
    ),
    titlesOf(
      db,
      newestFirst.filter((session) => hasBegun(marksOf(session))),
    ),
  ]);
  return { untaken, unfinished };
}

function stateOf(session: Session, begun: boolean): RollCallState {
  if (session.status === 'cancelled') return 'cancelled';
  if (session.closedAt !== undefined) return 'closed';
  return begun || session.headcount !== undefined ? 'begun' : 'notTaken';
}

function isSameCourse(a: Session, b: Session): boolean {
  return a.class === undefined ? b.class === undefined && a.title === b.title : a.class === b.class;
}

function byStart(a: Session, b: Session): number {
  const [left, right] = [`${a.date} ${a.start} ${a.id}`, `${b.date} ${b.start} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
