/**
 * Who has been in contact, facility by facility and district by district. Reads one row a facility and one a device:
 * the same cost after ten years as on the first day.
 */
import { type Kysely, sql } from 'kysely';
import { cityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { CityHealth, Contact, ContactCounts, FacilityHealth } from '../http/reportTypes.ts';
import { districtName } from './districtNames.ts';

const dayMs = 86_400_000;

/** The whole city at an instant. */
export async function citySyncHealth(db: Kysely<PortalSchema>, nowMs: number): Promise<CityHealth> {
  const facilities = await facilitiesHealth(db, nowMs);
  const open = await sql<{ count: number }>`select count(*) from clash where settled_at is null`.execute(db);
  const codes = [...new Set(facilities.map(({ district }) => district))].sort();
  return {
    at: nowMs,
    counts: countsOf(facilities),
    openClashes: open.rows[0]?.count ?? 0,
    districts: codes.map((code) => {
      const within = facilities.filter(({ district }) => district === code);
      return { ...districtName(code), counts: countsOf(within), facilities: within };
    }),
  };
}

/** One facility's health; undefined when there is no such facility. */
export async function facilityHealth(
  db: Kysely<PortalSchema>,
  id: string,
  nowMs: number,
): Promise<FacilityHealth | undefined> {
  return (await facilitiesHealth(db, nowMs, id))[0];
}

type Line = Omit<FacilityHealth, 'contact'>;

async function facilitiesHealth(
  db: Kysely<PortalSchema>,
  nowMs: number,
  id?: string,
): Promise<readonly FacilityHealth[]> {
  const { rows } = await sql<Line>`
    select f.id, f.zh, f.en, f.district, f.network, f.kind, count(d.id) as devices,
      max(d.last_contact_at) as "lastContactAt", coalesce(sum(d.pending), 0) as pending,
      (array_agg(nullif(d.app, '') order by d.last_contact_at desc nulls last))[1] as app,
      (array_agg(d.clock_offset_ms order by abs(d.clock_offset_ms) desc nulls last))[1] as "clockOffsetMs"
    from facility f left join device d on d.facility = f.id and d.status <> 'revoked'
    where f.scope = ${cityScope} and not f.deleted ${id === undefined ? sql`` : sql`and f.id = ${id}`}
    group by f.scope, f.id
    order by f.district, f.id`.execute(db);
  return rows.map((row) => ({ ...row, contact: contactOf(row.lastContactAt, nowMs) }));
}

function contactOf(last: number | null, nowMs: number): Contact {
  if (last === null) return 'never';
  if (nowMs - last <= 7 * dayMs) return 'week';
  return nowMs - last <= 14 * dayMs ? 'fortnight' : 'silent';
}

function countsOf(facilities: readonly FacilityHealth[]): ContactCounts {
  const having = (contact: Contact) => facilities.filter((each) => each.contact === contact).length;
  return {
    facilities: facilities.length,
    week: having('week'),
    fortnight: having('fortnight'),
    silent: having('silent'),
    never: having('never'),
    pending: facilities.reduce((sum, { pending }) => sum + pending, 0),
  };
}
