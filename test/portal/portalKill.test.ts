/**
 * Six tablets mark the same people without pause while the portal dies twenty times in the midst of it: in the end every
 * change is at the portal once, word for word and in its order, and all tablets and the portal hold the same.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupedBy } from '../../src/domain/kit/groupedBy.ts';
import { attendanceStatuses } from '../../src/domain/records/attendance.ts';
import { kinds } from '../../src/domain/schema.ts';
import { loggedChanges } from '../../src/portal/db/batchLog.ts';
import { selectRows } from '../../src/portal/db/heldRows.ts';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import type { NumberedChange } from '../../src/sync/change.ts';
import { facilityScope } from '../../src/sync/protocol.ts';
import { type HttpDevice, type Send, sendTo } from '../fixtures/httpDevice.ts';
import { type BuiltPortal, buildPortal, startPortal } from './builtPortal.ts';
import { embeddedPlace, openOrThrow, postgresPlace } from './db/databases.ts';
import { learnerEdit, markEdit, sessionEdit } from './edits.ts';
import { facilityA, newDevice, testPortal } from './portalFixture.ts';

const tablets = 6;
const sessions = ['k1', 'k2', 'k3'];
const learners = Array.from({ length: 10 }, (_, i) => `p${i}`);
/** Answers, to all tablets together, before each kill: from the very first to a busy while. */
const killsOnFolder = [1, 30, 2, 60, 5, 12, 3, 45, 8, 20, 1, 35, 4, 25, 10, 50, 2, 15, 6, 40];
const killsOnServer = [1, 40, 5, 60, 15];

/** Twenty starts of the embedded database, on a busy machine. */
const timeoutMs = 300_000;

type Places = typeof embeddedPlace | typeof postgresPlace;
type Place = Awaited<ReturnType<Places>>;

/** A tablet, with all that its coordinator ever wrote on it and the last number that it was told is safe. */
interface Tablet {
  readonly device: HttpDevice;
  readonly written: NumberedChange[];
  readonly send: (url: string) => Send;
}

describe('a portal that dies under load', () => {
  let built: BuiltPortal;
  beforeAll(async () => {
    built = await buildPortal();
  });
  afterAll(() => built.remove());

  test.each<[string, Places, readonly number[]]>([
    ['twenty times on its own database', embeddedPlace, killsOnFolder],
    ['five times on a PostgreSQL server', postgresPlace, killsOnServer],
  ])(
    '%s keeps every acknowledged change, once',
    async (_where, makePlace, kills) => {
      const place = await makePlace();
      const crowd = await enrolledTablets(place);
      for (const [i, answers] of kills.entries())
        await workUntilKilled(built, place, crowd, { answers, isLastLost: i % 2 === 0 });
      const last = await startPortal(built, settingsOf(place));
      // The second round brings everybody what the others delivered in the first.
      for (const { device, send } of [...crowd, ...crowd])
        expect(await device.sync(Date.now(), send(last.url))).toMatchObject({ kind: 'delivered', refused: 0 });
      expect(await last.end('SIGTERM')).toBe(0);
      await expectAllOnce(place, crowd);
      await place.remove();
    },
    timeoutMs,
  );
});

const settingsOf = ({ options }: Place) => ({
  DATA_DIR: options.dataDir,
  DATABASE_URL: options.databaseUrl ?? '',
  TRUST_PROXY: '1', // each tablet comes from an address of its own, as through a proxy
});

async function enrolledTablets({ options }: Place): Promise<readonly Tablet[]> {
  const database = await openOrThrow<PortalSchema>(options);
  const city = await testPortal(database);
  const crowd: Tablet[] = [];
  for (let i = 1; i <= tablets; i++) {
    const device = await newDevice(city);
    const from = { 'x-forwarded-for': `10.9.0.${i}` };
    const send =
      (url: string): Send =>
      (path, body, headers) =>
        sendTo(url)(path, body, { ...headers, ...from });
    crowd.push({ device, written: [], send });
  }
  await city.server.close();
  await database.close();
  return crowd;
}

interface Death {
  readonly answers: number;
  /** The last answer dies with the portal: it took a batch, and its tablet does not know. */
  readonly isLastLost: boolean;
}

