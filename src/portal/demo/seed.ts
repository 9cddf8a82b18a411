/**
 * Puts the demo city into an empty database: 320 facilities, 44 programmes and their courses, what six facilities did
 * this term, and tablets that the portal has heard of. In one transaction with its marker: all of it or nothing, once,
 * however many portals start. Who seeds on one day gets one city.
 */
import { type Kysely, sql } from 'kysely';
import type { Edit } from '../../domain/kit/edit.ts';
import { cityScope, facilityScope } from '../../sync/protocol.ts';
import { writeCityRecords } from '../db/cityRecords.ts';
import type { PortalSchema } from '../db/schema.ts';
import { recountSessions } from '../db/sessionTally.ts';
import type { Portal } from '../portal.ts';
import { chances } from './chances.ts';
import { type DemoPlace, demoPlaces } from './demoClasses.ts';
import { type DemoFacility, demoFacilities } from './facilities.ts';
import { activityEdits } from './seedActivities.ts';
import { cityEdits } from './seedCity.ts';
import { classEdits, lectureEdits } from './seedClasses.ts';
import { type DemoDevice, demoDevices, demoStatus } from './seedDevices.ts';
import { peopleAt } from './seedPeople.ts';
import { dayMs, type SeedTime, seedTime } from './seedTime.ts';

const marker = 'demo-city';
/** Any number that nobody else locks by. */
const lockNumber = 20_261_110;

export type SeedOutcome =
  | { readonly kind: 'seeded'; readonly records: number }
  | { readonly kind: 'there' }
  /** Somebody's own records are in this database, and are left alone. */
  | { readonly kind: 'notEmpty' };

/** Seeds the demo city unless it, or anything else, is there. */
export async function seedDemoCity(portal: Portal): Promise<SeedOutcome> {
  return portal.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lockNumber}::bigint)`.execute(trx);
    if (await isDemoCity(trx)) return { kind: 'there' };
    const facility = await trx.selectFrom('facility').select('id').limit(1).executeTakeFirst();
    if (facility !== undefined) return { kind: 'notEmpty' };
    const records = await writeCity(trx, seedTime(portal.now()));
    await sql`insert into setting (name, value)
      values (${marker}, ${JSON.stringify({ at: portal.now() })}::text::jsonb)`.execute(trx);
    return { kind: 'seeded', records };
  });
}

/** Whether the demo city is in this database. */
export async function isDemoCity(db: Kysely<PortalSchema>): Promise<boolean> {
  const setting = await db.selectFrom('setting').where('name', '=', marker).select('name').executeTakeFirst();
  return setting !== undefined;
}

async function writeCity(trx: Kysely<PortalSchema>, time: SeedTime): Promise<number> {
  const city = cityEdits();
  await writeCityRecords(trx, cityScope, city, time.nowMs);
  const devices = demoDevices(time.nowMs);
  let records = city.length;
  for (const facility of demoFacilities()) {
    const place = demoPlaces.find((each) => each.facility === facility.code);
    const heardMs = devices.find((each) => each.facility === facility.code)?.lastContactAt ?? 0;
    const edits = place === undefined ? activityEdits(heardMs, time, chances(facility.code)) : placeEdits(place, time);
    await writeFacility(trx, facility, edits, time.nowMs);
    records += edits.length;
  }
  await writeDevices(trx, devices);
  // As if each roll call had come in when it was closed.
  await sql`update session_tally set updated_at = coalesce(closed_at, updated_at)`.execute(trx);
  return records;
}

/** All records of one facility that is told in full, referred-to ones first. */
function placeEdits(place: DemoPlace, time: SeedTime): readonly Edit[] {
  const chance = chances(place.facility);
  const { edits, ...people } = peopleAt(place, chance, time.nowMs - 90 * dayMs);
  return [
    ...edits,
    ...place.classes.flatMap((plan) => classEdits(place, plan, people, time, chance)),
    ...lectureEdits(place, time, chance),
  ];
}

async function writeFacility(
  trx: Kysely<PortalSchema>,
  { code, district }: Pick<DemoFacility, 'code' | 'district'>,
  edits: readonly Edit[],
  nowMs: number,
): Promise<void> {
  const scope = facilityScope(code);
  await writeCityRecords(trx, scope, edits, nowMs);
  const sessions = edits.filter(({ kind }) => kind === 'session').map(({ id }) => id);
  await recountSessions(trx, { scope, facility: code, district }, sessions, [], nowMs);
}

async function writeDevices(trx: Kysely<PortalSchema>, devices: readonly DemoDevice[]): Promise<void> {
  const rows = devices.map((device) => ({
    id: device.id,
    facility: device.facility,
    district: device.district,
    label: device.label,
    public_key: null,
    status: demoStatus,
    last_n: 0,
    chain: '',
    enrolled_at: device.enrolledAt,
    last_contact_at: device.lastContactAt,
    pending: device.pending,
    app: device.app ?? '',
    clock_offset_ms: device.clockOffsetMs,
  }));
  await trx.insertInto('device').values(rows).execute();
}
