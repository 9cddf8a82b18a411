/** What became of one record: who changed what, from what to what, what was refused, where two people disagreed. */
import { beforeAll, expect, test } from 'vitest';
import { type Patch, sureEdit } from '../../../src/domain/kit/edit.ts';
import { naturalId } from '../../../src/domain/kit/record.ts';
import { kinds } from '../../../src/domain/schema.ts';
import { writeCityRecords } from '../../../src/portal/db/cityRecords.ts';
import type { PortalSchema } from '../../../src/portal/db/schema.ts';
import type * as types from '../../../src/portal/http/reportTypes.ts';
import { ensureAdministrator, type FirstSignIn } from '../../../src/portal/staff/administrator.ts';
import { facilityScope } from '../../../src/sync/protocol.ts';
import type { HttpDevice } from '../../fixtures/httpDevice.ts';
import { eachDatabase } from '../db/databases.ts';
import { facilityA, morning, newDevice, type TestPortal, testPortal } from '../portalFixture.ts';
import { signedInCookie } from '../staff/staffServer.ts';

const minuteMs = 60_000;
const lecture = {
  title: '垃圾分类讲座',
  date: '2026-11-23',
  start: '09:00',
  minutes: 90,
  status: 'planned',
} as unknown as Patch<typeof kinds.session>; // literals of date and time
const learner = (id: string, patch: Patch<typeof kinds.learner>) => sureEdit(kinds.learner, id, undefined, patch);
const markId = (session: string, person: string) => naturalId(kinds.attendance, session, person);
const mark = (session: string, person: string, patch: Patch<typeof kinds.attendance>) =>
  sureEdit(kinds.attendance, markId(session, person), undefined, patch);

