/**
 * The portal's root: reads the settings, opens and migrates the database, puts the demo city into an empty one, listens,
 * says how to sign in, and ends cleanly. The only file of the portal that touches time, randomness, environment, console.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from './config.ts';
import { makeLogPartitions } from './db/batchLog.ts';
import { migrateToLatest } from './db/migrate.ts';
import { migrations } from './db/migrations/all.ts';
import { openDatabase } from './db/open.ts';
import type { PortalSchema } from './db/schema.ts';
import { welcome } from './demo/welcome.ts';
import { buildServer } from './http/server.ts';
import type { Portal } from './portal.ts';

const dayMs = 86_400_000;
/** For the exchanges on their way when the portal is told to stop; what is cut then was not acknowledged. */
const graceMs = 10_000;

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) return giveUp(read.problems.join('\n'));
  const { config } = read;
  const log = pino({ level: process.env['LOG_LEVEL'] || 'warn' }, pino.destination(2));
  const database = await openDatabase<PortalSchema>({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    onTrouble: (kind, error) => {
      log.error({ kind, error: error.message }, 'database trouble');
      if (kind === 'stopped') process.exit(1); // whoever keeps the process starts it anew
    },
  });
  if (database.kind === 'refused') return giveUp(database.message);
  const migrated = await migrateToLatest(database.db, migrations);
  if (migrated.kind === 'failed') {
    await database.close();
    return giveUp(`The database could not be brought to this version: ${migrated.error.message}`);
  }
  const portal: Portal = {
    db: database.db,
    database,
    now: Date.now,
    randomBytes: (count) => randomBytes(count),
    log,
    config,
  };
  await makeLogPartitions(portal.db, portal.now());
  const greeting = await welcome(portal);
  const server = await buildServer(portal, { appFolder: config.appDir ?? builtApp(), version: __APP_VERSION__ });
  const nightly = setInterval(() => {
    const work = Promise.all([makeLogPartitions(portal.db, portal.now()), database.maintain()]);
    work.catch((error: Error) => log.error({ error: error.message }, 'nightly work failed'));
  }, dayMs);

  const stop = async () => {
    clearInterval(nightly);
    setTimeout(() => process.exit(1), graceMs).unref();
    await server.close();
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

  try {
    await server.listen({ port: config.port, host: config.host });
  } catch (error) {
    clearInterval(nightly);
    await database.close();
    const why = error instanceof Error ? error.message : String(error);
    return giveUp(`The portal cannot listen on port ${config.port}: ${why}. Set PORT to a free one.`);
  }
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  console.log(greeting(`http://localhost:${port}`));
}

/** dist/app beside dist/portal; from the sources, the project's own dist. */
function builtApp(): string {
  const beside = join(import.meta.dirname, '..', 'app');
  return existsSync(beside) ? beside : join(process.cwd(), 'dist', 'app');
}

function giveUp(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

void main();
