/** Overload: beyond its bound the portal turns exchanges away at once, and says when to come again. */
import { expect, test } from 'vitest';
import type { PortalSchema } from '../../src/portal/db/schema.ts';
import { openTurnstile } from '../../src/portal/ingest/turnstile.ts';
import { batchMediaType, signatureHeader, syncPath } from '../../src/sync/protocol.ts';
import type { HttpAnswer } from '../fixtures/httpDevice.ts';
import { deflate } from '../fixtures/link.ts';
import { eachDatabase } from './db/databases.ts';
import { morning, newDevice, sendInto, testPortal } from './portalFixture.ts';

test('a turnstile lets in as many as it may, and the next when one leaves, also by an error', async () => {
  const turnstile = openTurnstile(1, () => 0.5);
  let fail = () => {};
  const first = turnstile.enter(
    () =>
      new Promise((_, reject) => {
        fail = () => reject(new Error('lost'));
      }),
  );
  expect(await turnstile.enter(async () => 2)).toEqual({ kind: 'busy', retryAfterSeconds: 5 });
  fail();
  await expect(first).rejects.toThrow('lost');
  expect(await turnstile.enter(async () => 3)).toEqual({ kind: 'done', value: 3 });
});

test('those turned away are told to come at different times', async () => {
  const seconds = [];
  for (const random of [0, 0.2, 0.4, 0.6, 0.8, 0.999]) {
    const closed = await openTurnstile(0, () => random).enter(async () => 1);
    if (closed.kind === 'busy') seconds.push(closed.retryAfterSeconds);
  }
  expect(seconds).toEqual([1, 2, 4, 5, 7, 8]);
});

eachDatabase<PortalSchema>('an overloaded portal', ({ database }) => {
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
    const answers: HttpAnswer[] = [];
    const requests = [1, 2, 3].map(async () => {
      answers.push(await sendInto(small.server)(syncPath, body, headers));
      if (answers.length === 2) free(); // one is inside and waits for the lock; the two others were turned away
    });
    await Promise.all([...requests, holder]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
    for (const { retryAfter, body: refusal } of answers.slice(0, 2)) {
      expect(JSON.parse(Buffer.from(refusal).toString('utf8')).type).toBe('/problems/busy');
      expect(Number(retryAfter)).toBeGreaterThanOrEqual(1);
    }
  });
});
