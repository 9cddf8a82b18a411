// @vitest-environment node
/** What the portal tells a device: all of its scopes, each record once, and nothing that the device holds already. */
import { describe, expect, test } from 'vitest';
import { decodeStates, encodeChanges } from '../../src/sync/codec.ts';
import { formatClock } from '../../src/sync/hlc.ts';
import { limits } from '../../src/sync/protocol.ts';
import { change, learner, learners, mark, noon, request, scope, session, world } from '../fixtures/facility.ts';

describe('news', () => {
  test('comes in pages, whole, each record once', async () => {
    const at = world();
    const a = at.device('a1');
    const count = 2 * limits.newsPage + 10;
    const clock = formatClock({ ms: noon, count: 0, device: '0' });
    for (let i = 0; i < count; i++)
      at.portal.publish('city', 'course', { id: `c${i}`, values: { zh: '书法' }, clock, clocks: {} });
    expect(await a.sync()).toEqual({ kind: 'delivered', sent: 0, received: count, refused: 0 });
    expect(a.requests()).toBe(3);
    expect(a.memory.states().size).toBe(count);
    expect(await a.sync()).toMatchObject({ received: 0 });
  });

  test('comes from the scopes of the device alone', async () => {
    const at = world();
    const a = at.device('a1');
    at.portal.enrol({ id: 'x9', facility: 'f2', district: '110229' });
    await at.portal.exchange(
      'x9',
      request({
        device: 'x9',
        changes: encodeChanges([change({ clock: formatClock({ ms: noon, count: 0, device: 'x9' }) })]),
      }),
      noon,
    );
    const held = {
      id: 'c1',
      values: { zh: '书法' },
      clock: formatClock({ ms: noon, count: 0, device: '0' }),
      clocks: {},
    };
    at.portal.publish('district:110229', 'course', held);
    at.portal.publish('district:110116', 'course', held);
    expect(await a.sync()).toMatchObject({ received: 1 });
    expect([...a.memory.states().keys()]).toEqual(['course/c1']);
  });

  test('of a kind that this build does not know is kept aside, whole', async () => {
    const at = world();
    const a = at.device('a1');
    const held = {
      id: 'v1',
      values: { dream: [1, { x: null }] },
      clock: formatClock({ ms: noon, count: 0, device: '0' }),
      clocks: {},
    };
    at.portal.publish(scope, 'vision', held);
    await a.sync();
    expect([...a.memory.aside().values()]).toEqual([{ ...held, kind: 'vision', version: 1 }]);
  });

  test('does not bring back what the device wrote itself', async () => {
    const at = world();
    const a = at.device('a1');
    a.write([...session(), ...learners(3)]);
    await a.sync();
    a.write(mark('l1'));
    a.write(mark('l1', 'late'));
    await a.sync();
    await a.sync();
    expect(a.memory.deliveries().flatMap(({ states }) => states)).toEqual([]);
  });

  test('brings back a record that others changed meanwhile, and only that', async () => {
    const at = world();
    const [a, b] = [at.device('a1'), at.device('b2')];
    a.write([...session(), ...learners(2), ...mark('l1'), ...mark('l2')]);
    await a.sync();
    await b.sync();
    b.write([{ kind: 'attendance', id: 's1+l1', fields: { minutes: 30 } }]);
    await b.sync();
    a.write([...mark('l1', 'late'), ...mark('l2', 'late')]);
    expect(await a.sync()).toMatchObject({ sent: 2, received: 1 });
    expect(a.memory.held('attendance', 's1+l1')?.values).toEqual({ status: 'late', minutes: 30 });
    expect(a.memory.states()).toEqual(at.portal.states(scope));
  });

  test('brings back a value that won over what the device had put in its place', async () => {
    const at = world();
    const [a, b] = [at.device('a1'), at.device('b2', () => limits.clockAheadMs - 60_000)];
    b.write(learner('l1', '王芳'));
    await b.sync();
    await a.sync();
    // As a restamped change may be: it saw the other's value, but its stamp is earlier.
    const clock = formatClock({ ms: noon, count: 0, device: 'a1' });
    const sent = change({ clock, fields: { sealed: { name: '王方' } } });
    const cursors = a.memory.deliveries().at(-1)?.cursors ?? {};
    const answered = await at.portal.exchange('a1', request({ cursors, changes: encodeChanges([sent]) }), at.now);
    const news = answered?.kind === 'reply' ? decodeStates(answered.reply.news) : undefined;
    expect(news).toMatchObject({ ok: true, value: [{ id: 'l1', values: { sealed: { name: '王芳' } } }] });
  });
});

test('[M3] two tablets that marked one session apart agree afterwards, and the disagreement is told', async () => {
  const at = world();
  const [a, b] = [at.device('a1'), at.device('b2')];
  a.write([...session(), ...learners(2)]);
  await a.sync();
  await b.sync();
  a.write([...mark('l1', 'absent'), ...mark('l2', 'present')]);
  b.write([...mark('l1', 'present'), ...mark('l2', 'present')]);
  await b.sync();
  await a.sync();
  await b.sync();
  expect(a.memory.states()).toEqual(at.portal.states(scope));
  expect(b.memory.states()).toEqual(at.portal.states(scope));
  expect(a.memory.held('attendance', 's1+l1')?.values).toEqual({ status: 'present' });
  expect(at.portal.clashes()).toMatchObject([{ id: 's1+l1', field: 'status', kept: 'present', other: 'absent' }]);
});
