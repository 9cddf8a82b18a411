/**
 * Whatever is sent to the exchange in place of a good batch: it is refused with a problem document in the reader's
 * language, nothing at all is written, the device keeps its records, others go on, and the good batch then arrives.
 */
import { beforeAll, expect, test } from 'vitest';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import type { HttpAnswer, HttpDevice } from '../fixtures/httpDevice.ts';
import { badBatches, nested } from './badBatches.ts';
import { expectProblem, expectRefused, expectUndisturbed, footprint } from './badInputFixture.ts';
import { eachDatabase } from './db/databases.ts';
import { learnerEdit } from './edits.ts';
import { facilityB, morning, newDevice, sendInto, type TestPortal, testPortal } from './portalFixture.ts';

eachDatabase<PortalSchema>('bad input', ({ database }) => {
  let city: TestPortal;
  let other: HttpDevice;
  beforeAll(async () => {
    city = await testPortal(database());
    other = await newDevice(city, facilityB);
  });

  /** A device that delivered one record and has three more waiting. */
  async function readyDevice(): Promise<HttpDevice> {
    const device = await newDevice(city);
    device.memory.commit([learnerEdit(`${device.id}first`, '学员')], morning);
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', sent: 1 });
    device.memory.commit(
      ['a', 'b', 'c'].map((letter) => learnerEdit(`${device.id}${letter}`, '学员')),
      morning,
    );
    return device;
  }

  test.each(badBatches)('%s is refused as %s and changes nothing', async (_name, type, spoil) => {
    const device = await readyDevice();
    const waiting = device.memory.pending();
    const before = await footprint(city);
    const into = sendInto(city.server);
    const [answers, inEnglish]: [HttpAnswer[], HttpAnswer[]] = [[], []];
    const outcome = await device.sync(morning, async (path) => {
      const { body, headers } = await spoil(device, other);
      inEnglish.push(await into(path, body, { ...headers, 'accept-language': 'en-GB,en;q=0.9' }));
      const answer = await into(path, body, headers);
      answers.push(answer);
      return answer;
    });
    for (const answer of answers) expectProblem(answer, type);
    for (const answer of inEnglish) expectProblem(answer, type, 'en');
    expect(outcome).toMatchObject({ kind: 'stopped', problem: { type } });
    expect(device.memory.pending()).toEqual(waiting);
    expect(await footprint(city)).toEqual(before);
    await expectUndisturbed(city, other);
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', sent: 3, refused: 0 });
  });

  test('a revoked device is refused, keeps what it has, and is let in again when that is taken back', async () => {
    const device = await readyDevice();
    const waiting = device.memory.pending();
    const setStatus = (status: string) =>
      city.portal.db.updateTable('device').set({ status }).where('id', '=', device.id).execute();
    await setStatus('revoked');
    const before = await footprint(city);
    expect(await device.sync(morning)).toMatchObject({ kind: 'stopped', problem: { type: 'device-revoked' } });
    expect(device.memory.pending()).toEqual(waiting);
    expect(await footprint(city)).toEqual(before);
    await setStatus('active');
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', sent: 3 });
  });

  test('addresses and methods that do not exist are problems too', async () => {
    const asked = [
      ['GET', '/api/sync', 404],
      ['PUT', '/api/sync', 404],
      ['DELETE', '/api/enrol', 404],
      ['GET', '/api/nothing/here', 404],
      ['POST', '/api/%00', 404],
      ['GET', '/api/%zz', 400],
      ['GET', '/%c0%af', 400],
      ['GET', '/../../etc/passwd', 404],
    ] as const;
    for (const [method, url, status] of asked) {
      for (const accept of ['*/*', 'text/html']) {
        for (const [header, language] of [
          ['', 'zh'],
          ['en', 'en'],
        ] as const) {
          const response = await city.server.inject({ method, url, headers: { accept, 'accept-language': header } });
          expect({ method, url, status: response.statusCode }).toEqual({ method, url, status });
          expectProblem(
            { status, type: String(response.headers['content-type']), body: response.rawPayload },
            status === 404 ? 'not-found' : 'malformed',
            language,
          );
        }
      }
    }
    await expectUndisturbed(city, other);
  });

  test.each([
    ['nothing', '', 400],
    ['half of a JSON text', '{"code":', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['a prototype', '{"__proto__":{"code":"x"}}', 400],
    ['deep nesting', nested(30_000), 400],
    ['a body of 65 KB', JSON.stringify({ code: 'x'.repeat(65 * 1024) }), 413],
  ])('an enrolment with %s is refused', async (_name, body, status) => {
    const before = await footprint(city);
    await expectRefused(
      sendInto(city.server),
      { body: Buffer.from(body), headers: { 'content-type': 'application/json' } },
      status === 413 ? 'too-large' : 'malformed',
      '/api/enrol',
    );
    expect(await footprint(city)).toEqual(before);
    await expectUndisturbed(city, other);
  });

  test('nothing of all this was a fault of the portal, and its log names nobody', () => {
    expect(city.logged.filter((line) => JSON.stringify(line).includes('failed'))).toEqual([]);
    expect(JSON.stringify(city.logged)).not.toContain('学员');
  });
});
