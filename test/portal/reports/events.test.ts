/** The stream of events: what a dashboard hears, and how it ends. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sureEdit } from '../../../src/domain/kit/edit.ts';
import { naturalId } from '../../../src/domain/kit/record.ts';
import { kinds } from '../../../src/domain/schema.ts';
import type { PortalSchema } from '../../../src/portal/db/schema.ts';
import { openEventStream } from '../../../src/portal/http/eventStream.ts';
import { ensureAdministrator, type FirstSignIn } from '../../../src/portal/staff/administrator.ts';
import { eachDatabase } from '../db/databases.ts';
import { facilityA, morning, newDevice, type TestPortal, testPortal } from '../portalFixture.ts';
import { signedInCookie } from '../staff/staffServer.ts';

eachDatabase<PortalSchema>('events', ({ database }) => {
  let city: TestPortal;
  let cookie: string;
  let url: string;
  beforeAll(async () => {
    city = await testPortal(database());
    const account = (await ensureAdministrator(city.portal)) as FirstSignIn; // an empty database always has a first
    cookie = await signedInCookie(city.server, account);
    url = await city.server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => city.server.close());

  /** An open stream that has begun, and its text up to where a pattern is found, or its end. */
  const watching = async () => {
    const response = await fetch(`${url}/api/events`, { headers: { cookie } });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (pattern: RegExp) => {
      while (!pattern.test(text)) {
        const next = await reader?.read();
        if (next === undefined || next.done) return `${text}(end)`;
        text += next.value;
      }
      return text;
    };
    await until(/retry: \d+\n\n/);
    return { response, until, leave: () => reader?.cancel() };
  };

  test('a roll call that comes in is told to whoever watches, with its counts', async () => {
    const [one, two] = [await watching(), await watching()];
    expect(one.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(one.response.headers.get('cache-control')).toBe('no-store');
    const device = await newDevice(city);
    device.memory.commit(
      [
        sureEdit(kinds.session, 's1', undefined, {
          title: '垃圾分类讲座',
          date: '2026-11-23' as never, // a date literal
          start: '09:00' as never,
          minutes: 90,
          status: 'held',
          headcount: 12,
        }),
        sureEdit(kinds.learner, 'l1', undefined, { name: '古丽' }),
        sureEdit(kinds.attendance, naturalId(kinds.attendance, 's1', 'l1'), undefined, { status: 'late' }),
      ],
      morning,
    );
    expect(await device.sync(morning)).toMatchObject({ kind: 'delivered', sent: 3 });
    for (const watcher of [one, two]) {
      const text = await watcher.until(/event: rollcall\ndata: .*\n\n/);
      const [, contact = '', , tally = ''] =
        /event: contact\ndata: (.*)\n\n(event: rollcall\ndata: (.*)\n\n)/.exec(text) ?? [];
      expect(JSON.parse(contact)).toEqual({ facility: facilityA, district: '110116', changes: 3, at: morning });
      expect(JSON.parse(tally)).toEqual({
        facility: facilityA,
        district: '110116',
        session: 's1',
        date: '2026-11-23',
        start: '09:00',
        status: 'held',
        present: 0,
        late: 1,
        leftEarly: 0,
        excused: 0,
        absent: 0,
        headcount: 12,
        closedAt: null,
        updatedAt: morning,
      });
      expect(text).not.toContain('古丽');
      await watcher.leave();
    }
  });

  test('the streams end when the server closes', async () => {
    const watcher = await watching();
    await city.server.close();
    expect(await watcher.until(/never/)).toMatch(/\(end\)$/);
  });
});

test('a client that reads too slowly is dropped, and nothing more is kept for it', () => {
  let ended = 0;
  const stream = openEventStream(() => {
    ended += 1;
  });
  const kilobyte = 'x'.repeat(1024);
  for (let i = 0; i < 128; i++) stream.send(kilobyte);
  expect(stream.readable.destroyed).toBe(false);
  stream.send(kilobyte);
  expect(stream.readable.destroyed).toBe(true);
  stream.send(kilobyte);
  stream.end();
  return new Promise<void>((resolve) => {
    stream.readable.once('close', () => {
      expect(ended).toBe(1);
      resolve();
    });
  });
});
