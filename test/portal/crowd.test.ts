/** Many at once: two portals on one database take a batch once, and an overloaded portal turns away but loses nothing. */
import { beforeAll, expect, test } from 'vitest';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import { retryDelayMs } from '../../src/sync/backoff.ts';
import { facilityScope } from '../../src/sync/protocol.ts';
import type { HttpAnswer, HttpDevice, Send } from '../fixtures/httpDevice.ts';
import { expectProblem, replyOf } from './badInputFixture.ts';
import { eachDatabase } from './db/databases.ts';
import { learnerEdit, markEdit, sessionEdit } from './edits.ts';
import { facilityA, facilityB, morning, newDevice, sendInto, type TestPortal, testPortal } from './portalFixture.ts';

/** A session, a learner and a mark of the device's own. */
function commitThree(device: HttpDevice, round = 0): void {
  const name = `${device.id}x${round}`;
  device.memory.commit([sessionEdit(`${name}s`), learnerEdit(`${name}l`, '王伟')], morning);
  device.memory.commit([markEdit(`${name}s`, `${name}l`, 'present')], morning);
}

async function takenNumbers({ portal: { db } }: TestPortal, device: HttpDevice): Promise<readonly number[]> {
  const log = await db.selectFrom('batch_log').where('device', '=', device.id).selectAll().orderBy('from').execute();
  return log.flatMap(({ from, count }) => Array.from({ length: count }, (_, i) => from + i));
}

async function expectGaplessVersions({ portal: { db } }: TestPortal, facility: string, count: number): Promise<void> {
  const scope = facilityScope(facility);
  const tables = ['learner', 'session', 'attendance'] as const;
  const rows = await Promise.all(
    tables.map((table) => db.selectFrom(table).where('scope', '=', scope).select('version').execute()),
  );
  const versions = rows.flat().map(({ version }) => version);
  expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
}

const oneToNine = Array.from({ length: 9 }, (_, i) => i + 1);

eachDatabase<PortalSchema>('two portals on one database', ({ database, another }) => {
  let [one, two]: [TestPortal | undefined, TestPortal | undefined] = [undefined, undefined];
  beforeAll(async () => {
    [one, two] = [await testPortal(database()), await testPortal(await another())];
  });

  test('take a batch that reaches both at the same time once, and answer it alike', async () => {
    if (!one || !two) throw new Error('not open');
    const [east, west, city] = [sendInto(one.server), sendInto(two.server), one];
    const toBoth: Send = async (path, body, headers) => {
      const [a, b] = await Promise.all([east(path, body, headers), west(path, body, headers)]);
      expect(replyOf(a)).toEqual(replyOf(b));
      return b;
    };
    const devices = await Promise.all(Array.from({ length: 8 }, () => newDevice(city)));
    for (const round of [1, 2, 3]) {
      for (const device of devices) commitThree(device, round);
      // One after another for equal answers: what mates write meanwhile is news to one of the two.
      for (const device of devices)
        expect(await device.sync(morning, toBoth)).toMatchObject({ kind: 'delivered', sent: 3, refused: 0 });
    }
    for (const device of devices) expect(await takenNumbers(city, device)).toEqual(oneToNine);
    await expectGaplessVersions(city, facilityA, devices.length * 9);
  });

  test('take what eight tablets send to both of them, all at once, once', async () => {
    if (!one || !two) throw new Error('not open');
    const [east, west, city] = [sendInto(one.server), sendInto(two.server), one];
    const toBoth: Send = async (path, body, headers) => {
      const [a, b] = await Promise.all([east(path, body, headers), west(path, body, headers)]);
      expect([replyOf(a).upTo, replyOf(a).chain]).toEqual([replyOf(b).upTo, replyOf(b).chain]);
      return a;
    };
    const devices = await Promise.all(Array.from({ length: 8 }, () => newDevice(city, facilityB)));
    for (const round of [1, 2, 3]) {
      for (const device of devices) commitThree(device, round);
      const outcomes = await Promise.all(devices.map((device) => device.sync(morning, toBoth)));
      for (const outcome of outcomes) expect(outcome).toMatchObject({ kind: 'delivered', sent: 3, refused: 0 });
    }
    for (const device of devices) await device.sync(morning);
    for (const device of devices) {
      expect(await takenNumbers(city, device)).toEqual(oneToNine);
      expect(device.memory.states()).toEqual(devices[0]?.memory.states());
    }
    await expectGaplessVersions(city, facilityB, devices.length * 9);
  });
});

eachDatabase<PortalSchema>('a portal that lets in two at once', ({ database }) => {
  test('turns most of fifty tablets away, and has everything of all of them in the end', async () => {
    const city = await testPortal(database(), { EXCHANGES_MAX: '2' });
    const devices = await Promise.all(Array.from({ length: 50 }, () => newDevice(city)));
    for (const device of devices) commitThree(device);
    const turnedAway: HttpAnswer[] = [];
    const waiting = new Map(devices.map((device) => [device, { dueMs: 0, attempt: 0 }]));
    const secondsMax = 600;
    for (let second = 0; waiting.size > 0; second++) {
      expect(second).toBeLessThan(secondsMax);
      const due = [...waiting].filter(([, { dueMs }]) => dueMs <= second * 1_000);
      const exchange = async ([device, { attempt }]: (typeof due)[number]) => {
        let answer: HttpAnswer | undefined;
        const send = sendInto(city.server);
        const outcome = await device.sync(morning, async (path, body, headers) => {
          answer = await send(path, body, headers);
          return answer;
        });
        if (outcome.kind === 'delivered') return waiting.delete(device);
        expect(outcome).toMatchObject({ kind: 'waiting', why: 'busy' });
        if (answer) turnedAway.push(answer);
        const floorMs = Number(answer?.retryAfter) * 1_000;
        const dueMs = second * 1_000 + retryDelayMs(attempt + 1, Math.random(), floorMs);
        return waiting.set(device, { dueMs, attempt: attempt + 1 });
      };
      await Promise.all(due.map(exchange));
    }
    expect(turnedAway.length).toBeGreaterThan(10);
    for (const answer of turnedAway) {
      expectProblem(answer, 'busy');
      expect(Number(answer.retryAfter)).toBeGreaterThanOrEqual(1);
    }
    for (const device of devices) {
      expect(device.memory.pending()).toEqual([]);
      expect(await takenNumbers(city, device)).toEqual([1, 2, 3]);
    }
    await expectGaplessVersions(city, facilityA, devices.length * 3);
  });
});
