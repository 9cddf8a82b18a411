/**
 * Test support: a portal's parts over an open database, with a clock that the test moves and a generator instead of
 * chance. Its schema is the latest.
 */
import { createHash } from 'node:crypto';
import { migrateToLatest } from '../../../src/portal/db/migrate.ts';
import { migrations } from '../../../src/portal/db/migrations/all.ts';
import type { Database } from '../../../src/portal/db/open.ts';
import type { PortalSchema } from '../../../src/portal/db/schema.ts';
import type { Portal } from '../../../src/portal/portal.ts';

/** A clock that stands still until it is moved. */
export interface TestClock {
  nowMs: number;
}

/** Tuesday 24 November 2026, 17:30 in Beijing: the day's morning and afternoon are over, its evening is to come. */
export const tuesdayEvening = Date.parse('2026-11-24T17:30:00+08:00');

export async function portalFor(
  database: Database<PortalSchema>,
  clock: TestClock = { nowMs: tuesdayEvening },
): Promise<Portal> {
  const outcome = await migrateToLatest(database.db, migrations);
  if (outcome.kind === 'failed') throw outcome.error;
  let drawn = 0;
  return {
    db: database.db,
    database,
    now: () => clock.nowMs,
    randomBytes: (count) => {
      drawn += 1;
      return new Uint8Array(createHash('shake256', { outputLength: count }).update(`test ${drawn}`).digest());
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    config: {
      port: 0,
      host: '127.0.0.1',
      dataDir: '',
      appDir: undefined,
      databaseUrl: undefined,
      demo: true,
      trustProxy: false,
      exchangesMax: 8,
    },
  };
}
