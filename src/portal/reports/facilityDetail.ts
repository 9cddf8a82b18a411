/** One facility on one page: its health, its sessions around a day, what it disagrees about, what was refused. */
import { type Kysely, sql } from 'kysely';
import { cityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { FacilityDetail } from '../http/reportTypes.ts';
import { facilityHealth } from './citySyncHealth.ts';
import { clashes } from './clashes.ts';
import { type DateRange, facilitySessions } from './facilitySessions.ts';
import { refusedChanges } from './refusedChanges.ts';

/** Undefined when there is no such facility. */
export async function facilityDetail(
  db: Kysely<PortalSchema>,
  id: string,
  range: DateRange,
  nowMs: number,
): Promise<FacilityDetail | undefined> {
  const health = await facilityHealth(db, id, nowMs);
  if (health === undefined) return undefined;
  const { rows } = await sql<{ readonly address: string | null; readonly contactPerson: string | null }>`
    select address, contact as "contactPerson" from facility where scope = ${cityScope} and id = ${id}`.execute(db);
  const place = rows[0] ?? { address: null, contactPerson: null };
  return {
    facility: { ...health, ...place },
    ...range,
    sessions: await facilitySessions(db, id, range),
    clashes: await clashes(db, id),
    refused: await refusedChanges(db, id),
  };
}
