/**
 * Opens the portal's database: a PostgreSQL server when a URL is given, else the embedded one in the data folder.
 * Above this file nobody needs to know which: one SQL, one set of types (columnTypes.ts), one kind of error
 * (pg.DatabaseError with `code` and `constraint`), one way to listen.
 * The embedded database runs in a thread whose program is `pgliteWorker.js` beside the built portal, since the build
 * writes both into one folder. Where the source runs unbuilt (tests), hand over a `workerUrl`: Node 20 starts no
 * TypeScript, so the tests build the worker first (test/portal/db/builtPrograms.ts).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { columnParsers } from './columnTypes.ts';
import { type FolderLock, lockFolder } from './folderLock.ts';
import { connectPglite, type PgliteConnection } from './pgliteConnection.ts';
import { pgliteDialect, quoted, type Turns, takingTurns, WAIT_MS_MAX } from './pgliteDialect.ts';
import { postgresListener } from './postgresListener.ts';

/** Where the database is, and who hears of trouble that belongs to no single query. */
export type DatabaseOptions = {
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly workerUrl?: URL | undefined;
  /** Connections to a PostgreSQL server; the embedded one has one. */
  readonly connectionsMax?: number | undefined;
  /**
   * A lost connection to the server, which comes back by itself; or `stopped`: the embedded database has ended, every
   * query will be rejected, and the process should end so that it is started anew.
   */
  readonly onTrouble: (kind: 'connection' | 'stopped', error: Error) => void;
};

/** An open database. */
export type Database<Schema> = {
  readonly kind: 'postgres' | 'embedded';
  readonly db: Kysely<Schema>;
  /** Hears `pg_notify(channel, payload)`; `onMissed` says that some may have been lost. The result ends it. */
  listen(channel: string, onPayload: (payload: string) => void, onMissed?: () => void): Promise<() => Promise<void>>;
  /** How often the embedded database synced to the disk; 0 for a server, which syncs on its own. */
  syncs(): Promise<number>;
  /** What a server does on its own and the embedded database does not: clear dead rows, renew statistics. At quiet hours. */
  maintain(): Promise<void>;
  /** Ends the connections; the embedded database is written out and its folder given free. */
  close(): Promise<void>;
};

/** Why a database could not be opened, with a sentence for the operator. */
export type DatabaseRefused = {
  readonly kind: 'refused';
  readonly why: 'folderInUse' | 'cannotOpen' | 'unreachable';
  readonly message: string;
};

const CONNECTIONS_MAX = 10;

/** Opens the database, or says in plain words why not. */
export function openDatabase<Schema>(options: DatabaseOptions): Promise<Database<Schema> | DatabaseRefused> {
  const { databaseUrl } = options;
  return databaseUrl === undefined || databaseUrl === '' ? openEmbedded(options) : openServer(databaseUrl, options);
}

async function openServer<Schema>(
  databaseUrl: string,
  options: DatabaseOptions,
): Promise<Database<Schema> | DatabaseRefused> {
  const onTrouble = (error: Error) => options.onTrouble('connection', error);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.connectionsMax ?? CONNECTIONS_MAX,
    connectionTimeoutMillis: WAIT_MS_MAX,
    types: { getTypeParser: (oid, format) => columnParsers.get(oid) ?? pg.types.getTypeParser(oid, format) },
  });
  pool.on('error', onTrouble);
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(`set timezone to 'UTC'; set datestyle to 'ISO'`));
      },
    }),
  });
  try {
    await db.executeQuery(CompiledQuery.raw('select 1'));
  } catch (error) {
    await db.destroy();
    return { kind: 'refused', why: 'unreachable', message: unreachableMessage(error) };
  }
  const listener = postgresListener(databaseUrl, onTrouble);
  return {
    kind: 'postgres',
    db,
    listen: (channel, onPayload, onMissed = () => {}) => listener.listen(channel, { onPayload, onMissed }),
    syncs: async () => 0,
    maintain: async () => {},
    close: async () => {
      await listener.close();
      await db.destroy();
    },
  };
}

async function openEmbedded<Schema>(options: DatabaseOptions): Promise<Database<Schema> | DatabaseRefused> {
  const { dataDir, workerUrl = new URL('./pgliteWorker.js', import.meta.url) } = options;
  let lock: FolderLock | undefined;
  let connection: PgliteConnection;
  try {
    mkdirSync(dataDir, { recursive: true });
    lock = await lockFolder(dataDir);
    if (lock.kind === 'inUse') return { kind: 'refused', why: 'folderInUse', message: lock.message };
    connection = await connectPglite(workerUrl, join(dataDir, 'database'), (error) =>
      options.onTrouble('stopped', error),
    );
  } catch (error) {
    if (lock?.kind === 'locked') await lock.release();
    return { kind: 'refused', why: 'cannotOpen', message: cannotOpenMessage(dataDir, error) };
  }
  const { release } = lock;
  const turns = takingTurns();
  const db = new Kysely<Schema>({ dialect: pgliteDialect(connection, turns) });
  const heard = new Map<string, number>();
  return {
    kind: 'embedded',
    db,
    listen: (channel, onPayload) => listenEmbedded(connection, turns, heard, channel, onPayload),
    syncs: () => connection.syncs(),
    maintain: () => inTurn(turns, () => connection.exec('vacuum (analyze)')),
    close: async () => {
      try {
        await inTurn(turns, () => connection.close());
        await db.destroy();
      } finally {
        await release();
      }
    },
  };
}

/** `heard` counts the listeners of each channel, for the last one to turn off the light. */
async function listenEmbedded(
  connection: PgliteConnection,
  turns: Turns,
  heard: Map<string, number>,
  channel: string,
  onPayload: (payload: string) => void,
): Promise<() => Promise<void>> {
  const forget = connection.onNotification((on, payload) => (on === channel ? onPayload(payload) : undefined));
  heard.set(channel, (heard.get(channel) ?? 0) + 1);
  await inTurn(turns, () => connection.exec(`listen ${quoted(channel)}`));
  return async () => {
    forget();
    const left = (heard.get(channel) ?? 0) - 1;
    heard.set(channel, left);
    if (left === 0) await inTurn(turns, () => connection.exec(`unlisten ${quoted(channel)}`));
  };
}

async function inTurn(turns: Turns, act: () => Promise<void>): Promise<void> {
  await turns.take();
  try {
    await act();
  } finally {
    turns.pass();
  }
}

function unreachableMessage(error: unknown): string {
  return (
    `The PostgreSQL server named by DATABASE_URL could not be used (${reason(error)}). ` +
    'Nothing was changed. Check that the server runs and that address, user and password are right, then start again.'
  );
}

function cannotOpenMessage(dataDir: string, error: unknown): string {
  return (
    `The embedded database in ${dataDir} could not be opened (${reason(error)}). ` +
    'Nothing was deleted. Check that the disk has room and that the folder may be written, then start again; ' +
    'if it still fails, keep a copy of the folder and restore the latest back-up.'
  );
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}
