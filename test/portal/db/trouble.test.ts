/** What the portal is told when its database cannot be had, goes away or is waited for in vain. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/portal/db/open.ts';
import { takingTurns } from '../../../src/portal/db/pgliteDialect.ts';
import { postgresListener } from '../../../src/portal/db/postgresListener.ts';
import { builtProgram } from './builtPrograms.ts';
import { openOrThrow, postgresPlace } from './databases.ts';

test('a server that is not there is a refusal in plain words', async () => {
  const databaseUrl = 'postgres://nobody@127.0.0.1:1/nothing';
  const refused = await openDatabase({ databaseUrl, dataDir: tmpdir(), onTrouble: () => {} });
  expect(refused).toMatchObject({ kind: 'refused', why: 'unreachable' });
  expect(refused.kind === 'refused' && refused.message).toMatch(/ECONNREFUSED.*Nothing was changed/);
});

test('a folder that holds no database is a refusal in plain words, and is given free again', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'waystation-data-'));
  writeFileSync(join(dataDir, 'database'), 'not a folder');
  const options = { dataDir, workerUrl: await builtProgram('pgliteWorker'), onTrouble: () => {} };
  for (const _ of ['first', 'second']) {
    const refused = await openDatabase(options);
    expect(refused).toMatchObject({ kind: 'refused', why: 'cannotOpen' });
    expect(refused.kind === 'refused' && refused.message).toContain(dataDir);
  }
  rmSync(dataDir, { recursive: true, force: true });
});

test('a data folder that cannot be made is a refusal in plain words', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'waystation-data-')), 'file');
  writeFileSync(file, '');
  const refused = await openDatabase({ dataDir: join(file, 'data'), onTrouble: () => {} });
  expect(refused).toMatchObject({ kind: 'refused', why: 'cannotOpen' });
  rmSync(dirname(file), { recursive: true, force: true });
});

test('[DB3] when a sync fails the commit is refused, the portal is told, and nothing more is acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'waystation-data-'));
  const broken = join(dataDir, 'broken');
  // The worker as it is, on a disk whose syncs fail while a file called `broken` exists.
  const wrapper = join(dataDir, 'worker.mjs');
  writeFileSync(
    wrapper,
    `import fs from 'node:fs';
     import { syncBuiltinESMExports } from 'node:module';
     const sync = fs.fdatasyncSync;
     fs.fdatasyncSync = (fd) => {
       if (fs.existsSync(${JSON.stringify(broken)})) throw Object.assign(new Error('input/output error'), { code: 'EIO' });
       sync(fd);
     };
     syncBuiltinESMExports();
     await import(${JSON.stringify((await builtProgram('pgliteWorker')).href)});`,
  );
  const { promise: told, resolve } = deferred<string>();
  const database = await openDatabase<{ t: { n: number } }>({
    dataDir,
    workerUrl: pathToFileURL(wrapper),
    onTrouble: (kind) => resolve(kind),
  });
  if (database.kind === 'refused') throw new Error(database.message);
  const { db } = database;
  await sql`create table t (n int4)`.execute(db);
  writeFileSync(broken, '');
  await expect(db.insertInto('t').values({ n: 1 }).execute()).rejects.toMatchObject({
    severity: 'PANIC',
    code: '58030',
  });
  expect(await told).toBe('stopped');
  await expect(db.selectFrom('t').selectAll().execute()).rejects.toThrow(/has stopped/);
  await database.close();
  rmSync(broken);
  const again = await openOrThrow({ dataDir, workerUrl: await builtProgram('pgliteWorker') });
  await sql`insert into t values (2)`.execute(again.db);
  await again.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a listener whose connection is cut comes back, says that it may have missed something, and hears again', async () => {
  const { options } = await postgresPlace();
  const { db, close } = await openOrThrow(options);
  const troubles: string[] = [];
  const listener = postgresListener(options.databaseUrl, (error) => troubles.push(error.message));
  const missed = deferred<void>();
  const heard = deferred<string>();
  await listener.listen('news', { onPayload: heard.resolve, onMissed: () => missed.resolve() });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%'`.execute(db);
  await missed.promise;
  await sql`select pg_notify('news', 'again')`.execute(db);
  expect(await heard.promise).toBe('again');
  expect(troubles.length).toBeGreaterThan(0);
  await listener.close();
  await close();
});

test('[DB6] whoever waits too long for the embedded database gets an error, and does not keep the others waiting', async () => {
  const turns = takingTurns(1);
  await turns.take();
  await expect(turns.take()).rejects.toThrow(/waited 1 ms/);
  turns.pass();
  await turns.take();
});

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
