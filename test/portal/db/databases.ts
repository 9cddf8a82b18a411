/**
 * Test support: runs one suite on the embedded database and on a real PostgreSQL server, each suite on a database of
 * its own. A test file starts at most one server, when its first suite needs it. The embedded database starts from a
 * copy of an empty one, made once, since making it takes seconds.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../../../src/portal/db/open.ts';
import { builtProgram, CACHE, onceInPlace } from './builtPrograms.ts';
import { type PostgresServer, startPostgresServer } from './postgresServer.ts';

/** What a suite is given; both functions work inside tests and hooks. */
export type Given<Schema> = {
  readonly kind: 'embedded' | 'postgres';
  /** The suite's database, open. */
  database(): Database<Schema>;
  /** One more portal on the same database; the embedded one admits a single portal, which is then returned itself. */
  another(): Promise<Database<Schema>>;
};

/** A database for one suite: how to open it, and how to clear it away. */
type Place = { readonly options: Omit<DatabaseOptions, 'onTrouble'>; remove(): Promise<void> };

/** Declares the suite twice: once on each kind of database. */
export function eachDatabase<Schema>(name: string, suite: (given: Given<Schema>) => void): void {
  for (const kind of ['embedded', 'postgres'] as const) {
    describe(`${name} (${kind})`, () => {
      const opened: Database<Schema>[] = [];
      let place: Place | undefined;
      const open = async () => {
        if (place === undefined) throw new Error('opened outside of tests and hooks');
        const database = await openOrThrow<Schema>(place.options);
        opened.push(database);
        return database;
      };
      const first = () => {
        const [database] = opened;
        if (database === undefined) throw new Error('opened outside of tests and hooks');
        return database;
      };
      beforeAll(async () => {
        place = kind === 'embedded' ? await embeddedPlace() : await postgresPlace();
        await open();
      });
      afterAll(async () => {
        for (const database of opened) await database.close();
        await place?.remove();
      });
      suite({ kind, database: first, another: async () => (kind === 'embedded' ? first() : open()) });
    });
  }
}

/** Opens a database, for tests to which a refusal is a failure. */
export async function openOrThrow<Schema>(options: Omit<DatabaseOptions, 'onTrouble'>): Promise<Database<Schema>> {
  const database = await openDatabase<Schema>({ ...options, onTrouble: () => {} });
  if (database.kind === 'refused') throw new Error(database.message);
  return database;
}

/** A data folder with an empty embedded database. */
export async function embeddedPlace(): Promise<Place & { readonly options: { readonly dataDir: string } }> {
  const workerUrl = await builtProgram('pgliteWorker');
  const { dependencies } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const empty = join(CACHE, `empty-pglite-${dependencies['@electric-sql/pglite']}`);
  if (!existsSync(empty)) {
    await onceInPlace(empty, async (dataDir) => (await openOrThrow({ dataDir, workerUrl })).close());
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'waystation-data-'));
  cpSync(join(empty, 'database'), join(dataDir, 'database'), { recursive: true });
  return {
    options: { dataDir, workerUrl },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

let server: Promise<PostgresServer> | undefined;
let databases = 0;

/** A database of its own on this test file's server. */
export async function postgresPlace(): Promise<Place & { readonly options: { readonly databaseUrl: string } }> {
  server ??= startPostgresServer();
  const { url } = await server;
  databases += 1;
  const name = `suite_${databases}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return {
    options: { databaseUrl: url.replace(/postgres$/, name), dataDir: join(tmpdir(), 'waystation-unused') },
    remove: async () => {}, // it goes with the server
  };
}

afterAll(async () => {
  await (await server)?.stop();
});
