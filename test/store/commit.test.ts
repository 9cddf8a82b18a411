import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { kinds } from '../../src/domain/schema.ts';
import { commit } from '../../src/store/commit.ts';
import { openDatabase, packedOf, sequenceOf } from '../../src/store/database.ts';
import { openDeviceStore } from '../../src/store/deviceStore.ts';
import { allRows, childrenOf, getRow } from '../../src/store/queries.ts';
import { sessionDelivery, sessionHistory, workState } from '../../src/store/workState.ts';
import { enrolledDatabase, learnerEdit, markEdit } from '../fixtures/deviceDatabase.ts';

const writer = async () => ({ db: await enrolledDatabase(), nowMs: () => 1_700_000_000_000, by: '1' });

describe('commit', () => {
  test('a saved plan is in the records and in the queue, numbered without gaps', async () => {
    const one = await writer();
    const first = await commit(one, [learnerEdit('l1', '王伟'), markEdit('s1', 'l1', 'present')]);
    const second = await commit(one, [markEdit('s1', 'l1', 'late')]);
    expect([first, second].flatMap((each) => (each.kind === 'saved' ? each.changes.map((c) => c.n) : []))).toEqual([
      1, 2, 3,
    ]);
    expect(await getRow(one.db, 'learner', 'l1')).toMatchObject({ name: '王伟' });
    expect((await childrenOf(one.db, 'attendance', 's1')).rows).toMatchObject([{ learner: 'l1', status: 'late' }]);
    expect((await workState(one.db)).pending).toBe(3);
  });

  test('a roll call of forty is one row beside one queue entry', async () => {
    const one = await writer();
    await commit(
      one,
      Array.from({ length: 40 }, (_, i) => markEdit('s1', `l${i}`, 'present')),
    );
    expect(await packedOf(one.db, kinds.attendance).count()).toBe(1);
    expect(await one.db.outbox.count()).toBe(1);
    expect((await childrenOf(one.db, 'attendance', 's1')).rows).toHaveLength(40);
  });

  test('a plan that fails leaves neither record nor queue entry', async () => {
    const one = await writer();
    const put = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
      if (this.name === 'learner') throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, value);
    });
    onTestFinished(() => full.mockRestore());
    const outcome = await commit(one, [markEdit('s1', 'l1', 'present'), learnerEdit('l1', '王伟')]);
    expect(outcome).toEqual({ kind: 'trouble', trouble: 'diskFull' });
    expect(await allRows(one.db, 'learner')).toEqual([]);
    expect((await childrenOf(one.db, 'attendance', 's1')).rows).toEqual([]);
    expect(await one.db.outbox.count()).toBe(0);
    expect((await sequenceOf(one.db))?.nextN).toBe(1);
  });

  test('a device that is not enrolled says so and writes nothing', async () => {
    const db = openDatabase('test-not-enrolled');
    const outcome = await commit({ db, nowMs: () => 1, by: '1' }, [learnerEdit('l1', '王伟')]);
    expect(outcome).toEqual({ kind: 'trouble', trouble: 'notEnrolled' });
    expect(await db.outbox.count()).toBe(0);
  });

  test('two tabs that write at once number their changes apart', async () => {
    const one = await writer();
    const otherTab = { ...one, db: openDatabase(one.db.name) };
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => commit(i % 2 ? one : otherTab, [markEdit('s1', `l${i}`, 'present')])),
    );
    expect((await one.db.outbox.toArray()).map((entry) => entry.n)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    expect((await childrenOf(one.db, 'attendance', 's1')).rows).toHaveLength(20);
  });

  test('stamps rise even when the wall clock steps back', async () => {
    const one = await writer();
    let ms = 1_700_000_000_000;
    const stepping = { ...one, nowMs: () => ms };
    await commit(stepping, [markEdit('s1', 'l1', 'absent')]);
    ms = 0;
    await commit(stepping, [markEdit('s1', 'l1', 'present')]);
    expect((await childrenOf(one.db, 'attendance', 's1')).rows).toMatchObject([{ status: 'present' }]);
  });
});

describe('what is at the portal', () => {
  test('a session says which of its marks still wait, and its history', async () => {
    const one = await writer();
    await commit(one, [markEdit('s1', 'l1', 'present'), markEdit('s1', 'l2', 'absent')]);
    const store = openDeviceStore(one.db);
    const empty = { refused: [], states: [], cursors: {}, offsetMs: 0, updateApp: false };
    await store.apply({ ...empty, upTo: 1, chain: 'c1', at: 1_700_000_000_500 });
    const delivery = await sessionDelivery(one.db, 's1');
    expect([...delivery.waiting]).toEqual(['s1+l2']);
    expect(delivery.receivedAt).toBe(1_700_000_000_500);
    expect((await sessionHistory(one.db, 's1')).map((item) => [item.change.id, item.sent])).toEqual([
      ['s1+l2', false],
      ['s1+l1', true],
    ]);
  });

  test('a half acknowledged action is offered from where the portal stopped', async () => {
    const one = await writer();
    await commit(
      one,
      Array.from({ length: 5 }, (_, i) => markEdit('s1', `l${i}`, 'present')),
    );
    const store = openDeviceStore(one.db);
    await store.apply({
      upTo: 3,
      chain: 'c3',
      at: 5,
      refused: [],
      states: [],
      cursors: {},
      offsetMs: 0,
      updateApp: false,
    });
    const draft = await store.draft(10);
    expect(draft).toMatchObject({ first: 4, prev: 'c3', pending: 2 });
    expect(draft?.changes.map((change) => change.id)).toEqual(['s1+l3', 's1+l4']);
  });

  test('acknowledged actions are kept for ninety days, then forgotten', async () => {
    const one = await writer();
    await commit(one, [markEdit('s1', 'l1', 'present')]);
    const store = openDeviceStore(one.db);
    const reply = { upTo: 1, chain: 'c1', refused: [], states: [], cursors: {}, offsetMs: 0, updateApp: false };
    await store.apply({ ...reply, at: 1_700_000_000_000 + 89 * 86_400_000 });
    expect(await one.db.outbox.count()).toBe(1);
    await store.apply({ ...reply, at: 1_700_000_000_000 + 91 * 86_400_000 });
    expect(await one.db.outbox.count()).toBe(0);
  });
});
