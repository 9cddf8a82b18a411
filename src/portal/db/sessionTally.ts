/** The roll-up of roll calls: one row a session, recounted in the transaction that touched it, so never stale. */
import { type Kysely, sql } from 'kysely';
import type { PortalSchema } from './schema.ts';

export interface TallyPlace {
  readonly scope: string;
  readonly facility: string;
  readonly district: string;
}

/** Recounts these sessions, and all sessions of these classes (their course may have changed). */
export async function recountSessions(
  db: Kysely<PortalSchema>,
  { scope, facility, district }: TallyPlace,
  sessions: readonly string[],
  classes: readonly string[],
  at: number,
): Promise<void> {
  if (sessions.length === 0 && classes.length === 0) return;
  const touched = sql`s.scope = ${scope} and (
    s.id in (select jsonb_array_elements_text(${JSON.stringify(sessions)}::text::jsonb))
    or s.class in (select jsonb_array_elements_text(${JSON.stringify(classes)}::text::jsonb)))`;
  const marked = (status: string) => sql`count(*) filter (where a.status = ${status})`;
  await sql`insert into session_tally (scope, session, facility, district, date, start, class, course, status,
      present, late, left_early, excused, absent, headcount, closed_at, updated_at)
    select s.scope, s.id, ${facility}, ${district}, s.date, s.start, s.class, c.course, s.status,
      ${marked('present')}, ${marked('late')}, ${marked('leftEarly')}, ${marked('excused')}, ${marked('absent')},
      s.headcount, s."closedAt", ${at}::bigint
    from session s
    left join class c on c.scope = s.scope and c.id = s.class
    left join attendance a on a.scope = s.scope and a.session = s.id and not a.deleted
    where ${touched} and not s.deleted
    group by s.scope, s.id, s.date, s.start, s.class, c.course, s.status, s.headcount, s."closedAt"
    on conflict (scope, session) do update set
      date = excluded.date, start = excluded.start, class = excluded.class, course = excluded.course,
      status = excluded.status, present = excluded.present, late = excluded.late, left_early = excluded.left_early,
      excused = excluded.excused, absent = excluded.absent, headcount = excluded.headcount,
      closed_at = excluded.closed_at, updated_at = excluded.updated_at`.execute(db);
  await sql`delete from session_tally t using session s
    where t.scope = s.scope and t.session = s.id and ${touched} and s.deleted`.execute(db);
}
