/**
 * The embedded database: PostgreSQL in WebAssembly (PGlite) in a thread of its own, with real durability.
 * [DB3] A commit is acknowledged only after its WAL was synced to the disk. PGlite starts PostgreSQL with `-F` and its
 *       file system has no fsync, so both are supplied here and every sync is counted; a test holds the count, since
 *       this leans on PGlite's inside (docs/decisions/0001).
 * [DB4] A folder is a whole database or none: the first start fills a folder aside, syncs it, and renames it.
 * [DB5] PostgreSQL without its background processes never checkpoints by itself, so the WAL is bounded here.
 * Serves one connection; who may use it when is the dialect's business (pgliteDialect.ts).
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { columnParsers } from './columnTypes.ts';

/** What the worker is started with: the folder that holds, or will hold, the database. */
export type WorkerStart = { readonly folder: string };

/** What may be asked of the worker; replies carry the same id. */
export type WorkerRequest =
  | { readonly id: number; readonly kind: 'query'; readonly sql: string; readonly params: readonly (string | null)[] }
  | { readonly id: number; readonly kind: 'exec'; readonly sql: string }
  | { readonly id: number; readonly kind: 'syncs' }
  | { readonly id: number; readonly kind: 'close' };

/** A refused statement, with the fields by which PostgreSQL explains itself. */
export type PlainDatabaseError = { readonly message: string } & Readonly<Partial<Record<ErrorField, string>>>;

/** What the worker tells. */
export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'cannotOpen'; readonly message: string }
  | {
      readonly kind: 'rows';
      readonly id: number;
      readonly rows: object[];
      readonly command: string;
      readonly count: number;
    }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'syncs'; readonly id: number; readonly count: number }
  | { readonly kind: 'refused'; readonly id: number; readonly error: PlainDatabaseError }
  | { readonly kind: 'notified'; readonly channel: string; readonly payload: string };

const ERROR_FIELDS = [
  'code',
  'severity',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const;
type ErrorField = (typeof ERROR_FIELDS)[number];

/** WAL that a restart may have to replay; also how much the folder can grow beyond its tables. */
const WAL_BYTES_MAX = 64 * 1024 * 1024;
/** How many syncs pass between two looks at the WAL's length. */
const SYNCS_BETWEEN_LOOKS = 64;
/** Emscripten's EIO. */
const EIO = 29;

/** The two parts of Emscripten's Node file system that are used; PGlite publishes no type for them. */
type NodeFileSystem = { stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } };

let syncCount = 0;

class SyncingFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const preRun = [...(emscriptenOpts.preRun ?? [])];
    preRun.push((module) => {
      const files: NodeFileSystem = module.NODEFS;
      files.stream_ops.fsync = ({ nfd }) => {
        try {
          fdatasyncSync(nfd);
        } catch {
          throw new module.FS.ErrnoError(EIO); // PostgreSQL must see it, and stops rather than acknowledge
        }
        syncCount += 1;
        return 0;
      };
    });
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

async function start(folder: string): Promise<PGlite> {
  const settings = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'timezone=UTC'];
  // Emscripten's fdatasync, PostgreSQL's default method here, does nothing at all; its fsync reaches our file system.
  settings.push('wal_sync_method=fsync');
  const database = new PGlite({
    fs: new SyncingFS(folder),
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
  });
  await database.waitReady;
  for (const [oid, parse] of columnParsers) database.parsers[oid] = parse;
  // Parameters arrive as wire text already.
  for (const oid of Object.keys(database.serializers)) database.serializers[oid] = (text) => text;
  return database;
}

async function openFolder(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) {
    const aside = `${folder}.new`;
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    await (await start(aside)).close();
    syncTree(aside);
    renameSync(aside, folder);
    syncPath(dirname(folder));
  }
  return start(folder);
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(folder);
}

function syncPath(path: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  } catch (error) {
    if (process.platform === 'win32') return; // Windows opens no folders, and journals their entries itself
    throw error;
  }
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

async function boundWal(database: PGlite): Promise<void> {
  const behind = await database.query<{ bytes: number }>(
    `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::int8 as bytes from pg_control_checkpoint()`,
  );
  if ((behind.rows[0]?.bytes ?? 0) > WAL_BYTES_MAX) await database.exec('checkpoint');
}

async function answer(database: PGlite, request: WorkerRequest): Promise<WorkerReply> {
  const { id } = request;
  switch (request.kind) {
    case 'query': {
      const result = await database.query<object>(request.sql, [...request.params]);
      return { kind: 'rows', id, rows: result.rows, command: result.command ?? '', count: result.rowCount ?? 0 };
    }
    case 'exec':
      await database.exec(request.sql);
      return { kind: 'done', id };
    case 'syncs':
      return { kind: 'syncs', id, count: syncCount };
    case 'close':
      await database.close();
      return { kind: 'done', id };
  }
}

function plainError(error: unknown): PlainDatabaseError {
  if (!(error instanceof Error)) return { message: String(error) };
  const fields = new Map<string, unknown>(Object.entries(error));
  const known = ERROR_FIELDS.flatMap((name) => {
    const value = fields.get(name);
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { message: error.message, ...Object.fromEntries(known) };
}

/** After a PANIC (a failed sync is one) or a WebAssembly trap, PGlite spins for ever at the next statement. */
function isBeyondRepair(error: unknown): boolean {
  const { severity } = plainError(error);
  if (severity === 'PANIC' || severity === 'FATAL') return true;
  return error instanceof Error && (error.name === 'RuntimeError' || error.name === 'ExitStatus');
}

async function serve(folder: string, tell: (reply: WorkerReply) => void, port: NonNullable<typeof parentPort>) {
  const database = await openFolder(folder);
  database.onNotification((channel, payload) => tell({ kind: 'notified', channel, payload }));
  let looked = syncCount;
  let last = Promise.resolve();
  port.on('message', (request: WorkerRequest) => {
    last = last.then(async () => {
      try {
        tell(await answer(database, request));
      } catch (error) {
        tell({ kind: 'refused', id: request.id, error: plainError(error) });
        if (isBeyondRepair(error)) process.exit(1); // ends this thread only; closing the port would take it ten seconds
      }
      if (request.kind === 'close') return port.close();
      if (syncCount - looked < SYNCS_BETWEEN_LOOKS || database.isInTransaction()) return;
      looked = syncCount;
      await boundWal(database);
    });
  });
  tell({ kind: 'ready' });
}

if (parentPort === null) throw new Error('pgliteWorker.ts is started as a worker thread');
const port = parentPort;
const { folder }: WorkerStart = workerData;
const tell = (reply: WorkerReply) => port.postMessage(reply);
serve(folder, tell, port).catch((error) => tell({ kind: 'cannotOpen', message: plainError(error).message }));
