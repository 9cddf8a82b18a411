/** What the portal's transaction promises beyond its answers: undone whole, told at commit, paged, seen in order. */
import { beforeAll, expect, test } from 'vitest';
import { sureEdit } from '../../src/domain/kit/edit.ts';
import type { CalendarDate, TimeOfDay } from '../../src/domain/kit/field.ts';
import { kinds } from '../../src/domain/schema.ts';
import { writeCityRecords } from '../../src/portal/db/cityRecords.ts';
import { inExchange, newsChannel } from '../../src/portal/db/portalStore.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import { answer } from '../../src/sync/portal.ts';
import { cityScope, facilityScope, limits, type SyncRequest } from '../../src/sync/protocol.ts';
import { sha256 } from '../fixtures/link.ts';
import { eachDatabase } from './db/databases.ts';
import { facilityA, facilityB, morning, newDevice, sendInto, type TestPortal, testPortal } from './portalFixture.ts';

const learner = (id: string) => sureEdit(kinds.learner, id, undefined, { name: '王芳' });
const programme = (id: string) =>
  sureEdit(kinds.programme, id, undefined, {
    zh: '书法',
    en: 'Calligraphy',
    network: 'communityCollege',
    theme: 'culture',
    ownerZh: '社区学院',
    ownerEn: 'Community College',
  });
const course = (id: string) =>
  sureEdit(kinds.course, id, undefined, {
    programme: 'p0' as never, // published in the same plan
    zh: '书法入门',
    en: 'First Steps in Calligraphy',
    level: 'olderPeople',
    minutes: 900,
    sessions: 10,
    assessment: false,
  });
const session = (id: string, classId?: string) =>
  sureEdit(kinds.session, id, undefined, {
    ...(classId === undefined ? {} : { class: classId as never }), // committed before it
    date: '2026-11-23' as CalendarDate,
    start: '09:00' as TimeOfDay,
    minutes: 90,
    status: 'held',
  });

