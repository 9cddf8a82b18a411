import { describe, expect, test } from 'vitest';
import { commit } from '../../src/store/commit.ts';
import { openDeviceStore } from '../../src/store/deviceStore.ts';
import { childrenOf } from '../../src/store/queries.ts';
import { refusedRows, workState } from '../../src/store/workState.ts';
import { clockParts, formatClock } from '../../src/sync/hlc.ts';
import { enrolledDatabase, markEdit } from '../fixtures/deviceDatabase.ts';

const quiet = { refused: [], states: [], cursors: {}, offsetMs: 0, updateApp: false };

describe('a reply applied', () => {
  test('news of another tablet is merged into the register, the later mark winning', async () => {
    const db = await enrolledDatabase();
    await commit({ db, nowMs: () => 1_000_000, by: '1' }, [
      markEdit('s1', 'l1', 'present'),
      markEdit('s1', 'l2', 'late'),
    ]);
    const theirs = (learner: string, ms: number, status: string) => ({
      kind: 'attendance',
      id: `s1+${learner}`,
      values: { status },
      clock: formatClock({ ms, count: 0, device: '1b' }),
      clocks: {},
      version: 7,
    });
    const states = [theirs('l1', 2_000_000, 'absent'), theirs('l2', 500_000, 'absent'), theirs('l3', 1, 'present')];
    await openDeviceStore(db).apply({ ...quiet, upTo: 0, chain: '', at: 9, states, cursors: { 'facility:x': 7 } });
    const marks = (await childrenOf(db, 'attendance', 's1')).rows.map((mark) => `${mark.learner} ${mark.status}`);
    expect(marks.sort()).toEqual(['l1 absent', 'l2 late', 'l3 present']);
    expect((await openDeviceStore(db).draft(10))?.cursors).toEqual({ 'facility:x': 7 });
  });

  test('a refused change is kept with its reason, leaves the queue and is said', async () => {
    const db = await enrolledDatabase();
    await commit({ db, nowMs: () => 1_000_000, by: '1' }, [
      markEdit('s1', 'l1', 'present'),
      markEdit('s1', 'l2', 'late'),
    ]);
    const refused = [{ n: 2, problem: { type: 'unknown-reference' as const } }];
    await openDeviceStore(db).apply({ ...quiet, upTo: 2, chain: 'c', at: 9, refused });
    expect(await workState(db)).toMatchObject({ pending: 0, refused: 1 });
    expect(await refusedRows(db)).toMatchObject([{ n: 2, id: 's1+l2', problem: { type: 'unknown-reference' } }]);
  });

  test('a kind that this build does not know is kept aside whole', async () => {
    const db = await enrolledDatabase();
    const clock = formatClock({ ms: 5, count: 0, device: '1b' });
    const strange = { kind: 'nomination', id: 'x1', values: { title: '学习之星' }, clock, clocks: {}, version: 1 };
    await openDeviceStore(db).apply({ ...quiet, upTo: 0, chain: '', at: 9, states: [strange] });
    expect(await db.aside.toArray()).toMatchObject([{ kind: 'nomination', id: 'x1' }]);
  });
});

describe('restamping after the clock ran ahead', () => {
  test('unsent changes get clocks of the portal’s time, in order, values untouched', async () => {
    const db = await enrolledDatabase();
    const nextYear = 1_800_000_000_000;
    const portalMs = 1_700_000_000_000;
    await commit({ db, nowMs: () => nextYear, by: '1' }, [markEdit('s1', 'l1', 'present')]);
    await commit({ db, nowMs: () => nextYear + 5, by: '1' }, [markEdit('s1', 'l1', 'late')]);
    const store = openDeviceStore(db);
    await store.restamp(portalMs, portalMs - nextYear);
    const changes = (await store.draft(10))?.changes ?? [];
    expect(changes.map((change) => clockParts(change.clock).ms)).toEqual([portalMs, portalMs]);
    expect(changes[0] && changes[1] && changes[0].clock < changes[1].clock).toBe(true);
    expect(changes[1]?.base).toBe(changes[0]?.clock);
    expect((await childrenOf(db, 'attendance', 's1')).rows).toMatchObject([{ status: 'late' }]);
    await commit({ db, nowMs: () => nextYear + 60_000, by: '1' }, [markEdit('s1', 'l1', 'absent')]);
    const last = (await store.draft(10))?.changes.at(-1);
    expect(last && clockParts(last.clock).ms).toBe(portalMs + 60_000);
  });
});