/** Everybody writes and sends until so many answers came; then the portal dies while others are on their way. */
async function workUntilKilled(
  built: BuiltPortal,
  place: Place,
  crowd: readonly Tablet[],
  { answers, isLastLost }: Death,
): Promise<void> {
  const portal = await startPortal(built, settingsOf(place));
  const exited = new Promise((resolve) => portal.process.once('exit', resolve));
  let answered = 0;
  const work = async (tablet: Tablet) => {
    const send: Send = async (path, body, headers) => {
      const answer = await tablet.send(portal.url)(path, body, headers);
      answered += 1;
      if (answered === answers) {
        portal.process.kill('SIGKILL');
        if (isLastLost) throw new Error('the answer died with the portal');
      }
      return answer;
    };
    for (;;) {
      writeSomething(tablet);
      const outcome = await tablet.device.sync(Date.now(), send);
      if (outcome.kind === 'waiting' && outcome.why === 'offline' && answered >= answers) return; // the portal is gone
      expect(outcome).toMatchObject({ kind: 'delivered', refused: 0 });
    }
  };
  await Promise.all(crowd.map(work));
  await exited;
}

/** The first time a session and its people, then marks for the same people as everybody's, each other than the last. */
function writeSomething({ device, written }: Tablet): void {
  const at = written.length;
  const [session = '', status = 'present'] = [sessions[at % sessions.length], attendanceStatuses[at % 5]];
  const people = learners.filter((_, i) => (i + at) % 3 === 0);
  const plan =
    at === 0
      ? [...sessions.map(sessionEdit), ...learners.map((id) => learnerEdit(id, `学员${id}`))]
      : people.map((id) => markEdit(session, id, status));
  written.push(...device.memory.commit(plan, Date.now()));
}

async function expectAllOnce({ options }: Place, crowd: readonly Tablet[]): Promise<void> {
  const database = await openOrThrow<PortalSchema>(options);
  const { db } = database;
  let sentAgain = 0;
  for (const { device, written } of crowd) {
    expect(device.memory.pending()).toEqual([]);
    expect(device.memory.deliveries().at(-1)?.upTo).toBe(written.length);
    const log = await db.selectFrom('batch_log').where('device', '=', device.id).selectAll().orderBy('from').execute();
    const taken = log.flatMap((row) =>
      loggedChanges(row)
        .slice(row.from - row.first)
        .map((change, i) => ({ n: row.from + i, ...change })),
    );
    expect(taken).toEqual(written);
    sentAgain += log.filter((row) => row.from > row.first).length;
    expect(log.reduce((sum, { count }) => sum + count, 0)).toBe(written.length);
    const known = await db.selectFrom('device').where('id', '=', device.id).selectAll().executeTakeFirstOrThrow();
    expect(known).toMatchObject({ last_n: written.length, pending: 0 });
  }
  expect(sentAgain).toBeGreaterThanOrEqual(2); // else no kill fell between a commit and its answer
  const [first] = crowd;
  const all = first?.device.memory.states() ?? new Map();
  for (const { device } of crowd) expect(device.memory.states()).toEqual(all);
  const byKind = groupedBy([...all], ([address]) => address.split('/')[0] ?? '');
  const scope = facilityScope(facilityA);
  const versions: number[] = [];
  for (const kind of [kinds.session, kinds.learner, kinds.attendance]) {
    const held = new Map((byKind.get(kind.name) ?? []).map(([, each]) => [each.id, each]));
    const rows = await selectRows(db, kind, scope, [...held.keys()]);
    expect(new Map(rows.map((row) => [row.held.id, row.held]))).toEqual(held);
    const count = await db.selectFrom(kind.name).where('scope', '=', scope).select('id').execute();
    expect(count.length).toBe(held.size);
    versions.push(...rows.map(({ version }) => version));
  }
  expect(new Set(versions).size).toBe(versions.length);
  for (const session of sessions) {
    const marks = [...all].filter(([address]) => address.startsWith(`attendance/${session}+`));
    const counted = (status: string) => marks.filter(([, { values }]) => values['status'] === status).length;
    const tally = await db.selectFrom('session_tally').where('session', '=', session).selectAll().executeTakeFirst();
    expect(tally).toMatchObject({ present: counted('present'), late: counted('late'), absent: counted('absent') });
    expect(tally).toMatchObject({ excused: counted('excused'), left_early: counted('leftEarly') });
  }
  await database.close();
}
