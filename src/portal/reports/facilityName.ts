/** A facility's names by its code: what most reports begin with. */
import { type Kysely, sql } from 'kysely';
import { cityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { FacilityName } from '../http/reportTypes.ts';

/** The facility's names; undefined when there is no such facility. */
export async function facilityName(db: Kysely<PortalSchema>, id: string): Promise<FacilityName | undefined> {
  const { rows } = await sql<FacilityName>`
    select id, zh, en, district from facility where scope = ${cityScope} and id = ${id} and not deleted`.execute(db);
  return rows[0];
}
