/** A whole portal for a test: a migrated database, a clock and randomness that the test holds, its server to inject. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sureEdit } from '../../src/domain/kit/edit.ts';
import { kinds } from '../../src/domain/schema.ts';
import { readConfig } from '../../src/portal/config.ts';
import { makeLogPartitions } from '../../src/portal/db/batchLog.ts';
import { writeCityRecords } from '../../src/portal/db/cityRecords.ts';
import { migrateToLatest } from '../../src/portal/db/migrate.ts';
import { migrations } from '../../src/portal/db/migrations/all.ts';
import type { Database } from '../../src/portal/db/open.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import { createEnrolmentCode } from '../../src/portal/enrolmentCode.ts';
import { buildServer } from '../../src/portal/http/server.ts';
import type { Log, Portal } from '../../src/portal/portal.ts';
import { cityScope } from '../../src/sync/protocol.ts';
import { enrolHttpDevice, type HttpDevice, type Send } from '../fixtures/httpDevice.ts';

/** 2026-11-23, a Monday, 09:00 in Beijing. */
export const morning = Date.UTC(2026, 10, 23, 1, 0, 0);

export const facilityA = '110116101-01';
export const facilityB = '110118101-01';

export interface TestPortal {
  readonly portal: Portal;
  readonly server: FastifyInstance;
  /** Lines of the log, as objects. */
  readonly logged: object[];
  setNow(ms: number): void;
}

export async function testPortal(
  database: Database<PortalSchema>,
  env: { readonly [name: string]: string } = {},
): Promise<TestPortal> {
  const migrated = await migrateToLatest(database.db, migrations);
  if (migrated.kind === 'failed') throw migrated.error;
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join());
  let now = morning;
  const logged: object[] = [];
  const keep = (facts: object, message: string) => {
    logged.push({ ...facts, message });
  };
  const log: Log = { info: keep, warn: keep, error: keep };
  const portal: Portal = {
    db: database.db,
    database,
    now: () => now,
    randomBytes: (count) => randomBytes(count),
    log,
    config: read.config,
  };
  await makeLogPartitions(portal.db, now);
  await portal.db.transaction().execute((trx) => writeCityRecords(trx, cityScope, facilities, now));
  const server = await buildServer(portal, { appFolder: '/nowhere', version: '0.0.0-test' });
  return {
    portal,
    server,
    logged,
    setNow: (ms) => {
      now = ms;
    },
  };
}

const facilities = [
  sureEdit(kinds.facility, facilityA, undefined, {
    code: facilityA,
    zh: '长哨营学习驿站',
    en: 'Changshaoying Learning Station',
    district: '110116',
    network: 'adultCollege',
    kind: 'distancePoint',
  }),
  sureEdit(kinds.facility, facilityB, undefined, {
    code: facilityB,
    zh: '古北口学习驿站',
    en: 'Gubeikou Learning Station',
    district: '110118',
    network: 'adultCollege',
    kind: 'distancePoint',
  }),
];

let addresses = 0;

/** Requests into the server of this process, each sender from an address of its own. */
export const sendInto = (server: FastifyInstance): Send => {
  addresses += 1;
  const remoteAddress = `10.0.${addresses >> 8}.${addresses & 255}`;
  return async (path, body, headers) => {
    const response = await server.inject({
      method: 'POST',
      url: path,
      payload: Buffer.from(body),
      headers,
      remoteAddress,
    });
    return {
      status: response.statusCode,
      type: String(response.headers['content-type'] ?? ''),
      body: new Uint8Array(response.rawPayload),
      retryAfter: response.headers['retry-after'] as string | undefined, // one header, never a list
    };
  };
};

export async function newDevice({ portal, server }: TestPortal, facility = facilityA): Promise<HttpDevice> {
  const { code } = await createEnrolmentCode(portal, facility, 'test');
  return enrolHttpDevice(sendInto(server), code);
}
