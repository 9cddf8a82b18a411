/** What arrives broken, forged or too big: refused by a document that a person can read, and nothing is disturbed. */
import { beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../src/domain/kit/edit.ts';
import { sureEdit } from '../../src/domain/kit/edit.ts';
import { kinds } from '../../src/domain/schema.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import type { Change } from '../../src/sync/change.ts';
import { encodeChanges } from '../../src/sync/codec.ts';
import { formatClock } from '../../src/sync/hlc.ts';
import { type ProblemType, problemStatus } from '../../src/sync/problem.ts';
import { batchMediaType, limits, signatureHeader, syncPath } from '../../src/sync/protocol.ts';
import type { HttpDevice } from '../fixtures/httpDevice.ts';
import { deflate, inflate } from '../fixtures/link.ts';
import { eachDatabase } from './db/databases.ts';
import { facilityA, facilityB, morning, newDevice, sendInto, type TestPortal, testPortal } from './portalFixture.ts';

const learner = (id: string): Plan => [sureEdit(kinds.learner, id, undefined, { name: '王芳' })];
const year = 365 * 86_400_000;

/** What a request is made of; `body` and `signature` replace what would be made. */
interface Asked {
  readonly patch?: object;
  readonly changes?: readonly Change[];
  readonly text?: string;
  readonly body?: Uint8Array;
  readonly signedBy?: HttpDevice;
  readonly kid?: string;
  readonly signature?: string;
  readonly mediaType?: string;
}

eachDatabase<PortalSchema>('bad requests', ({ database }) => {
  let city: TestPortal;
  let device: HttpDevice;
  let other: HttpDevice;
  let revoked: HttpDevice;
  beforeAll(async () => {
    city = await testPortal(database());
    [device, other, revoked] = [await newDevice(city), await newDevice(city, facilityB), await newDevice(city)];
    device.memory.commit(learner('known'), morning);
    await device.sync(morning);
    await city.portal.db.updateTable('device').set({ status: 'revoked' }).where('id', '=', revoked.id).execute();
  });

  const change = (patch: Partial<Change> = {}, count = 0): Change => ({
    kind: 'learner',
    id: `l${count}`,
    fields: { sealed: { name: '李明' } },
    clock: formatClock({ ms: morning, count, device: device.id }),
    base: null,
    by: 'c1',
    ...patch,
  });
  const chainNow = async () => (await rowOf(device)).chain;
  const rowOf = (of: HttpDevice) =>
    city.portal.db.selectFrom('device').where('id', '=', of.id).selectAll().executeTakeFirstOrThrow();

  async function ask(asked: Asked, language = 'zh-CN') {
    const { patch = {}, changes, signedBy = device, mediaType = batchMediaType } = asked;
    const { last_n: last, chain } = await rowOf(device);
    const request = { v: 1, device: device.id, first: last + 1, prev: chain, sent: morning, cursors: {}, pending: 0 };
    const whole = { ...request, app: 't', ...(changes ? { changes: encodeChanges(changes) } : {}), ...patch };
    const body = asked.body ?? (await deflate(asked.text ?? JSON.stringify(whole)));
    const signature = asked.signature ?? (await signedBy.sign(body, asked.kid ?? device.id));
    const headers = { 'content-type': mediaType, [signatureHeader]: signature, 'accept-language': language };
    return sendInto(city.server)(syncPath, body, headers);
  }

  /** All that a refused request must leave as it was. */
  async function everything() {
    const { db } = city.portal;
    return {
      devices: await db.selectFrom('device').select(['id', 'last_n', 'chain', 'pending']).orderBy('id').execute(),
      scopes: await db.selectFrom('scope_version').selectAll().orderBy('scope').execute(),
      log: await db.selectFrom('batch_log').select(['device', 'from', 'count']).orderBy('received_at').execute(),
      refused: await db.selectFrom('refused_change').selectAll().orderBy('n').execute(),
      learners: await db.selectFrom('learner').select(['id', 'version']).orderBy('version').execute(),
    };
  }

  const noise = (bytes: number) => Uint8Array.from({ length: bytes }, (_, i) => (i * 2_654_435_761) >>> 24);
  const tooMany = () => Array.from({ length: limits.batchChanges + 1 }, (_, i) => change({}, i));

  const cases: readonly (readonly [what: string, type: ProblemType, asked: () => Asked | Promise<Asked>])[] = [
    ['text that is no JSON', 'malformed', () => ({ text: '{"v":1,' })],
    ['JSON that is no request', 'malformed', () => ({ text: '[]' })],
    ['bytes that are not deflated', 'malformed', () => ({ body: noise(400) })],
    ['deflated bytes that are not UTF-8', 'malformed', async () => ({ body: await deflatedBytes([0xff, 0xfe]) })],
    ['a number 0', 'malformed', () => ({ patch: { first: 0 } })],
    ['a cursor below nothing', 'malformed', () => ({ patch: { cursors: { city: -1 } } })],
    ['columns that are none', 'malformed', () => ({ patch: { changes: { texts: [], order: [0, 1], groups: [] } } })],
    ['nothing at all', 'malformed', () => ({ body: new Uint8Array(0) })],
    ['a bomb', 'too-large', () => ({ text: ' '.repeat(limits.inflatedBytes + 1) })],
    ['more bytes than a batch may have', 'too-large', () => ({ body: noise(limits.requestBytes + 1) })],
    ['501 changes', 'too-large', () => ({ changes: tooMany() })],
    ['JSON, not deflated', 'unsupported-media', () => ({ body: Buffer.from('{}'), mediaType: 'application/json' })],
    ['another media type', 'unsupported-media', () => ({ mediaType: 'text/csv' })],
    ['no signature', 'bad-signature', () => ({ signature: '' })],
    ['a signature that is none', 'bad-signature', () => ({ signature: `e30..${'A'.repeat(86)}` })],
    ['a signature over other bytes', 'bad-signature', async () => ({ signature: await device.sign(noise(9)) })],
    ['another device’s key', 'bad-signature', () => ({ signedBy: other })],
    ['a device that was never enrolled', 'device-unknown', () => ({ kid: 'zzzz' })],
    ['a revoked device', 'device-revoked', () => ({ signedBy: revoked, kid: revoked.id })],
    ['another device’s name inside', 'wrong-facility', () => ({ patch: { device: other.id } })],
    ['another facility’s cursor', 'wrong-facility', () => ({ patch: { cursors: { [`facility:${facilityB}`]: 0 } } })],
    ['a later protocol', 'unsupported-version', () => ({ patch: { v: 2 } })],
    ['numbers that skip some', 'gap', () => ({ patch: { first: 9 } })],
    ['another past', 'device-forked', () => ({ patch: { prev: 'x' }, changes: [change()] })],
    ['a number used again', 'device-forked', () => ({ patch: { first: 1, prev: '' }, changes: [change()] })],
    [
      'a clock a year ahead',
      'clock-ahead',
      () => ({ changes: [change({ clock: formatClock({ ms: morning + year, count: 0, device: device.id }) })] }),
    ],
  ];

  test.each(cases)('%s is refused as %s, in both languages, and nothing else changes', async (_what, type, asked) => {
    const before = await everything();
    const made = await asked();
    const [chinese, english] = [await ask(made), await ask(made, 'en-GB,en;q=0.8')];
    for (const answer of [chinese, english]) {
      expect([answer.status, answer.type]).toEqual([problemStatus[type], 'application/problem+json; charset=utf-8']);
      const document = documentIn(answer.body);
      expect(document).toMatchObject({ type: `/problems/${type}`, status: problemStatus[type] });
    }
    const [inChinese, inEnglish] = [documentIn(chinese.body), documentIn(english.body)];
    for (const member of ['title', 'detail']) {
      expect(inChinese[member]).toMatch(/\p{Script=Han}{4}/u);
      expect(inEnglish[member]).toMatch(/^\P{Script=Han}{8,}$/u);
    }
    expect(await everything()).toEqual(before);
  });

  test('a gap names the number that is due, and a clock ahead the portal’s time', async () => {
    const { last_n: last } = await rowOf(device);
    expect(documentIn((await ask({ patch: { first: 9 } })).body)['expected']).toBe(last + 1);
    const clock = formatClock({ ms: morning + year, count: 0, device: device.id });
    expect(documentIn((await ask({ changes: [change({ clock })] })).body)['expected']).toBe(morning);
  });

  test('what is wrong with a header is named', async () => {
    const answer = await ask({ patch: { first: 'one', pending: -1 } });
    expect(documentIn(answer.body)['errors']).toEqual([
      { field: 'first', code: 'wrongType' },
      { field: 'pending', code: 'wrongType' },
    ]);
  });

  test('changes that cannot be taken are refused one by one, with words, and those beside them are taken', async () => {
    const foreign = formatClock({ ms: morning, count: 9, device: other.id });
    const changes = [
      change({ id: 'good1' }, 20),
      change({ kind: 'vision', id: 'v1' }, 21),
      change({ kind: 'attendance', id: 'nowhere+known', fields: { status: 'present' } }, 22),
      change({ kind: 'facility', id: facilityA, fields: { en: 'Ours' } }, 23),
      change({ id: 'forged', clock: foreign }, 24),
      change({ id: 'nul', fields: { sealed: { name: 'a\u0000b' } } }, 25),
      change({ id: 'lone', fields: { sealed: { name: '\ud800' } } }, 26),
      change({ id: 'x\u0000y' }, 27),
      change({ id: 'bad', fields: { sealed: { name: '李' }, ['\u0000']: '\u0000' } }, 28),
      change({ id: 'good2' }, 29),
    ];
    const answer = await ask({ changes, patch: { pending: 2 ** 52, sent: 0 } }, 'en');
    expect(answer.status).toBe(200);
    const reply = JSON.parse((await inflate(answer.body, limits.inflatedBytes)) ?? '');
    const refused: { n: number; problem: { [member: string]: unknown } }[] = reply.refused;
    expect(refused.map(({ n, problem }) => [n - 2, problem['type']])).toEqual([
      [1, '/problems/unknown-kind'],
      [2, '/problems/unknown-reference'],
      [3, '/problems/not-yours'],
      [4, '/problems/not-yours'],
      [5, '/problems/invalid-fields'],
      [6, '/problems/invalid-fields'],
      [7, '/problems/invalid-fields'],
      [8, '/problems/invalid-fields'],
    ]);
    for (const { problem } of refused) expect(String(problem['title']).length).toBeGreaterThan(8);
    const { last_n: last } = await rowOf(device);
    expect(last).toBe(11);
    const taken = await city.portal.db.selectFrom('learner').where('id', 'like', 'good%').select('id').execute();
    expect(taken).toHaveLength(2);
    const kept = await city.portal.db.selectFrom('refused_change').selectAll().orderBy('n').execute();
    expect(kept.map(({ change: text }) => JSON.parse(text).id)).toEqual(changes.slice(1, 9).map(({ id }) => id));
  });

  test('no body, name or signature is ever logged', async () => {
    const chain = await chainNow();
    await ask({ changes: [change({ id: 'logged' }, 40)] });
    expect(await chainNow()).not.toBe(chain);
    expect(JSON.stringify(city.logged)).toBe('[]');
  });

  test('beyond its bound the portal says that it is busy and when to come again', async () => {
    const small = await testPortal(database(), { EXCHANGES_MAX: '1' });
    const waiting = await newDevice(small);
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    let locked = () => {};
    const isLocked = new Promise<void>((resolve) => {
      locked = resolve;
    });
    const holder = small.portal.db.transaction().execute(async (trx) => {
      await trx.selectFrom('device').where('id', '=', waiting.id).select('id').forUpdate().execute();
      locked();
      await held;
    });
    await isLocked;
    const body = await deflate(
      JSON.stringify({
        v: 1,
        device: waiting.id,
        first: 1,
        prev: '',
        sent: morning,
        cursors: {},
        pending: 0,
        app: 't',
      }),
    );
    const headers = { 'content-type': batchMediaType, [signatureHeader]: await waiting.sign(body) };
    const answers: Awaited<ReturnType<ReturnType<typeof sendInto>>>[] = [];
    const requests = [1, 2, 3].map(async () => {
      answers.push(await sendInto(small.server)(syncPath, body, headers));
      if (answers.length === 2) free(); // one is inside and waits for the lock; the two others were turned away
    });
    await Promise.all([...requests, holder]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
    for (const { retryAfter, body: refusal } of answers.slice(0, 2)) {
      expect(documentIn(refusal)['type']).toBe('/problems/busy');
      expect(Number(retryAfter)).toBeGreaterThanOrEqual(1);
    }
  });
});

function documentIn(body: Uint8Array): { readonly [member: string]: unknown } {
  return JSON.parse(Buffer.from(body).toString('utf8')) as { [member: string]: unknown }; // a problem document
}

async function deflatedBytes(bytes: readonly number[]): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
