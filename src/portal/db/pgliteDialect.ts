/**
 * Kysely on the embedded database: PostgreSQL's own SQL and types over the one connection that there is.
 * [DB6] Transactions never interleave: whoever holds the connection keeps it until released, the others wait in order
 *       of arrival, and for a bounded time, so that a transaction which waits for itself (`db` used where the
 *       transaction was meant) ends in an error and not in silence.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type { PgliteConnection } from './pgliteConnection.ts';

/** How long one may wait for the connection; longer than any statement that a portal should ever run. */
export const WAIT_MS_MAX = 60_000;

/** The queue before the single connection. */
export type Turns = {
  /** Resolves when it is one's turn; rejects after `waitMsMax`. */
  take(): Promise<void>;
  /** Lets the next one in. */
  pass(): void;
};

/** A dialect over an open connection, which `destroy` closes. */
export function pgliteDialect(connection: PgliteConnection, turns: Turns): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => pgliteDriver(connection, turns),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** A fair queue: first come, first served. */
export function takingTurns(waitMsMax: number = WAIT_MS_MAX): Turns {
  const waiting: (() => void)[] = [];
  let busy = false;
  return {
    take() {
      if (!busy) {
        busy = true;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(enter), 1);
          reject(new Error(`waited ${waitMsMax} ms for the database: does a transaction use db instead of its own?`));
        }, waitMsMax);
        const enter = () => {
          clearTimeout(timer);
          resolve();
        };
        waiting.push(enter);
      });
    },
    pass() {
      const next = waiting.shift();
      if (next === undefined) busy = false;
      else next();
    },
  };
}

function pgliteDriver(connection: PgliteConnection, turns: Turns): Driver {
  const shared = kyselyConnection(connection);
  return {
    init: async () => {},
    acquireConnection: async () => {
      await turns.take();
      return shared;
    },
    beginTransaction: (on, settings) => run(on, beginning(settings)),
    commitTransaction: (on) => run(on, 'commit'),
    rollbackTransaction: (on) => run(on, 'rollback'),
    savepoint: (on, name) => run(on, `savepoint ${quoted(name)}`),
    rollbackToSavepoint: (on, name) => run(on, `rollback to savepoint ${quoted(name)}`),
    releaseSavepoint: (on, name) => run(on, `release savepoint ${quoted(name)}`),
    releaseConnection: async () => turns.pass(),
    destroy: () => connection.close(),
  };
}

function kyselyConnection(connection: PgliteConnection): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      const { rows, command, count } = await connection.query(sql, parameters);
      // The row type is Kysely's claim about the SQL it compiled, as with every driver.
      const result = { rows: rows as Row[] };
      return CHANGES_ROWS.has(command) ? { ...result, numAffectedRows: BigInt(count) } : result;
    },
    // biome-ignore lint/correctness/useYield: there is no cursor, as with `pg`, and reading in pages needs none
    async *streamQuery() {
      throw new Error('streaming is not supported: read in pages by key');
    },
  };
}

const CHANGES_ROWS: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

async function run(on: DatabaseConnection, sql: string): Promise<void> {
  await on.executeQuery(CompiledQuery.raw(sql));
}

function beginning({ isolationLevel, accessMode }: TransactionSettings): string {
  const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
  return `start transaction${isolation}${accessMode === undefined ? '' : ` ${accessMode}`}`;
}

/** A name as SQL writes one. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
