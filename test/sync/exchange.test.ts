// @vitest-environment node
/** The two halves of the exchange against each other: exactly once, in order, whatever the link does. */
import { describe, expect, test } from 'vitest';
import { encodeChanges } from '../../src/sync/codec.ts';
import { syncOnce } from '../../src/sync/device.ts';
import type { Answer } from '../../src/sync/ports.ts';
import { chainStart } from '../../src/sync/protocol.ts';
import {
  change,
  learner,
  learners,
  mark,
  noon,
  placeOf,
  request,
  scope,
  session,
  type World,
  world,
} from '../fixtures/facility.ts';
import { deflate } from '../fixtures/link.ts';
import { memoryDevice } from '../fixtures/memoryDevice.ts';

const numbers = (at: World, device: string) => at.portal.log(device).map(({ n }) => n);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('[X1] a change leaves the queue by a reply that names its number', () => {
  test('what was written arrives, once, in order, and the device knows it', async () => {
    const at = world();
    const a = at.device('a1');
    a.write([...session(), ...learners(3)]);
    a.write(mark('l1'));
    expect(await a.sync()).toEqual({ kind: 'delivered', sent: 5, received: 0, refused: 0 });
    expect(numbers(at, 'a1')).toEqual(upTo(5));
    expect(a.memory.pending()).toEqual([]);
    expect(at.portal.states(scope)).toEqual(a.memory.states());
    expect(a.memory.deliveries().at(-1)).toMatchObject({ upTo: 5, at: at.now });
  });

  test('a facility with nothing to say asks once, in few bytes, and is answered', async () => {
    const at = world();
    const a = at.device('a1');
    const bytes: number[] = [];
    const post = (posted: { body: Uint8Array; signature: string }) => {
      bytes.push(posted.body.length);
      return a.ports.post(posted);
    };
    expect(await syncOnce({ ...a.ports, post })).toEqual({ kind: 'delivered', sent: 0, received: 0, refused: 0 });
    expect(bytes).toHaveLength(1);
    expect(bytes[0]).toBeLessThan(200);
  });

  test.each(['cutBefore', 'foreign', 'page'] as const)(
    '%s: everything waits, and arrives by the next try',
    async (weather) => {
      const at = world();
      const a = at.device('a1');
      a.write(learners(3));
      a.weather.push(weather);
      const why = weather === 'cutBefore' ? 'offline' : 'foreign';
      expect(await a.sync()).toEqual({ kind: 'waiting', why });
      expect(a.memory.outcome()).toEqual({ kind: 'waiting', why });
      expect(a.memory.pending()).toHaveLength(3);
      expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 3 });
      expect(numbers(at, 'a1')).toEqual(upTo(3));
    },
  );

  test('a link that dies halves the batch, one that lives doubles it', async () => {
    const at = world();
    const a = at.device('a1');
    await a.memory.store.setBatchMax(8);
    a.write(learners(20));
    a.weather.push('cutBefore');
    await a.sync();
    expect(await a.memory.store.batchMax()).toBe(4);
    await a.sync();
    expect(a.requests()).toBe(1 + 3); // 4, 8, and the last 8
    expect(await a.memory.store.batchMax()).toBe(16);
  });

  test('a reply to something else changes nothing', async () => {
    const at = world();
    const [a, b] = [at.device('a1'), at.device('b2')];
    a.write(learners(2));
    b.write(learners(2));
    const reply = (posted: { body: Uint8Array; signature: string }): Promise<Answer> => b.ports.post(posted);
    const stranger = {
      ...a.ports,
      post: async () => reply({ body: await deflate(JSON.stringify(request({ device: 'b2' }))), signature: '' }),
    };
    expect(await syncOnce(stranger)).toEqual({ kind: 'waiting', why: 'portalTrouble' });
    expect(a.memory.pending()).toHaveLength(2);
    expect(a.memory.deliveries()).toEqual([]);
  });

  test('a device that is not enrolled sends nothing', async () => {
    const at = world();
    const place = placeOf(at, 'none', memoryDevice(undefined), () => 0);
    expect(await place.sync()).toEqual({ kind: 'notEnrolled' });
    expect(place.requests()).toBe(0);
  });

  test('a busy portal is obeyed; a revoked device stops', async () => {
    const at = world();
    const a = at.device('a1');
    const said = (answered: Answer) => syncOnce({ ...a.ports, post: async () => answered });
    expect(await said({ kind: 'problem', problem: { type: 'busy' }, retryAfterMs: 9_000 })).toEqual({
      kind: 'waiting',
      why: 'busy',
      retryAfterMs: 9_000,
    });
    expect(await said({ kind: 'problem', problem: { type: 'internal' } })).toEqual({
      kind: 'waiting',
      why: 'portalTrouble',
    });
    const revoked = { type: 'device-revoked' } as const;
    expect(await said({ kind: 'problem', problem: revoked })).toEqual({ kind: 'stopped', problem: revoked });
  });
});

