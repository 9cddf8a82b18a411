/** A change that cannot be taken does not hold up its neighbours: it is kept, explained, and explained again the same. */
import { beforeAll, expect, test } from 'vitest';
import type { Edit } from '../../src/domain/kit/edit.ts';
import { removalOf } from '../../src/domain/kit/edit.ts';
import { kinds } from '../../src/domain/schema.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import type { Change } from '../../src/sync/change.ts';
import { formatClock } from '../../src/sync/hlc.ts';
import type { ProblemType } from '../../src/sync/problem.ts';
import { syncPath } from '../../src/sync/protocol.ts';
import type { HttpDevice } from '../fixtures/httpDevice.ts';
import {
  expectUndisturbed,
  expectWords,
  footprint,
  goodRequest,
  replyOf,
  signedJson,
  waitingDevice,
} from './badInputFixture.ts';
import { eachDatabase } from './db/databases.ts';
import { learnerEdit, markEdit, sessionEdit } from './edits.ts';
import { facilityB, morning, newDevice, sendInto, type TestPortal, testPortal } from './portalFixture.ts';

/** What the middle one of three good changes is turned into; `other` is a device of another facility. */
type Spoil = (good: Change, other: HttpDevice) => Partial<Change>;

const named =
  (name: string): Spoil =>
  ({ fields }) => ({ fields: { ...fields, sealed: { name } } });

const spoils: readonly (readonly [name: string, type: ProblemType, spoil: Spoil])[] = [
  ['of a kind that nobody knows', 'unknown-kind', () => ({ kind: 'spaceship' })],
  ['of a kind that objects have', 'unknown-kind', () => ({ kind: '__proto__' })],
  ['of a kind with a control character', 'unknown-kind', () => ({ kind: 'learner\u0000' })],
  ['of a course, which is the city’s', 'not-yours', () => ({ kind: 'course', id: 'c1', fields: { zh: '太极' } })],
  [
    'with another device’s clock',
    'not-yours',
    (_good, other) => ({ clock: formatClock({ ms: morning, count: 0, device: other.id }) }),
  ],
  ['with an id that holds NUL', 'invalid-fields', () => ({ id: 'x\u0000' })],
  ['with an id of half a character', 'invalid-fields', () => ({ id: 'x\ud800' })],
  ['with an id of two parts', 'invalid-fields', () => ({ id: 'x+y' })],
  ['with an empty id', 'invalid-fields', () => ({ id: '' })],
  ['with an id that climbs', 'invalid-fields', () => ({ id: '../../etc' })],
  ['by somebody whose name is too long', 'invalid-fields', () => ({ by: '王'.repeat(41) })],
  ['by somebody whose name holds NUL', 'invalid-fields', () => ({ by: 'c1\u0000' })],
  ['without fields', 'invalid-fields', () => ({ fields: {} })],
  ['with a field that nobody knows', 'invalid-fields', ({ fields }) => ({ fields: { ...fields, shoeSize: 43 } })],
  [
    'with a field whose name holds NUL',
    'invalid-fields',
    ({ fields }) => ({ fields: { ...fields, 'card\u0000': 'x' } }),
  ],
  [
    'with a field named like a prototype',
    'invalid-fields',
    ({ fields }) => ({ fields: { ...fields, constructor: 'x' } }),
  ],
  ['with a private field in the open', 'invalid-fields', ({ fields }) => ({ fields: { ...fields, name: '王伟' } })],
  ['with a name that is too long', 'invalid-fields', named('王'.repeat(41))],
  ['with a name that holds NUL', 'invalid-fields', named('王\u0000伟')],
  ['with a name that rings a bell', 'invalid-fields', named('王\u0007伟')],
  ['with a name of half a character', 'invalid-fields', named('王\ud842')],
  ['with a name that is not trimmed', 'invalid-fields', named(' 王伟')],
  ['with a name that is a number', 'invalid-fields', ({ fields }) => ({ fields: { ...fields, sealed: { name: 7 } } })],
  ['without a name', 'invalid-fields', () => ({ fields: { card: '7' } })],
  ['with a name that is taken away', 'invalid-fields', ({ fields }) => ({ fields: { ...fields, sealed: null } })],
  ['with a tombstone that is a text', 'invalid-fields', ({ fields }) => ({ fields: { ...fields, deleted: 'yes' } })],
  [
    'with a number beyond its field',
    'invalid-fields',
    () => ({ kind: 'session', fields: { ...sessionEdit('x').fields, minutes: 2 ** 31 } }),
  ],
  [
    'with a day that no calendar has',
    'invalid-fields',
    () => ({ kind: 'session', fields: { ...sessionEdit('x').fields, date: '2026-02-30' } }),
  ],
  ['of a session without a day', 'invalid-fields', () => ({ kind: 'session', fields: { status: 'held' } })],
  ['of a mark for nobody', 'unknown-reference', () => markEdit('nowhere', 'nobody', 'present')],
  [
    'of a learner who is nobody’s duplicate',
    'unknown-reference',
    ({ fields }) => ({ fields: { ...fields, mergedInto: 'nobody' } }),
  ],
];

