/** The devices that were ever enrolled at a facility, and taking away a device's right to send. */
import { type Kysely, sql } from 'kysely';
import type { PortalSchema } from '../db/schema.ts';
import type { DeviceLine } from '../http/reportTypes.ts';

const devicesMax = 500;

/** Those in use first, the newest before the older. */
export async function facilityDevices(db: Kysely<PortalSchema>, facility: string): Promise<readonly DeviceLine[]> {
  const { rows } = await sql<DeviceLine>`
    select id, label, status, enrolled_at as "enrolledAt", last_contact_at as "lastContactAt", last_n as taken, pending,
      nullif(app, '') as app, clock_offset_ms as "clockOffsetMs"
    from device where facility = ${facility}
    order by status = 'revoked', enrolled_at desc, id limit ${devicesMax}`.execute(db);
  return rows;
}

/** From now on nothing that the device sends is taken; false when there is no such device. Twice is as good as once. */
export async function revokeDevice(db: Kysely<PortalSchema>, id: string): Promise<boolean> {
  const revoked = await db
    .updateTable('device')
    .set({ status: 'revoked' })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return revoked !== undefined;
}
