/**
 * One facility's classes: what, who, how many enrolled, how far. Learners found to be one person count once; of their
 * places the active one counts before the waiting one.
 */
import { type Kysely, sql } from 'kysely';
import { cityScope, facilityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { ClassLine } from '../http/reportTypes.ts';
import { courseOf, isTakenSql } from './sessionLines.ts';

type Line = Omit<ClassLine, 'course' | 'sessions'> & {
  readonly courseId: string | null;
  readonly courseZh: string | null;
  readonly courseEn: string | null;
  readonly taken: number;
  readonly open: number;
  readonly cancelled: number;
};

const classesMax = 1_000;

/** Newest term first; `today` divides what is to come; `only`: one class. */
export async function facilityClasses(
  db: Kysely<PortalSchema>,
  facility: string,
  today: string,
  only?: string,
): Promise<readonly ClassLine[]> {
  const scope = facilityScope(facility);
  const { rows } = await sql<Line>`
    with place as (
      select e."class", coalesce(l."mergedInto", e.learner) as person, bool_or(e.status = 'active') as active,
        bool_or(e.status = 'waiting') as waiting
      from enrolment e left join learner l on l.scope = e.scope and l.id = e.learner
      where e.scope = ${scope} and not e.deleted ${only === undefined ? sql`` : sql`and e."class" = ${only}`}
      group by 1, 2
    ), places as (
      select "class", count(*) filter (where active) as enrolled,
        count(*) filter (where waiting and not active) as waiting
      from place group by "class"
    ), meetings as (
      select s."class", count(*) filter (where ${isTakenSql} and s.status <> 'cancelled') as taken,
        count(*) filter (where s.status = 'cancelled') as cancelled, count(*) as total,
        coalesce(sum(t.present + t.late + t.left_early) filter (where s.status <> 'cancelled'), 0) as participations,
        min(s.date) filter (where s.date >= ${today} and s.status = 'planned') as next,
        array_agg(distinct left(s.date, 7)) as months
      from session s left join session_tally t on t.scope = s.scope and t.session = s.id
      where s.scope = ${scope} and not s.deleted
        ${only === undefined ? sql`and s."class" is not null` : sql`and s."class" = ${only}`}
      group by s."class"
    )
    select c.id, k.id as "courseId", k.zh as "courseZh", k.en as "courseEn", c.title, p.sealed->>'name' as teacher,
      c.room, c.term, c.starts, c.status, c.capacity, coalesce(e.enrolled, 0) as enrolled,
      coalesce(e.waiting, 0) as waiting, coalesce(m.taken, 0) as taken, coalesce(m.cancelled, 0) as cancelled,
      coalesce(m.total - m.taken - m.cancelled, 0) as open, coalesce(m.participations, 0) as participations,
      m.next as "nextDate", coalesce(m.months, '{}') as months
    from "class" c
    left join course k on k.scope = ${cityScope} and k.id = c.course and not k.deleted
    left join teacher p on p.scope = c.scope and p.id = c.teacher and not p.deleted
    left join places e on e."class" = c.id
    left join meetings m on m."class" = c.id
    where c.scope = ${scope} and not c.deleted ${only === undefined ? sql`` : sql`and c.id = ${only}`}
    order by c.term desc, c.starts desc, c.id limit ${classesMax}`.execute(db);
  return rows.map(({ courseId, courseZh, courseEn, taken, open, cancelled, ...line }) => ({
    ...line,
    course: courseOf(courseId, courseZh, courseEn),
    sessions: { taken, open, cancelled },
  }));
}
