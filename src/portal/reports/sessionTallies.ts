/** The roll-up of some sessions of one facility, as the event of a roll call tells it. */
import { type Kysely, sql } from 'kysely';
import { facilityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { RollCallEvent } from '../http/reportTypes.ts';

/** By date and start; sessions without a tally (deleted ones) are left out. */
export async function sessionTallies(
  db: Kysely<PortalSchema>,
  facility: string,
  sessions: readonly string[],
): Promise<readonly RollCallEvent[]> {
  const { rows } = await sql<RollCallEvent>`
    select facility, district, session, date, start, status, present, late, left_early as "leftEarly", excused, absent,
      headcount, closed_at as "closedAt", updated_at as "updatedAt"
    from session_tally where scope = ${facilityScope(facility)} and session = any(${sessions}::text[])
    order by date, start, session`.execute(db);
  return rows;
}
