/** The doors of the staff's routes: who may, what is not there, what is nonsense; devices, codes, revoking. */
import { beforeAll, expect, test } from 'vitest';
import { sureEdit } from '../../../src/domain/kit/edit.ts';
import { kinds } from '../../../src/domain/schema.ts';
import type { PortalSchema } from '../../../src/portal/db/schema.ts';
import { ensureAdministrator, type FirstSignIn } from '../../../src/portal/staff/administrator.ts';
import { enrolHttpDevice } from '../../fixtures/httpDevice.ts';
import { eachDatabase } from '../db/databases.ts';
import { facilityA, facilityB, morning, newDevice, sendInto, type TestPortal, testPortal } from '../portalFixture.ts';
import { signedInCookie } from '../staff/staffServer.ts';

const everyRoute = [
  ['GET', '/api/staff/session'],
  ['GET', '/api/city'],
  ['GET', '/api/city/today'],
  ['GET', `/api/facilities/${facilityA}`],
  ['GET', `/api/facilities/${facilityA}/classes`],
  ['GET', `/api/facilities/${facilityA}/history?kind=session&id=s1`],
  ['GET', `/api/facilities/${facilityA}/devices`],
  ['GET', `/api/classes/${facilityA}/k1/attendance`],
  ['GET', '/api/events'],
  ['POST', `/api/facilities/${facilityA}/enrolment-codes`],
  ['POST', '/api/devices/zz/revoke'],
] as const;

eachDatabase<PortalSchema>('the staff’s routes', ({ database }) => {
  let city: TestPortal;
  let cookie: string;
  beforeAll(async () => {
    city = await testPortal(database());
    const account = (await ensureAdministrator(city.portal)) as FirstSignIn; // an empty database always has a first
    cookie = await signedInCookie(city.server, account);
  });
  const ask = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = { cookie }) =>
    city.server.inject({ method, url, headers, ...(method === 'POST' ? { payload: {} } : {}) });

  test('every route answers 401 to whoever is not signed in, whatever is asked for', async () => {
    const before = await city.portal.db.selectFrom('enrolment_code').select('locator').execute();
    for (const headers of [{}, { cookie: 'waystation_staff=' }, { cookie: `waystation_staff=${'x'.repeat(43)}` }]) {
      for (const [method, url] of everyRoute) {
        const reply = await ask(method, url, headers as Record<string, string>);
        expect([url, reply.statusCode, reply.json().type]).toEqual([url, 401, '/problems/signed-out']);
      }
    }
    expect(await city.portal.db.selectFrom('enrolment_code').select('locator').execute()).toEqual(before);
  });

  test('no route of the API is open but those that are meant to be', () => {
    const open = ['POST /api/enrol', 'POST /api/staff/session', 'DELETE /api/staff/session', 'POST /api/sync'];
    const names = (url: string) =>
      url.replace(/\?.*/, '').replace(new RegExp(`${facilityA}|\\bzz\\b|\\bk1\\b`, 'g'), ':');
    const guarded = everyRoute.map(([method, url]) => `${method} ${names(url)}`);
    const routes = routesOf(city.server.printRoutes({ commonPrefix: false })).filter((route) =>
      route.includes('/api/'),
    );
    expect(routes.map((route) => route.replace(/:\w+/g, ':')).sort()).toEqual([...open, ...guarded].sort());
  });

  test('what does not exist is 404, and nonsense in the query is 422 with its field', async () => {
    for (const url of [
      '/api/facilities/110199999-01',
      '/api/facilities/110199999-01/classes',
      '/api/facilities/110199999-01/devices',
      '/api/facilities/..%2F..%2Fetc',
      `/api/classes/${facilityA}/nothing/attendance`,
      `/api/classes/110199999-01/nothing/attendance`,
      `/api/facilities/${facilityA}/history?kind=session&id=nothing`,
      `/api/facilities/${facilityA}/history?kind=nothing&id=x`,
      `/api/facilities/${facilityA}/history?kind=facility&id=${facilityA}`,
      `/api/facilities/${facilityA}/history?kind=attendance&id=no-plus`,
    ])
      expect([url, (await ask('GET', url)).statusCode]).toEqual([url, 404]);
    for (const [url, field] of [
      [`/api/facilities/${facilityA}?from=2026-02-30`, 'from'],
      [`/api/facilities/${facilityA}/history?kind=session`, 'id'],
      [`/api/classes/${facilityA}/nothing/attendance?month=2026-13`, 'month'],
    ] as const) {
      const reply = await ask('GET', url);
      expect([url, reply.statusCode, reply.json().errors[0].field]).toEqual([url, 422, field]);
    }
  });

  test('answers are kept by nobody', async () => {
    expect((await ask('GET', '/api/city')).headers['cache-control']).toBe('no-store');
  });

  test('a code that staff make enrols a device, which is then listed; revoked, it can send nothing more', async () => {
    const made = (await ask('POST', `/api/facilities/${facilityB}/enrolment-codes`)).json();
    expect(made.expiresAt).toBe(morning + 72 * 3_600_000);
    const device = await enrolHttpDevice(sendInto(city.server), made.code);
    expect(device.facility).toBe(facilityB);
    await device.sync(morning);
    const listed = (await ask('GET', `/api/facilities/${facilityB}/devices`)).json();
    expect(listed.devices).toMatchObject([
      { id: device.id, label: '平板一', status: 'active', lastContactAt: morning },
    ]);
    expect((await ask('POST', `/api/devices/${device.id}/revoke`)).json()).toEqual({ revoked: true });
    device.memory.commit([sureEdit(kinds.learner, 'l9', undefined, { name: '王伟' })], morning);
    expect(await device.sync(morning)).toMatchObject({ kind: 'stopped', problem: { type: 'device-revoked' } });
    const after = (await ask('GET', `/api/facilities/${facilityB}/devices`)).json();
    expect(after.devices).toMatchObject([{ id: device.id, status: 'revoked', taken: 0 }]);
    expect((await ask('POST', '/api/devices/nobody/revoke')).statusCode).toBe(404);
  });

  test('one facility’s records are not found under another’s name', async () => {
    const device = await newDevice(city);
    device.memory.commit([sureEdit(kinds.learner, 'l1', undefined, { name: '李䶮' })], morning);
    await device.sync(morning);
    expect((await ask('GET', `/api/facilities/${facilityA}/history?kind=learner&id=l1`)).statusCode).toBe(200);
    expect((await ask('GET', `/api/facilities/${facilityB}/history?kind=learner&id=l1`)).statusCode).toBe(404);
  });
});

/** `GET /a/b` for every leaf of Fastify's tree of routes, which indents by four. */
function routesOf(tree: string): readonly string[] {
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const at = line.search(/[^\s│├└─]/);
    if (at < 0) return [];
    const [, part = '', methods = ''] = /^(\S+)(?: \((.*)\))?$/.exec(line.slice(at)) ?? [];
    const depth = at / 4 - 1;
    const path = (parents[depth - 1] ?? '') + part;
    parents[depth] = path;
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}
