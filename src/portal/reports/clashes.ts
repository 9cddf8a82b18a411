/**
 * Disagreements that nobody has settled: two people wrote different things without having seen each other's. The later
 * one holds meanwhile.
 */
import { type Kysely, sql } from 'kysely';
import type { Json } from '../../domain/kit/json.ts';
import { parseClock } from '../../sync/hlc.ts';
import { facilityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import type { ClashLine } from '../http/reportTypes.ts';

const clashesMax = 200;

interface Found {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly kept: Json;
  readonly kept_clock: string;
  readonly other: Json;
  readonly other_clock: string;
  readonly at: number;
}

/** The open ones of a facility, newest first. */
export async function clashes(db: Kysely<PortalSchema>, facility: string): Promise<readonly ClashLine[]> {
  const { rows } = await sql<Found>`
    select kind, id, field, kept, kept_clock, other, other_clock, at from clash
    where scope = ${facilityScope(facility)} and settled_at is null
    order by at desc, kind, id, field, kept_clock, other_clock limit ${clashesMax}`.execute(db);
  return rows.map(({ kept_clock, other_clock, ...line }) => {
    const [keptBy, otherBy] = [parseClock(kept_clock), parseClock(other_clock)];
    return {
      ...line,
      facility,
      keptDevice: keptBy?.device ?? '',
      keptMs: keptBy?.ms ?? 0,
      otherDevice: otherBy?.device ?? '',
      otherMs: otherBy?.ms ?? 0,
    };
  });
}
