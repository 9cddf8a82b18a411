/**
 * One class's register of one month, made by the domain's own rule from the raw records, so that the portal and the
 * facility's tablet can never show different numbers. Names people: only for staff who are signed in.
 */
import type { Kysely } from 'kysely';
import { Attendance } from '../../domain/records/attendance.ts';
import { Enrolment } from '../../domain/records/enrolment.ts';
import { Learner } from '../../domain/records/learner.ts';
import { Session } from '../../domain/records/session.ts';
import { type People, peopleOf } from '../../domain/rules/people.ts';
import { type GridRow, monthGrid, monthsOf, type SessionAttendance } from '../../domain/rules/statistics.ts';
import { facilityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { AttendanceColumn, AttendanceRow, ClassMonth, FacilityName } from '../http/reportTypes.ts';
import { facilityClasses } from './facilityClasses.ts';
import { recordRows } from './recordRows.ts';

export interface MonthAsked {
  readonly facility: FacilityName;
  readonly class: string;
  /** `2026-11`; undefined: the month of `today`, or else the class's last before it. */
  readonly month: string | undefined;
  readonly today: string;
}

/** The sheet; undefined when the facility has no such class. */
export async function classAttendance(db: Kysely<PortalSchema>, asked: MonthAsked): Promise<ClassMonth | undefined> {
  const scope = facilityScope(asked.facility.id);
  const [line] = await facilityClasses(db, asked.facility.id, asked.today, asked.class);
  if (line === undefined) return undefined;
  const sessions = await recordRows(db, Session, scope, { column: 'class', among: [asked.class] });
  const months = monthsOf(sessions);
  const month = asked.month ?? sheetFor(asked.today.slice(0, 'YYYY-MM'.length), months);
  const ofMonth = sessions.filter(({ date }) => date.startsWith(month));
  const enrolments = await recordRows(db, Enrolment, scope, { column: 'class', among: [asked.class] });
  const marks = await recordRows(db, Attendance, scope, { column: 'session', among: ofMonth.map(({ id }) => id) });
  const people = await peopleNamed(
    db,
    scope,
    [...enrolments, ...marks].map(({ learner }) => learner),
  );
  const grid = monthGrid(month, { sessions: ofMonth, enrolments, marks, people });
  const { id, course, title, teacher, room, term, status } = line;
  return {
    facility: asked.facility,
    class: { id, course, title, teacher, room, term, status },
    month,
    months,
    columns: grid.columns.map(columnOf),
    rows: grid.rows.map(rowOf),
  };
}

/** The learners of these ids and everybody that they were merged into. */
async function peopleNamed(db: Kysely<PortalSchema>, scope: string, ids: readonly string[]): Promise<People> {
  const known = new Map<string, Learner>();
  const asked = new Set<string>();
  for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
    for (const id of wanted) asked.add(id);
    for (const learner of await recordRows(db, Learner, scope, { column: 'id', among: wanted }))
      known.set(learner.id, learner);
    const next = [...known.values()].flatMap(({ mergedInto }) => mergedInto ?? []);
    wanted = [...new Set<string>(next)].filter((id) => !asked.has(id));
  }
  return peopleOf(known.values());
}

function sheetFor(current: string, months: readonly string[]): string {
  return months.filter((month) => month <= current).at(-1) ?? months[0] ?? current;
}

function columnOf({ session, counts }: SessionAttendance): AttendanceColumn {
  const { id, number, date, start, minutes, topic, status, closedAt } = session;
  return {
    session: id,
    number: number ?? null,
    date,
    start,
    minutes,
    topic: topic ?? null,
    status,
    closedAt: closedAt ?? null,
    counts,
  };
}

function rowOf({ learner, isEnrolled, cells, attended, minutes }: GridRow): AttendanceRow {
  const { id, name, birthYear, card } = learner;
  return {
    learner: { id, name, birthYear: birthYear ?? null, card: card ?? null },
    isEnrolled,
    marks: cells.map(({ status }) => status ?? null),
    attended,
    minutes,
  };
}