eachDatabase<PortalSchema>('history', ({ database }) => {
  let city: TestPortal;
  let cookie: string;
  let one: HttpDevice;
  let two: HttpDevice;
  beforeAll(async () => {
    city = await testPortal(database());
    const account = (await ensureAdministrator(city.portal)) as FirstSignIn; // an empty database always has a first
    cookie = await signedInCookie(city.server, account);
    [one, two] = [await newDevice(city), await newDevice(city)];
    one.memory.commit([sureEdit(kinds.session, 's1', undefined, lecture)], morning);
    one.memory.commit([learner('l1', { name: '王伟' }), learner('l2', { name: '古丽' })], morning);
    await one.sync(morning);
    await two.sync(morning);
  });
  const ask = async <T>(path: string): Promise<T> => {
    const reply = await city.server.inject({ url: `/api/facilities/${facilityA}${path}`, headers: { cookie } });
    expect([path, reply.statusCode]).toEqual([path, 200]);
    return reply.json();
  };
  const historyOf = (kind: string, id: string) =>
    ask<types.RecordHistory>(`/history?kind=${kind}&id=${encodeURIComponent(id)}`);
  const at = async (device: HttpDevice, ms: number) => {
    city.setNow(ms);
    return device.sync(ms);
  };

  test('a mark’s history tells who, when, on which device, from what to what, oldest first', async () => {
    one.memory.commit([mark('s1', 'l1', { status: 'absent' })], morning + minuteMs, '张老师');
    await at(one, morning + 2 * minuteMs);
    await at(two, morning + 2 * minuteMs);
    two.memory.commit([mark('s1', 'l1', { status: 'late', minutes: 75 })], morning + 3 * minuteMs, '李老师');
    await at(two, morning + 9 * minuteMs);
    const { entries, truncated } = await historyOf('attendance', markId('s1', 'l1'));
    expect(truncated).toBe(false);
    const told = entries.map(({ field, from, to, by, device, ms, receivedAt }) => [
      field,
      from,
      to,
      by,
      device,
      ms,
      receivedAt,
    ]);
    const [first, second] = [morning + minuteMs, morning + 3 * minuteMs];
    expect(told).toEqual([
      ['status', undefined, 'absent', '张老师', one.id, first, morning + 2 * minuteMs],
      ['status', 'absent', 'late', '李老师', two.id, second, morning + 9 * minuteMs],
      ['minutes', undefined, 75, '李老师', two.id, second, morning + 9 * minuteMs],
    ]);
    expect(entries.every(({ label, refused }) => label === '平板一' && refused === null)).toBe(true);
  });

  test('a batch that was sent twice is told once', async () => {
    const before = (await historyOf('attendance', markId('s1', 'l1'))).entries.length;
    await at(two, morning + 10 * minuteMs);
    expect((await historyOf('attendance', markId('s1', 'l1'))).entries).toHaveLength(before);
  });

  test('what was refused is told as refused, is not what the next change came from, and is listed with its reason', async () => {
    one.memory.commit([mark('s1', 'nobody', { status: 'present' })], morning + 11 * minuteMs, '张老师');
    await at(one, morning + 11 * minuteMs);
    const id = markId('s1', 'nobody');
    expect((await historyOf('attendance', id)).entries).toMatchObject([
      { field: 'status', to: 'present', refused: 'unknown-reference' },
    ]);
    const detail = await ask<types.FacilityDetail>('');
    expect(detail.refused).toMatchObject([
      {
        device: one.id,
        kind: 'attendance',
        id,
        fields: { status: 'present' },
        by: '张老师',
        problem: 'unknown-reference',
      },
    ]);
  });

  test('two people who wrote blind to each other are a clash, listed with both values and both devices', async () => {
    await at(one, morning + 12 * minuteMs);
    await at(two, morning + 12 * minuteMs);
    one.memory.commit([mark('s1', 'l2', { status: 'present' })], morning + 13 * minuteMs);
    two.memory.commit([mark('s1', 'l2', { status: 'absent' })], morning + 14 * minuteMs);
    await at(one, morning + 15 * minuteMs);
    await at(two, morning + 15 * minuteMs);
    const { clashes } = await ask<types.FacilityDetail>('');
    expect(clashes).toMatchObject([
      {
        kind: 'attendance',
        id: markId('s1', 'l2'),
        field: 'status',
        kept: 'absent',
        keptDevice: two.id,
        keptMs: morning + 14 * minuteMs,
        other: 'present',
        otherDevice: one.id,
        at: morning + 15 * minuteMs,
      },
    ]);
    const reply = await city.server.inject({ url: '/api/city', headers: { cookie } });
    expect(reply.json().openClashes).toBe(1);
  });

  test('what the portal wrote itself is told by the record’s own stamps', async () => {
    const edits = [learner('seeded', { name: '李䶮', card: '7' })];
    await city.portal.db
      .transaction()
      .execute((trx) => writeCityRecords(trx, facilityScope(facilityA), edits, morning + 20 * minuteMs));
    await at(one, morning + 21 * minuteMs);
    one.memory.commit([learner('seeded', { card: '8' })], morning + 22 * minuteMs, '张老师');
    await at(one, morning + 22 * minuteMs);
    const { entries } = await historyOf('learner', 'seeded');
    expect(entries).toMatchObject([
      { field: 'sealed', device: '0', label: null, receivedAt: null, to: { name: '李䶮' } },
      { field: 'card', device: one.id, to: '8', by: '张老师' },
    ]);
  });

  test('learners found to be one person have one place in a class and one row in its register', async () => {
    const run = {
      course: 'c1',
      term: '2026-2',
      starts: '2026-11-02',
      timetable: [],
      sessions: 4,
      status: 'open',
    } as unknown as Patch<typeof kinds.class>; // literals of ids and dates
    const place = (person: string) =>
      sureEdit(kinds.enrolment, naturalId(kinds.enrolment, 'k1', person), undefined, {
        status: 'active',
        since: '2026-11-01',
      } as unknown as Patch<typeof kinds.enrolment>); // a literal of a date
    await city.portal.db.transaction().execute((trx) =>
      writeCityRecords(
        trx,
        facilityScope(facilityA),
        [
          sureEdit(kinds.class, 'k1', undefined, run),
          sureEdit(kinds.session, 'k1~1', undefined, { ...lecture, class: 'k1', number: 1 } as Patch<
            typeof kinds.session
          >),
          learner('twin', { name: '王伟', mergedInto: 'l1' as never }), // a literal of an id
          place('l1'),
          place('twin'),
          place('l2'),
          mark('k1~1', 'twin', { status: 'present' }),
        ],
        morning,
      ),
    );
    const { classes } = await ask<types.FacilityClasses>('/classes');
    expect(classes).toMatchObject([{ id: 'k1', enrolled: 2, course: null }]);
    const url = `/api/classes/${facilityA}/k1/attendance`;
    const sheet: types.ClassMonth = (await city.server.inject({ url, headers: { cookie } })).json();
    expect(sheet.rows.map(({ learner: { id }, marks }) => [id, marks])).toEqual(
      expect.arrayContaining([
        ['l1', ['present']],
        ['l2', [null]],
      ]),
    );
    expect(sheet.rows).toHaveLength(2);
  });
});
