/**
 * The portal's database answers as the portal in memory does, of which the exchange's own tests show that it is right:
 * whatever three tablets do, every request gets the same answer from both, pages and roll-ups included.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Edit, type Plan, removalOf } from '../../src/domain/kit/edit.ts';
import { kindNamed, kinds } from '../../src/domain/schema.ts';
import { makeLogPartitions } from '../../src/portal/db/batchLog.ts';
import { upsertRows } from '../../src/portal/db/heldRows.ts';
import { migrateToLatest } from '../../src/portal/db/migrate.ts';
import { migrations } from '../../src/portal/db/migrations/all.ts';
import { inExchange } from '../../src/portal/db/portalStore.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import { lockScope, setScopeVersion } from '../../src/portal/db/scopeVersion.ts';
import type { Held } from '../../src/sync/change.ts';
import { decodeStates } from '../../src/sync/codec.ts';
import { syncOnce } from '../../src/sync/device.ts';
import { answer, type PortalAnswer, type PortalTransaction, scopesOf } from '../../src/sync/portal.ts';
import type { Answer } from '../../src/sync/ports.ts';
import { cityScope, districtScope, facilityScope, readRequest, type SyncRequest } from '../../src/sync/protocol.ts';
import { editsOf, statesOf } from '../fixtures/arbitraries.ts';
import { deflate, inflate, sha256 } from '../fixtures/link.ts';
import { memoryDevice } from '../fixtures/memoryDevice.ts';
import { type MemoryPortal, memoryPortal } from '../fixtures/memoryPortal.ts';
import { eachDatabase } from './db/databases.ts';
import { morning } from './portalFixture.ts';

type Step =
  | { readonly kind: 'write'; readonly device: number; readonly plan: Plan }
  | { readonly kind: 'sync'; readonly device: number; readonly batchMax: number; readonly lost: readonly boolean[] }
  | { readonly kind: 'publish'; readonly held: Held }
  | { readonly kind: 'page'; readonly device: number; readonly cursors: readonly number[]; readonly max: number };

const devices = fc.nat(2);
const writable = ['teacher', 'learner', 'class', 'enrolment', 'session', 'attendance'].flatMap(
  (name) => kindNamed(name) ?? [],
);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  ...writable.map((kind) => ({ weight: 4, arbitrary: editsOf(kind) })),
  ...writable.map((kind) => ({ weight: 1, arbitrary: editsOf(kind).map(({ id }) => removalOf(kind, id)) })),
);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('write' as const),
        device: devices,
        plan: fc.array(edits, { minLength: 1, maxLength: 6 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('sync' as const),
        device: devices,
        batchMax: fc.integer({ min: 1, max: 8 }),
        lost: fc.array(fc.boolean(), { maxLength: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('publish' as const), held: statesOf(kinds.programme) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('page' as const),
        device: devices,
        cursors: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 }),
        max: fc.integer({ min: 1, max: 9 }),
      }),
    },
  ),
  { minLength: 5, maxLength: 40 },
);

const courses = [0, 1, 2, 3, 4, 5].map((at) => fc.sample(statesOf(kinds.course), { numRuns: 1, seed: at })[0]);

eachDatabase<PortalSchema>('the exchange over the database', ({ database }) => {
  let worlds = 0;
  beforeAll(async () => {
    const migrated = await migrateToLatest(database().db, migrations);
    if (migrated.kind === 'failed') throw migrated.error;
    await makeLogPartitions(database().db, morning);
    for (const course of courses) if (course) await publishToDatabase(cityScope, 'course', course);
  });

  async function publishToDatabase(scope: string, name: string, held: Held): Promise<void> {
    const kind = kindNamed(name);
    if (!kind) throw new Error(name);
    await database()
      .db.transaction()
      .execute(async (trx) => {
        const version = (await lockScope(trx, scope)) + 1;
        await upsertRows(trx, kind, [{ scope, held: plain(held), version, writer: null }]);
        await setScopeVersion(trx, scope, version);
      });
  }

  /** A facility of its own with three tablets, known to both portals. */
  async function newWorld() {
    worlds += 1;
    const place = { facility: `f${worlds}`, district: `d${worlds}` };
    const portal = memoryPortal(sha256);
    for (const course of courses) if (course) portal.publish(cityScope, 'course', plain(course));
    const tablets = ['a', 'b', 'c'].map((letter) => `${letter}${worlds.toString(36)}`);
    for (const id of tablets) {
      portal.enrol({ id, ...place });
      await database()
        .db.insertInto('device')
        .values({ ...emptyDevice, id, ...place })
        .execute();
    }
    return { place, portal, tablets: tablets.map((id) => ({ id, memory: memoryDevice(id) })) };
  }

  const ofDatabase = (
    id: string,
    request: SyncRequest,
    body: Uint8Array,
    nowMs: number,
    run: (tx: PortalTransaction) => Promise<PortalAnswer>,
  ) => inExchange(database().db, id, { request, body, signature: '', nowMs, digest: sha256 }, run);

  async function exchange(portal: MemoryPortal, id: string, body: Uint8Array, nowMs: number): Promise<Answer> {
    const read = readRequest((await inflate(body, 1e7)) ?? '');
    if (!read.ok) throw new Error('a device sends what can be read');
    const request = read.value;
    const describe = (problem: { readonly type: string }) => ({ title: problem.type, detail: '' });
    const [expected, given] = [
      await portal.exchange(id, request, nowMs),
      await ofDatabase(id, request, body, nowMs, (tx) => answer(tx, { request, nowMs, digest: sha256, describe })),
    ];
    expect(readable(given)).toEqual(readable(expected));
    return given.kind === 'problem' ? given : { kind: 'reply', body: await deflate(JSON.stringify(given.reply)) };
  }

  test('gives the answers of the portal in memory, whatever happens', async () => {
    let [exchanges, refused, clashes] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const { place, portal, tablets } = await newWorld();
        let nowMs = morning;
        for (const step of script) {
          nowMs += 1_000;
          const now = nowMs;
          if (step.kind === 'publish') {
            const held = plain(step.held);
            const scope = districtScope(place.district);
            portal.publish(scope, 'programme', held);
            await publishToDatabase(scope, 'programme', held);
            continue;
          }
          const tablet = tablets[step.device];
          if (!tablet) throw new Error('three tablets');
          const { id, memory } = tablet;
          if (step.kind === 'write') memory.commit(step.plan, now);
          if (step.kind === 'sync') {
            await memory.store.setBatchMax(step.batchMax);
            const lost = [...step.lost];
            await syncOnce({
              store: memory.store,
              post: async ({ body }) => {
                exchanges += 1;
                const reply = await exchange(portal, id, body, now);
                return lost.shift() ? { kind: 'cut' } : reply;
              },
              sign: async () => '',
              deflate,
              inflate,
              digest: sha256,
              nowMs: () => now,
              appVersion: 'test',
            });
          }
          if (step.kind === 'page') {
            const scopes = scopesOf({ ...place });
            const cursors = Object.fromEntries(scopes.map((scope, i) => [scope, step.cursors[i] ?? 0]));
            const within = possible(portal, scopes, cursors);
            const request = { v: 1, device: id, first: 1, prev: '', sent: 0, cursors: {}, pending: 0, app: '' };
            const expected = await portal.transact(id, request, (tx) => tx.news(within, step.max));
            await ofDatabase(id, request, new Uint8Array(), now, async (tx) => {
              expect(await tx.news(within, step.max)).toEqual(expected);
              return { kind: 'problem', problem: { type: 'internal' } }; // nothing is to be written
            });
          }
        }
        await expectSameTallies(portal, place.facility);
        refused += tablets.reduce((sum, { memory }) => sum + memory.refused().length, 0);
        clashes += portal.clashes().length;
        const stored = await database()
          .db.selectFrom('clash')
          .where('scope', '=', facilityScope(place.facility))
          .select(['kind', 'id', 'field', 'kept', 'other'])
          .execute();
        const distinct = new Map(portal.clashes().map((clash) => [JSON.stringify(clash), clash]));
        expect(stored).toHaveLength(distinct.size);
      }),
      { numRuns: 40 },
    );
    for (const count of [exchanges, refused, clashes]) expect(count).toBeGreaterThan(0); // the scripts did real work
  });

  async function expectSameTallies(portal: MemoryPortal, facility: string): Promise<void> {
    const scope = facilityScope(facility);
    const states = portal.states(scope);
    const sessions = [...states].flatMap(([address, held]) =>
      address.startsWith('session/') && held.values['deleted'] !== true ? [held] : [],
    );
    const marks = [...states].flatMap(([address, held]) =>
      address.startsWith('attendance/') && held.values['deleted'] !== true ? [held] : [],
    );
    const count = (session: string, status: string) =>
      marks.filter(({ id, values }) => id.startsWith(`${session}+`) && values['status'] === status).length;
    const expected = sessions.map(({ id, values }) => ({
      session: id,
      class: values['class'] ?? null,
      course: states.get(`class/${String(values['class'])}`)?.values['course'] ?? null,
      status: values['status'],
      present: count(id, 'present'),
      late: count(id, 'late'),
      left_early: count(id, 'leftEarly'),
      excused: count(id, 'excused'),
      absent: count(id, 'absent'),
      headcount: values['headcount'] ?? null,
    }));
    const stored = await database()
      .db.selectFrom('session_tally')
      .where('scope', '=', scope)
      .select([
        'session',
        'class',
        'course',
        'status',
        'present',
        'late',
        'left_early',
        'excused',
        'absent',
        'headcount',
      ])
      .execute();
    const bySession = (a: { session: string }, b: { session: string }) => (a.session < b.session ? -1 : 1);
    expect([...stored].sort(bySession)).toEqual([...expected].sort(bySession));
  }
});

/** Cursors that the portal itself could have given. */
function possible(portal: MemoryPortal, scopes: readonly string[], cursors: { readonly [scope: string]: number }) {
  return Object.fromEntries(
    scopes.map((scope) => [scope, Math.min(cursors[scope] ?? 0, portal.states(scope).size)] as const),
  );
}

function plain({ id, values, clock, clocks }: Held): Held {
  const apart = Object.entries(clocks).filter(([, stamp]) => stamp !== clock);
  return { id, values, clock, clocks: Object.fromEntries(apart) };
}

const emptyDevice = {
  label: '',
  public_key: null,
  status: 'active',
  last_n: 0,
  chain: '',
  enrolled_at: 0,
  last_contact_at: null,
  pending: 0,
  app: '',
  clock_offset_ms: null,
};

/** Columns list fields in the order in which a store happens to hold them: answers are compared by what they say. */
function readable(answer: PortalAnswer | undefined): unknown {
  if (answer?.kind !== 'reply' || answer.reply.news === undefined) return answer;
  return { ...answer, reply: { ...answer.reply, news: decodeStates(answer.reply.news) } };
}
