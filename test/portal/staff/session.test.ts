/** Signing in, staying signed in, signing out; and what is refused at that door. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PortalSchema } from '../../../src/portal/db/schema.ts';
import { seedDemoCity } from '../../../src/portal/demo/seed.ts';
import type { Portal } from '../../../src/portal/portal.ts';
import { ensureAdministrator, type FirstSignIn } from '../../../src/portal/staff/administrator.ts';
import { absoluteMs, slidingMs } from '../../../src/portal/staff/staffSession.ts';
import { eachDatabase } from '../db/databases.ts';
import { portalFor, type TestClock, tuesdayEvening } from './portalFor.ts';
import { signedInCookie, staffServer } from './staffServer.ts';

const path = '/api/staff/session';
const problemOf = (reply: { json(): unknown }) => reply.json() as { type: string; title: string };

eachDatabase<PortalSchema>('staff sessions', ({ database }) => {
  const clock: TestClock = { nowMs: tuesdayEvening };
  let portal: Portal;
  let server: FastifyInstance;
  let account: FirstSignIn;
  beforeAll(async () => {
    portal = await portalFor(database(), clock);
    await seedDemoCity(portal);
    const made = await ensureAdministrator(portal);
    if (made === undefined) throw new Error('no account');
    account = made;
    server = staffServer(portal);
  });
  afterAll(() => server.close());

  const signIn = (payload: object, headers: Record<string, string> = {}, remoteAddress = '192.0.2.1') =>
    server.inject({ method: 'POST', url: path, payload, headers, remoteAddress });
  const whoAmI = (cookie: string) => server.inject({ url: path, headers: { cookie } });

  test('who signs in is known from then on, and unknown after signing out', async () => {
    const reply = await signIn({ ...account });
    expect(reply.json()).toEqual({ login: 'demo', name: '演示管理员', role: 'administrator' });
    const [set = ''] = [reply.headers['set-cookie']].flat();
    expect(set).toMatch(/^waystation_staff=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = set.split(';')[0] ?? '';
    expect((await whoAmI(cookie)).json()).toMatchObject({ login: 'demo' });
    const out = await server.inject({ method: 'DELETE', url: path, headers: { cookie } });
    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/Max-Age=0/);
    expect((await whoAmI(cookie)).statusCode).toBe(401);
  });

  test('the login is not particular about capitals', async () => {
    expect((await signIn({ ...account, login: ' Demo ' })).statusCode).toBe(200);
  });

  test('over https the cookie is for https only', async () => {
    const proxied = staffServerBehindProxy();
    const reply = await proxied.inject({
      method: 'POST',
      url: path,
      payload: { ...account },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(reply.headers['set-cookie']).toMatch(/; Secure/);
    await proxied.close();
  });

  test('the token is stored nowhere', async () => {
    const cookie = await signedIn();
    const rows = JSON.stringify(await portal.db.selectFrom('staff_session').selectAll().execute());
    expect(rows).not.toContain(cookie.split('=')[1]);
  });

  test('a wrong password and an unknown login get one answer, in the reader’s language', async () => {
    const wrong = await signIn({ login: 'demo', password: 'wrong' }, { 'accept-language': 'en' });
    const unknown = await signIn({ login: 'nobody', password: 'wrong' }, { 'accept-language': 'en' });
    expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422]);
    expect(unknown.json()).toEqual(wrong.json());
    expect(problemOf(wrong).type).toBe('/problems/wrong-password');
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    const chinese = await signIn({ login: 'demo', password: 'wrong' });
    expect(problemOf(chinese).title).toMatch(/\p{Script=Han}/u);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  test('guessing is slowed down for one login from one address, even with the right password, and not for others', async () => {
    const guess = () => signIn({ login: 'demo', password: 'wrong' }, {}, '192.0.2.66');
    for (let i = 0; i < 5; i++) expect((await guess()).statusCode).toBe(422);
    const slowed = await guess();
    expect([slowed.statusCode, problemOf(slowed).type]).toEqual([429, '/problems/too-many']);
    expect(slowed.headers['retry-after']).toBe('1');
    expect((await signIn({ ...account }, {}, '192.0.2.66')).statusCode).toBe(429);
    expect((await signIn({ ...account }, {}, '192.0.2.67')).statusCode).toBe(200);
    clock.nowMs += 1_000;
    expect((await guess()).statusCode).toBe(422);
    expect((await guess()).headers['retry-after']).toBe('2');
    clock.nowMs += 2_000;
    expect((await signIn({ ...account }, {}, '192.0.2.66')).statusCode).toBe(200);
    expect((await guess()).statusCode).toBe(422);
  });

  test('another site’s page can neither sign in nor act', async () => {
    const cookie = await signedIn();
    const revoke = (headers: Record<string, string>, payload: object | string = {}) =>
      server.inject({ method: 'POST', url: '/api/devices/zz/revoke', headers: { cookie, ...headers }, payload });
    expect((await revoke({})).statusCode).toBe(404);
    expect((await revoke({ host: 'portal.example', origin: 'https://portal.example' })).statusCode).toBe(404);
    expect((await revoke({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(404);
    for (const headers of [
      { host: 'portal.example', origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      expect((await revoke(headers)).statusCode, JSON.stringify(headers)).toBe(403);
      expect((await signIn({ ...account }, headers)).statusCode).toBe(403);
    }
    expect((await revoke({ 'content-type': 'text/plain' }, '{}')).statusCode).toBe(415);
  });

  test('nonsense is refused', async () => {
    for (const payload of [
      {},
      { login: 'demo' },
      { login: 1, password: 2 },
      { login: 'demo', password: 'x'.repeat(201) },
    ])
      expect((await signIn(payload)).statusCode).toBe(400);
    for (const cookie of ['waystation_staff=x', `waystation_staff=${'A'.repeat(43)}`, 'waystation_staff='])
      expect((await whoAmI(cookie)).statusCode).toBe(401);
  });

  test('a session ends 12 hours after its last use, and 7 days after sign-in whatever happens', async () => {
    const unused = await signedIn();
    clock.nowMs += slidingMs - 1;
    expect((await whoAmI(unused)).statusCode).toBe(200);
    clock.nowMs += slidingMs;
    expect((await whoAmI(unused)).statusCode).toBe(401);
    const used = await signedIn();
    const begun = clock.nowMs;
    while (clock.nowMs + slidingMs / 2 < begun + absoluteMs) {
      clock.nowMs += slidingMs / 2;
      expect((await whoAmI(used)).statusCode).toBe(200);
    }
    clock.nowMs = begun + absoluteMs;
    expect((await whoAmI(used)).statusCode).toBe(401);
  });

  test('sessions that have ended are cleared away at the next sign-in', async () => {
    await signedIn();
    clock.nowMs += absoluteMs;
    await signedIn();
    const rows = await portal.db.selectFrom('staff_session').selectAll().execute();
    expect(rows).toHaveLength(1);
  });

  test('a demonstration tells a new password at every start, and the old one is of no use', async () => {
    const again = await ensureAdministrator(portal);
    expect(again?.login).toBe('demo');
    expect(again?.password).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/);
    expect((await signIn({ ...account }, {}, '192.0.2.70')).statusCode).toBe(422);
    expect((await signIn({ ...again }, {}, '192.0.2.70')).statusCode).toBe(200);
    account = again ?? account;
  });

  test('a portal in earnest has no demo account, and tells its first password once', async () => {
    const earnest = { ...portal, config: { ...portal.config, demo: false } };
    const cookie = await signedIn();
    const first = await ensureAdministrator(earnest);
    expect(first?.login).toBe('admin');
    expect((await whoAmI(cookie)).statusCode).toBe(401);
    expect((await signIn({ ...first }, {}, '192.0.2.71')).statusCode).toBe(200);
    expect(await ensureAdministrator(earnest)).toBeUndefined();
    const logins = await portal.db.selectFrom('staff').select('login').execute();
    expect(logins).toEqual([{ login: 'admin' }]);
  });

  const signedIn = () => signedInCookie(server, account);

  const staffServerBehindProxy = () => staffServer(portal, { trustProxy: true });
});