eachDatabase<PortalSchema>('a bad change among good ones', ({ database }) => {
  let city: TestPortal;
  let other: HttpDevice;
  beforeAll(async () => {
    city = await testPortal(database());
    other = await newDevice(city, facilityB);
  });

  const storedLearners = async (ids: readonly string[]) =>
    (await city.portal.db.selectFrom('learner').where('id', 'in', ids).select('id').execute())
      .map(({ id }) => id)
      .sort();

  test.each(spoils)(
    '%s is %s: kept, explained twice the same, and its neighbours are taken',
    async (_name, type, spoil) => {
      const device = await waitingDevice(city);
      const good = device.memory.pending().map(({ n: _, ...change }) => change);
      const [first, middle, last] = good;
      if (!first || !middle || !last) throw new Error('three changes wait');
      const bad = { ...middle, ...spoil(middle, other) };
      const { body, headers } = await signedJson(device, await goodRequest(device, [first, bad, last]));
      const into = sendInto(city.server);
      const reply = replyOf(await into(syncPath, body, headers));
      expect(reply).toMatchObject({ upTo: 3, refused: [{ n: 2, problem: { type: `/problems/${type}` } }] });
      for (const { problem } of reply.refused) expectWords(problem, 'zh');
      expect(await storedLearners([first.id, middle.id, last.id])).toEqual([first.id, last.id].sort());
      const kept = await city.portal.db
        .selectFrom('refused_change')
        .where('device', '=', device.id)
        .selectAll()
        .execute();
      expect(kept.map(({ n, change }) => ({ n, change: JSON.parse(change) }))).toEqual([{ n: 2, change: bad }]);

      const before = await footprint(city);
      const again = replyOf(await into(syncPath, body, headers));
      expect(again.refused).toEqual(reply.refused);
      expect(again).toMatchObject({ upTo: reply.upTo, chain: reply.chain });
      expect(await footprint(city)).toEqual(before);
      const english = replyOf(await into(syncPath, body, { ...headers, 'accept-language': 'en' }));
      for (const { problem } of english.refused) expectWords(problem, 'en');
      await expectUndisturbed(city, other);
    },
  );

  test('lands in the device’s tray with its reason, although the first answer was lost', async () => {
    const device = await newDevice(city);
    const session = `${device.id}s`;
    const [good, missing] = [`${device.id}l`, `${device.id}missing`];
    const plan: readonly Edit[] = [
      sessionEdit(session),
      learnerEdit(good, '王伟'),
      markEdit(session, missing, 'late'),
      markEdit(session, good, 'present'),
    ];
    device.memory.commit(plan, morning);
    const into = sendInto(city.server);
    const cut = await device.sync(morning, async (path, body, headers) => {
      await into(path, body, headers);
      throw new Error('the answer was lost');
    });
    expect(cut).toMatchObject({ kind: 'waiting', why: 'offline' });
    expect(device.memory.pending().length).toBe(plan.length);
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', refused: 1 });
    expect(device.memory.refused()).toMatchObject([
      { change: { n: 3, id: `${session}+${missing}` }, problem: { type: 'unknown-reference' } },
    ]);
    expect(device.memory.held('attendance', `${session}+${missing}`)).toBeUndefined();
    expect(device.memory.held('attendance', `${session}+${good}`)?.values).toEqual({ status: 'present' });
  });

  test('that removes and brings back a session which never arrived is refused, and blocks nothing', async () => {
    const device = await newDevice(city);
    const ghost = `${device.id}ghost`;
    const bringBack: Edit = { kind: kinds.session.name, id: ghost, fields: { deleted: false } };
    device.memory.commit([removalOf(kinds.session, ghost)], morning);
    device.memory.commit([bringBack], morning);
    device.memory.commit([learnerEdit(`${device.id}after`, '王伟')], morning);
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', sent: 3, refused: 1 });
    expect(device.memory.refused()).toMatchObject([{ change: { n: 2 }, problem: { type: 'invalid-fields' } }]);
    const tallies = await city.portal.db.selectFrom('session_tally').where('session', '=', ghost).selectAll().execute();
    expect(tallies).toEqual([]);
    await expectUndisturbed(city, device);
  });

  test('one device’s refused changes are as many as a batch holds, and the batch is still answered', async () => {
    const device = await newDevice(city);
    const marks = Array.from({ length: 500 }, (_, i) => markEdit('nowhere', `nobody${i}`, 'present'));
    device.memory.commit(marks, morning);
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', sent: 500, refused: 500 });
    expect(device.memory.refused().length).toBe(500);
    await expectUndisturbed(city, device);
  });
});
