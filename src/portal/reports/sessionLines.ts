/**
 * Sessions with what they are about and what the roll-up says of them: the SQL that several reports share. Whether a
 * roll call was taken is said as the domain says it (rules/register.ts `isTaken`): closed, or somebody has a mark that
 * is not an apology.
 */
import { sql } from 'kysely';
import { cityScope } from '../../sync/protocol.ts';
import type { SessionLine } from '../http/reportTypes.ts';

/** True for a row of session_tally, called `t`, whose roll call was begun or closed. */
export const isTakenSql = sql<boolean>`(t.closed_at is not null or t.present + t.late + t.left_early + t.absent > 0)`;

export type SessionRow = Omit<SessionLine, 'course'> & {
  readonly courseId: string | null;
  readonly courseZh: string | null;
  readonly courseEn: string | null;
};

/** Columns of a session line, for `sessionJoinsSql`. */
export const sessionColumnsSql = sql`
  s.id as session, s."class", coalesce(c.title, s.title) as title, k.id as "courseId", k.zh as "courseZh",
  k.en as "courseEn", s.number, s.topic, p.sealed->>'name' as teacher, s.date, s.start, s.minutes, s.status,
  coalesce(t.present, 0) as present, coalesce(t.late, 0) as late, coalesce(t.left_early, 0) as "leftEarly",
  coalesce(t.excused, 0) as excused, coalesce(t.absent, 0) as absent, s.headcount, s."closedAt",
  t.updated_at as "updatedAt", coalesce(${isTakenSql}, false) as taken`;

/** From sessions `s` and their tallies `t` to class, course and teacher. */
export const sessionJoinsSql = sql`
  left join "class" c on c.scope = s.scope and c.id = s."class" and not c.deleted
  left join course k on k.scope = ${cityScope} and k.id = c.course and not k.deleted
  left join teacher p on p.scope = s.scope and p.id = coalesce(s.teacher, c.teacher) and not p.deleted`;

/** A row as a line. */
export function sessionLine({ courseId, courseZh, courseEn, ...line }: SessionRow): SessionLine {
  return { ...line, course: courseOf(courseId, courseZh, courseEn) };
}

/** A course's names from three columns of an outer join. */
export function courseOf(id: string | null, zh: string | null, en: string | null): SessionLine['course'] {
  return id === null ? null : { id, zh: zh ?? id, en: en ?? id };
}