describe('[X2] every round moves a number or a cursor, or ends', () => {
  test('a portal that promises more for ever is not asked for ever', async () => {
    const at = world();
    const a = at.device('a1');
    let asked = 0;
    const reply = { v: 1, upTo: 0, chain: chainStart, refused: [], cursors: {}, more: true, at: noon };
    const post = async (): Promise<Answer> => {
      asked += 1;
      return { kind: 'reply', body: await deflate(JSON.stringify(reply)) };
    };
    expect(await syncOnce({ ...a.ports, post })).toEqual({ kind: 'waiting', why: 'portalTrouble' });
    expect(asked).toBe(1);
  });

  test('a portal that finds every batch too large is asked with smaller ones, then no more', async () => {
    const at = world();
    const a = at.device('a1');
    let asked = 0;
    const post = async (): Promise<Answer> => {
      asked += 1;
      return { kind: 'problem', problem: { type: 'too-large' } };
    };
    expect(await syncOnce({ ...a.ports, post })).toEqual({ kind: 'stopped', problem: { type: 'too-large' } });
    expect(asked).toBe(9); // 500, 250, … 1
  });
});

describe('[X3] what was taken before is not taken again', () => {
  test('when the reply was lost and the same batch comes again', async () => {
    const at = world();
    const a = at.device('a1');
    a.write(learners(4));
    a.weather.push('cutAfter');
    expect(await a.sync()).toMatchObject({ kind: 'waiting', why: 'offline' });
    expect(numbers(at, 'a1')).toEqual(upTo(4));
    a.write(learner('l9'));
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 5 });
    expect(numbers(at, 'a1')).toEqual(upTo(5));
    expect(a.memory.states()).toEqual(at.portal.states(scope));
  });

  test('when it comes again in smaller batches, and more follows', async () => {
    const at = world();
    const a = at.device('a1');
    await a.memory.store.setBatchMax(8);
    a.write(learners(10));
    a.weather.push('cutAfter', 'cutAfter', 'fine', 'cutBefore');
    await a.sync();
    await a.sync();
    expect(await a.memory.store.batchMax()).toBe(2);
    await a.sync(); // two are acknowledged, then the link dies
    expect(a.memory.pending()).toHaveLength(8);
    a.write(learner('l11'));
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 9 });
    expect(numbers(at, 'a1')).toEqual(upTo(11));
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 0 });
  });

  test('when a proxy delivers a request twice', async () => {
    const at = world();
    const a = at.device('a1');
    a.write([...session(), ...learners(2), ...mark('l1')]);
    a.weather.push('twice');
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 4 });
    expect(numbers(at, 'a1')).toEqual(upTo(4));
    expect(at.portal.clashes()).toEqual([]);
  });

  test('even after the portal set its own clock back', async () => {
    const at = world();
    const a = at.device('a1');
    a.write(learners(2));
    a.weather.push('cutAfter');
    await a.sync();
    at.now -= 3_600_000;
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 2 });
    expect(numbers(at, 'a1')).toEqual(upTo(2));
  });

  test('a gap is refused with the number that is waited for', async () => {
    const at = world();
    at.device('a1');
    const sent = request({ first: 5, changes: encodeChanges([change()]) });
    expect(await at.portal.exchange('a1', sent, noon)).toEqual({
      kind: 'problem',
      problem: { type: 'gap', expected: 1 },
    });
    expect(at.portal.log('a1')).toEqual([]);
  });
});

describe('[X4] numbers used again with other content are a fork', () => {
  test('of a cloned disk: the second copy to send is stopped, and keeps what it has', async () => {
    const at = world();
    const a = at.device('a1');
    a.write(learners(2));
    await a.sync();
    const b = placeOf(at, 'a1', a.memory.clone(), () => 0);
    a.write(learner('l3'));
    b.write(learner('l4'));
    await a.sync();
    expect(await b.sync()).toEqual({ kind: 'stopped', problem: { type: 'device-forked' } });
    expect(b.memory.pending().map(({ id }) => id)).toEqual(['l4']);
    expect(numbers(at, 'a1')).toEqual(upTo(3));
  });

  test('of a restored back-up, though it has nothing to send', async () => {
    const at = world();
    const a = at.device('a1');
    const backUp = a.memory.clone();
    a.write(learners(2));
    await a.sync();
    const restored = placeOf(at, 'a1', backUp, () => 0);
    expect(await restored.sync()).toEqual({ kind: 'stopped', problem: { type: 'device-forked' } });
  });

  test('of one that sends new numbers after another past', async () => {
    const at = world();
    at.device('a1');
    const sent = request({ prev: 'another', changes: encodeChanges([change()]) });
    expect(await at.portal.exchange('a1', sent, noon)).toEqual({ kind: 'problem', problem: { type: 'device-forked' } });
  });

  test('nothing of a batch that departs in its middle is taken', async () => {
    const at = world();
    at.device('a1');
    const [one, two, other] = ['l1', 'l2', 'l3'].map((id) => change({ id }));
    if (!one || !two || !other) throw new Error('three changes');
    await at.portal.exchange('a1', request({ changes: encodeChanges([one, two]) }), noon);
    const forked = await at.portal.exchange('a1', request({ changes: encodeChanges([one, other, two]) }), noon);
    expect(forked).toEqual({ kind: 'problem', problem: { type: 'device-forked' } });
    expect(numbers(at, 'a1')).toEqual(upTo(2));
  });
});
