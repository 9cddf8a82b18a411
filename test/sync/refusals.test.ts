// @vitest-environment node
/** What the portal cannot take: refused one by one where it can be, whole where it must be, never lost. */
import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/sync/change.ts';
import { encodeChanges } from '../../src/sync/codec.ts';
import { formatClock } from '../../src/sync/hlc.ts';
import { type Address, answer } from '../../src/sync/portal.ts';
import { limits, type SyncRequest } from '../../src/sync/protocol.ts';
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
  world,
} from '../fixtures/facility.ts';
import { sha256 } from '../fixtures/link.ts';

describe('[X5] a change that cannot be taken does not hold up those behind it', () => {
  test('it goes to the tray once, though the reply was lost, and the others arrive', async () => {
    const at = world();
    const a = at.device('a1');
    a.write([...session(), ...learner('l1')]);
    a.write([...mark('nobody'), ...mark('l1')]);
    a.weather.push('cutAfter');
    await a.sync();
    expect(await a.sync()).toEqual({ kind: 'delivered', sent: 4, received: 0, refused: 1 });
    expect(a.memory.refused()).toMatchObject([
      { change: { n: 3, id: 's1+nobody', fields: { status: 'present' } }, problem: { type: 'unknown-reference' } },
    ]);
    expect(a.memory.states()).toEqual(at.portal.states(scope));
    await a.sync();
    expect(a.memory.refused()).toHaveLength(1);
  });

  test('mended, it is sent as a new change and taken', async () => {
    const at = world();
    const a = at.device('a1');
    a.write([...session(), ...mark('l1', 'late')]);
    await a.sync();
    const [refused] = a.memory.refused();
    if (!refused) throw new Error('nothing was refused');
    const { kind, id, fields } = refused.change;
    a.write([...learner('l1'), { kind, id, fields }]);
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 2, refused: 0 });
    expect(at.portal.states(scope).get('attendance/s1+l1')?.values).toEqual({ status: 'late' });
  });

  test.each<[what: string, patch: Partial<Change>, type: string]>([
    ['a kind that the portal does not know', { kind: 'vision' }, 'unknown-kind'],
    ['a kind that only the portal writes', { kind: 'course', id: 'c1' }, 'not-yours'],
    ["another device's stamp", { clock: formatClock({ ms: noon, count: 0, device: 'b2' }) }, 'not-yours'],
    ['an id that is none', { id: '../l1' }, 'invalid-fields'],
    ['an id with NUL', { id: 'l\u0000' }, 'invalid-fields'],
    ['a key for a record without one', { id: 'l1+l2' }, 'invalid-fields'],
    ['a field that the kind lacks', { fields: { sealed: { name: 'x' }, shoe: 43 } }, 'invalid-fields'],
    ['a new record that is not whole', { fields: { card: '7' } }, 'invalid-fields'],
    ['no fields at all', { fields: {} }, 'invalid-fields'],
    ['words that were not tidied', { fields: { sealed: { name: ' 王芳' } } }, 'invalid-fields'],
    ['an actor of 41 characters', { by: '𠮷'.repeat(41) }, 'invalid-fields'],
    ['an actor with NUL', { by: 'c\u0000' }, 'invalid-fields'],
    ['a reference to nothing', { fields: { sealed: { name: 'x' }, mergedInto: 'l9' } }, 'unknown-reference'],
  ])('%s', async (_, patch, type) => {
    const at = world();
    at.device('a1');
    const sent = request({ changes: encodeChanges([change(patch), change({ id: 'l2' })]) });
    const answered = await at.portal.exchange('a1', sent, noon);
    expect(answered).toMatchObject({
      kind: 'reply',
      reply: { upTo: 2, refused: [{ n: 1, problem: { type: `/problems/${type}` } }] },
    });
    expect([...at.portal.states(scope).keys()]).toEqual(['learner/l2']);
  });

  test('a change that changes nothing, of a record that is there', async () => {
    const at = world();
    at.device('a1');
    const sent = request({ changes: encodeChanges([change(), change({ fields: {} })]) });
    expect(await at.portal.exchange('a1', sent, noon)).toMatchObject({
      reply: { refused: [{ n: 2, problem: { type: '/problems/invalid-fields' } }] },
    });
  });

  test('a store is never asked for a record that cannot exist', async () => {
    const at = world();
    at.device('a1');
    const asked: Address[] = [];
    const changes = [
      change({ id: 'l\u0000' }),
      change({ kind: 'v\u0000' }),
      change({ fields: { sealed: { name: 'x' }, mergedInto: '\u0000' } }),
    ];
    const sent = request({ changes: encodeChanges(changes) });
    await at.portal.transact('a1', sent, (tx) => {
      const heldStates = (addresses: readonly Address[]) => {
        asked.push(...addresses);
        return tx.heldStates(addresses);
      };
      const existing = (addresses: readonly Address[]) => {
        asked.push(...addresses);
        return tx.existing(addresses);
      };
      return answer(
        { ...tx, heldStates, existing },
        { request: sent, nowMs: noon, digest: sha256, describe: () => ({ title: '', detail: '' }) },
      );
    });
    expect(asked).toEqual([{ kind: 'learner', id: 'l1' }]);
  });
});

describe('what is refused whole', () => {
  test.each<[what: string, patch: Partial<SyncRequest>, type: string]>([
    ['a protocol that the portal does not speak yet', { v: 2 }, 'unsupported-version'],
    ["another device's name", { device: 'b2' }, 'wrong-facility'],
    ["another facility's cursor", { cursors: { 'facility:f2': 0 } }, 'wrong-facility'],
    ["another district's cursor", { cursors: { 'district:110229': 0 } }, 'wrong-facility'],
    ['columns that are none', { changes: { texts: [], order: [0, 1], groups: [] } }, 'malformed'],
    [
      'more changes than a batch may hold',
      { changes: encodeChanges(new Array(limits.batchChanges + 1).fill(change())) },
      'too-large',
    ],
  ])('%s', async (_, patch, type) => {
    const at = world();
    at.device('a1');
    expect(await at.portal.exchange('a1', request(patch), noon)).toMatchObject({ kind: 'problem', problem: { type } });
    expect(at.portal.log('a1')).toEqual([]);
  });

  test('a device that the portal does not know is told so, and keeps what it has', async () => {
    const at = world();
    const a = at.device('a1');
    a.write(learners(2));
    const stranger = placeOf(at, 'zz', a.memory, () => 0);
    expect(await stranger.sync()).toEqual({ kind: 'stopped', problem: { type: 'device-unknown' } });
    expect(a.memory.pending()).toHaveLength(2);
  });

  test('a transaction that fails after it wrote leaves nothing', async () => {
    const at = world();
    const a = at.device('a1');
    a.write(learner('l1', '王芳'));
    await a.sync();
    const before = { log: [...at.portal.log('a1')], states: at.portal.states(scope) };
    const { changes, first, prev } = (await (async () => {
      a.write([...learner('l1', '王方'), ...learner('l2')]);
      return a.memory.store.draft(10);
    })()) ?? { changes: [], first: 0, prev: '' };
    const sent = request({ first, prev, changes: encodeChanges(changes) });
    const ask = { request: sent, nowMs: at.now, digest: sha256, describe: () => ({ title: '', detail: '' }) };
    const killed = at.portal.transact('a1', sent, async (tx) => {
      await answer(tx, ask);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect({ log: at.portal.log('a1'), states: at.portal.states(scope) }).toEqual(before);
    expect(await a.sync()).toMatchObject({ kind: 'delivered', sent: 2 });
  });
});
