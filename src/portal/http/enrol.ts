/** POST /api/enrol: a one-time code and a new device's public key in, its identity out. */

import type { FastifyInstance } from 'fastify';
import { importJWK } from 'jose';
import { type Kysely, sql } from 'kysely';
import * as v from 'valibot';
import { hasControlCharacters, tidyText } from '../../domain/kit/text.ts';
import { cityScope } from '../../sync/protocol.ts';
import type { PortalSchema } from '../db/schema.ts';
import { redeemCode } from '../enrolmentCode.ts';
import type { Portal } from '../portal.ts';
import { refuseWith } from './problem.ts';

const coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
/** The public half: a key that carries its private part is refused; what else browsers write beside it is dropped. */
const publicKeyShape = v.pipe(
  v.object({
    kty: v.literal('EC'),
    crv: v.literal('P-256'),
    x: coordinate,
    y: coordinate,
    d: v.optional(v.undefined()),
  }),
  v.transform(({ kty, crv, x, y }) => ({ kty, crv, x, y })),
);
const enrolShape = v.object({
  code: v.pipe(v.string(), v.maxLength(40)),
  publicKey: publicKeyShape,
  label: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(80),
      v.transform(tidyText),
      v.check((label) => !hasControlCharacters(label)),
    ),
    '',
  ),
});

/** Attempts a minute from one address, whatever the codes: with 30 bits of secret and five tries a code, enough. */
const attemptsPerMinute = 20;

export function registerEnrol(server: FastifyInstance, portal: Portal): void {
  const rateLimit = { max: attemptsPerMinute, timeWindow: 60_000 };
  server.post('/api/enrol', { config: { rateLimit } }, async (request, reply) => {
    const asked = v.safeParse(enrolShape, request.body);
    if (!asked.success || !(await isOnCurve(asked.output.publicKey)))
      return refuseWith(request, reply, { type: 'malformed' });
    const { code, publicKey, label } = asked.output;
    const at = portal.now();
    const identity = await portal.db.transaction().execute(async (trx) => {
      const device = await nextDeviceId(trx);
      const redeemed = await redeemCode(trx, code, device, at);
      const facility = redeemed.ok ? await facilityNamed(trx, redeemed.facility) : undefined;
      if (!facility) return undefined;
      await trx
        .insertInto('device')
        .values({
          id: device,
          facility: facility.id,
          district: facility.district,
          label,
          public_key: publicKey,
          status: 'active',
          last_n: 0,
          chain: '',
          enrolled_at: at,
          last_contact_at: null,
          pending: 0,
          app: '',
          clock_offset_ms: null,
        })
        .execute();
      return { device, facility, at };
    });
    if (identity) return reply.code(201).header('cache-control', 'no-store').send(identity);
    return refuseWith(request, reply, { type: 'wrong-code' });
  });
}

async function isOnCurve(key: v.InferOutput<typeof publicKeyShape>): Promise<boolean> {
  return importJWK(key, 'ES256').then(
    () => true,
    () => false, // the import checks the point: whatever it says, the key is of no use
  );
}

async function nextDeviceId(trx: Kysely<PortalSchema>): Promise<string> {
  const found = await sql<{ n: number }>`select nextval('device_number') as n`.execute(trx);
  return Number(found.rows[0]?.n).toString(36);
}

async function facilityNamed(trx: Kysely<PortalSchema>, id: string) {
  const found = await sql<{ id: string; zh: string; en: string; district: string }>`
    select id, zh, en, district from facility where scope = ${cityScope} and id = ${id} and not deleted`.execute(trx);
  return found.rows[0];
}