eachDatabase<PortalSchema>('a transaction of the portal', ({ database }) => {
  let city: TestPortal;
  beforeAll(async () => {
    city = await testPortal(database());
  });
  const publish = (...edits: Parameters<typeof writeCityRecords>[2]) =>
    city.portal.db.transaction().execute((trx) => writeCityRecords(trx, cityScope, edits, morning));

  test('leaves nothing when its answer is a problem, nor when it fails', async () => {
    const device = await newDevice(city);
    const request: SyncRequest = {
      v: 1,
      device: device.id,
      first: 1,
      prev: '',
      sent: 0,
      cursors: {},
      pending: 0,
      app: '',
    };
    const received = { request, body: new Uint8Array([1]), signature: 's', nowMs: morning, digest: sha256 };
    const everything = async () => [
      await city.portal.db.selectFrom('device').selectAll().orderBy('id').execute(),
      await city.portal.db.selectFrom('scope_version').selectAll().orderBy('scope').execute(),
      await city.portal.db.selectFrom('batch_log').selectAll().execute(),
      await city.portal.db.selectFrom('learner').selectAll().execute(),
    ];
    const before = await everything();
    const writing = (end: () => { kind: 'problem'; problem: { type: 'internal' } }) =>
      inExchange(city.portal.db, device.id, received, async (tx) => {
        await answer(tx, { request, nowMs: morning, digest: sha256, describe: () => ({ title: '', detail: '' }) });
        const held = {
          id: 'undone',
          values: { sealed: { name: '王' } },
          clock: '0k00000000000.a' as never,
          clocks: {},
        };
        const touched = [{ kind: 'learner', held, version: tx.version + 1, echo: true }];
        const version = tx.version + 1;
        await tx.write({ first: 1, from: 1, count: 1, chain: 'c', refused: [], touched, clashes: [], version });
        return end();
      });
    const problem = { kind: 'problem', problem: { type: 'internal' } } as const;
    expect(await writing(() => problem)).toEqual(problem);
    const failing = writing(() => {
      throw new Error('the cable was cut');
    });
    await expect(failing).rejects.toThrow('the cable was cut');
    expect(await everything()).toEqual(before);
  });

  test('is told of once it is there: which facility, which sessions', async () => {
    const heard: { facility: string; sessions: string[]; changes: number }[] = [];
    let hear = () => {};
    const isHeard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    const device = await newDevice(city);
    const end = await database().listen(newsChannel, (payload) => {
      heard.push(JSON.parse(payload));
      hear();
    });
    device.memory.commit([session('told')], morning);
    await device.sync(morning);
    await isHeard;
    expect(heard[0]).toMatchObject({ facility: facilityA, sessions: ['told'], changes: 1 });
    await end();
  });

  test('names only its facility when it touches more sessions than a notification holds', async () => {
    const device = await newDevice(city);
    device.memory.commit(
      Array.from({ length: limits.batchChanges }, (_, i) => session(`many${i}-${'x'.repeat(50)}`)),
      morning,
    );
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', sent: limits.batchChanges });
  });

  test('recounts the sessions of a class that changes its course', async () => {
    await publish(programme('p0'), course('c1'), course('c2'));
    const device = await newDevice(city);
    await device.sync(morning);
    const opened = sureEdit(kinds.class, 'k1', undefined, {
      course: 'c1' as never, // published above
      term: '2026-2',
      starts: '2026-11-23' as CalendarDate,
      timetable: [],
      sessions: 1,
      status: 'open',
    });
    device.memory.commit([opened, session('k1~1', 'k1')], morning);
    await device.sync(morning);
    device.memory.commit([{ ...opened, fields: { course: 'c2' } }], morning + 1_000);
    await device.sync(morning + 2_000);
    const tally = await city.portal.db
      .selectFrom('session_tally')
      .where('session', '=', 'k1~1')
      .select('course')
      .execute();
    expect(tally).toEqual([{ course: 'c2' }]);
  });

  test('[X7] gives a new tablet thousands of records page by page, none twice', async () => {
    const count = 2_300;
    const [writer, newcomer] = [await newDevice(city, facilityB), await newDevice(city, facilityB)];
    writer.memory.commit(
      Array.from({ length: count }, (_, i) => learner(`n${i}`)),
      morning,
    );
    await writer.sync(morning);
    let pages = 0;
    const into = sendInto(city.server);
    const outcome = await newcomer.sync(morning, (path, body, headers) => {
      pages += 1;
      return into(path, body, headers);
    });
    const cityRecords = await Promise.all(
      (['facility', 'programme', 'course'] as const).map((kind) =>
        city.portal.db.selectFrom(kind).select('id').execute(),
      ),
    );
    expect(outcome).toMatchObject({ kind: 'delivered', received: count + cityRecords.flat().length });
    expect(pages).toBe(3);
    expect([...newcomer.memory.states().keys()].filter((address) => address.startsWith('learner/'))).toHaveLength(
      count,
    );
  });

  test('a lost answer is followed by smaller batches, and all is there once', async () => {
    const device = await newDevice(city, facilityB);
    device.memory.commit(
      Array.from({ length: 40 }, (_, i) => learner(`half${i}`)),
      morning,
    );
    await device.memory.store.setBatchMax(32);
    const into = sendInto(city.server);
    await device.sync(morning, async (path, body, headers) => {
      await into(path, body, headers);
      throw new Error('the answer was lost');
    });
    expect(await device.memory.store.batchMax()).toBe(16);
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', refused: 0 });
    const row = await city.portal.db.selectFrom('device').where('id', '=', device.id).select('last_n').execute();
    expect(row).toEqual([{ last_n: 40 }]);
    const log = await city.portal.db
      .selectFrom('batch_log')
      .where('device', '=', device.id)
      .selectAll()
      .orderBy('from')
      .execute();
    expect(log.map(({ from, count }) => [from, count])).toEqual([
      [1, 32],
      [33, 8],
    ]);
  });

  test('[X6] numbers that skip some are refused whole, with the number that is due', async () => {
    const device = await newDevice(city, facilityB);
    device.memory.commit([learner('before')], morning);
    await device.sync(morning);
    const request: SyncRequest = {
      v: 1,
      device: device.id,
      first: 9,
      prev: '',
      sent: morning,
      cursors: {},
      pending: 0,
      app: '',
    };
    const received = { request, body: new Uint8Array(), signature: '', nowMs: morning, digest: sha256 };
    const answered = await inExchange(city.portal.db, device.id, received, (tx) =>
      answer(tx, { request, nowMs: morning, digest: sha256, describe: () => ({ title: '', detail: '' }) }),
    );
    expect(answered).toEqual({ kind: 'problem', problem: { type: 'gap', expected: 2 } });
  });

  test('no tablet that reads while the city writes ever misses a record', async () => {
    const tablets = [await newDevice(city), await newDevice(city), await newDevice(city, facilityB)];
    const ids = Array.from({ length: 60 }, (_, i) => `while${i}`);
    let writing = true;
    const writers = [0, 1, 2].map(async (lane) => {
      for (const id of ids.filter((_, i) => i % 3 === lane)) await publish(programme(id));
    });
    const readers = tablets.map(async (tablet) => {
      while (writing) await tablet.sync(morning);
      await tablet.sync(morning);
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(readers);
    for (const { memory } of tablets)
      expect(ids.filter((id) => memory.held('programme', id) === undefined)).toEqual([]);
    const { version } = await city.portal.db
      .selectFrom('scope_version')
      .where('scope', '=', facilityScope(facilityB))
      .select('version')
      .executeTakeFirstOrThrow();
    expect(version).toBe(2_341);
  });
});
