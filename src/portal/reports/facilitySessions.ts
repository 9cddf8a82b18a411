/** One facility's sessions between two dates, with what they are about and what was marked. */
import { type Kysely, sql } from 'kysely';
import { facilityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { SessionLine } from '../http/reportTypes.ts';
import { type SessionRow, sessionColumnsSql, sessionJoinsSql, sessionLine } from './sessionLines.ts';

const sessionsMax = 2_000;

export interface DateRange {
  readonly from: string;
  /** The last day, itself included. */
  readonly to: string;
}

/** By date and start; cancelled ones too. */
export async function facilitySessions(
  db: Kysely<PortalSchema>,
  facility: string,
  { from, to }: DateRange,
): Promise<readonly SessionLine[]> {
  const { rows } = await sql<SessionRow>`
    select ${sessionColumnsSql}
    from session s left join session_tally t on t.scope = s.scope and t.session = s.id
    ${sessionJoinsSql}
    where s.scope = ${facilityScope(facility)} and s.date between ${from} and ${to} and not s.deleted
    order by s.date, s.start, s.id limit ${sessionsMax}`.execute(db);
  return rows.map(sessionLine);
}
