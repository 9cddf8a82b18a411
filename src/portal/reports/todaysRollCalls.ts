/**
 * One day in the city: how many roll calls are due and taken, by district, and those that arrived last. Reads the
 * roll-up alone for the counts, through its index by date: what else it holds does not matter.
 */
import { type Kysely, sql } from 'kysely';
import type { CalendarDate, TimeOfDay } from '../../domain/kit/field.ts';
import { cityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { Arrival, CityToday, RollCallCounts } from '../http/reportTypes.ts';
import { districtName } from './districtNames.ts';
import { isTakenSql, type SessionRow, sessionColumnsSql, sessionJoinsSql, sessionLine } from './sessionLines.ts';

const latestMax = 20;

/** A date of the city; `time`: what the clock on the wall shows. */
export async function todaysRollCalls(
  db: Kysely<PortalSchema>,
  date: CalendarDate,
  time: TimeOfDay,
): Promise<CityToday> {
  const { rows } = await sql<RollCallCounts & { readonly district: string }>`
    select t.district, count(*) as sessions, count(*) filter (where t.start <= ${time}) as due,
      count(*) filter (where ${isTakenSql}) as taken,
      count(*) filter (where ${isTakenSql} and t.start <= ${time}) as "dueTaken",
      sum(t.present + t.late + t.left_early) as participations, coalesce(sum(t.headcount), 0) as headcount
    from session_tally t where t.date = ${date} and t.status <> 'cancelled'
    group by t.district order by t.district`.execute(db);
  const sum = (name: keyof RollCallCounts) => rows.reduce((all, row) => all + row[name], 0);
  return {
    date,
    time,
    counts: {
      sessions: sum('sessions'),
      due: sum('due'),
      taken: sum('taken'),
      dueTaken: sum('dueTaken'),
      participations: sum('participations'),
      headcount: sum('headcount'),
    },
    districts: rows.map(({ district, ...counts }) => ({ ...districtName(district), counts })),
    latest: await latestArrivals(db),
  };
}

/** From the newest tallies backwards; the inner limit bounds the walk when many were touched and none was taken. */
async function latestArrivals(db: Kysely<PortalSchema>): Promise<readonly Arrival[]> {
  const { rows } = await sql<SessionRow & ArrivalFacility>`
    select ${sessionColumnsSql}, f.id as "facilityId", f.zh as "facilityZh", f.en as "facilityEn", f.district
    from (
      select * from (select * from session_tally order by updated_at desc limit 2000) t
      where ${isTakenSql} order by updated_at desc, scope, session limit ${latestMax}
    ) t
    join session s on s.scope = t.scope and s.id = t.session and not s.deleted
    join facility f on f.scope = ${cityScope} and f.id = t.facility
    ${sessionJoinsSql}
    order by t.updated_at desc, t.scope, t.session`.execute(db);
  return rows.map(({ facilityId, facilityZh, facilityEn, district, ...row }) => ({
    ...sessionLine(row),
    facility: { id: facilityId, zh: facilityZh, en: facilityEn, district },
  }));
}

interface ArrivalFacility {
  readonly facilityId: string;
  readonly facilityZh: string;
  readonly facilityEn: string;
  readonly district: string;
}
