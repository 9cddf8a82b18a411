/** The embedded database keeps its word: what it acknowledged is on the disk. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/portal/db/open.ts';
import { builtProgram } from './builtPrograms.ts';
import { embeddedPlace, openOrThrow } from './databases.ts';

type Schema = { number: { n: number; words: string | null } };

describe('an embedded database', () => {
  let place: Awaited<ReturnType<typeof embeddedPlace>>;
  let database: Database<Schema>;

  beforeAll(async () => {
    place = await embeddedPlace();
    database = await openOrThrow<Schema>(place.options);
    await sql`create table number (n int8 primary key, words text)`.execute(database.db);
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  const syncsDuring = async (act: () => Promise<unknown>) => {
    const before = await database.syncs();
    await act();
    return (await database.syncs()) - before;
  };
  const insert = (db: Pick<typeof database.db, 'insertInto'>, n: number) =>
    db.insertInto('number').values({ n, words: null }).execute();

  test('[DB3] syncs once for each commit before it acknowledges it', async () => {
    for (let n = 1; n <= 20; n += 1) expect(await syncsDuring(() => insert(database.db, n))).toBe(1);
  });

  test('[DB3] syncs a transaction of many statements once, at its commit', async () => {
    const transaction = await database.db.startTransaction().execute();
    const before = await syncsDuring(async () => {
      for (let n = 101; n <= 110; n += 1) await insert(transaction, n);
    });
    expect(before).toBe(0);
    expect(await syncsDuring(() => transaction.commit().execute())).toBe(1);
  });

  test('does not sync for reading', async () => {
    expect(await syncsDuring(() => database.db.selectFrom('number').selectAll().execute())).toBe(0);
  });

  test('[DB3] runs with the settings that the promise needs', async () => {
    for (const [name, value] of [
      ['fsync', 'on'],
      ['synchronous_commit', 'on'],
      ['full_page_writes', 'on'],
      ['wal_sync_method', 'fsync'],
    ]) {
      const { rows } = await sql<{ value: string }>`select current_setting(${name}) as value`.execute(database.db);
      expect([name, rows[0]?.value]).toEqual([name, value]);
    }
  });

  test('[DB5] does not let its write-ahead log grow without end', async () => {
    const folder = join(place.options.dataDir, 'database/pg_wal');
    const length = () => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    const walWritten = async () => {
      const { rows } = await sql<{ bytes: number }>`
        select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::int8 as bytes`.execute(database.db);
      return rows[0]?.bytes ?? 0;
    };
    await sql`alter table number alter words set storage external`.execute(database.db); // uncompressed
    const start = await walWritten();
    for (let n = 1000; n < 1250; n += 1) {
      await sql`insert into number values (${n}, repeat('x', 1000000))`.execute(database.db);
    }
    expect((await walWritten()) - start).toBeGreaterThan(240 * 1024 * 1024);
    expect(length()).toBeLessThan(240 * 1024 * 1024);
  });

  test('leaves the event loop free while it works', async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await sql`select sum(length(md5(g::text))) from generate_series(1, 1000000) g`.execute(database.db);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });

  test('clears dead rows and renews its statistics when asked to', async () => {
    await database.maintain();
    const { rows } = await sql<{ n: number }>`
      select reltuples::int8 as n from pg_class where relname = 'number'`.execute(database.db);
    expect(rows[0]?.n).toBeGreaterThanOrEqual(250);
  });

  test('keeps everything over a close and a new opening', async () => {
    const count = async () =>
      (await sql<{ n: number }>`select count(*) as n from number`.execute(database.db)).rows[0]?.n;
    const before = await count();
    await database.close();
    database = await openOrThrow<Schema>(place.options);
    expect(await count()).toBe(before);
  });
});

test('[DB4] a first start that was cut off leaves nothing that the next one stumbles over', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'waystation-data-'));
  const aside = join(dataDir, 'database.new');
  mkdirSync(aside);
  writeFileSync(join(aside, 'PG_VERSION'), '18\n'); // what initdb writes first
  const database = await openOrThrow({ dataDir, workerUrl: await builtProgram('pgliteWorker') });
  expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }]);
  expect(existsSync(aside)).toBe(false);
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('[DB3] everything acknowledged is there after each of five SIGKILLs', async () => {
  const { options, remove } = await embeddedPlace();
  let acknowledged = 0;
  for (const commits of [1, 70, 7, 150, 30]) {
    const last = await killAfter(options.dataDir, acknowledged + commits);
    expect(last).toBeGreaterThanOrEqual(acknowledged + commits);
    acknowledged = last;
    const database = await openOrThrow(options);
    const { rows } = await sql<{ count: number; max: number }>`
      select count(*) as count, max(n) as max from number`.execute(database.db);
    await database.close();
    const [{ count, max } = { count: 0, max: 0 }] = rows;
    expect(max).toBeGreaterThanOrEqual(acknowledged);
    expect(max).toBeLessThanOrEqual(acknowledged + 1); // at most the one whose acknowledgement was cut off
    expect(count).toBe(max);
    acknowledged = max;
  }
  await remove();
});

/** Lets a process commit until it acknowledged number `n`, kills it, and tells the last number that it acknowledged. */
async function killAfter(dataDir: string, n: number): Promise<number> {
  const program = fileURLToPath(await builtProgram('commitForever'));
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last >= n) child.kill('SIGKILL');
  }
  return last;
}
