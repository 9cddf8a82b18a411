/** Enrolling over HTTP: one code, one device; every wrong one gets the same answer. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { readCode } from '../../src/app/enrol/enrolmentCode.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import { createEnrolmentCode } from '../../src/portal/enrolmentCode.ts';
import { eachDatabase } from './db/databases.ts';
import { facilityA, morning, sendInto, type TestPortal, testPortal } from './portalFixture.ts';

const hourMs = 3_600_000;

async function publicKeyOf(namedCurve = 'P-256'): Promise<JsonWebKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify']);
  return crypto.subtle.exportKey('jwk', pair.publicKey);
}

eachDatabase<PortalSchema>('enrolment', ({ database }) => {
  let city: TestPortal;
  let publicKey: JsonWebKey;
  beforeAll(async () => {
    city = await testPortal(database());
    publicKey = await publicKeyOf();
  });
  beforeEach(() => city.setNow(morning));

  const newCode = async () => (await createEnrolmentCode(city.portal, facilityA, 'administrator')).code;
  async function enrol(patch: object, send = sendInto(city.server)) {
    const body = Buffer.from(JSON.stringify({ publicKey, ...patch }));
    const answer = await send('/api/enrol', body, { 'content-type': 'application/json' });
    return {
      status: answer.status,
      retryAfter: answer.retryAfter,
      document: JSON.parse(Buffer.from(answer.body).toString()),
    };
  }
  const devices = () => city.portal.db.selectFrom('device').selectAll().orderBy('enrolled_at').execute();
  const rowOf = (code: string) =>
    city.portal.db
      .selectFrom('enrolment_code')
      .where('locator', '=', code.slice(0, 4))
      .selectAll()
      .executeTakeFirstOrThrow();
  /** The same locator and a right check character, but another secret. */
  async function wrongSecret(code: string): Promise<string> {
    const [body = '', letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'] = [code.replace(/ /g, '').slice(0, 10)];
    const changed = `${body.slice(0, 9)}${body[9] === '7' ? '8' : '7'}`;
    const sum = [...changed].reduce((total, letter, i) => total + letters.indexOf(letter) * (i + 2), 0);
    return `${changed}${letters[sum % 31]}`;
  }

  test('a code gives a device of its facility, with its key and label', async () => {
    const { status, document } = await enrol({ code: await newCode(), label: ' 平板一 ' });
    expect(status).toBe(201);
    expect(document).toEqual({
      device: expect.stringMatching(/^[0-9a-z]+$/),
      facility: { id: facilityA, zh: '长哨营学习驿站', en: 'Changshaoying Learning Station', district: '110116' },
      at: morning,
    });
    const { x, y } = publicKey;
    const device = (await devices()).find(({ id }) => id === document.device);
    expect(device).toMatchObject({ facility: facilityA, label: '平板一', status: 'active', last_n: 0, chain: '' });
    expect(device?.public_key).toEqual({ kty: 'EC', crv: 'P-256', x, y });
  });

  test('a code is read as people type it, here and in the app', async () => {
    for (const typed of [
      (code: string) => code.toLowerCase(),
      (code: string) => code.replace(/ /g, '-'),
      (code: string) => code.replace(/ /g, ''),
      (code: string) => code.replace(/0/g, 'O').replace(/1/g, 'l'),
    ]) {
      const code = await newCode();
      expect(readCode(typed(code))).toEqual({ kind: 'whole', code: code.replace(/ /g, '') });
      expect((await enrol({ code: typed(code) })).status).toBe(201);
    }
  });

  test('wrong, mistyped, used and expired codes all get the same answer, and no device', async () => {
    const [used, expired, fine] = [await newCode(), await newCode(), await newCode()];
    await enrol({ code: used });
    const before = await devices();
    const swapped = fine.replace(/ /g, '').replace(/^(.)(.)/, '$2$1');
    const answers = [await enrol({ code: used }), await enrol({ code: await wrongSecret(fine) })];
    if (swapped !== fine.replace(/ /g, '')) answers.push(await enrol({ code: swapped }));
    answers.push(await enrol({ code: 'ZZZZ ZZZZ ZZZ' }), await enrol({ code: '' }));
    city.setNow(morning + 72 * hourMs);
    answers.push(await enrol({ code: expired }));
    for (const { status, document } of answers) {
      expect([status, document.type]).toEqual([422, '/problems/wrong-code']);
      expect(document).toEqual(answers[0]?.document);
    }
    expect(await devices()).toEqual(before);
  });

  test('a code is good until its 72 hours are over', async () => {
    const code = await newCode();
    city.setNow(morning + 72 * hourMs - 1);
    expect((await enrol({ code })).status).toBe(201);
  });

  test('five wrong tries end a code, also when many come at once', async () => {
    const [four, many] = [await newCode(), await newCode()];
    const [wrong, wrongAgain] = [await wrongSecret(four), await wrongSecret(many)];
    for (let i = 0; i < 4; i++) await enrol({ code: wrong });
    expect((await enrol({ code: four })).status).toBe(201);
    await Promise.all(Array.from({ length: 12 }, () => enrol({ code: wrongAgain })));
    expect((await rowOf(many)).tries).toBe(5);
    expect((await enrol({ code: many })).status).toBe(422);
  });

  test('two tablets with one code: one is enrolled', async () => {
    const code = await newCode();
    const answers = await Promise.all([enrol({ code }), enrol({ code }), enrol({ code })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });

  test('the database does not know the code', async () => {
    const code = await newCode();
    const stored = JSON.stringify(await rowOf(code));
    expect(stored).not.toContain(code.replace(/ /g, '').slice(4, 10));
  });

  test('a key that is no public P-256 key is refused before the code is touched', async () => {
    const code = await newCode();
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const { d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
    const wrongKeys = [
      { ...publicKey, d },
      { ...publicKey, y: publicKey.x },
      { ...publicKey, x: 'AA' },
      { ...publicKey, kty: 'oct' },
      await publicKeyOf('P-384'),
      undefined,
      'key',
    ];
    for (const wrong of wrongKeys) {
      const { status, document } = await enrol({ code, publicKey: wrong });
      expect([status, document.type]).toEqual([400, '/problems/malformed']);
    }
    for (const label of ['a\u0000b', 'x'.repeat(81), 7]) expect((await enrol({ code, label })).status).toBe(400);
    expect((await enrol({ code })).status).toBe(201);
  });

  test('an address that tries without end is told to wait', async () => {
    const send = sendInto(city.server);
    const answers = [];
    for (let i = 0; i < 21; i++) answers.push(await enrol({ code: '' }, send));
    const last = answers.at(-1);
    expect([last?.status, last?.document.type]).toEqual([429, '/problems/too-many']);
    expect(Number(last?.retryAfter)).toBeGreaterThan(0);
    expect((await enrol({ code: await newCode() })).status).toBe(201); // from another address
  });

  test('device numbers are short and never used again', async () => {
    const ids = (await devices()).map(({ id }) => Number.parseInt(id, 36));
    expect(Math.min(...ids)).toBeGreaterThanOrEqual(36);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
