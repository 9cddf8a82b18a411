/**
 * The portal's end of the thread that runs the embedded database: turns messages into promises.
 * Every request is answered or rejected: when the thread ends, whatever was under way is rejected, and nothing that
 * was not acknowledged may be taken for saved. Knows nothing of Kysely nor of who may ask when.
 */
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { parameterText } from './columnTypes.ts';
import type { PlainDatabaseError, WorkerReply, WorkerRequest, WorkerStart } from './pgliteWorker.ts';

/** The rows of one statement, its command (`INSERT` …) and the count in PostgreSQL's command tag. */
export type Answer = { readonly rows: object[]; readonly command: string; readonly count: number };

/** One connection to the embedded database. */
export type PgliteConnection = {
  query(sql: string, params: readonly unknown[]): Promise<Answer>;
  /** Runs statements without parameters, several at once if need be. */
  exec(sql: string): Promise<void>;
  /** How often the database has synced a file to the disk since it was opened. */
  syncs(): Promise<number>;
  onNotification(listener: (channel: string, payload: string) => void): () => void;
  /** Checkpoints, closes and ends the thread; the second call waits for the first. */
  close(): Promise<void>;
};

type Waiting = { readonly resolve: (reply: WorkerReply) => void; readonly reject: (error: Error) => void };
type Ask = WorkerRequest extends infer Each ? (Each extends WorkerRequest ? Omit<Each, 'id'> : never) : never;

/** Starts the thread on a folder; rejects if the folder cannot be opened. `onStopped` hears of an end nobody asked for. */
export async function connectPglite(
  workerUrl: URL,
  folder: string,
  onStopped: (error: Error) => void,
): Promise<PgliteConnection> {
  const start: WorkerStart = { folder };
  const worker = new Worker(workerUrl, { workerData: start });
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(channel: string, payload: string) => void>();
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let lastId = 0;
  let stopped: Error | undefined;
  let closing: Promise<void> | undefined;

  const stop = (error: Error) => {
    if (stopped !== undefined) return;
    stopped = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (closing === undefined) onStopped(error);
  };

  const ask = (request: Ask): Promise<WorkerReply> =>
    new Promise((resolve, reject) => {
      if (stopped !== undefined) return reject(stopped);
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ ...request, id: lastId } satisfies WorkerRequest);
    });

  const hear = (reply: WorkerReply) => {
    if (reply.kind === 'notified') for (const listener of listeners) listener(reply.channel, reply.payload);
    if (!('id' in reply)) return;
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'refused') asked?.reject(databaseError(reply.error));
    else asked?.resolve(reply);
  };

  await new Promise<void>((resolve, reject) => {
    worker.once('message', (first: WorkerReply) => {
      if (first.kind === 'ready') resolve();
      else reject(new Error(first.kind === 'cannotOpen' ? first.message : `unexpected first reply ${first.kind}`));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the database thread ended while it was starting')));
  }).catch(async (error) => {
    await worker.terminate();
    throw error;
  });
  worker.on('message', hear);
  worker.on('error', stop);
  worker.on('exit', () => stop(new Error('the embedded database has stopped')));

  return {
    async query(sql, params) {
      const reply = await ask({ kind: 'query', sql, params: params.map(parameterText) });
      if (reply.kind !== 'rows') throw new Error(`assertion failed: a query was answered by ${reply.kind}`);
      return reply;
    },
    async exec(sql) {
      await ask({ kind: 'exec', sql });
    },
    async syncs() {
      const reply = await ask({ kind: 'syncs' });
      if (reply.kind !== 'syncs') throw new Error(`assertion failed: a count was answered by ${reply.kind}`);
      return reply.count;
    },
    onNotification(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing ??= stopped === undefined ? ask({ kind: 'close' }).then(() => ended) : ended;
      return closing;
    },
  };
}

/** The same error that `pg` would have thrown, so that callers need to know only one. */
function databaseError(plain: PlainDatabaseError): Error {
  const { message, ...fields } = plain;
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), fields);
}
