/** The exchange over HTTP and a real database: what devices send is there, once, in order, and told to the others. */
import { beforeAll, expect, test } from 'vitest';
import { sureEdit } from '../../src/domain/kit/edit.ts';
import { naturalId } from '../../src/domain/kit/record.ts';
import type { AttendanceStatus } from '../../src/domain/records/attendance.ts';
import { kinds } from '../../src/domain/schema.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import { facilityScope } from '../../src/sync/protocol.ts';
import { eachDatabase } from './db/databases.ts';
import { facilityB, morning, newDevice, sendInto, type TestPortal, testPortal } from './portalFixture.ts';

const sessionEdit = (id: string) =>
  sureEdit(kinds.session, id, undefined, {
    title: '垃圾分类讲座',
    date: '2026-11-23' as never, // a date literal
    start: '09:00' as never,
    minutes: 90,
    status: 'held',
  });
const learnerEdit = (id: string, name: string) => sureEdit(kinds.learner, id, undefined, { name });
const markEdit = (session: string, learner: string, status: AttendanceStatus) =>
  sureEdit(kinds.attendance, naturalId(kinds.attendance, session, learner), undefined, { status });

const lost = async () => {
  throw new Error('the answer was lost');
};

eachDatabase<PortalSchema>('sync', ({ database }) => {
  let city: TestPortal;
  beforeAll(async () => {
    city = await testPortal(database());
  });

  const tallyOf = (session: string) =>
    city.portal.db.selectFrom('session_tally').where('session', '=', session).selectAll().executeTakeFirst();
  const versionsOf = async (facility: string) => {
    const scope = facilityScope(facility);
    const tables = ['teacher', 'learner', 'class', 'enrolment', 'session', 'attendance'] as const;
    const versions = await Promise.all(
      tables.map((table) => city.portal.db.selectFrom(table).where('scope', '=', scope).select('version').execute()),
    );
    return versions
      .flat()
      .map((row) => row.version)
      .sort((a, b) => a - b);
  };

  test('a roll call arrives whole, is counted, and the other tablet hears of it', async () => {
    const [one, two] = [await newDevice(city), await newDevice(city)];
    one.memory.commit([sessionEdit('s1'), learnerEdit('l1', '王伟'), learnerEdit('l2', '𠮷野')], morning);
    one.memory.commit([markEdit('s1', 'l1', 'present'), markEdit('s1', 'l2', 'late')], morning);
    expect(await one.sync(morning)).toMatchObject({ kind: 'delivered', sent: 5, refused: 0 });
    expect(await tallyOf('s1')).toMatchObject({ present: 1, late: 1, absent: 0, district: '110116' });
    expect(await two.sync(morning)).toMatchObject({ kind: 'delivered', received: 7 });
    expect(two.memory.states()).toEqual(new Map([...one.memory.states()]));
    expect(two.memory.held('learner', 'l2')?.values).toEqual({ sealed: { name: '𠮷野' } });
  });

  test('what a device wrote itself is not sent back to it', async () => {
    const device = await newDevice(city);
    await device.sync(morning);
    device.memory.commit([learnerEdit('own1', '李䶮')], morning);
    expect(await device.sync(morning)).toMatchObject({ sent: 1, received: 0 });
    expect(await device.sync(morning)).toMatchObject({ sent: 0, received: 0 });
  });

  test('a batch whose answer was lost is taken once, and answered the same', async () => {
    const device = await newDevice(city);
    device.memory.commit([sessionEdit('s2'), learnerEdit('l3', '古丽'), markEdit('s2', 'nobody', 'present')], morning);
    const send = sendInto(city.server);
    const outcome = await device.sync(morning, async (path, body, headers) => {
      await send(path, body, headers);
      return lost();
    });
    expect(outcome).toMatchObject({ kind: 'waiting', why: 'offline' });
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', refused: 1 });
    expect(device.memory.refused().map(({ problem }) => problem.type)).toEqual(['unknown-reference']);
    const logged = await city.portal.db
      .selectFrom('batch_log')
      .where('device', '=', device.id)
      .select('count')
      .execute();
    expect(logged.reduce((sum, row) => sum + row.count, 0)).toBe(3);
  });

  test('two tablets that mark one session apart end in one result, and the clash is recorded', async () => {
    const [one, two] = [await newDevice(city), await newDevice(city)];
    one.memory.commit([sessionEdit('s3'), learnerEdit('l4', '王伟')], morning);
    await one.sync(morning);
    await two.sync(morning);
    one.memory.commit([markEdit('s3', 'l4', 'absent')], morning + 1_000);
    two.memory.commit([markEdit('s3', 'l4', 'present')], morning + 2_000);
    await two.sync(morning + 3_000);
    await one.sync(morning + 3_000);
    await two.sync(morning + 4_000);
    expect(one.memory.held('attendance', 's3+l4')?.values['status']).toBe('present');
    expect(two.memory.held('attendance', 's3+l4')).toEqual(one.memory.held('attendance', 's3+l4'));
    expect(await tallyOf('s3')).toMatchObject({ present: 1, absent: 0 });
    const clashes = await city.portal.db.selectFrom('clash').where('id', '=', 's3+l4').selectAll().execute();
    expect(clashes).toMatchObject([{ field: 'status', kept: 'present', other: 'absent' }]);
  });

  test('twenty tablets of one facility at once leave its versions gapless', async () => {
    const devices = await Promise.all(Array.from({ length: 20 }, () => newDevice(city, facilityB)));
    devices.forEach((device, i) => {
      device.memory.commit(
        [learnerEdit(`b${i}`, `学员${i}`), sessionEdit(`sb${i}`), markEdit(`sb${i}`, `b${i}`, 'present')],
        morning,
      );
    });
    const outcomes = await Promise.all(devices.map((device) => device.sync(morning)));
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(devices.map(() => 'delivered'));
    expect(await versionsOf(facilityB)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  test('one facility never sees another’s records', async () => {
    const stranger = await newDevice(city, facilityB);
    await stranger.sync(morning);
    expect(stranger.memory.held('learner', 'l1')).toBeUndefined();
    stranger.memory.commit([markEdit('s1', 'l1', 'absent')], morning);
    await stranger.sync(morning);
    expect(stranger.memory.refused().map(({ problem }) => problem.type)).toEqual(['unknown-reference']);
    expect(await tallyOf('s1')).toMatchObject({ present: 1, absent: 0 });
  });

  test('a device whose clock ran a year ahead delivers all the same, at the portal’s time', async () => {
    const device = await newDevice(city);
    const nextYear = morning + 365 * 86_400_000;
    device.memory.commit([learnerEdit('future', '赵六')], nextYear);
    expect(await device.sync(nextYear)).toMatchObject({ kind: 'delivered', sent: 1 });
    const row = await city.portal.db
      .selectFrom('learner')
      .where('id', '=', 'future')
      .select('clock')
      .executeTakeFirstOrThrow();
    expect(Number.parseInt(row.clock.slice(0, 9), 36)).toBeLessThanOrEqual(morning + 1);
  });

  test('the device’s contact, queue and clock are known', async () => {
    const device = await newDevice(city);
    await device.sync(morning - 90_000);
    const row = await city.portal.db.selectFrom('device').where('id', '=', device.id).selectAll().executeTakeFirst();
    expect(row).toMatchObject({ last_contact_at: morning, pending: 0, clock_offset_ms: 90_000, app: '0.1.0' });
  });
});
